import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Role, TokenScope } from '@domain/identity/actor';
import { NotificationKind, NotificationPace } from '@domain/notifications/notification';
import { OfficeType } from '../offices/office.type';
import { DeputyshipType } from './deputyship.type';
import { UserType } from './user.type';

registerEnumType(TokenScope, { name: 'TokenScope', description: 'What a personal API token may do.' });
registerEnumType(NotificationKind, { name: 'NotificationKind', description: 'What people are told of.' });
registerEnumType(NotificationPace, { name: 'NotificationPace', description: 'How soon a kind is mailed.' });

@ObjectType('Session', { description: "A signed-in browser of the viewer's own." })
export class SessionType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => Date, { description: 'When it was opened.' })
  createdAt: Date;

  @Field(() => Date, { description: 'Newest request, exact to the minute.' })
  lastSeenAt: Date;

  @Field(() => Date, { description: 'When it ends in any case.' })
  expiresAt: Date;

  @Field(() => String, { description: 'Address it was opened from.' })
  ip: string;

  @Field(() => String, { description: 'What the browser called itself.' })
  userAgent: string;

  @Field(() => Boolean, { description: 'Whether this request came with it.' })
  isCurrent: boolean;
}

@ObjectType('ApiToken', {
  description: "A personal token of the viewer's own; its secret is shown once, when it is made.",
})
export class ApiTokenType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => ID, { nullable: true, description: 'The office it acts for.' })
  officeId: string | null;

  @Field(() => [TokenScope], { description: 'What it may do.' })
  scopes: TokenScope[];

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it ends.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'Newest request, exact to the minute.' })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  revokedAt: Date | null;
}

@ObjectType('ViewerMembership', { description: 'An office that the viewer belongs to today.' })
export class ViewerMembershipType {
  @Field(() => ID, { description: 'Of the membership.' })
  id: string;

  @Field(() => OfficeType, { description: 'The office.' })
  office: OfficeType;

  @Field(() => Role, { description: 'The role in it.' })
  role: Role;

  @Field(() => String, { description: 'The title on documents.' })
  title: string;

  @Field(() => String, { description: 'First valid day, YYYY-MM-DD.' })
  validFrom: string;

  @Field(() => String, { nullable: true, description: 'Last valid day; null: open.' })
  validUntil: string | null;
}

@ObjectType('NotificationPreference', { description: 'How soon one kind of notification is mailed.' })
export class NotificationPreferenceType {
  @Field(() => NotificationKind, { description: 'The kind.' })
  kind: NotificationKind;

  @Field(() => NotificationPace, { description: 'How soon, as it is now.' })
  pace: NotificationPace;

  @Field(() => NotificationPace, { description: 'How soon, when the viewer chooses nothing.' })
  defaultPace: NotificationPace;
}

@ObjectType('ViewerPreferences', { description: "The viewer's own settings." })
export class ViewerPreferencesType {
  @Field(() => String, { description: 'Language of mails and screens, e.g. `tr`.' })
  locale: string;

  @Field(() => [NotificationPreferenceType], { description: 'Every kind of notification.' })
  notifications: NotificationPreferenceType[];
}

@ObjectType('Viewer', { description: 'Who asks: the person, what they belong to and their own account.' })
export class ViewerType {
  @Field(() => UserType, { description: 'The person.' })
  user: UserType;

  @Field(() => Boolean, { description: 'Whether the viewer runs the platform.' })
  isOperator: boolean;

  @Field(() => OfficeType, { nullable: true, description: 'The office acted for; null: none.' })
  office: OfficeType | null;

  @Field(() => Role, { nullable: true, description: 'The role in the office acted for; null for a mere deputy.' })
  role: Role | null;

  @Field(() => [ViewerMembershipType], { description: 'Valid today, by protocol order.' })
  memberships: ViewerMembershipType[];

  @Field(() => [DeputyshipType], { description: 'That the viewer gave or got and that are not over.' })
  deputyships: DeputyshipType[];

  @Field(() => [SessionType], { description: 'Open sessions, newest first.' })
  sessions: SessionType[];

  @Field(() => [ApiTokenType], { description: 'Tokens that still work, newest first.' })
  apiTokens: ApiTokenType[];

  @Field(() => Boolean, { description: 'Whether a second factor is asked for at sign-in.' })
  isTwoFactorOn: boolean;

  @Field(() => Int, { description: 'Recovery codes that are left.' })
  recoveryCodesLeft: number;

  @Field(() => ViewerPreferencesType, { description: 'Settings.' })
  preferences: ViewerPreferencesType;
}
