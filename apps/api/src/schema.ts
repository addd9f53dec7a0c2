/**
 * The schema as a text: what clients are promised, committed as `apps/api/schema.graphql` and reviewed as a diff.
 * Made from the resolvers of the modules alone, so that neither a database nor settings are needed.
 */
import type { DynamicModule, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { AppModule } from './app.module';
import { Env } from './config/env';

type ModuleReference = Type | DynamicModule | Promise<DynamicModule> | { forwardRef: () => Type };

const header = '# Written by `npm run codegen` from the resolvers. Review its changes; do not edit it.';

/** The text of a schema, in the order of names. */
export function schemaText(schema: GraphQLSchema): string {
  return `${header}\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The schema that all modules of the product make together. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const product = AppModule.forProcess({ env: new Env(), databaseUrl: '', isWorker: false, isUpkept: false });
    return await builder.get(GraphQLSchemaFactory).create(await providersOf(product, new Set()));
  } finally {
    await builder.close();
  }
}

/** Every provider class of a module and of all that it imports; the schema takes the resolvers among them. */
async function providersOf(reference: ModuleReference, seen: Set<unknown>): Promise<Type[]> {
  const module = await reference;
  if (seen.has(module)) return [];
  seen.add(module);
  const { imports, providers } = 'module' in module ? dynamicParts(module) : staticParts(module as Type);
  const below = [];
  for (const imported of imports) below.push(...(await providersOf(imported, seen)));
  return [...providers.filter((provider): provider is Type => typeof provider === 'function'), ...below];
}

interface Parts {
  readonly imports: readonly ModuleReference[];
  readonly providers: readonly unknown[];
}

function dynamicParts({ module, imports = [], providers = [] }: DynamicModule): Parts {
  const own = staticParts(module);
  return { imports: [...own.imports, ...imports], providers: [...own.providers, ...providers] };
}

function staticParts(module: Type): Parts {
  const read = (key: string): unknown[] => (Reflect.getMetadata(key, module) as unknown[] | undefined) ?? [];
  return {
    imports: read(MODULE_METADATA.IMPORTS) as ModuleReference[],
    providers: read(MODULE_METADATA.PROVIDERS),
  };
}
