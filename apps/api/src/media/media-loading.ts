import { DomainError, ErrorCode } from '@domain/errors';
import { isId } from '@domain/ids';
import { MediaAct, mayOnMedia, type MediaFacts } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { RequestContext } from '../core/context';
import { MediaContactEntity } from './media-contact.entity';
import { MediaListEntity } from './media-list.entity';
import { MediaOutletEntity } from './media-outlet.entity';

/** Offices that see a thing of the guide on loan, each for its kind; $1 is its id. */
const lentToSql = {
  outlet: `select distinct s.office_id as id from media_contacts c join media_list_members m on m.contact_id = c.id
    join media_list_shares s on s.list_id = m.list_id where c.outlet_id = $1`,
  contact: `select distinct s.office_id as id from media_list_members m join media_list_shares s on s.list_id = m.list_id
    where m.contact_id = $1`,
  list: 'select office_id as id from media_list_shares where list_id = $1',
} as const;

/** Locks an outlet that the actor may change. Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION. */
export function lockOutlet(ctx: RequestContext, id: string, expectedVersion?: number): Promise<MediaOutletEntity> {
  return lock(ctx, MediaOutletEntity, 'outlet', id, expectedVersion);
}

/** Locks a contact that the actor may change. Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION. */
export function lockContact(ctx: RequestContext, id: string, expectedVersion?: number): Promise<MediaContactEntity> {
  return lock(ctx, MediaContactEntity, 'contact', id, expectedVersion);
}

/** Locks a list that the actor may change. Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION. */
export function lockList(ctx: RequestContext, id: string, expectedVersion?: number): Promise<MediaListEntity> {
  return lock(ctx, MediaListEntity, 'list', id, expectedVersion);
}

async function lock<T extends ObjectLiteral & { id: string; officeId: string; version: number }>(
  ctx: RequestContext,
  entity: EntityTarget<T>,
  kind: keyof typeof lentToSql,
  id: string,
  expectedVersion: number | undefined,
): Promise<T> {
  if (!isId(id)) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
  const row = await ctx.db
    .createQueryBuilder(entity, 'thing')
    .where('thing.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!row) throw new DomainError(ErrorCode.NOT_FOUND, { path: ['id'] });
  const lentTo: { id: string }[] = await ctx.db.query(lentToSql[kind], [id]);
  const facts: MediaFacts = { officeId: row.officeId, sharedWithOfficeIds: lentTo.map((office) => office.id) };
  authorize(mayOnMedia(ctx.actor, MediaAct.EDIT, facts));
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw new DomainError(ErrorCode.STALE_VERSION, {
      path: ['input', 'expectedVersion'],
      details: { version: row.version },
      message: `it is at version ${row.version} now`,
    });
  }
  return row;
}

/** The office that the actor keeps the guide of; call it after the policy has allowed. */
export function ownOfficeId(ctx: RequestContext): string {
  if (ctx.actor.officeId === null) throw new DomainError(ErrorCode.FORBIDDEN, { message: 'no office is acted for' });
  return ctx.actor.officeId;
}

/** Members that were given: an absent one stays as it is. A copy, so that `undefined` never reaches a column. */
export function given<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
