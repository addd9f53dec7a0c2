import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedEdition } from '@domain/bulletins/edition';
import {
  ATTACHMENTS_TITLE,
  PICTURES_TITLE,
  editionDocument,
  officeNames,
  publicTitle,
  type EditionDocument,
  type Notice,
} from './edition-document';
import type { EditionLinks } from './edition-links';
import { articleText, contactsText, filesText, letterheadText, lines, noticeText, paragraphs } from './edition-text';
import { MailBlock, MailContacts, MailFiles, MailLink, STYLE } from './mail-parts';

/**
 * The bulletin as a mail. Subject and bodies are the same for every recipient (they are composed once per bulletin), so
 * nothing in them is personal: the way out of the list is a general page, and the personal address of it is in the head of
 * each mail (`List-Unsubscribe`, RFC 8058).
 *
 * A withdrawn bulletin is told by its notice and number alone, as on its page and in the feeds: whoever has the text must
 * not get a word of it again, the headline included. The mail answers the one that brought it.
 */

/** Mail programs show only the beginning of a longer mail (Gmail: 102 kB); bytes of UTF-8. */
export const MAX_MAIL_HTML_BYTES = 100_000;

const WHY = 'Bu iletiyi, adınız aşağıdaki kurumların basın listesinde bulunduğu için aldınız:';
const LEAVE = 'Abonelik tercihleri, listeden ayrılma ve kişisel verilerin korunması';

/** 'Düzeltme: Zeytin hasadı başladı'; one line, without a tag in front of an ordinary bulletin. */
export function mailSubject(published: PublishedEdition): string {
  const { headline, number } = editionDocument(published);
  if (published.withdrawn !== null) return `Geri çekildi: ${number}`;
  return published.edition.corrects === null ? headline : `Düzeltme: ${headline}`;
}

/** The text part: the plain text of the bulletin between letterhead and the way out of the list. */
export function mailText(published: PublishedEdition, links: EditionLinks): string {
  const document = editionDocument(published);
  const content = document.isWithdrawn
    ? []
    : [
        articleText(document),
        filesText(PICTURES_TITLE, document.pictures, links),
        filesText(ATTACHMENTS_TITLE, document.attachments, links),
        downloadsText(links),
      ];
  return paragraphs([
    letterheadText(document),
    ...document.notices.map(noticeText),
    ...content,
    contactsText(document.offices),
    lines([`Bültenin sayfası: ${links.page}`, `Bütün bültenler: ${links.newsroom}`]),
    lines(['-- ', `${WHY} ${officeNames(document.offices)}.`]),
    `${LEAVE}: ${links.subscription}`,
  ]);
}

/**
 * The HTML part: one column that fits a telephone, styles inline, no picture and nothing that loads from outside.
 * A body that would pass `MAX_MAIL_HTML_BYTES` ends earlier, at a block, with a link to the rest.
 */
export function mailHtml(published: PublishedEdition, links: EditionLinks): string {
  const document = editionDocument(published);
  const render = (blocks: number): string =>
    `<!DOCTYPE html>${renderToString(<MailPage document={document} links={links} blocks={blocks} />)}`;
  const fits = (html: string): boolean => Buffer.byteLength(html) <= MAX_MAIL_HTML_BYTES;
  const whole = render(document.body.length);
  if (fits(whole)) return whole;
  let [shown, tooMany] = [0, document.body.length];
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2);
    if (fits(render(middle))) shown = middle;
    else tooMany = middle;
  }
  return render(shown);
}

function downloadsText(links: EditionLinks): string {
  return lines([
    'Belge olarak',
    `PDF: ${links.document('pdf')}`,
    `Word: ${links.document('docx')}`,
    `Düz metin: ${links.document('txt')}`,
  ]);
}

interface MailPageProps {
  readonly document: EditionDocument;
  readonly links: EditionLinks;
  /** How many blocks of the body are shown. */
  readonly blocks: number;
}

