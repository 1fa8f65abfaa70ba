import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import type { ModelMessage } from '../ports/language-model.js';
import type { TurnWorld } from '../ports/stores/conversations.js';
import type { ToolTurn } from '../tools/tool.js';
import { buildPrompt } from './context-window.js';
import { SYSTEM_PROMPT } from './prompts/system-prompt.js';
import { quoted, renderUserContext } from './prompts/turn-prompt.js';

/** Earlier messages that a prompt may hold; the builder takes fewer where the window is small. */
const HISTORY = 5;
const RECENT_LIKES = 3;

/** The prompt of a turn: rules, user, summary, latest messages, task, within the model's window. */
export async function preparePrompt(
  context: CoreContext,
  input: { readonly turn: ToolTurn; readonly world: TurnWorld },
  task: string,
  replyTokens: number,
): Promise<ModelMessage[]> {
  const { turn, world } = input;
  const { conversations, recommendations, catalogue } = context.database.store;
  const taste = await recommendations.getTaste(turn.userId);
  const likedIds = [
    ...taste.ratings.filter((rating) => rating.value >= 4).map((rating) => rating.itemId),
    ...taste.responses.filter((one) => one.response === 'liked').map((one) => one.itemId),
  ].slice(0, RECENT_LIKES);
  const likes = likedIds.length > 0 ? (await catalogue.getItems(likedIds)).map((item) => item.title) : [];
  const budget = turn.direct ? await getBudgetStatus(context, { userId: turn.userId }) : null;
  const messages = await conversations.messages(turn.sessionId, { limit: HISTORY });
  const history = messages
    .filter((message) => message.id !== turn.chatMessageId)
    .flatMap(({ role, content }) =>
      role === 'system' ? [] : [{ role, content: role === 'user' ? quoted(content, 300) : content }],
    );
  return buildPrompt(
    {
      system: SYSTEM_PROMPT,
      user: renderUserContext({ budget, taste, likes }, turn.voice),
      summary: world.contextSummary,
      history: lastExchange(history),
      task,
    },
    context.model.contextWindow,
    replyTokens,
  );
}

/** The latest question and its answer: older ones are in the summary, and each costs time to read. */
function lastExchange<T extends { readonly role: string }>(history: readonly T[]): T[] {
  const answered = history.findLastIndex((message) => message.role === 'assistant');
  return answered < 1 ? [] : history.slice(answered - 1, answered + 1);
}
