import { expectGolden } from '../../../../test/support/golden';
import type { MailWords } from '../core/mail/letter';
import { invitationMail, passwordChangedMail, passwordResetMail } from './mail-templates';

const expiresAt = new Date('2026-04-30T09:00:00+03:00');
const link = 'https://tekses.ornek.bel.tr/davet#ts_o_3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

it.each<[string, MailWords]>([
  [
    'invitation',
    invitationMail({
      name: 'Işıl Şimşek Gökçeoğlu',
      officeName: 'Edremit Belediyesi',
      pressUnit: 'Basın ve Halkla İlişkiler Müdürlüğü',
      title: 'Haber editörü',
      link,
      expiresAt,
    }),
  ],
  ['password-reset', passwordResetMail({ name: 'İlker Öğütçü', link: link.replace('davet', 'parola'), expiresAt })],
  ['password-changed', passwordChangedMail({ name: 'Gülşah İnceoğlu', at: new Date('2026-04-23T09:00:00+03:00') })],
])('says in the %s mail what was reviewed', (name, mail) => {
  expectGolden(`mails/${name}.txt`, `Konu: ${mail.subject}\n\n${mail.text}`);
  expectGolden(`mails/${name}.html`, `${mail.html}\n`);
});

it('shows what somebody called themselves as text, never as markup', () => {
  const { html, text } = passwordResetMail({ name: '<img src=x onerror=alert(1)>', link, expiresAt });

  expect(html).not.toContain('<img');
  expect(html).toContain('Merhaba &lt;img src=x onerror=alert(1)>,');
  expect(text).toContain('Merhaba <img src=x onerror=alert(1)>,');
});
