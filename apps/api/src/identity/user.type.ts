import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role } from '@domain/identity/actor';

registerEnumType(Role, {
  name: 'Role',
  description: 'Held per office; whoever has one may do what the lower ones may.',
});

@ObjectType('User', { description: 'A person with an account; seen by people of the own office and operators.' })
export class UserType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => String, { description: 'As the person writes it.' })
  name: string;

  @Field(() => String, { description: 'E-mail address, lower case.' })
  email: string;

  @Field(() => Boolean, { description: 'Whether the person is shut out of the platform.' })
  isSuspended: boolean;
}

@ObjectType('Member', { description: 'A person in an office for a span of days, both ends included.' })
export class MemberType {
  @Field(() => ID, { description: 'Of the membership, not of the person.' })
  id: string;

  @Field(() => ID, { description: 'The office.' })
  officeId: string;

  @Field(() => UserType, { description: 'The person.' })
  user: UserType;

  @Field(() => Role, { description: 'The role in this office.' })
  role: Role;

  @Field(() => String, { description: 'The title on documents.' })
  title: string;

  @Field(() => String, { description: 'First valid day, YYYY-MM-DD in Istanbul.' })
  validFrom: string;

  @Field(() => String, { nullable: true, description: 'Last valid day; null: open.' })
  validUntil: string | null;

  @Field(() => Boolean, { description: 'Whether it is valid today.' })
  isCurrent: boolean;
}

@ObjectType('Invitation', { description: 'An open invitation; seen by those who may invite to the office.' })
export class InvitationType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => ID, { description: 'The office.' })
  officeId: string;

  @Field(() => String, { description: 'Where the link was sent.' })
  email: string;

  @Field(() => String, { description: 'Who is invited.' })
  name: string;

  @Field(() => Role, { description: 'The role that is offered.' })
  role: Role;

  @Field(() => String, { description: 'The title that is offered.' })
  title: string;

  @Field(() => Date, { description: 'Until when the link works.' })
  expiresAt: Date;
}
