/** One mail to one recipient, as it goes on the wire. */
export interface OutgoingMail {
  readonly envelope: {
    /** Where bounces go; empty for a mail that must not bounce (RFC 5321 §4.5.5). */
    readonly from: string;
    readonly to: string;
  };
  /** From `composeMessage`. */
  readonly raw: Buffer;
}

/** What the receiving side said. Only this decides what happens to a delivery next. */
export type MailAnswer = MailAccepted | MailRefused | MailDeferred;

/** The receiver took responsibility (250). */
export interface MailAccepted {
  readonly outcome: 'ACCEPTED';
  readonly response: string;
}

/** The receiver will never take it (5xx): not to be tried again. */
export interface MailRefused {
  readonly outcome: 'REFUSED';
  readonly code: number;
  readonly response: string;
  /** The address does not exist, so no mail to it will ever arrive; the contact is to be marked. */
  readonly isHardBounce: boolean;
}

/**
 * Not now (4xx, network, time-out), or not known: the connection was cut before the answer, and the mail may
 * have arrived. To be tried again with the same Message-ID.
 */
export interface MailDeferred {
  readonly outcome: 'DEFERRED';
  /** Null where nobody answered. */
  readonly code: number | null;
  readonly response: string;
}

/** Carries mail out of the house. An outward port: SMTP, or a folder of this machine. */
export abstract class Mailer {
  /** Never throws for what the other side says or fails to say. Refuses INVALID: an envelope that names not one address. */
  abstract send(mail: OutgoingMail): Promise<MailAnswer>;
  /** Waits for the mails that are under way and gives up the connections. */
  abstract close(): Promise<void>;
}
