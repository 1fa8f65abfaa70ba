import type { Logger } from '../core/ports/runtime.js';
import type { Application } from './application.js';

/** What still holds the process once all is closed, such as a lingering socket, gets this long to let go. */
const lingerMilliseconds = 2_000;

/** Everything together may take this long to end; the parts' own deadlines are shorter. */
const stopMilliseconds = 25_000;

export interface LifeHooks {
  readonly log: Logger;
  readonly onReady: (application: Application) => void;
  readonly onStopping: () => void;
}

/**
 * Starts the product and keeps it until Ctrl-C, SIGTERM or a loss that nothing can mend, then stops it in order. A
 * second Ctrl-C ends the process at once.
 * @throws whatever the start throws
 */
export async function runUntilStopped(
  start: (onLost: (error: Error) => void) => Promise<Application>,
  hooks: LifeHooks,
): Promise<void> {
  const ended = waitForEnd(hooks);
  const application = await start(ended.fail);
  hooks.onReady(application);
  await ended.reason;
  hooks.onStopping();
  const late = setTimeout(() => {
    hooks.log.error({}, 'Stopping took too long');
    process.exit(1);
  }, stopMilliseconds);
  await application.stop();
  clearTimeout(late);
  ended.release();
  setTimeout(() => {
    hooks.log.warn({ resources: process.getActiveResourcesInfo() }, 'Something outlived the stop');
    process.exit();
  }, lingerMilliseconds).unref();
}

function waitForEnd({ log }: LifeHooks) {
  let asked = 0;
  let end: () => void = () => undefined;
  const reason = new Promise<void>((resolve) => {
    end = resolve;
  });
  const onSignal = () => {
    asked += 1;
    if (asked > 1) process.exit(130);
    end();
  };
  const fail = (error: unknown) => {
    log.error({ error }, 'Matinee cannot go on');
    process.exitCode = 1;
    end();
  };
  const onUnhandled = (error: unknown) => fail(error);
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('uncaughtException', onUnhandled);
  process.on('unhandledRejection', onUnhandled);
  return {
    reason,
    fail,
    release: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
