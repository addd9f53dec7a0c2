import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Context as WebSocketContext } from 'graphql-ws';
import { specifiedRules, validate } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { Env } from '../../config/env';
import type { GraphqlContext, RequestContext, RequestWithContext } from '../context';
import { Logger } from '../logger';
import { RequestContexts } from '../request-contexts';
import { formatGraphqlError } from './graphql-errors';
import { armor, limitRootFields } from './limits';
import { LoaderRegistry } from './loaders';
import { tokenLimitStatus } from './token-limit-status.plugin';

interface SocketExtra {
  readonly request: IncomingMessage;
  ctx?: RequestContext;
}

type Socket = WebSocketContext<Record<string, unknown>, SocketExtra>;

/** The GraphQL endpoint `/graphql`, over HTTP and graphql-ws, with one set of limits for both. */
export const TekSesGraphqlModule = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [Env, Logger, RequestContexts],
  useFactory: (env: Env, logger: Logger, contexts: RequestContexts): ApolloDriverConfig => {
    const shield = armor();
    const rules = [...shield.validationRules, limitRootFields];
    return {
      validationRules: rules,
      // Apollo ships its types twice (ESM and CommonJS) and they do not match each other: hence the cast.
      plugins: [
        ...shield.plugins,
        ApolloServerPluginLandingPageDisabled(),
        tokenLimitStatus,
      ] as unknown as ApolloDriverConfig['plugins'],
      autoSchemaFile: true,
      sortSchema: true,
      playground: false,
      introspection: env.NODE_ENV !== 'production',
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      hideSchemaDetailsFromClientErrors: true,
      includeStacktraceInErrorResponses: false,
      formatError: formatGraphqlError(logger),
      context: (call: { req?: RequestWithContext } & Partial<Socket>) => contextOfCall(call, contexts),
      subscriptions: {
        'graphql-ws': {
          path: '/graphql',
          connectionInitWaitTimeout: 5_000,
          onConnect: (socket) => openSocket(socket as unknown as Socket, contexts, env),
          validate: (schema, document) => validate(schema, document, [...specifiedRules, ...rules]),
        },
      },
    };
  },
});

function contextOfCall(
  call: { req?: RequestWithContext } & Partial<Socket>,
  contexts: RequestContexts,
): GraphqlContext {
  const ctx = call.extra?.ctx ?? call.req?.ctx;
  if (!ctx) throw new Error('an operation arrived without a context');
  const request = call.extra?.request ?? call.req;
  return {
    ctx,
    loaders: new LoaderRegistry(ctx),
    ...(call.req && !call.extra ? { req: call.req } : {}),
    refresh: () => (request ? contexts.build({ headers: request.headers, ip: '' }) : Promise.resolve(ctx)),
  };
}

/** Lets in who has a session and comes from our own pages (a browser sends Origin, other clients need not). */
async function openSocket(socket: Socket, contexts: RequestContexts, env: Env): Promise<boolean> {
  const { request } = socket.extra;
  const origin = request.headers.origin;
  if (origin && new URL(origin).host !== new URL(env.BASE_URL).host && new URL(origin).host !== request.headers.host)
    return false;
  const ctx = await contexts.build({ headers: request.headers, ip: request.socket.remoteAddress ?? '' });
  if (ctx.actor.kind === 'anonymous') return false;
  socket.extra.ctx = ctx;
  return true;
}
