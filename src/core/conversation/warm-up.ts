import type { CoreContext } from '../ports/context.js';
import { readMessage } from './understanding/read-message.js';
import { warmModel } from './warm-model.js';

/** The start is over by then, and nobody's first request waits behind this. */
const AFTER_MILLISECONDS = 2_000;
/** Between two readings, for whoever has work meanwhile. */
const PAUSE_MILLISECONDS = 100;
/** What people begin with; each makes another part of the language library unpack. */
const FIRST_MESSAGES = [
  'hello, how much is left?',
  'a board game for four under $40',
  'what can I do this weekend for two?',
];

/**
 * Does ahead what the first message would else wait for: the model reads its rules, the language library unpacks. Never
 * rejects; ends early when the signal fires.
 */
export async function warmUp(
  context: Pick<CoreContext, 'model' | 'log' | 'clock'>,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all([warmModel(context, signal), warmLanguage(context, signal)]);
}

async function warmLanguage(context: Pick<CoreContext, 'log' | 'clock'>, signal: AbortSignal): Promise<void> {
  const world = {
    currency: 'USD',
    today: '2026-01-02',
    offered: [],
    spent: false,
    service: null,
    done: null,
    spends: [],
  };
  try {
    await context.clock.sleep(AFTER_MILLISECONDS, signal);
    for (const message of FIRST_MESSAGES) {
      readMessage(message, world);
      await context.clock.sleep(PAUSE_MILLISECONDS, signal);
    }
  } catch (cause) {
    if (!signal.aborted) context.log.debug({ err: cause }, 'the language library was not warmed up');
  }
}
