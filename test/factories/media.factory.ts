import { randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { LegalBasis, OutletChannel, OutletScope, OutletType } from '@domain/media/media';
import type { Env } from '../../apps/api/src/config/env';
import { DatabaseClock } from '../../apps/api/src/core/clock';
import { Deliveries } from '../../apps/api/src/core/delivery/deliveries.service';
import { Jobs } from '../../apps/api/src/core/jobs/jobs.service';
import { Ledger } from '../../apps/api/src/core/ledger/ledger.service';
import { Logger } from '../../apps/api/src/core/logger';
import { Transactions } from '../../apps/api/src/core/transactions';
import { addressMark } from '../../apps/api/src/media/address-keys';
import { MediaContactEntity } from '../../apps/api/src/media/media-contact.entity';
import { MediaContacts } from '../../apps/api/src/media/media-contacts.service';
import { MediaDemo } from '../../apps/api/src/media/media-demo';
import { MediaExports } from '../../apps/api/src/media/media-exports.service';
import { MediaImports } from '../../apps/api/src/media/media-imports.service';
import { MediaKeys } from '../../apps/api/src/media/media-keys';
import { MediaListMemberEntity } from '../../apps/api/src/media/media-list-member.entity';
import { MediaListShareEntity } from '../../apps/api/src/media/media-list-share.entity';
import { MediaListEntity } from '../../apps/api/src/media/media-list.entity';
import { MediaLists } from '../../apps/api/src/media/media-lists.service';
import { MediaOutletEntity } from '../../apps/api/src/media/media-outlet.entity';
import { MediaOutlets } from '../../apps/api/src/media/media-outlets.service';
import { MediaPreferenceEntity } from '../../apps/api/src/media/media-preference.entity';
import { MediaQueries } from '../../apps/api/src/media/media.queries';
import { MediaRecipients } from '../../apps/api/src/media/media-recipients.service';
import { testNow } from '../support/clock';
import { officeIdByCode } from './identity.factory';

/** The secret of test applications (`startTestApp`). */
const testSecret = 'test secret that is long enough for keys';

/** A newspaper of Edremit in the guide of its office. */
export async function buildOutlet(
  db: EntityManager,
  overrides: Partial<MediaOutletEntity> = {},
): Promise<MediaOutletEntity> {
  return db.save(
    Object.assign(new MediaOutletEntity(), {
      id: newId(testNow),
      name: `Işık Gazetesi ${randomBytes(4).toString('hex')}`,
      type: OutletType.NEWSPAPER,
      scope: OutletScope.DISTRICT,
      districtCodes: ['edremit'],
      pressDeadline: null,
      preferredChannel: OutletChannel.EMAIL,
      needs: [],
      phone: null,
      website: null,
      notes: '',
      isActive: true,
      createdAt: testNow,
      updatedAt: testNow,
      ...overrides,
      officeId: overrides.officeId ?? (await officeIdByCode(db, 'edremit')),
    }),
  );
}

/** A person in the guide of Edremit who gets mail. */
export async function buildContact(
  db: EntityManager,
  overrides: Partial<MediaContactEntity> = {},
): Promise<MediaContactEntity> {
  const email = overrides.email ?? `haber-${randomBytes(6).toString('hex')}@gazete.example`;
  return db.save(
    Object.assign(new MediaContactEntity(), {
      id: newId(testNow),
      outletId: null,
      importId: null,
      name: 'Çağrı Işıklı',
      unit: 'Yazı işleri',
      phone: null,
      legalBasis: LegalBasis.LEGITIMATE_INTEREST,
      source: 'Yayın künyesi',
      noticeGivenOn: '2026-01-10',
      reviewDueOn: '2027-01-10',
      bouncedAt: null,
      bounceReason: null,
      anonymisedAt: null,
      isActive: true,
      notes: '',
      createdAt: testNow,
      updatedAt: testNow,
      ...overrides,
      email,
      addressMark: markOf(email),
      officeId: overrides.officeId ?? (await officeIdByCode(db, 'edremit')),
    }),
  );
}

interface ListParts {
  readonly contacts?: readonly { readonly id: string }[];
  /** Ids of offices that have it on loan. */
  readonly lentTo?: readonly string[];
}

/** A list of Edremit with these contacts. */
export async function buildList(
  db: EntityManager,
  overrides: Partial<MediaListEntity> = {},
  { contacts = [], lentTo = [] }: ListParts = {},
): Promise<MediaListEntity> {
  const list = await db.save(
    Object.assign(new MediaListEntity(), {
      id: newId(testNow),
      name: `Körfez ${randomBytes(4).toString('hex')}`,
      description: '',
      createdById: null,
      createdAt: testNow,
      updatedAt: testNow,
      ...overrides,
      officeId: overrides.officeId ?? (await officeIdByCode(db, 'edremit')),
    }),
  );
  for (const { id } of contacts) {
    await db.insert(MediaListMemberEntity, { listId: list.id, contactId: id, addedAt: testNow });
  }
  for (const officeId of lentTo) {
    await db.insert(MediaListShareEntity, { listId: list.id, officeId, sharedAt: testNow });
  }
  return list;
}

/** Something that an address does not want. */
export async function buildRefusal(
  db: EntityManager,
  address: string,
  { officeId = null, topic = null }: { readonly officeId?: string | null; readonly topic?: string | null } = {},
): Promise<void> {
  await db.insert(MediaPreferenceEntity, {
    id: newId(testNow),
    addressMark: markOf(address),
    officeId,
    topic,
    refusedAt: testNow,
  });
}

export function markOf(address: string): Buffer {
  return addressMark(testSecret, address);
}

/** The services of the press guide on a test database, without the application around them. */
export function mediaServices({ dataSource, url }: { readonly dataSource: DataSource; readonly url: string }) {
  const options = { databaseUrl: url, isWorker: false, isUpkept: false, concurrency: 1 };
  const jobs = new Jobs(dataSource, new DatabaseClock(dataSource), new Logger('silent'), options);
  const ledger = new Ledger(jobs);
  const transactions = new Transactions(dataSource);
  const keys = new MediaKeys({ SESSION_SECRET: testSecret } as Env);
  const outlets = new MediaOutlets(transactions, ledger);
  const contacts = new MediaContacts(transactions, ledger, keys, new Deliveries());
  const lists = new MediaLists(transactions, ledger);
  return {
    outlets,
    contacts,
    lists,
    imports: new MediaImports(transactions, ledger, outlets, contacts),
    exports: new MediaExports(transactions, ledger),
    queries: new MediaQueries(),
    recipients: new MediaRecipients(transactions, ledger, keys),
    demo: new MediaDemo(transactions, outlets, contacts, lists),
  };
}
