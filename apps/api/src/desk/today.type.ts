import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BulletinType } from '../bulletins/bulletin.type';

/** Why something waits for the viewer; the first that holds for a bulletin counts. */
export enum TodayReason {
  /** Its instant came and the gate stayed shut. */
  RELEASE_REFUSED = 'RELEASE_REFUSED',
  /** Words that the office had signed were changed. */
  SIGN_ANEW = 'SIGN_ANEW',
  SIGN = 'SIGN',
  /** The office was asked to take part. */
  ANSWER_INVITATION = 'ANSWER_INVITATION',
  /** An office sent it back to the lead. */
  RETURNED = 'RETURNED',
  /** The embargo ends within a day, or is over, and signatures are missing. */
  EMBARGO_UNSIGNED = 'EMBARGO_UNSIGNED',
  /** Every signature is there: the release can be approved. */
  APPROVE_RELEASE = 'APPROVE_RELEASE',
  /** A correction was begun and is not offered yet. */
  FINISH_CORRECTION = 'FINISH_CORRECTION',
  /** It is shared for review and the office has not looked yet. */
  REVIEW = 'REVIEW',
  /** A remark names the viewer or their office. */
  MENTIONED = 'MENTIONED',
}
registerEnumType(TodayReason, { name: 'TodayReason', description: 'Why something waits for the viewer.' });

@ObjectType('TodayTask', { description: 'Something that waits for the viewer in the office acted for.' })
export class TodayTaskType {
  @Field(() => ID, { description: 'Stays the same while it waits.' })
  id: string;

  @Field(() => TodayReason, { description: 'Why it waits.' })
  reason: TodayReason;

  @Field(() => BulletinType, { description: 'What it is about.' })
  bulletin: BulletinType;

  @Field(() => Date, { nullable: true, description: 'When it is due: end of the time to answer, or of the embargo.' })
  dueAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'The remark, for MENTIONED.' })
  commentId: string | null;
}

@ObjectType('TodayRelease', { description: 'A bulletin of the office that goes out, or went out, today.' })
export class TodayReleaseType {
  @Field(() => BulletinType, { description: 'The bulletin.' })
  bulletin: BulletinType;

  @Field(() => Date, { description: 'When it went out, or when it may at the earliest as planned now.' })
  at: Date;

  @Field(() => Int, { description: 'Offices that signed the present words.' })
  signedCount: number;

  @Field(() => Int, { description: 'Offices that take part, the lead included.' })
  officeCount: number;
}

@ObjectType('Today', { description: 'The day of the viewer in the office acted for. Days are those of Istanbul.' })
export class TodayType {
  @Field(() => [TodayTaskType], { description: 'By deadline, those without one last; at most 50.' })
  tasks: TodayTaskType[];

  @Field(() => [TodayReleaseType], { description: 'What goes out or went out today, by instant; at most 50.' })
  releases: TodayReleaseType[];

  @Field(() => Int, { description: 'Drafts of the office that nobody else sees yet.' })
  draftCount: number;

  @Field(() => [BulletinType], { description: 'What the viewer follows, last change first; at most 10.' })
  followed: BulletinType[];
}
