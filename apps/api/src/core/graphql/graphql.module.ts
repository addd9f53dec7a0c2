import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { Env } from '../../config/env';
import type { GraphqlContext, RequestWithContext } from '../context';
import { Logger } from '../logger';
import { RequestContexts } from '../request-contexts';
import { errorsByRequest, formatGraphqlError } from './graphql-errors';
import { limits, parseOptions, validationRules } from './limits';
import { LiveServer } from './live-server';
import { LoaderRegistry } from './loaders';
import { uncachedAnswers } from './uncached-answers.plugin';

const overHttp = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  inject: [Env, Logger, RequestContexts],
  useFactory: (env: Env, logger: Logger, contexts: RequestContexts): ApolloDriverConfig => ({
    validationRules: [...validationRules],
    parseOptions,
    // Apollo ships its types twice (ESM and CommonJS) and they do not match each other: hence the cast.
    plugins: [
      ...limits.plugins,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      uncachedAnswers,
      errorsByRequest,
    ] as unknown as ApolloDriverConfig['plugins'],
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    introspection: env.NODE_ENV !== 'production',
    csrfPrevention: { requestHeaders: ['x-tekses'] },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: formatGraphqlError(logger),
    context: ({ req }: { req: RequestWithContext }): GraphqlContext => ({
      ctx: req.ctx,
      loaders: new LoaderRegistry(req.ctx),
      req,
      refresh: () => contexts.build({ headers: req.headers, ip: req.ip ?? '' }),
    }),
  }),
});

/** The GraphQL endpoint `/graphql`: operations over HTTP, subscriptions over WebSocket, one set of limits for both. */
@Module({ imports: [overHttp], providers: [LiveServer] })
export class TekSesGraphqlModule {}
