import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DeputyScope } from '@domain/identity/deputyship.policy';
import { UserType } from './user.type';

registerEnumType(DeputyScope, { name: 'DeputyScope', description: "What a deputy signs in the principal's place." });

@ObjectType('Deputyship', { description: 'A dated delegation of signing (vekâlet); seen by people of the office.' })
export class DeputyshipType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => ID, { description: 'The office that is signed for.' })
  officeId: string;

  @Field(() => UserType, { description: 'The press director whose place is taken.' })
  principal: UserType;

  @Field(() => UserType, { description: 'Who signs in that place.' })
  deputy: UserType;

  @Field(() => DeputyScope, { description: 'What is signed.' })
  scope: DeputyScope;

  @Field(() => String, { description: 'Why, e.g. annual leave.' })
  reason: string;

  @Field(() => Date, { description: 'From this instant.' })
  validFrom: Date;

  @Field(() => Date, { description: 'To before this instant.' })
  validUntil: Date;

  @Field(() => Date, { nullable: true, description: 'When it was ended early.' })
  revokedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether the deputy may sign now.' })
  isInForce: boolean;
}
