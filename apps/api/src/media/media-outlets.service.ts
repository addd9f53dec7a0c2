import { Injectable } from '@nestjs/common';
import { DomainError, ErrorCode } from '@domain/errors';
import { newId } from '@domain/ids';
import { OutletChannel, OutletScope, type OutletNeed, type OutletType } from '@domain/media/media';
import { mayAddMedia } from '@domain/media/media.policy';
import { authorize } from '@domain/policy';
import type { RequestContext } from '../core/context';
import { Ledger } from '../core/ledger/ledger.service';
import { Transactions } from '../core/transactions';
import { given, lockOutlet, ownOfficeId } from './media-loading';
import { MediaOutletEntity } from './media-outlet.entity';

export interface OutletChanges {
  readonly name?: string;
  readonly type?: OutletType;
  readonly scope?: OutletScope;
  readonly districtCodes?: readonly string[];
  /** 'HH:mm' in Europe/Istanbul. */
  readonly pressDeadline?: string | null;
  readonly preferredChannel?: OutletChannel;
  readonly needs?: readonly OutletNeed[];
  readonly phone?: string | null;
  readonly website?: string | null;
  readonly notes?: string;
  readonly isActive?: boolean;
}

export interface NewOutlet extends OutletChanges {
  readonly name: string;
  readonly type: OutletType;
}

/** Keeps the outlets of an office's press guide. */
@Injectable()
export class MediaOutlets {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: Ledger,
  ) {}

  /** Refuses: FORBIDDEN, INVALID (a district that there is not), TAKEN (the name, Turkish letters aside). */
  create(ctx: RequestContext, input: NewOutlet): Promise<MediaOutletEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      authorize(mayAddMedia(ctx.actor), []);
      await expectDistricts(ctx, input.districtCodes ?? []);
      return this.add(ctx, ownOfficeId(ctx), input);
    });
  }

  /** Adds an outlet to the guide of this office without asking who does it: for imports and the demo. */
  async add(ctx: RequestContext, officeId: string, input: NewOutlet): Promise<MediaOutletEntity> {
    const outlet = ctx.db.create(MediaOutletEntity, {
      scope: OutletScope.DISTRICT,
      preferredChannel: OutletChannel.EMAIL,
      districtCodes: [],
      needs: [],
      pressDeadline: null,
      phone: null,
      website: null,
      notes: '',
      isActive: true,
      ...toColumns(input),
      id: newId(ctx.now),
      officeId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    });
    const saved = await ctx.db.save(outlet);
    await this.record(ctx, saved, 'mediaOutlet.created');
    return saved;
  }

  /** Refuses: NOT_FOUND, FORBIDDEN, STALE_VERSION, INVALID, TAKEN. */
  update(ctx: RequestContext, id: string, version: number, changes: OutletChanges): Promise<MediaOutletEntity> {
    return this.transactions.run(ctx, async (ctx) => {
      const outlet = await lockOutlet(ctx, id, version);
      await expectDistricts(ctx, changes.districtCodes ?? []);
      const saved = await ctx.db.save(Object.assign(outlet, toColumns(changes), { updatedAt: ctx.now }));
      await this.record(ctx, saved, 'mediaOutlet.updated', { fields: Object.keys(given(changes)).sort() });
      return saved;
    });
  }

  private record(
    ctx: RequestContext,
    { id, officeId }: MediaOutletEntity,
    name: string,
    facts: Record<string, string[]> = {},
  ): Promise<void> {
    return this.ledger.record(ctx, { name, subjectType: 'mediaOutlet', subjectId: id, officeId, data: facts });
  }
}

function toColumns(changes: OutletChanges): Partial<MediaOutletEntity> {
  const { name, districtCodes, needs, ...rest } = given(changes);
  return {
    ...rest,
    ...(name === undefined ? {} : { name: name.normalize('NFC').trim() }),
    ...(districtCodes === undefined ? {} : { districtCodes: [...new Set(districtCodes)].sort() }),
    ...(needs === undefined ? {} : { needs: [...new Set(needs)] }),
  };
}

async function expectDistricts(ctx: RequestContext, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const rows: { code: string }[] = await ctx.db.query('select code from districts where code = any($1)', [codes]);
  const wrong = codes.findIndex((code) => !rows.some((row) => row.code === code));
  if (wrong !== -1) {
    throw new DomainError(ErrorCode.INVALID, {
      path: ['input', 'districtCodes', String(wrong)],
      message: 'no such district',
    });
  }
}
