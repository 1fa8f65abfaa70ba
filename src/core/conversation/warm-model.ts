import type { CoreContext } from '../ports/context.js';
import { SYSTEM_PROMPT } from './prompts/system-prompt.js';

/**
 * Lets the model load and read what stands first in every prompt, so that nobody's first reply waits for that: a server
 * keeps the beginning that two prompts share. A model that isn't there is no failure; the turns find out by themselves.
 */
export async function warmModel(
  context: Pick<CoreContext, 'model' | 'log'>,
  signal: AbortSignal,
): Promise<void> {
  const messages = [
    { role: 'system' as const, content: SYSTEM_PROMPT },
    { role: 'user' as const, content: 'Hello' },
  ];
  try {
    await context.model.generate(messages, { maxTokens: 1, temperature: 0, signal });
  } catch (cause) {
    if (!signal.aborted) context.log.debug({ err: cause }, 'the language model was not warmed up');
  }
}
