/**
 * What `npm test` leaves out because it needs more than Node: the suites again on a real PostgreSQL, the page in a
 * real Chromium, and the README followed in a fresh clone. Fails when PostgreSQL or Chromium is missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = [
  ...(process.env.TEST_DATABASE_URL ? [] : ['TEST_DATABASE_URL (an empty PostgreSQL 16+ with pgvector)']),
  ...(existsSync(chromium) ? [] : [`Chromium at ${chromium} (or name it in CHROMIUM_PATH)`]),
];
if (missing.length > 0) {
  console.error(`The full test run needs: ${missing.join('; ')}.`);
  process.exit(1);
}

const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    'jest.full.config.mjs',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC', CHROMIUM_PATH: chromium } },
);
process.exit(status ?? 1);
