import type { ModelMessage } from '../ports/language-model.js';

/** Characters a token holds at least, on average, in English with figures and markdown; the estimate errs upwards. */
const CHARACTERS_PER_TOKEN = 3;
/** Tokens that the server's chat template adds to a message. */
const PER_MESSAGE = 8;
/** Earlier messages: enough for "that one", cheap enough to be read again each turn. */
const MAX_HISTORY = 4;
const HISTORY_CHARACTERS = 320;

export function estimateTokens(messages: readonly ModelMessage[]): number {
  return messages.reduce(
    (total, message) => total + Math.ceil(message.content.length / CHARACTERS_PER_TOKEN) + PER_MESSAGE,
    0,
  );
}

/** What a prompt is made of, from what never changes to what is new. */
export interface PromptParts {
  readonly system: string;
  readonly user: string;
  readonly summary: string | null;
  /** Oldest first. */
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  readonly task: string;
}

/**
 * The messages of a call, within the window: history goes first, then the summary; the task is cut only when it alone
 * is too long. A long conversation costs what a short one does.
 * @param window tokens of the model's window, the reply's own included
 */
export function buildPrompt(parts: PromptParts, window: number, replyTokens: number): ModelMessage[] {
  const room = window - replyTokens;
  const fixed = (summary: string | null): ModelMessage => ({
    role: 'system',
    content: [parts.system, parts.user, summary ? `Earlier in this conversation: ${summary}` : '']
      .filter(Boolean)
      .join('\n\n'),
  });
  const history = parts.history
    .slice(-MAX_HISTORY)
    .map(({ role, content }) => ({ role, content: shortened(content) }));
  const task: ModelMessage = { role: 'user', content: parts.task };
  for (let kept = history.length; kept >= 0; kept -= 1) {
    const messages = [fixed(parts.summary), ...(kept > 0 ? history.slice(-kept) : []), task];
    if (estimateTokens(messages) <= room) return messages;
  }
  const head = fixed(null);
  const left = Math.max(200, (room - estimateTokens([head]) - PER_MESSAGE) * CHARACTERS_PER_TOKEN);
  return [head, { role: 'user', content: parts.task.slice(0, left) }];
}

function shortened(text: string): string {
  return text.length > HISTORY_CHARACTERS ? `${text.slice(0, HISTORY_CHARACTERS)}…` : text;
}
