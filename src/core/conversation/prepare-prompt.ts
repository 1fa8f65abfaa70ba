import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import type { ModelMessage } from '../ports/language-model.js';
import type { TurnWorld } from '../ports/stores/conversations.js';
import { budgetFacts } from '../tools/budget-words.js';
import type { ToolTurn } from '../tools/tool.js';
import type { Fact } from './claims/facts.js';
import { buildPrompt } from './context-window.js';
import type { Draft } from './draft.js';
import { SYSTEM_PROMPT } from './prompts/system-prompt.js';
import { type PromptBudget, quoted, renderUserContext } from './prompts/turn-prompt.js';

/** Earlier messages that a prompt may hold; the builder takes fewer where the window is small. */
const HISTORY = 5;

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
  const user = await userOf(context, input);
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
  const { store } = context.database;
  const messages = await store.conversations.messages(input.turn.sessionId, { limit: HISTORY });
  const history = messages
    .filter((message) => message.id !== input.turn.chatMessageId)
    .flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content: role === 'user' ? quoted(content, 300) : content }],
    );
  return buildPrompt(
    {
      system: SYSTEM_PROMPT,
      user: await userOf(context, input),
      summary: input.world.contextSummary,
      history: lastExchange(history),
      task,
    },
    context.model.contextWindow,
    replyTokens,
  );
}

async function userOf(context: CoreContext, { turn, world, draft }: PromptInput): Promise<string> {
  const budget = turn.direct ? await budgetOf(context, turn, draft.facts) : null;
  return renderUserContext({ budget, known: world.known }, turn.voice);
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
