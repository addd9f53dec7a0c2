import { BulletinState } from '@domain/bulletins/bulletin';
import { NotificationKind } from '@domain/notifications/notification';
import { expectGolden } from '../../../../test/support/golden';
import { digestMail, notificationMail } from './notification-mail';
import { Outlet, pathOf, wordsOf } from './notification-presenter';
import type { NotificationRow } from './notification-select';

const bulletin = {
  id: '01900000-0000-7000-8000-000000000001',
  state: BulletinState.IN_SIGNOFF,
  headline: 'İğdeli’de içme suyu hattı yenileniyor',
  number: '2026/EDR-014',
  leadOffice: { id: 'edremit', name: 'Edremit Belediyesi' },
  isUnderEmbargo: true,
  refusal: [] as string[],
};

const row: NotificationRow = {
  id: '01900000-0000-7000-8000-000000000002',
  userId: '01900000-0000-7000-8000-000000000003',
  kind: NotificationKind.SIGNATURE_NEEDED,
  createdAt: new Date('2026-04-23T09:00:00+03:00'),
  readAt: null,
  doneAt: null,
  snoozedUntil: null,
  othersCount: 0,
  unreadCount: 1,
  isFollowed: false,
  isForOffice: false,
  office: { id: 'ayvalik', code: 'ayvalik', name: 'Ayvalık Belediyesi' },
  commentId: null,
  sectionId: null,
  decision: null,
  suggestionCount: 0,
  dueAt: '2026-04-24T06:00:00.000Z',
  waitedFor: [],
  actor: { name: 'Işıl Şimşek', officeName: 'Havran Belediyesi' },
  bulletin,
};

const asLead = { office: { id: 'edremit', code: 'edremit', name: 'Edremit Belediyesi' } };
const released = { ...bulletin, state: BulletinState.RELEASED, isUnderEmbargo: false };
const frame = { recipientName: 'Çağrı Öztürk', preferencesLink: 'https://tekses.example/hesap/bildirimler' };

/** What is particular to a kind. */
const particulars: Record<NotificationKind, Partial<NotificationRow>> = {
  INVITED: {},
  SIGNATURE_NEEDED: {},
  SIGNATURE_VOIDED: {},
  SIGNATURE_REMINDED: {},
  SIGNED: asLead,
  RETURNED: asLead,
  DECLINED: asLead,
  SIGNATURE_WITHDRAWN: asLead,
  MENTIONED: { commentId: '01900000-0000-7000-8000-000000000004' },
  COMMENTED: { commentId: '01900000-0000-7000-8000-000000000004' },
  SUGGESTIONS_WAITING: { sectionId: '01900000-0000-7000-8000-000000000005' },
  SUGGESTION_DECIDED: { sectionId: '01900000-0000-7000-8000-000000000005', decision: 'ACCEPTED', suggestionCount: 1 },
  RELEASE_APPROVED: {},
  RELEASED: { actor: null, bulletin: released },
  RELEASE_REFUSED: {
    ...asLead,
    actor: null,
    bulletin: { ...bulletin, isUnderEmbargo: false, refusal: ['SIGNATURES_MISSING', 'HASH_DIFFERS'] },
  },
  WITHDRAWN: { bulletin: { ...released, state: BulletinState.WITHDRAWN } },
  CORRECTION_BEGUN: { bulletin: { ...bulletin, isUnderEmbargo: false, state: BulletinState.IN_REVIEW, number: null } },
  SIGNOFF_DUE_SOON: { actor: null },
  SIGNOFF_LAPSED: { ...asLead, actor: null, waitedFor: ['Havran Belediyesi'] },
  EMBARGO_ENDS_UNSIGNED: { actor: null, waitedFor: ['Ayvalık Belediyesi', 'Havran Belediyesi'] },
};

function rowOf(kind: NotificationKind): NotificationRow {
  return { ...row, kind, ...particulars[kind] };
}

function mailOf(notification: NotificationRow) {
  const link = `https://tekses.example${pathOf(notification) ?? ''}`;
  return notificationMail({ ...wordsOf(notification, Outlet.MAIL), link }, frame);
}

const kinds = Object.values(NotificationKind);

describe('the words of notifications', () => {
  it.each(kinds)('golden: %s in the workspace and by mail', (kind) => {
    const inWorkspace = wordsOf(rowOf(kind), Outlet.WORKSPACE);
    const { subject, text } = mailOf(rowOf(kind));

    expectGolden(
      `notifications/${kind}.txt`,
      [
        '[çalışma alanı]',
        inWorkspace.title,
        inWorkspace.body,
        inWorkspace.why,
        '',
        '[e-posta]',
        `Konu: ${subject}`,
        '',
        text,
      ].join('\n'),
    );
  });

  it('golden: the mail as a page', () => {
    expectGolden('notifications/SIGNATURE_NEEDED.html', `${mailOf(row).html}\n`);
  });

  it('golden: the digest of a day', () => {
    const items = [NotificationKind.RELEASED, NotificationKind.SIGNED].map((kind) => ({
      ...wordsOf(rowOf(kind), Outlet.MAIL),
      link: `https://tekses.example${pathOf(rowOf(kind)) ?? ''}`,
    }));
    const mail = digestMail(items, 3, frame);

    expectGolden('notifications/digest.txt', `Konu: ${mail.subject}\n\n${mail.text}`);
    expectGolden('notifications/digest.html', `${mail.html}\n`);
  });

  it.each(kinds.filter((kind) => kind !== NotificationKind.RELEASED))(
    'tell no word or number of a bulletin that is not public by mail: %s',
    (kind) => {
      const { subject, text, html } = mailOf(rowOf(kind));

      expect(`${subject} ${text} ${html}`).not.toMatch(/İğdeli|EDR-014/);
    },
  );

  it('say how many suggestions of a person were rejected at once', () => {
    const several = {
      ...rowOf(NotificationKind.SUGGESTION_DECIDED),
      decision: 'REJECTED' as const,
      suggestionCount: 3,
    };

    expect(wordsOf(several, Outlet.WORKSPACE)).toEqual({
      title: 'Önerileriniz reddedildi',
      body: [
        '“İğdeli’de içme suyu hattı yenileniyor”',
        'Sayı: 2026/EDR-014',
        'Hazırlayan: Edremit Belediyesi',
        'Öneri sayısı: 3',
        'Reddeden: Havran Belediyesi, Işıl Şimşek',
      ].join('\n'),
      why: 'Bu metne öneri yapmıştınız.',
    });
  });

  it('say nothing of a bulletin that went out of sight', () => {
    const hidden = { ...row, bulletin: null };

    expect(wordsOf(hidden, Outlet.WORKSPACE)).toEqual({
      title: 'Artık göremediğiniz bir bülten',
      body: 'Bu bildirimin konusu size açık değil.',
      why: '',
    });
    expect(pathOf(hidden)).toBeNull();
  });

  it('escape what people typed in the page of a mail', () => {
    const typed = { ...released, headline: '<script>alert("Iğdır")</script>' };

    const { html } = mailOf({ ...rowOf(NotificationKind.RELEASED), bulletin: typed });

    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script>');
  });
});
