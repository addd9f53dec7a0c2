/**
 * The words of mail. A mail is put together in two steps: the **content** is the same for everybody and is
 * turned into a MIME body once; the **envelope** is one recipient's, and only the head is written for it.
 * The **sender** is an office: its name, its address and its DKIM key.
 */

export interface MailAttachment {
  /** As shown to the reader; no path, no control characters. */
  readonly fileName: string;
  /** `type/subtype` without parameters, e.g. `application/pdf`. */
  readonly mediaType: string;
  readonly content: Buffer;
}

/** What every recipient gets. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** Message-ID of the mail that this one answers, where it is the same for everybody. */
  readonly inReplyTo?: string;
  /** Message-IDs of the thread, oldest first, where they are the same for everybody. */
  readonly references?: readonly string[];
}

export interface DkimIdentity {
  /** The signing domain (`d=`). For DMARC it is the domain of `fromAddress` or a parent of it. */
  readonly domain: string;
  /** The name under `_domainkey.<domain>` where the public key stands in DNS (`s=`). */
  readonly selector: string;
  /** RSA private key as PEM (PKCS #8). */
  readonly privateKey: string;
}

/** The office that speaks. */
export interface MailSender {
  /** The right-hand side of the office's Message-IDs, e.g. `edremit.bel.tr`. */
  readonly officeDomain: string;
  /** As the recipient sees it: `Edremit Belediyesi Basın Müdürlüğü`. */
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo?: string;
  readonly dkim?: DkimIdentity;
}

/**
 * Who or what pressed send (RFC 3834 §5): `no` for a person, `auto-generated` for the workspace by itself,
 * `auto-replied` for an answer to a mail. Anything but `no` keeps vacation answers away.
 */
export type AutoSubmitted = 'no' | 'auto-generated' | 'auto-replied';

/** What one recipient's head needs. */
export interface MailEnvelope {
  /** Exactly one recipient: addresses are not shown to each other. */
  readonly to: { readonly name?: string; readonly address: string };
  /** Stable across retries, so that receivers recognise a repeated mail; with or without angle brackets. */
  readonly messageId: string;
  /** The name of the list (RFC 2919), e.g. `basin.edremit.bel.tr`, without angle brackets. */
  readonly listId?: string;
  /** Where one POST ends the subscription (RFC 8058); needs https, or http on this machine. */
  readonly unsubscribeUrl?: string;
  readonly autoSubmitted: AutoSubmitted;
  /** The Date header: when the mail was released, kept across retries. */
  readonly date: Date;
  /** This recipient's earlier mail: a correction answers what exactly this person received. Wins over the content's. */
  readonly inReplyTo?: string;
  /** This recipient's thread, oldest first. Wins over the content's. */
  readonly references?: readonly string[];
}

/** The Message-ID of a delivery: the id of its row under the office's domain, so that a retry writes the same one. */
export function messageIdOf(deliveryId: string, officeDomain: string): string {
  return `<${deliveryId}@${officeDomain}>`;
}
