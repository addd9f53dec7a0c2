import type { ComponentChildren, JSX } from 'preact';
import { captionText } from './edition-text';
import { CONTACTS_TITLE, type DocumentFile, type DocumentOffice } from './edition-document';
import type { EditionLinks } from './edition-links';
import type { Block, TextRun } from './rich-text-blocks';

const SANS = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const SERIF = "font-family:Georgia,'Times New Roman',serif";
const [INK, QUIET, ACCENT, ALARM, LINE] = ['#1b1f23', '#51585f', '#0b4f5c', '#a3171f', '#d5dade'];

/** Styles of mails, inline because many mail programs drop style sheets. All text has a contrast of at least 7 to 1. */
export const STYLE = {
  page: `margin:0;padding:0;background:#eef1f3;color:${INK};-webkit-text-size-adjust:100%`,
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  frame: 'background:#eef1f3;border-collapse:collapse',
  gutter: 'padding:16px 8px',
  column: 'max-width:600px;border-collapse:collapse;text-align:left',
  sheet: `background:#ffffff;padding:24px 20px;border-top:4px solid ${ACCENT};${SERIF};font-size:17px;line-height:1.55;color:${INK};word-break:break-word;overflow-wrap:anywhere`,
  letterhead: `border-bottom:1px solid ${LINE};padding-bottom:12px;margin-bottom:20px`,
  lead: `margin:0;${SANS};font-size:18px;line-height:1.3;font-weight:bold;color:${ACCENT}`,
  quiet: `margin:2px 0 0;${SANS};font-size:14px;line-height:1.4;color:${QUIET}`,
  partners: `margin:8px 0 0;${SANS};font-size:14px;line-height:1.4;color:${INK}`,
  number: `margin:10px 0 0;${SANS};font-size:14px;line-height:1.4;color:${QUIET}`,
  notice: `margin:0 0 20px;padding:12px 16px;background:#eaf1f2;border-left:4px solid ${ACCENT};color:${INK}`,
  alarm: `margin:0 0 20px;padding:12px 16px;background:#faecec;border-left:4px solid ${ALARM};color:${INK}`,
  noticeTitle: `margin:0;${SANS};font-size:15px;font-weight:bold`,
  noticeText: 'margin:4px 0 0;font-size:16px;line-height:1.5',
  headline: `margin:0 0 12px;${SERIF};font-size:27px;line-height:1.2;font-weight:bold;color:${INK}`,
  spot: `margin:0 0 18px;font-size:18px;line-height:1.5;color:${QUIET}`,
  dateline: `margin:0 0 8px;${SANS};font-size:14px;line-height:1.4;font-weight:bold`,
  paragraph: 'margin:0 0 14px',
  heading: `margin:26px 0 8px;${SANS};font-size:18px;line-height:1.3;font-weight:bold;color:${ACCENT}`,
  subheading: `margin:20px 0 8px;${SANS};font-size:16px;line-height:1.3;font-weight:bold;color:${ACCENT}`,
  list: 'margin:0 0 14px;padding-left:24px',
  item: 'margin:0 0 6px',
  quote: `margin:18px 0;padding:0 0 0 16px;border-left:3px solid ${ACCENT}`,
  attribution: `margin:-6px 0 0;${SANS};font-size:14px;line-height:1.4;font-weight:bold;color:${QUIET}`,
  fileName: `${SANS};font-size:14px`,
  contact: `margin:0 0 12px;${SANS};font-size:15px;line-height:1.45`,
  link: `color:${ACCENT};text-decoration:underline`,
  button: `display:inline-block;margin-top:14px;padding:11px 18px;background:${ACCENT};color:#ffffff;${SANS};font-size:16px;font-weight:bold;text-decoration:none;border-radius:4px`,
  beside: `${SANS};font-size:16px`,
  footer: `margin-top:24px;padding-top:14px;border-top:1px solid ${LINE}`,
  small: `margin:0 0 8px;${SANS};font-size:13px;line-height:1.5;color:${QUIET}`,
} as const;

export function MailLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <a href={href} style={STYLE.link}>
      {children}
    </a>
  );
}

/** A block of the body; crossheads follow the headline, which is the h1. */
export function MailBlock({ block }: { readonly block: Block }): JSX.Element {
  switch (block.type) {
    case 'paragraph':
      return <p style={STYLE.paragraph}>{block.runs.map(mailRun)}</p>;
    case 'heading':
      return block.depth === 1 ? (
        <h2 style={STYLE.heading}>{block.runs.map(mailRun)}</h2>
      ) : (
        <h3 style={STYLE.subheading}>{block.runs.map(mailRun)}</h3>
      );
    case 'list':
      return block.start === null ? (
        <ul style={STYLE.list}>{block.items.map(mailItem)}</ul>
      ) : (
        <ol style={STYLE.list} start={block.start}>
          {block.items.map(mailItem)}
        </ol>
      );
    case 'quote':
      return (
        <blockquote style={STYLE.quote}>
          {block.blocks.map((inner) => (
            <MailBlock block={inner} />
          ))}
          {block.attribution !== null && <p style={STYLE.attribution}>{block.attribution}</p>}
        </blockquote>
      );
    default: {
      const unknown: never = block;
      throw new Error(`Writing a mail failed: there is no block ${JSON.stringify(unknown)}`);
    }
  }
}

/** Captions with the name of the file as the link to it: a picture itself would be blocked, or make the mail too large. */
export function MailFiles(props: {
  readonly title: string;
  readonly files: readonly DocumentFile[];
  readonly links: EditionLinks;
}): JSX.Element | null {
  if (props.files.length === 0) return null;
  return (
    <>
      <h2 style={STYLE.heading}>{props.title}</h2>
      <ol style={STYLE.list}>
        {props.files.map((file) => (
          <li style={STYLE.item}>
            {captionText(file)}
            <br />
            <span style={STYLE.fileName}>
              <MailLink href={props.links.file(file)}>{file.fileName}</MailLink>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

export function MailContacts({ offices }: { readonly offices: readonly DocumentOffice[] }): JSX.Element {
  return (
    <>
      <h2 style={STYLE.heading}>{CONTACTS_TITLE}</h2>
      {offices.map((office) => (
        <p style={STYLE.contact}>
          <strong>{office.name}</strong>, {office.pressUnit}
          <br />
          {contactParts(office).flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}
        </p>
      ))}
    </>
  );
}

function contactParts({ person, phone, email }: DocumentOffice): readonly ComponentChildren[] {
  return [
    person,
    phone && <MailLink href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>{phone}</MailLink>,
    email && <MailLink href={`mailto:${email}`}>{email}</MailLink>,
  ].filter(Boolean);
}

function mailItem(blocks: readonly Block[]): JSX.Element {
  const [only] = blocks;
  const isOneParagraph = blocks.length === 1 && only?.type === 'paragraph';
  return (
    <li style={STYLE.item}>
      {isOneParagraph ? only.runs.map(mailRun) : blocks.map((block) => <MailBlock block={block} />)}
    </li>
  );
}

function mailRun({ text, bold, italic, href }: TextRun): ComponentChildren {
  if (text === '\n') return <br />;
  let words: ComponentChildren = text;
  if (italic) words = <em>{words}</em>;
  if (bold) words = <strong>{words}</strong>;
  return href === null ? words : <MailLink href={href}>{words}</MailLink>;
}