function MailPage({ document, links, blocks }: MailPageProps): JSX.Element {
  return (
    <html lang="tr" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{publicTitle(document)}</title>
      </head>
      <body style={STYLE.page}>
        <div style={STYLE.preview}>{document.isWithdrawn ? document.notices[0]?.text : document.spot}</div>
        <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={STYLE.frame}>
          <tr>
            <td align="center" style={STYLE.gutter}>
              <table role="presentation" width="100%" cellPadding="0" cellSpacing="0" style={STYLE.column}>
                <tr>
                  <td style={STYLE.sheet}>
                    <MailLetterhead document={document} />
                    {document.notices.map((notice) => (
                      <MailNotice notice={notice} />
                    ))}
                    <MailArticle document={document} links={links} blocks={blocks} />
                    <MailContacts offices={document.offices} />
                    <MailFooter document={document} links={links} />
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

function MailLetterhead({ document }: { readonly document: EditionDocument }): JSX.Element {
  const [lead, ...partners] = document.offices;
  return (
    <div style={STYLE.letterhead}>
      <p style={STYLE.lead}>{lead?.name}</p>
      <p style={STYLE.quiet}>{lead?.pressUnit}</p>
      {partners.length > 0 && <p style={STYLE.partners}>Ortak kurumlar: {officeNames(partners)}</p>}
      <p style={STYLE.number}>
        <strong>{document.kindText}</strong> · {document.number} · {document.publishedText}
        {document.updatedText !== null && ` · Güncelleme: ${document.updatedText}`}
      </p>
    </div>
  );
}

function MailNotice({ notice }: { readonly notice: Notice }): JSX.Element {
  return (
    <div style={notice.kind === 'withdrawn' ? STYLE.alarm : STYLE.notice}>
      <p style={STYLE.noticeTitle}>{notice.title}</p>
      <p style={STYLE.noticeText}>{notice.text}</p>
    </div>
  );
}

function MailArticle({ document, links, blocks }: MailPageProps): JSX.Element {
  if (document.isWithdrawn) return <h1 style={STYLE.headline}>{publicTitle(document)}</h1>;
  return (
    <>
      <h1 style={STYLE.headline}>{document.headline}</h1>
      {document.spot !== '' && <p style={STYLE.spot}>{document.spot}</p>}
      {document.dateline !== '' && <p style={STYLE.dateline}>{document.dateline}</p>}
      {document.body.slice(0, blocks).map((block) => (
        <MailBlock block={block} />
      ))}
      {blocks < document.body.length && (
        <p style={STYLE.paragraph}>
          <MailLink href={links.page}>Metnin devamını bültenin sayfasında okuyun</MailLink>
        </p>
      )}
      <MailFiles title={PICTURES_TITLE} files={document.pictures} links={links} />
      <MailFiles title={ATTACHMENTS_TITLE} files={document.attachments} links={links} />
      <h2 style={STYLE.heading}>Belge olarak</h2>
      <p style={STYLE.paragraph}>
        <MailLink href={links.document('pdf')}>PDF</MailLink> · <MailLink href={links.document('docx')}>Word</MailLink>{' '}
        · <MailLink href={links.document('txt')}>Düz metin</MailLink>
      </p>
    </>
  );
}

function MailFooter({ document, links }: Omit<MailPageProps, 'blocks'>): JSX.Element {
  return (
    <>
      <p style={STYLE.paragraph}>
        <a href={links.page} style={STYLE.button}>
          Bültenin sayfası
        </a>{' '}
        &nbsp;{' '}
        <span style={STYLE.beside}>
          <MailLink href={links.newsroom}>Bütün bültenler</MailLink>
        </span>
      </p>
      <div style={STYLE.footer}>
        <p style={STYLE.small}>
          {WHY} {officeNames(document.offices)}.
        </p>
        <p style={STYLE.small}>
          <MailLink href={links.subscription}>{LEAVE}</MailLink>
        </p>
      </div>
    </>
  );
}
