import { Injectable } from '@nestjs/common';
import { newId } from '@domain/ids';
import { isPersonal, isWaiting, NotificationPace, paceOf } from '@domain/notifications/notification';
import type { RequestContext } from '../core/context';
import { PostgresPubSub } from '../core/pubsub/pubsub.service';
import { addresseesOf, type Addressee } from './addressees';
import { arrivalsTopic, type Arrival } from './notification-arrivals.service';
import { NotificationMails } from './notification-mails.service';
import type { Audience } from './recipients/audience';

/** Something to tell people of. */
export interface Telling {
  /** The event in the ledger, or the id of a reminder: each person is told once of it. */
  readonly eventId: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly audiences: readonly Audience[];
  /** Only people of these offices are told: the ones that see the work on the subject. */
  readonly officeIds: readonly string[];
  /** Who did it; not told. */
  readonly actorId: string | null;
}

const insertSql = `
  insert into notifications
    (id, user_id, office_id, kind, subject_type, subject_id, event_id, data, created_at, mail_pace)
  select w.id, w."userId", w."officeId", w.kind, $2, $3, $4, w.pointers, $5, w.pace
  from jsonb_to_recordset($1::jsonb) as w(id uuid, "userId" uuid, "officeId" uuid, kind text, pointers jsonb, pace text)
  on conflict on constraint notifications_user_event_key do nothing
  returning id as "notificationId", user_id as "userId", mail_pace as pace`;

/** Writes notifications and announces them, in the transaction of `ctx`; a second call with the same event adds nothing. */
@Injectable()
export class NotificationTelling {
  constructor(
    private readonly pubsub: PostgresPubSub,
    private readonly mails: NotificationMails,
  ) {}

  /** Tells those who were not told yet: in the workspace, live, and by mail to those who want it at once. */
  async tell(ctx: RequestContext, telling: Telling): Promise<void> {
    const addressees = await listenersOf(ctx, telling);
    if (addressees.length === 0) return;
    const rows = addressees.map((addressee) => toRow(ctx, addressee));
    const { subject, eventId } = telling;
    const told: (Arrival & { pace: NotificationPace })[] = await ctx.db.query(insertSql, [
      JSON.stringify(rows),
      subject.type,
      subject.id,
      eventId,
      ctx.now,
    ]);
    for (const { notificationId, userId } of told) {
      const arrival: Arrival = { notificationId, userId };
      await this.pubsub.publish(arrivalsTopic, arrival, ctx.db);
    }
    const immediate = told.filter(({ pace }) => pace === NotificationPace.IMMEDIATELY);
    await this.mails.sendEach(
      ctx,
      immediate.map(({ notificationId }) => notificationId),
    );
  }
}

/** Those whom it concerns, without who unfollowed it where it is for knowing alone; then who follows it. */
async function listenersOf(ctx: RequestContext, telling: Telling): Promise<Addressee[]> {
  const { followers, unfollowers } = await choicesOn(ctx, telling.subject.id);
  const audiences = [...telling.audiences, ...forFollowers(telling.audiences, followers)];
  const addressees = await addresseesOf(ctx, audiences, telling);
  return addressees.filter(({ kind, userId }) => isWaiting(kind) || !unfollowers.includes(userId));
}

/** What is for knowing, told to who follows as well. */
function forFollowers(audiences: readonly Audience[], userIds: readonly string[]): Audience[] {
  const news = audiences.find(({ kind }) => !isWaiting(kind) && !isPersonal(kind));
  if (!news || userIds.length === 0) return [];
  return [{ kind: news.kind, pointers: { ...news.pointers, isFollowed: true }, group: 'PEOPLE', userIds }];
}

async function choicesOn(ctx: RequestContext, subjectId: string) {
  const rows: { userId: string; isFollowed: boolean }[] = await ctx.db.query(
    'select user_id as "userId", is_followed as "isFollowed" from bulletin_follows where bulletin_id = $1',
    [subjectId],
  );
  const chosen = (wanted: boolean) =>
    rows.filter(({ isFollowed }) => isFollowed === wanted).map(({ userId }) => userId);
  return { followers: chosen(true), unfollowers: chosen(false) };
}

function toRow(ctx: RequestContext, { userId, officeId, kind, pointers, paces }: Addressee) {
  return { id: newId(ctx.now), userId, officeId, kind, pointers, pace: paceOf(paces, kind) };
}
