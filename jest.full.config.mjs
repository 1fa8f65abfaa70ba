import base from './jest.config.mjs';

/** The suites that touch a database, on PostgreSQL, and what needs a browser or a fresh clone. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/{integration,contract,full}/**/*.test.ts'],
  testTimeout: 180_000,
};
