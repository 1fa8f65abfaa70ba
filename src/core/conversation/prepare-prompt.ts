import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import type { ModelMessage } from '../ports/language-model.js';
import type { PromptWorld, TurnWorld } from '../ports/stores/conversations.js';
import { budgetFacts } from '../tools/budget-words.js';
import type { ToolTurn } from '../tools/tool.js';
import type { Fact } from './claims/facts.js';
import { buildPrompt } from './context-window.js';
import type { Draft } from './draft.js';
import { SYSTEM_PROMPT } from './prompts/system-prompt.js';
import { type PromptBudget, quoted, renderUserContext } from './prompts/turn-prompt.js';

/** Earlier messages that a prompt may hold; the builder takes fewer where the window is small. */
const HISTORY = 5;
const RECENT_LIKES = 3;

interface PromptInput {
  readonly turn: ToolTurn;
  readonly world: TurnWorld;
  readonly draft: Pick<Draft, 'facts'>;
}

/**
 * The prompt that has a model word what the tools found: rules, user, task. What was said before is in the notes already,
 * and every token more is read before the first word is written.
 */
export async function preparePhrasePrompt(
  context: CoreContext,
  input: PromptInput,
  task: string,
  replyTokens: number,
): Promise<ModelMessage[]> {
  const { user } = await userOf(context, input, 0);
  const parts = { system: SYSTEM_PROMPT, user, summary: null, history: [], task };
  return buildPrompt(parts, context.model.contextWindow, replyTokens);
}

/** The prompt that has a model decide what to do: rules, user, summary, latest messages, task. */
export async function prepareDecidePrompt(
  context: CoreContext,
  input: PromptInput,
  task: string,
  replyTokens: number,
): Promise<ModelMessage[]> {
  const { user, messages } = await userOf(context, input, HISTORY);
  const history = messages
    .filter((message) => message.id !== input.turn.chatMessageId)
    .flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content: role === 'user' ? quoted(content, 300) : content }],
    );
  return buildPrompt(
    {
      system: SYSTEM_PROMPT,
      user,
      summary: input.world.contextSummary,
      history: lastExchange(history),
      task,
    },
    context.model.contextWindow,
    replyTokens,
  );
}

async function userOf(
  context: CoreContext,
  { turn, draft }: PromptInput,
  messages: number,
): Promise<{ readonly user: string; readonly messages: PromptWorld['messages'] }> {
  const limits = { messages, likes: RECENT_LIKES };
  const known = await context.database.store.conversations.promptWorld(turn.userId, turn.sessionId, limits);
  const budget = turn.direct ? await budgetOf(context, turn, draft.facts) : null;
  return { user: renderUserContext({ budget, known }, turn.voice), messages: known.messages };
}

/** The budget's three figures: from what the tools found already, else looked up. */
async function budgetOf(context: CoreContext, turn: ToolTurn, facts: readonly Fact[]): Promise<PromptBudget> {
  const known = facts.some((fact) => fact.subject === 'budget')
    ? facts
    : budgetFacts(await getBudgetStatus(context, { userId: turn.userId }));
  const figure = (measure: string) => {
    const found = known.find(
      (fact) => fact.kind === 'amount' && fact.subject === 'budget' && fact.measure === measure,
    );
    return found?.kind === 'amount' ? found.amount : null;
  };
  return { monthly: figure('monthly'), spent: figure('spent'), left: figure('left') };
}

/** The latest question and its answer: older ones are in the summary, and each costs time to read. */
function lastExchange<T extends { readonly role: string }>(history: readonly T[]): T[] {
  const answered = history.findLastIndex((message) => message.role === 'assistant');
  return answered < 1 ? [] : history.slice(answered - 1, answered + 1);
}
