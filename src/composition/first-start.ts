import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import type { Logger } from '../core/ports/runtime.js';
import { builtModule } from '../infrastructure/built-module.js';
import { templateFolder } from './database-template.js';

/** It takes seconds; after this long the start does the work itself. */
const preparationMilliseconds = 120_000;

/**
 * Sees to it that a first start on the embedded database finds something to begin with. Never fails: what is missing
 * afterwards, the start itself does.
 * @returns the folder of the template, which the database's opening copies; null when there is nothing to copy
 */
export async function prepareFirstStart(config: Config, log: Logger): Promise<string | null> {
  const dataDir = resolve(config.DATA_DIR);
  if (config.DATABASE_URL || existsSync(join(dataDir, 'postgres/PG_VERSION'))) return null;
  const template = await templateFolder();
  if (existsSync(template)) return template;
  await createInProcess(dataDir, log);
  return null;
}

/**
 * Has a process of its own create and fill the database. That takes more memory than all that follows, and neither
 * WebAssembly nor V8 gives it back: 35 MB for as long as the server runs.
 */
async function createInProcess(dataDir: string, log: Logger): Promise<void> {
  const child = fork(builtModule('../commands/prepare-database.js', import.meta.url), {
    execArgv: [],
    env: { DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: preparationMilliseconds,
    killSignal: 'SIGKILL',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) log.info({ code }, 'The database is prepared by the start itself');
}
