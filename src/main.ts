import { startApplication } from './composition/application.js';
import { runUntilStopped } from './composition/process-life.js';
import { createProcessLog } from './composition/process-log.js';
import { type Config, ConfigError, loadConfig } from './config/config.js';
import { MatineeError } from './core/ports/errors.js';

/** Says what takes long, once, when a start takes longer than people wait without a word. */
const patienceMilliseconds = 1_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createProcessLog(config);
  const waiting = setTimeout(() => announceWait(config), patienceMilliseconds);
  try {
    await runUntilStopped((onLost) => startApplication(config, log, onLost), {
      log,
      onReady: ({ url }) => {
        clearTimeout(waiting);
        if (!config.QUIET)
          say(url ? `Matinee is ready: ${url}` : `Matinee is at work: ${config.ROLES.join(', ')}`);
      },
      onStopping: () => {
        if (!config.QUIET) say('Matinee is stopping …');
      },
    });
  } finally {
    clearTimeout(waiting);
  }
}

function announceWait(config: Config): void {
  if (!config.QUIET) say('Matinee is getting ready; the first start takes a few seconds …');
}

main().catch((error: unknown) => {
  const known = error instanceof MatineeError || error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
