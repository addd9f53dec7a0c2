'use strict';
/**
 * The import zones of the house, checked by `npm run lint`. Each layer may import itself and the layers above it in
 * this list, never one below: a feature that needs to tell a later layer something records an event instead.
 */
const layers = [
  { name: 'turkish', path: '^libs/turkish/' },
  { name: 'domain', path: '^libs/domain/' },
  { name: 'core', path: '^apps/api/src/(core|config)/' },
  { name: 'people', path: '^apps/api/src/(identity|offices|documents)/' },
  { name: 'registry', path: '^apps/api/src/(registry|media)/' },
  { name: 'features', path: '^apps/api/src/(bulletins|calendar)/' },
  {
    name: 'outlets',
    path: '^apps/api/src/(administration|collaboration|desk|distribution|newsroom|notifications|web)/',
  },
];
const tests = String.raw`\.(db-|e2e-)?spec\.tsx?$|^test/`;

/** Nothing of a later layer, and nothing of the app's root or its commands. */
const oneDirection = layers.map(({ name, path }, position) => ({
  name: `${name}-imports-upwards-only`,
  comment: 'Record an event and let the later layer listen, or move the shared part up.',
  severity: 'error',
  from: { path, pathNot: tests },
  to: {
    path: [
      ...layers.slice(position + 1).map((layer) => layer.path),
      String.raw`^apps/api/src/((commands|seed)/|[^/]+\.ts$)`,
    ],
    // Reference rows that a migration writes lie with the feature that owns them.
    pathNot: String.raw`^apps/api/src/.*\.json$`,
  },
}));

module.exports = {
  forbidden: [
    ...oneDirection,
    {
      name: 'pure-libs',
      comment: 'libs/ is pure TypeScript: no Node, Nest, TypeORM, GraphQL. The web uses the same functions.',
      severity: 'error',
      from: { path: '^libs/', pathNot: tests },
      to: { pathNot: '^libs/|^node_modules/(@noble/hashes|diff|prosemirror-model|rrule-temporal)/' },
    },
    {
      name: 'own-resolver-only',
      comment: "A feature may use another feature's service, never its resolver or inputs.",
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: tests },
      to: { path: String.raw`^apps/api/src/[^/]+/.*\.(resolver|inputs|payloads)\.ts$`, pathNot: '^apps/api/src/$1/' },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ships-without-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: '^test/' },
    },
    {
      name: 'ships-without-development-packages',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `${tests}|^apps/web/vite.config.ts$` },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-features-stand-alone',
      comment: 'Features of the web app link to each other by address; what they share goes to ui/ or lib/.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-parts-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-knows-no-server',
      comment: 'What both sides need is in libs/.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/api/' },
    },
    { name: 'everything-is-there', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
