import type { Connection, Document } from '@hocuspocus/server';
import type { Participant } from './participant';

type States = Map<number, Record<string, unknown>>;

const maxCursorLength = 2_000;
const maxClientsPerConnection = 3;

/**
 * Makes the states that a client sent into what it may say: a cursor, and about itself only. Name, office and colour
 * are those of the session, whatever was sent. Presence is passed on and never stored.
 */
export function tellPresence(states: States, document: Document, connection: Connection<Participant>): void {
  const own = document.getClients(connection);
  const others = clientsOfOthers(document, connection);
  const room = maxClientsPerConnection - own.size;
  const strangers = [...states.keys()].filter((client) => !own.has(client));
  for (const [place, client] of strangers.entries()) {
    if (others.has(client) || place >= room) states.delete(client);
  }
  for (const [client, state] of states) {
    const { identity, access } = connection.context;
    states.set(client, { user: identity, mode: access.mode, cursor: cursorOf(state) });
  }
}

/** The client numbers under which other connections are present. */
export function clientsOfOthers(document: Document, connection: Connection<Participant>): ReadonlySet<number> {
  return new Set(
    document
      .getConnections()
      .filter((other) => other !== connection)
      .flatMap((other) => [...(document.getClients(other) as Set<number>)]),
  );
}

function cursorOf({ cursor }: Record<string, unknown>): unknown {
  if (typeof cursor !== 'object' || cursor === null) return null;
  return JSON.stringify(cursor).length <= maxCursorLength ? cursor : null;
}
