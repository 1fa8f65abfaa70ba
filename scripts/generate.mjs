/**
 * Runs `prisma generate`. It needs no schema engine, yet would try to download one: naming any existing file
 * as the engine keeps the installation within the npm registry.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');
if (!existsSync(join(root, 'prisma/schema.prisma'))) process.exit(0);
const cli = join(require.resolve('prisma/package.json'), '../build/index.js');
const { status } = spawnSync(process.execPath, [cli, 'generate', '--no-hints'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
});
process.exit(status ?? 1);
