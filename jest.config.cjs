'use strict';

/** Sizes of test (docs/architecture.md): unit = pure, db = one service against PostgreSQL, e2e = over HTTP, browser = Chromium. */
const shared = {
  testEnvironment: 'node',
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: {
    '^@domain/(.*)$': '<rootDir>/libs/domain/src/$1',
    '^@turkish/(.*)$': '<rootDir>/libs/turkish/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1', // import() names the compiled file
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: false, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
        },
      },
    ],
  },
};
// SWC parses .ts and .tsx differently (generics against JSX), so each gets its own parser.
const tsx = structuredClone(shared.transform['^.+\\.tsx?$']);
tsx[1].jsc.parser.tsx = true;
shared.transform = { '^.+\\.tsx$': tsx, '^.+\\.ts$': shared.transform['^.+\\.tsx?$'] };

const database = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testRegex: '\\.spec\\.tsx?$',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
    },
    { ...shared, ...database, displayName: 'db', testRegex: '\\.db-spec\\.ts$' },
    { ...shared, ...database, displayName: 'e2e', testRegex: '\\.e2e-spec\\.ts$' },
    {
      ...shared,
      ...database,
      displayName: 'browser',
      testRegex: '\\.browser-spec\\.ts$',
      testEnvironment: '<rootDir>/test/support/browser/environment.cjs',
    },
  ],
};
