import { OUTBOX_PATH, renderOutboxList, renderOutboxMail } from './outbox-page';
import type { OutboxEntry, OutboxMail } from './outbox-reader';

const entry: OutboxEntry = {
  name: '20260423T060000Z-bir@havran.bel.tr.eml',
  sentAt: new Date('2026-04-23T09:00:00+03:00'),
  from: 'Havran Belediyesi <basin@havran.bel.tr>',
  to: 'Işıl Şahin <haber@b.example>',
  subject: 'Işıklı şenlik',
  byteLength: 1_300_000,
};
const mail: OutboxMail = {
  ...entry,
  headers: [
    { name: 'Subject', value: 'Işıklı şenlik' },
    { name: 'List-Id', value: '<basin.havran.bel.tr>' },
  ],
  text: 'Merhaba\n  İğdeli',
  html: '<p style="color:red">İğdeli & "tırnak"</p>',
  attachments: [{ fileName: 'afiş.jpg', mediaType: 'image/jpeg', byteLength: 2048 }],
};
const script = '<script>alert(1)</script><img src=x onerror="alert(1)">"\'>';

/** The document in the frame, as a browser reads the attribute. */
function frameOf(html: string): string {
  const attribute = /<iframe[^>]* srcdoc="([^"]*)"/.exec(html)?.[1] ?? '';
  return attribute.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe('renderOutboxList', () => {
  it('lists mails with links, Turkish dates and sizes', () => {
    const html = renderOutboxList({ mails: [entry], total: 1 });

    expect(html).toMatch(/^<!DOCTYPE html><html lang="tr">/);
    expect(html).toContain(`<a href="${OUTBOX_PATH}/20260423T060000Z-bir%40havran.bel.tr.eml">Işıklı şenlik</a>`);
    expect(html).toContain('23 Nisan 2026 Perşembe 09.00');
    expect(html).toContain('1.270 KB');
    expect(html).toContain('Toplam 1 ileti var.');
  });

  it('says that there is nothing, or that there is more', () => {
    expect(renderOutboxList({ mails: [], total: 0 })).toContain('Henüz ileti yok.');
    expect(renderOutboxList({ mails: [], total: 0 })).not.toContain('<table>');
    expect(renderOutboxList({ mails: [entry], total: 1500 })).toContain(
      'Toplam 1.500 iletiden en yeni 1 tanesi gösteriliyor.',
    );
  });

  it('shows hostile text as text', () => {
    const html = renderOutboxList({ mails: [{ ...entry, subject: script, to: script, from: script }], total: 1 });

    expect(html).not.toMatch(/<script|<img/i);
  });
});

describe('renderOutboxMail', () => {
  it('shows fields, text and attachments', () => {
    const html = renderOutboxMail(mail);

    expect(html).toContain('<th scope="row">List-Id</th><td>&lt;basin.havran.bel.tr></td>');
    expect(html).toContain('<pre>Merhaba\n  İğdeli</pre>');
    expect(html).toContain('afiş.jpg (image/jpeg, 2 KB)');
    expect(html).toContain('<title>Işıklı şenlik – Tek Ses</title>');
  });

  it('shows the HTML in a frame without any right, under a policy that stands first', () => {
    const html = renderOutboxMail(mail);

    expect(html).toMatch(/<iframe [^>]*sandbox(?:="")?[ >]/);
    expect(frameOf(html)).toBe(
      `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">${mail.html}`,
    );
  });

  it('lets nothing of the mail out of the frame', () => {
    const html = renderOutboxMail({
      ...mail,
      subject: script,
      text: script,
      html: script,
      headers: [{ name: script, value: script }],
      attachments: [{ fileName: script, mediaType: script, byteLength: 1 }],
    });

    expect(html).not.toMatch(/<script|<img/i);
    expect(frameOf(html).endsWith(script)).toBe(true);
  });
});
