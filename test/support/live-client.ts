import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import type { SignedIn } from './app';

/** One running subscription, as a client sees it. */
export interface LiveWatch<T> {
  /** Everything that came, in order. */
  readonly events: T[];
  /** Codes of the refusals that ended it. */
  readonly refusals: string[];
  /** The next event; fails when none comes within five seconds. */
  next(): Promise<T>;
  /** Waits until the server ended it. */
  ended(): Promise<void>;
  stop(): void;
}

export interface LiveClient {
  watch<T>(query: string, variables?: object): Promise<LiveWatch<T>>;
  close(): Promise<void>;
}

const patience = 5_000;

/** A graphql-ws client on a real WebSocket with the cookie of this session; without `as` a visitor. */
export function liveClient(
  url: string,
  as: SignedIn | null,
  headers: Readonly<Record<string, string>> = {},
): LiveClient {
  const cookie: Record<string, string> = as ? { Cookie: as.cookie } : {};
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers: { ...cookie, ...headers } });
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    lazy: true,
    retryAttempts: 0,
  });
  return {
    watch: async <T>(query: string, variables: object = {}) => {
      const live = startWatch<T>(client, query, variables);
      await settled();
      return live;
    },
    close: async () => {
      await client.dispose();
    },
  };
}

/** Long enough for a subscription to stand, or for an event that must not come to have come. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
}

function startWatch<T>(client: Client, query: string, variables: object): LiveWatch<T> {
  const events: T[] = [];
  const refusals: string[] = [];
  let read = 0;
  let isOver = false;
  const stop = client.subscribe<T>(
    { query, variables: { ...variables } },
    {
      next: ({ data, errors }) => {
        if (errors) refusals.push(...errors.map(codeOf));
        if (data) events.push(data);
      },
      error: (failure) => {
        refusals.push(...(Array.isArray(failure) ? failure.map(codeOf) : [closeCode(failure)]));
        isOver = true;
      },
      complete: () => {
        isOver = true;
      },
    },
  );
  return {
    events,
    refusals,
    next: async () => {
      await until(() => events.length > read, 'an event');
      read += 1;
      return events[read - 1] as T;
    },
    ended: () => until(() => isOver, 'the end'),
    stop,
  };
}

function codeOf(error: { readonly extensions?: { readonly code?: unknown } | null }): string {
  return String(error.extensions?.code);
}

function closeCode(failure: unknown): string {
  const isClose = typeof failure === 'object' && failure !== null && 'code' in failure;
  return isClose ? String(failure.code) : String(failure);
}

async function until(isThere: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!isThere()) {
    if (performance.now() > deadline) throw new Error(`waited for ${what} in vain`);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}
