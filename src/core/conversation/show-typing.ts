import type { ChatPlatform, ReplyTarget } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { CALLED_OFF } from './called-off.js';

/** Most replies are there sooner; they need no sign. */
const FIRST_MILLISECONDS = 700;
/** Discord shows the sign for ten seconds, Teams for a few: https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
const AGAIN_MILLISECONDS = 6_000;
/** After this long a reply shows progress of its own, or has failed. */
const MOST_SIGNS = 20;
const SIGN_MILLISECONDS = 5_000;

/**
 * Lets the platform show that a reply is being written, from soon after the start until the returned function is
 * called. A sign that fails is left out: it is a courtesy, never a reason for a turn to fail.
 */
export function showTyping(
  { clock, log }: Pick<CoreContext, 'clock' | 'log'>,
  platform: ChatPlatform,
  target: ReplyTarget,
  signal: AbortSignal,
): () => void {
  if (!platform.capabilities.typing || !platform.startTyping) return () => undefined;
  const over = new AbortController();
  const ended = AbortSignal.any([over.signal, signal]);
  const keepOn = async () => {
    for (let sign = 0; sign < MOST_SIGNS; sign += 1) {
      await clock.sleep(sign === 0 ? FIRST_MILLISECONDS : AGAIN_MILLISECONDS, ended);
      await platform.startTyping?.(target, AbortSignal.any([ended, AbortSignal.timeout(SIGN_MILLISECONDS)]));
    }
  };
  keepOn().catch((error: unknown) => {
    if (!ended.aborted) log.debug({ error, platform: platform.name }, 'No sign of typing was shown');
  });
  return () => over.abort(CALLED_OFF);
}
