/** Writes the types of the API for the web app (`apps/web/src/graphql-env.d.ts`) from the committed schema. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { root } from './build.mjs';

export function writeWebTypes() {
  const schema = buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8'));
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }));
  const options = { fileType: '.d.ts', shouldPreprocess: true };
  writeFileSync(join(root, 'apps/web/src/graphql-env.d.ts'), outputIntrospectionFile(introspection, options));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeWebTypes();
