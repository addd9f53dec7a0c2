import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { isId, newId } from '@domain/ids';
import { nextReviewOn, type LegalBasis } from '@domain/media/media';
import { mayAddMedia } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import { utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import { Deliveries } from '../core/delivery/deliveries.service';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { mediaAddress } from './media-address';
import { MediaContactEntity } from './media-contact.entity';
import { MediaKeys } from './media-keys';
import { given, lockContact, ownOfficeId } from './media-loading';

export interface ContactChanges {
  readonly outletId?: string | null;
  readonly name?: string | null;
  readonly unit?: string | null;
  readonly email?: string;
  readonly phone?: string | null;
  readonly legalBasis?: LegalBasis;
  readonly source?: string;
  /** 'YYYY-MM-DD' */
  readonly noticeGivenOn?: string | null;
  /** 'YYYY-MM-DD' */
  readonly reviewDueOn?: string;
  readonly notes?: string;
  readonly isActive?: boolean;
}

export interface NewContact extends ContactChanges {
  readonly email: string;
  readonly legalBasis: LegalBasis;
  readonly source: string;
}

/** Keeps the contacts of an office's press guide: personal data, so each has a basis, a source and a review day. */
@Injectable()
export class MediaContacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
    private readonly keys: MediaKeys,
    private readonly deliveries: Deliveries,
  ) {}

  /** Refuses: FORBIDDEN, INVALID (the address, or an outlet of another guide), TAKEN (the address, in this guide). */
  create(ctx: RequestContext, input: NewContact): Promise<MediaContactEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayAddMedia(ctx.actor), []);
      const contact = this.build(ctx, ownOfficeId(ctx), input);
      await expectOwnOutlet(ctx, contact);
      const saved = await ctx.db.save(contact);
      await this.record(ctx, saved, 'mediaContact.created');
      return saved;
    });
  }

  /** A contact that is not saved yet. Refuses: INVALID (the address). */
  build(ctx: RequestContext, officeId: string, input: NewContact): MediaContactEntity {
    const start = input.noticeGivenOn ?? utcToLocal(ctx.now).slice(0, 10);
    return ctx.db.create(MediaContactEntity, {
      outletId: null,
      importId: null,
      name: null,
      unit: null,
      phone: null,
      noticeGivenOn: null,
      reviewDueOn: nextReviewOn(start),
      bouncedAt: null,
      bounceReason: null,
      anonymisedAt: null,
      isActive: true,
      notes: '',
      ...this.toColumns(input),
      id: newId(ctx.now),
      officeId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
  }

  /** A new address is tried afresh, whatever the old one answered. Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION, WRONG_STATE, INVALID, TAKEN. */
  update(ctx: RequestContext, id: string, version: number, changes: ContactChanges): Promise<MediaContactEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const contact = await lockContact(ctx, id, version);
      refuseErased(contact);
      const former = contact.email;
      Object.assign(contact, this.toColumns(changes), { updatedAt: ctx.now });
      if (contact.email !== former) Object.assign(contact, { bouncedAt: null, bounceReason: null });
      await expectOwnOutlet(ctx, contact);
      const saved = await ctx.db.save(contact);
      await this.record(ctx, saved, 'mediaContact.updated', { fields: Object.keys(given(changes)).sort() });
      return saved;
    });
  }

  /** The mailbox is there again: mail is tried once more. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  clearBounce(ctx: RequestContext, id: string): Promise<MediaContactEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const contact = await lockContact(ctx, id);
      if (contact.bouncedAt === null) throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'] });
      Object.assign(contact, { bouncedAt: null, bounceReason: null, updatedAt: ctx.now });
      const saved = await ctx.db.save(contact);
      await this.record(ctx, saved, 'mediaContact.bounceCleared');
      return saved;
    });
  }

  /** Notes that the person asked the office, by phone or letter, for no more mail of it. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE. */
  unsubscribe(ctx: RequestContext, id: string): Promise<MediaContactEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const contact = await lockContact(ctx, id);
      refuseErased(contact);
      await ctx.db.query(
        `insert into media_preferences (id, address_mark, office_id, topic, refused_at) values ($1, $2, $3, null, $4)
         on conflict do nothing`,
        [newId(ctx.now), contact.addressMark, contact.officeId, ctx.now],
      );
      await this.record(ctx, contact, 'mediaContact.unsubscribed', { senderOfficeId: contact.officeId });
      return contact;
    });
  }

  /**
   * Erases everything that tells who the contact is and takes it off every list and out of the
   * record of mails; what was delivered stays counted, and
   * a refusal stays known by the mark. Source: KVKK art. 7; domain.md 3.1. Refuses: NOT_FOUND, FORBIDDEN, WRONG_STATE.
   */
  anonymise(ctx: RequestContext, id: string): Promise<MediaContactEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const contact = await lockContact(ctx, id);
      refuseErased(contact);
      Object.assign(contact, {
        name: null,
        unit: null,
        email: null,
        addressMark: null,
        phone: null,
        notes: '',
        bounceReason: null,
        isActive: false,
        anonymisedAt: ctx.now,
        updatedAt: ctx.now,
      });
      await ctx.db.query('delete from media_list_members where contact_id = $1', [id]);
      await this.deliveries.forget(ctx, id);
      const saved = await ctx.db.save(contact);
      await this.record(ctx, saved, 'mediaContact.anonymised');
      return saved;
    });
  }

  private toColumns(changes: ContactChanges): Partial<MediaContactEntity> {
    const { email, name, ...rest } = given(changes);
    return {
      ...rest,
      ...(name === undefined ? {} : { name: name === null ? null : name.normalize('NFC').trim() || null }),
      ...(email === undefined ? {} : this.addressColumns(email)),
    };
  }

  private addressColumns(text: string): Pick<MediaContactEntity, 'email' | 'addressMark'> {
    const email = mediaAddress(text);
    if (email === null) {
      throw new DomainError(ErrorCode.INVALID, { path: ['input', 'email'], message: 'not one plain mail address' });
    }
    return { email, addressMark: this.keys.mark(email) };
  }

  private record(
    ctx: RequestContext,
    { id, officeId }: MediaContactEntity,
    name: string,
    facts: Record<string, string | string[]> = {},
  ): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'mediaContact', subjectId: id, officeId, data: facts });
  }
}

function refuseErased(contact: MediaContactEntity): void {
  if (contact.anonymisedAt !== null) {
    throw new DomainError(ErrorCode.WRONG_STATE, { path: ['id'], message: 'the contact is erased' });
  }
}

async function expectOwnOutlet(ctx: RequestContext, { outletId, officeId }: MediaContactEntity): Promise<void> {
  if (outletId === null) return;
  const rows: unknown[] = isId(outletId)
    ? await ctx.db.query('select 1 from media_outlets where id = $1 and office_id = $2', [outletId, officeId])
    : [];
  if (rows.length === 0) {
    throw new DomainError(ErrorCode.INVALID, { path: ['input', 'outletId'], message: 'not an outlet of this guide' });
  }
}
