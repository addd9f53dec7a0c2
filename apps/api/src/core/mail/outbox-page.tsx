import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDateTimePress } from '@turkish/dates';
import { formatNumber } from '@turkish/numbers';
import type { OutboxEntry, OutboxListing, OutboxMail } from './outbox-reader';

/** Where the outbox is shown: the list there, one mail at `<path>/<name>`. */
export const OUTBOX_PATH = '/giden-kutusu';

/**
 * The policy for both pages. Nothing runs and nothing comes from elsewhere. Mails carry their styles inline, and a
 * `srcdoc` frame inherits the policy of its page, so inline styles are let through; this is a page for demos only.
 */
export const OUTBOX_CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Inside the frame: the same, said by the document itself, so that it holds wherever the document is opened. */
const FRAME_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const CSS = `
:root{color-scheme:light}
body{margin:0;background:#eef1f3;color:#1b1f23;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif}
main{max-width:64rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:2rem 0 .5rem}
a{color:#0b4f5c}a:focus-visible,iframe:focus-visible,pre:focus-visible{outline:3px solid #0b4f5c;outline-offset:2px}
table{width:100%;border-collapse:collapse;background:#fff}
th,td{padding:.5rem .75rem;border-bottom:1px solid #d5dade;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th[scope=row]{width:12rem;font-weight:600}.number{text-align:right;white-space:nowrap}
pre{margin:0;padding:1rem;background:#fff;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
iframe{width:100%;height:40rem;border:1px solid #d5dade;background:#fff}
`;

/** The list of mails that were written instead of sent. */
export function renderOutboxList(listing: OutboxListing): string {
  return page(
    'Giden kutusu',
    <>
      <p>
        Bu kurulumda posta sunucusu tanımlı değil. Gönderilen iletiler alıcılara ulaşmaz; burada saklanır.{' '}
        {countOf(listing)}
      </p>
      {listing.mails.length > 0 && <MailTable mails={listing.mails} />}
    </>,
  );
}

/** One mail: its fields, its text, and its HTML in a frame in which nothing runs. */
export function renderOutboxMail(mail: OutboxMail): string {
  return page(
    mail.subject === '' ? 'Konusuz ileti' : mail.subject,
    <>
      <p>
        <a href={OUTBOX_PATH}>Giden kutusuna dön</a>
      </p>
      <HeaderTable mail={mail} />
      <h2>Görünüm</h2>
      <iframe title="İletinin görünümü" sandbox="" srcdoc={framed(mail.html)} />
      <h2>Düz metin</h2>
      <pre>{mail.text}</pre>
      {mail.attachments.length > 0 && <Attachments mail={mail} />}
    </>,
  );
}

function MailTable({ mails }: { readonly mails: readonly OutboxEntry[] }): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Konu</th>
          <th scope="col">Alıcı</th>
          <th scope="col">Gönderen</th>
          <th scope="col">Tarih</th>
          <th scope="col" class="number">
            Boyut
          </th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.name}>
            <td>
              <a href={`${OUTBOX_PATH}/${encodeURIComponent(mail.name)}`}>{mail.subject || 'Konusuz ileti'}</a>
            </td>
            <td>{mail.to}</td>
            <td>{mail.from}</td>
            <td>{momentOf(mail.sentAt)}</td>
            <td class="number">{sizeOf(mail.byteLength)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderTable({ mail }: { readonly mail: OutboxMail }): JSX.Element {
  return (
    <table>
      <tbody>
        {mail.headers.map((header, index) => (
          <tr key={index}>
            <th scope="row">{header.name}</th>
            <td>{header.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Attachments({ mail }: { readonly mail: OutboxMail }): JSX.Element {
  return (
    <>
      <h2>Ekler</h2>
      <ul>
        {mail.attachments.map((attachment, index) => (
          <li key={index}>
            {attachment.fileName} ({attachment.mediaType}, {sizeOf(attachment.byteLength)})
          </li>
        ))}
      </ul>
    </>
  );
}

function page(title: string, content: ComponentChildren): string {
  const html = renderToString(
    <html lang="tr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – Tek Ses`}</title>
        <style dangerouslySetInnerHTML={{ __html: CSS }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${html}`;
}

/** The policy stands before the first byte of the mail, so that nothing in the mail comes before it. */
function framed(html: string): string {
  return `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}">${html}`;
}

function countOf(listing: OutboxListing): string {
  if (listing.total === 0) return 'Henüz ileti yok.';
  if (listing.total === listing.mails.length) return `Toplam ${formatNumber(listing.total)} ileti var.`;
  return `Toplam ${formatNumber(listing.total)} iletiden en yeni ${formatNumber(listing.mails.length)} tanesi gösteriliyor.`;
}

function momentOf(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? 'Tarihsiz' : formatDateTimePress(instant);
}

/** In kilobytes, at least 1. */
function sizeOf(byteLength: number): string {
  return `${formatNumber(Math.max(1, Math.round(byteLength / 1024)))} KB`;
}
