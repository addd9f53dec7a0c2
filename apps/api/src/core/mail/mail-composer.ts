import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { DomainError, ErrorCode } from '@domain/errors';
import { relaxedBodyHash, signHead } from './dkim';
import type { AutoSubmitted, MailAttachment, MailContent, MailEnvelope, MailSender } from './mail';
import { parseDomain, parseMailAddress, parseMessageId } from './mail-address';
import { listField, mailboxField, refuseControls, textField } from './mime-header';

/**
 * Composing in two steps: `composeBody` builds the MIME body of a bulletin once, `composeMessage` writes the
 * head of one recipient before it. A distribution to 2,000 contacts so encodes its pictures once, not 2,000 times.
 */

/** A body that is ready for any number of recipients. */
export interface PreparedBody {
  readonly subject: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** The Content-* fields of the whole mail, folded. */
  readonly contentFields: readonly string[];
  /** The MIME body as it goes on the wire: ASCII, CRLF, no line above 998 octets. */
  readonly body: Buffer;
  /** SHA-256 of the relaxed body in base64: the `bh=` of every DKIM signature over it. */
  readonly bodyHash: string;
}

const MEDIA_TYPE = /^(?!message\/|multipart\/)[a-z0-9][a-z0-9!#$&^_.+-]{0,99}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,99}$/i;
const AUTO_SUBMITTED: readonly AutoSubmitted[] = ['no', 'auto-generated', 'auto-replied'];
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** Keeps the longest field within the 998 octets of RFC 5322 §2.1.1: an address of a page is not folded. */
const URL_LIMIT = 900;
const BOUNDARY_LENGTH = 32;

/**
 * Builds the body of a mail: text and HTML as alternatives, attachments beside them. The same content gives the
 * same bytes, so a retry after a crash repeats the mail exactly. Nothing is fetched or read from disk.
 * Refuses INVALID: control characters in subject or file names, a media type that is not one.
 */
export async function composeBody(content: MailContent): Promise<PreparedBody> {
  refuseControls(content.subject, ['subject']);
  const attachments = content.attachments ?? [];
  attachments.forEach(refuseUnfitAttachment);
  const composer = new MailComposer({
    text: withWireLineBreaks(content.text),
    html: withWireLineBreaks(content.html),
    attachments: attachments.map((attachment) => ({
      filename: attachment.fileName.normalize('NFC'),
      contentType: /^text\//i.test(attachment.mediaType)
        ? `${attachment.mediaType}; charset=utf-8`
        : attachment.mediaType,
      content: attachment.content,
      contentDisposition: 'attachment',
      contentTransferEncoding: 'base64',
    })),
    encoding: 'quoted-printable',
    boundaryPrefix: 'tekses',
    baseBoundary: fingerprint(content).slice(0, BOUNDARY_LENGTH),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { fields, body } = divide(await composer.compile().build());
  return {
    subject: content.subject,
    inReplyTo: content.inReplyTo,
    references: content.references,
    contentFields: fields.filter((field) => /^content-/i.test(field)),
    body,
    bodyHash: relaxedBodyHash(body),
  };
}

/**
 * The whole mail of one recipient, signed if the office has a DKIM key.
 * Refuses INVALID: a value that could end its field, an address that is not exactly one plain address,
 * a Message-ID, list name, date or address of a page that is not one. `path` names it.
 */
export function composeMessage(prepared: PreparedBody, sender: MailSender, envelope: MailEnvelope): Buffer {
  const fields = [
    ...addressFields(sender, envelope),
    ...mailFields(prepared, envelope),
    ...listFields(envelope),
    `Auto-Submitted: ${autoSubmitted(envelope)}`,
    'MIME-Version: 1.0',
    ...prepared.contentFields,
  ];
  if (sender.dkim) fields.unshift(signHead(fields, prepared.bodyHash, sender.dkim));
  return Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`, 'latin1'), prepared.body]);
}

function addressFields(sender: MailSender, envelope: MailEnvelope): string[] {
  refuseControls(sender.fromName, ['sender', 'fromName']);
  refuseControls(envelope.to.name ?? '', ['envelope', 'to', 'name']);
  const from = parseMailAddress(sender.fromAddress, ['sender', 'fromAddress']);
  const to = parseMailAddress(envelope.to.address, ['envelope', 'to', 'address']);
  const fields = [
    mailboxField('From', { name: sender.fromName, address: from }),
    mailboxField('To', { name: envelope.to.name, address: to }),
  ];
  if (sender.replyTo === undefined) return fields;
  return [...fields, mailboxField('Reply-To', { address: parseMailAddress(sender.replyTo, ['sender', 'replyTo']) })];
}

function mailFields(prepared: PreparedBody, envelope: MailEnvelope): string[] {
  const inReplyTo = envelope.inReplyTo ?? prepared.inReplyTo;
  const references = envelope.references ?? prepared.references ?? [];
  const fields = [
    textField('Subject', prepared.subject),
    `Date: ${mailDate(envelope.date)}`,
    `Message-ID: ${parseMessageId(envelope.messageId, ['envelope', 'messageId'])}`,
  ];
  if (inReplyTo !== undefined) fields.push(`In-Reply-To: ${parseMessageId(inReplyTo, ['inReplyTo'])}`);
  if (references.length > 0) {
    fields.push(
      listField(
        'References',
        references.map((id, index) => parseMessageId(id, ['references', String(index)])),
      ),
    );
  }
  return fields;
}

/** RFC 2919 and RFC 8058. One-click is offered only where the request travels safely. */
function listFields(envelope: MailEnvelope): string[] {
  const fields: string[] = [];
  if (envelope.listId !== undefined) fields.push(`List-Id: <${parseDomain(envelope.listId, ['envelope', 'listId'])}>`);
  if (envelope.unsubscribeUrl !== undefined) {
    const url = unsubscribeUrl(envelope.unsubscribeUrl);
    fields.push(`List-Unsubscribe: <${url.href.replaceAll(',', '%2C')}>`);
    const isSafe = url.protocol === 'https:' || LOOPBACK_HOSTS.includes(url.hostname);
    if (isSafe) fields.push('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  }
  return fields;
}

function unsubscribeUrl(text: string): URL {
  const path = ['envelope', 'unsubscribeUrl'];
  refuseControls(text, path);
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPage = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!isPage || url.href.length > URL_LIMIT || !/^[\x21-\x7e]+$/.test(url.href) || /[<>]/.test(url.href)) {
    throw new DomainError(ErrorCode.INVALID, { path, message: 'not the address of a page' });
  }
  return url;
}

function autoSubmitted(envelope: MailEnvelope): AutoSubmitted {
  if (AUTO_SUBMITTED.includes(envelope.autoSubmitted)) return envelope.autoSubmitted;
  throw new DomainError(ErrorCode.INVALID, { path: ['envelope', 'autoSubmitted'], message: 'not a known value' });
}

/** RFC 5322 §3.3 in UTC: `Thu, 23 Apr 2026 06:00:00 +0000`. */
function mailDate(date: Date): string {
  if (Number.isNaN(date.getTime())) {
    throw new DomainError(ErrorCode.INVALID, { path: ['envelope', 'date'], message: 'not an instant' });
  }
  return date.toUTCString().replace('GMT', '+0000');
}

function refuseUnfitAttachment(attachment: MailAttachment, index: number): void {
  const path = ['attachments', String(index)];
  refuseControls(attachment.fileName, [...path, 'fileName']);
  if (attachment.fileName.trim() === '' || /[/\\]/.test(attachment.fileName)) {
    throw new DomainError(ErrorCode.INVALID, { path: [...path, 'fileName'], message: 'not the name of a file' });
  }
  if (!MEDIA_TYPE.test(attachment.mediaType)) {
    throw new DomainError(ErrorCode.INVALID, { path: [...path, 'mediaType'], message: 'not a media type' });
  }
}

/** A hash over all that the body is made of: a boundary from it cannot be foreseen by who writes the content. */
function fingerprint(content: MailContent): string {
  const hash = createHash('sha256');
  const add = (part: string | Buffer): void => {
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  };
  add(content.text);
  add(content.html);
  for (const attachment of content.attachments ?? []) {
    add(attachment.fileName);
    add(attachment.mediaType);
    add(attachment.content);
  }
  return hash.digest('hex');
}

/** Every kind of line break as CRLF: a bare CR or LF would let two servers see two different ends of a mail. */
function withWireLineBreaks(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}

/** The head as folded fields, and the body after the empty line. */
function divide(message: Buffer): { fields: string[]; body: Buffer } {
  const headEnd = message.indexOf('\r\n\r\n');
  const head = message.subarray(0, headEnd).toString('latin1');
  return { fields: head.split(/\r\n(?![ \t])/), body: message.subarray(headEnd + 4) };
}
