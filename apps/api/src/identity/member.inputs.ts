import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsISO8601, IsOptional, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { Role } from '@domain/identity/actor';

const day = /^\d{4}-\d{2}-\d{2}$/;

@InputType({ description: 'Whom to ask into which office, as what.' })
export class UserInviteInput {
  @Field(() => ID, { description: 'The office.' })
  @IsUUID()
  officeId: string;

  @Field(() => String, { description: 'E-mail address in ASCII; the link goes there.' })
  @MaxLength(254)
  email: string;

  @Field(() => String, { description: 'Name of the person, 2 to 120 characters.' })
  @Length(2, 120)
  name: string;

  @Field(() => Role, { description: 'The role in the office.' })
  @IsEnum(Role)
  role: Role;

  @Field(() => String, { description: 'The title on documents, 2 to 120 characters.' })
  @Length(2, 120)
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'First valid day, YYYY-MM-DD; the day of acceptance if left out.',
  })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Last valid day, YYYY-MM-DD; open if left out.' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  validUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The person's `sub` in the municipality's directory; then the first sign-in there accepts.",
  })
  @IsOptional()
  @Length(1, 255)
  directorySubject?: string | null;
}

@InputType({ description: 'Needed when the person has no account yet; an existing account stays as it is.' })
export class InvitationAcceptInput {
  @Field(() => String, { nullable: true, description: 'Name, 2 to 120 characters; the invited name if left out.' })
  @IsOptional()
  @Length(2, 120)
  name?: string | null;

  @Field(() => String, { nullable: true, description: '8 to 256 characters, none of the well-known ones.' })
  @IsOptional()
  @MaxLength(2_048)
  password?: string | null;
}

@InputType({ description: 'What is left out stays.' })
export class MemberChangeInput {
  @Field(() => Role, { nullable: true, description: 'Another role; from today on.' })
  @IsOptional()
  @IsEnum(Role)
  role?: Role | null;

  @Field(() => String, { nullable: true, description: 'Another title, 2 to 120 characters; from today on.' })
  @IsOptional()
  @Length(2, 120)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Last valid day, YYYY-MM-DD, today or later; null: open.' })
  @IsOptional()
  @Matches(day)
  @IsISO8601({ strict: true })
  validUntil?: string | null;
}

@ArgsType()
export class OfficePeopleArgs {
  @Field(() => ID, { description: 'The office; the own one, or any for operators.' })
  @MaxLength(64)
  officeId: string;
}
