import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '@domain/identity/actor';
import type { DraftWriter } from '@domain/text/draft-change';
import type { SectionAccess } from './section-access.service';

/** How others see somebody who has a section open. Said by the server alone. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  /** Short code of the office acted for, 'EDR'. */
  readonly office: string;
  /** Colour of that office, '#rrggbb'. */
  readonly color: string;
}

/** One WebSocket with its sections. */
export interface OpenSocket {
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly userId: string;
  /** Sections that were opened over it. */
  readonly sectionIds: Set<string>;
}

/** Somebody in one section's document; what may change meanwhile is replaced in place. */
export interface Participant {
  readonly socket: OpenSocket;
  actor: Actor;
  sessionId: string | null;
  access: SectionAccess;
  identity: Identity;
}

export function writerOf({ actor, access }: Participant): DraftWriter {
  return { userId: actor.userId ?? '', officeId: actor.officeId ?? '', mode: access.mode };
}

/** What Hocuspocus closes a document with; it logs the message of other errors, and this one has none. */
export class Denial extends Error {
  constructor(readonly reason: DenialReason) {
    super('');
  }
}

/** Why a document is not opened, or is closed by the server. After REFUSED follows ':' and a `DraftRefusal`. */
export enum DenialReason {
  /** No such section, or not for this person: as for a visitor, so that nothing is told. */
  NOT_FOUND = 'NOT_FOUND',
  /** The process ends; another one, or the next, is there soon. */
  CLOSING = 'CLOSING',
  /** More sections than one page needs. */
  TOO_MANY = 'TOO_MANY',
  /** An update was not taken over. */
  REFUSED = 'REFUSED',
}
