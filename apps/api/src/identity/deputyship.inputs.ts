import { Field, ID, InputType } from '@nestjs/graphql';
import { IsDate, IsEnum, IsUUID, Length } from 'class-validator';
import { DeputyScope } from '@domain/identity/deputyship.policy';

@InputType({ description: 'Who signs in the place of the press director who grants it, and when.' })
export class DeputyshipGrantInput {
  @Field(() => ID, { description: 'A person of the same office.' })
  @IsUUID()
  deputyId: string;

  @Field(() => DeputyScope, { description: 'What is signed.' })
  @IsEnum(DeputyScope)
  scope: DeputyScope;

  @Field(() => String, { description: 'Why, 3 to 300 characters, e.g. `Yıllık izin`.' })
  @Length(3, 300)
  reason: string;

  @Field(() => Date, { description: 'From this instant.' })
  @IsDate()
  validFrom: Date;

  @Field(() => Date, { description: 'To before this instant; at most 180 days.' })
  @IsDate()
  validUntil: Date;
}
