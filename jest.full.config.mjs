import base from './jest.config.mjs';

/**
 * The suites that touch a database, on PostgreSQL, and what needs a browser or a fresh clone. Those that open no database, or
 * a folder of their own, say nothing new here: `npm test` runs them.
 */
export default {
  ...base,
  testMatch: ['<rootDir>/test/{integration,contract,full}/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/test/contract/(console|discord|slack|teams)-platform(-(gateway|messages|replies|writes|product))?\\.test\\.ts$',
    '/test/contract/object-store\\.test\\.ts$',
    '/test/integration/(pdf/|generated-documents|rank-command|operations|start-and-stop)',
  ],
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testTimeout: 180_000,
  // Each of these suites brings processes of its own: servers, PostgreSQL, Chromium.
  maxWorkers: 2,
};
