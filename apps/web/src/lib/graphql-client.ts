import { cacheExchange } from '@urql/exchange-graphcache';
import type { Client as Socket } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from 'urql';

/** Told when the session has ended, so that the person can sign in again without losing the page. */
export const sessionEnd = new EventTarget();

/** Told when the live line is back after a cut: what was sent meanwhile is lost, so pages read again. */
export const lineBack = new EventTarget();

const hasCode = (error: CombinedError, code: string) =>
  error.graphQLErrors.some(({ extensions }) => extensions['code'] === code);

/** The live line; its code comes after the page, with the first subscription. */
function lineOfOneClient(): () => Promise<Socket> {
  let wasConnected = false;
  const open = async () => {
    const { createClient: createSocket } = await import('graphql-ws');
    return createSocket({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: {
        connected: () => {
          if (wasConnected) lineBack.dispatchEvent(new Event('back'));
          wasConnected = true;
        },
      },
    });
  };
  let line: Promise<Socket> | undefined;
  return () => (line ??= open());
}

/** Begins once the line is there; ending before that begins nothing. */
function follow(
  line: Promise<Socket>,
  begin: (socket: Socket) => () => void,
  sink: { error(error: unknown): void },
): { unsubscribe: () => void } {
  let isOver = false;
  let end = () => {
    isOver = true;
  };
  const start = async () => {
    try {
      const socket = await line;
      if (!isOver) end = begin(socket);
    } catch (error) {
      sink.error(error);
    }
  };
  void start();
  return { unsubscribe: () => end() };
}

/** A new client with an empty cache; one lives as long as one person acts for one office. */
export function createClient(_generation: number): Client {
  const line = lineOfOneClient();
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { headers: { 'x-tekses': '1', 'apollo-require-preflight': '1' }, credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (hasCode(error, 'UNAUTHENTICATED')) sessionEnd.dispatchEvent(new Event('end'));
        },
      }),
      cacheExchange({
        keys: keysOfParts,
        updates: { Mutation: {} },
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', ...request }) => ({
          subscribe: (sink) => follow(line(), (socket) => socket.subscribe({ ...request, query }, sink as never), sink),
        }),
      }),
    ],
  });
}

/** Objects without an identity of their own belong to the object that holds them. */
const keysOfParts = new Proxy<Record<string, (object: Readonly<Record<string, unknown>>) => string | null>>(
  {},
  {
    get: () => (object: Readonly<Record<string, unknown>>) => (typeof object['id'] === 'string' ? object['id'] : null),
  },
);
