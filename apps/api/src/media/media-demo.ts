import { Injectable } from '@nestjs/common';
import {
  LegalBasis,
  type OutletChannel,
  type OutletNeed,
  type OutletScope,
  type OutletType,
} from '@domain/media/media';
import type { RequestContext } from '../core/context';
import { Transactions } from '../core/transactions';
import demo from './demo-media.json';
import { MediaContactEntity } from './media-contact.entity';
import { MediaContacts } from './media-contacts.service';
import { insertMembers, MediaLists } from './media-lists.service';
import { MediaOutlets } from './media-outlets.service';

export interface DemoOffice {
  readonly id: string;
  readonly code: string;
}

interface DemoOutlet {
  readonly key: string;
  readonly name: string;
  readonly type: OutletType;
  readonly scope: OutletScope;
  readonly districtCodes: readonly string[];
  readonly phone: string;
  readonly preferredChannel: OutletChannel;
  readonly pressDeadline: string | null;
  readonly needs: readonly OutletNeed[];
  readonly notes: string;
  readonly isActive: boolean;
  readonly source: keyof typeof origins;
  readonly noticeGivenOn: string;
  readonly reviewDueOn: string;
  readonly contacts: readonly { readonly unit: string; readonly email: string }[];
}

const keeper = 'balikesir-bb';

/** How the made-up addresses came in, and the ground that follows from it. */
const origins = {
  'resmi-baski': { source: 'Basılı künye', legalBasis: LegalBasis.MADE_PUBLIC },
  'yayin-kunyesi': { source: 'Yayın künyesi', legalBasis: LegalBasis.MADE_PUBLIC },
  'basvuru-formu': { source: 'Başvuru formu', legalBasis: LegalBasis.EXPLICIT_CONSENT },
  'karsilikli-gorusme': { source: 'Karşılıklı görüşme', legalBasis: LegalBasis.LEGITIMATE_INTEREST },
} as const;

/** A believable press guide: 40 invented outlets at example addresses, two desks each, on five lists lent to all. */
@Injectable()
export class MediaDemo {
  constructor(
    private readonly transactions: Transactions,
    private readonly outlets: MediaOutlets,
    private readonly contacts: MediaContacts,
    private readonly lists: MediaLists,
  ) {}

  /** Fills the guide of the metropolitan office once and lends its lists to the other given offices. */
  async seed(ctx: RequestContext, offices: readonly DemoOffice[]): Promise<void> {
    const owner = offices.find(({ code }) => code === keeper);
    if (!owner) throw new Error(`the demo needs the office ${keeper}`);
    await this.transactions.run(ctx, async (ctx) => {
      const contactIds = new Map<string, readonly string[]>();
      for (const outlet of demo.outlets as readonly DemoOutlet[]) {
        contactIds.set(outlet.key, await this.seedOutlet(ctx, owner.id, outlet));
      }
      const borrowers = offices.filter(({ id }) => id !== owner.id).map(({ id }) => id);
      for (const { name, description, outlets } of demo.lists) {
        const list = await this.lists.add(ctx, owner.id, { name, description });
        await insertMembers(
          ctx,
          list.id,
          outlets.flatMap((key) => contactIds.get(key) ?? []),
        );
        await this.lists.lend(ctx, list, borrowers);
      }
    });
  }

  private async seedOutlet(ctx: RequestContext, officeId: string, outlet: DemoOutlet): Promise<string[]> {
    const { key: _key, source, noticeGivenOn, reviewDueOn, contacts, ...columns } = outlet;
    const { id: outletId } = await this.outlets.add(ctx, officeId, columns);
    const rows = contacts.map(({ unit, email }) =>
      this.contacts.build(ctx, officeId, {
        ...origins[source],
        outletId,
        unit,
        email,
        phone: outlet.phone,
        noticeGivenOn,
        reviewDueOn,
        isActive: outlet.isActive,
      }),
    );
    await ctx.db.insert(MediaContactEntity, rows);
    return rows.map(({ id }) => id);
  }
}
