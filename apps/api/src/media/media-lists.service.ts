import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { mayAddMedia } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { MediaListEntity } from './media-list.entity';
import { given, lockList, ownOfficeId } from './media-loading';

export interface ListChanges {
  readonly name?: string;
  readonly description?: string;
}

const maxListsPerOffice = 100;

/** Keeps the distribution lists of an office and lends them to others. */
@Injectable()
export class MediaLists {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Refuses: FORBIDDEN, TAKEN (the name, Turkish letters aside), TOO_MANY (100 lists). */
  create(ctx: RequestContext, input: ListChanges & { readonly name: string }): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayAddMedia(ctx.actor), []);
      const officeId = ownOfficeId(ctx);
      const count = await ctx.db.countBy(MediaListEntity, { officeId });
      if (count >= maxListsPerOffice) throw new DomainError(ErrorCode.TOO_MANY, { path: ['input'] });
      return this.add(ctx, officeId, input);
    });
  }

  /** Adds a list to the guide of this office without asking who does it: for the demo. */
  async add(
    ctx: RequestContext,
    officeId: string,
    { name, description }: ListChanges & { readonly name: string },
  ): Promise<MediaListEntity> {
    const list = ctx.db.create(MediaListEntity, {
      id: newId(ctx.now),
      officeId,
      name: name.normalize('NFC').trim(),
      description: description ?? '',
      createdById: ctx.actor.userId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    return this.saved(ctx, list, 'mediaList.created');
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION, TAKEN. */
  update(ctx: RequestContext, id: string, version: number, changes: ListChanges): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const list = await lockList(ctx, id, version);
      const { name, description } = given(changes);
      if (name !== undefined) list.name = name.normalize('NFC').trim();
      if (description !== undefined) list.description = description;
      return this.saved(ctx, list, 'mediaList.updated', { fields: Object.keys(given(changes)).sort() });
    });
  }

  /**
   * Puts contacts of the own guide on the list; who is on it already stays once. A contact that is only on loan cannot be
   * kept on an own list: the loan may end. Refuses: NOT_FOUND, FORBIDDEN, INVALID naming the contact.
   */
  addContacts(ctx: RequestContext, id: string, contactIds: readonly string[]): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const list = await lockList(ctx, id);
      await expectOwnContacts(ctx, list, contactIds);
      const added = await insertMembers(ctx, list.id, contactIds);
      return this.saved(ctx, list, 'mediaList.contactsAdded', { contactIds: added });
    });
  }

  /** Takes contacts off the list; who is not on it is passed over. Refuses: NOT_FOUND, FORBIDDEN. */
  removeContacts(ctx: RequestContext, id: string, contactIds: readonly string[]): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const list = await lockList(ctx, id);
      const [removed]: [{ id: string }[], number] = await ctx.db.query(
        'delete from media_list_members where list_id = $1 and contact_id = any($2) returning contact_id as id',
        [id, contactIds.filter(isId)],
      );
      return this.saved(ctx, list, 'mediaList.contactsRemoved', { contactIds: removed.map((row) => row.id) });
    });
  }

  /**
   * Lends the list to other offices, which may read it and send to it until it is taken back; without names, to every
   * office that is active now. Refuses: NOT_FOUND, FORBIDDEN, INVALID naming the office.
   */
  share(ctx: RequestContext, id: string, officeIds: readonly string[] | null): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const list = await lockList(ctx, id);
      const borrowers = await findBorrowers(ctx, list, officeIds);
      await this.lend(ctx, list, borrowers);
      return list;
    });
  }

  /** Lends the list without asking who does it: for the demo. */
  async lend(ctx: RequestContext, list: MediaListEntity, officeIds: readonly string[]): Promise<void> {
    await ctx.db.query(
      `insert into media_list_shares (list_id, office_id, shared_at) select $1, unnest($2::uuid[]), $3 on conflict do nothing`,
      [list.id, officeIds, ctx.now],
    );
    await this.saved(ctx, list, 'mediaList.shared', { officeIds: [...officeIds] });
  }

  /** Takes the list back, from these offices or from all; mails planned before are sent. Refuses: NOT_FOUND, FORBIDDEN. */
  unshare(ctx: RequestContext, id: string, officeIds: readonly string[] | null): Promise<MediaListEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const list = await lockList(ctx, id);
      const [ended]: [{ id: string }[], number] = await ctx.db.query(
        `delete from media_list_shares where list_id = $1 and ($2::uuid[] is null or office_id = any($2))
         returning office_id as id`,
        [id, officeIds?.filter(isId) ?? null],
      );
      return this.saved(ctx, list, 'mediaList.unshared', { officeIds: ended.map((row) => row.id) });
    });
  }

  private async saved(
    ctx: RequestContext,
    list: MediaListEntity,
    name: string,
    facts: Record<string, string[]> = {},
  ): Promise<MediaListEntity> {
    list.updatedAt = ctx.now;
    const saved = await ctx.db.save(list);
    await this.ledger.record(ctx, {
      name,
      subjectType: 'mediaList',
      subjectId: list.id,
      officeId: list.officeId,
      data: facts,
    });
    return saved;
  }
}

/** Puts contacts on a list and answers the ids of those that were not on it. */
export async function insertMembers(
  ctx: RequestContext,
  listId: string,
  contactIds: readonly string[],
): Promise<string[]> {
  const added: { id: string }[] = await ctx.db.query(
    `insert into media_list_members (list_id, contact_id, added_at) select $1, unnest($2::uuid[]), $3
     on conflict do nothing returning contact_id as id`,
    [listId, contactIds, ctx.now],
  );
  return added.map(({ id }) => id);
}

async function expectOwnContacts(
  ctx: RequestContext,
  list: MediaListEntity,
  contactIds: readonly string[],
): Promise<void> {
  const rows: { id: string }[] = await ctx.db.query(
    'select id from media_contacts where id = any($1) and office_id = $2 and anonymised_at is null',
    [contactIds.filter(isId), list.officeId],
  );
  refuseMissing(contactIds, rows, 'contactIds');
}

async function findBorrowers(
  ctx: RequestContext,
  list: MediaListEntity,
  officeIds: readonly string[] | null,
): Promise<string[]> {
  const rows: { id: string }[] = await ctx.db.query(
    `select id from offices where state = any($1) and id <> $2 and ($3::uuid[] is null or id = any($3)) order by id`,
    [officeIds === null ? ['ACTIVE'] : ['ACTIVE', 'SHADOW'], list.officeId, officeIds?.filter(isId) ?? null],
  );
  if (officeIds !== null) refuseMissing(officeIds, rows, 'officeIds');
  return rows.map(({ id }) => id);
}

function refuseMissing(wanted: readonly string[], found: readonly { id: string }[], field: string): void {
  const missing = wanted.findIndex((id) => !found.some((row) => row.id === id));
  if (missing === -1) return;
  throw new DomainError(ErrorCode.INVALID, {
    path: ['input', field, String(missing)],
    message: 'not one that fits here',
  });
}
