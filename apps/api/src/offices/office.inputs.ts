import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEmail, IsInt, IsOptional, IsUrl, IsUUID, Length, Matches, MaxLength } from 'class-validator';

@InputType({ description: 'What is left out stays; null clears.' })
export class OfficeUpdateInput {
  @Field(() => Int, { nullable: true, description: 'Refuses STALE_VERSION when the office has another one.' })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The unit in the municipality, 2 to 160 characters; not null.' })
  @IsOptional()
  @Length(2, 160)
  pressUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'A person or desk, up to 120 characters.' })
  @IsOptional()
  @MaxLength(120)
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'As written for readers, e.g. `0266 555 01 10`.' })
  @IsOptional()
  @Matches(/^\+?[0-9][0-9 ()/-]{6,30}$/)
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'An https address.' })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(300)
  website?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture that the office uploaded.' })
  @IsOptional()
  @IsUUID()
  logoFileId?: string | null;
}
