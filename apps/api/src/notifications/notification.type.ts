import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NotificationKind } from '@domain/notifications/notification';
import { OfficeSummaryType } from '../bulletins/bulletin.type';
import { connectionOf } from '../core/graphql/connection';

@ObjectType('NotificationBulletin', { description: 'The bulletin that a notification is about.' })
export class NotificationBulletinType {
  @Field(() => ID, { description: 'Id of the bulletin.' })
  id: string;

  @Field(() => String, { description: 'Its headline as it stands now; may be empty.' })
  headline: string;

  @Field(() => String, { nullable: true, description: "'2026/EDR-014', once its release was approved." })
  number: string | null;
}

@ObjectType('Notification', { description: 'Something the viewer was told, in Turkish; only the viewer sees it.' })
export class NotificationType {
  @Field(() => ID, { description: 'Opaque.' })
  id: string;

  @Field(() => NotificationKind, { description: 'What kind of thing.' })
  kind: NotificationKind;

  @Field(() => Boolean, { description: 'Whether something goes wrong unless somebody acts now.' })
  isUrgent: boolean;

  @Field(() => Boolean, { description: 'Whether somebody waits for the viewer; the others are for knowing.' })
  isWaiting: boolean;

  @Field(() => String, { description: 'One line.' })
  title: string;

  @Field(() => String, { description: 'One or more lines.' })
  body: string;

  @Field(() => String, { description: 'Why the viewer was told; empty when the bulletin is out of sight.' })
  why: string;

  @Field(() => String, { nullable: true, description: 'Page in the workspace; null when it is out of sight.' })
  path: string | null;

  @Field(() => OfficeSummaryType, { description: 'The office for which the viewer was told.' })
  office: OfficeSummaryType;

  @Field(() => NotificationBulletinType, { nullable: true, description: 'null when it is out of sight now.' })
  bulletin: NotificationBulletinType | null;

  @Field(() => ID, { nullable: true, description: 'The comment it is about.' })
  commentId: string | null;

  @Field(() => Date, { description: 'When the viewer was told.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the viewer marked it as read.' })
  readAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When what it asks for was done, by whomever.' })
  doneAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Until when the viewer put it off.' })
  snoozedUntil: Date | null;

  @Field(() => Int, { description: 'How many more the viewer was told about the same bulletin for the same office.' })
  othersCount: number;

  @Field(() => Int, { description: 'How many of all these are neither read nor done.' })
  unreadCount: number;
}

@ObjectType('NotificationConnection', { description: 'A page of notifications, newest first.' })
export class NotificationConnectionType extends connectionOf(NotificationType, 'Notification') {}
