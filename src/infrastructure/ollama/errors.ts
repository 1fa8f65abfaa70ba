import { LanguageModelError } from '../../core/ports/language-model.js';

/** Why a call of ours was given up, as the reason of its signal. */
export class TimeLimitReached extends Error {
  constructor(milliseconds: number) {
    super(`The language model did not finish within ${Math.round(milliseconds / 1_000)} s.`);
    this.name = 'TimeLimitReached';
  }
}

/**
 * What the client, fetch or the server threw, as the port's error.
 * @param signal the call's own signal: its reason tells a time limit from a cancellation
 */
export function mapOllamaError(cause: unknown, model: string, signal: AbortSignal): LanguageModelError {
  if (cause instanceof LanguageModelError) return cause;
  if (signal.aborted) {
    return signal.reason instanceof TimeLimitReached
      ? new LanguageModelError('MODEL_TIMEOUT', signal.reason.message, cause)
      : new LanguageModelError('MODEL_CANCELLED', 'The call to the language model was cancelled.', cause);
  }
  const status = statusOf(cause);
  const message = messageOf(cause);
  if (status === 404) {
    const advice = `The language model “${model}” is not installed. Run: ollama pull ${model}`;
    return new LanguageModelError('MODEL_MISSING', advice, cause);
  }
  if (status === 400 && /does not support tools/.test(message)) {
    return new LanguageModelError(
      'MODEL_NO_TOOLS',
      `The language model “${model}” has no tool calls.`,
      cause,
    );
  }
  if (status === 503 || status === 429) {
    return new LanguageModelError('MODEL_BUSY', 'The language model server is busy.', cause);
  }
  if (/fetch failed|ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(message)) {
    return new LanguageModelError('MODEL_UNREACHABLE', 'The language model server does not answer.', cause);
  }
  return new LanguageModelError('MODEL_FAILED', 'The language model failed while it was answering.', cause);
}

function statusOf(cause: unknown): number | null {
  if (typeof cause !== 'object' || cause === null || !('status_code' in cause)) return null;
  return typeof cause.status_code === 'number' ? cause.status_code : null;
}

function messageOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('message' in cause)) return String(cause);
  return String(cause.message);
}
