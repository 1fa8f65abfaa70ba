import { answerAlert } from '../finance/answer-alert.js';
import type { CoreContext } from '../ports/context.js';
import type { ConversationRow, InboundAction } from '../ports/stores/conversations.js';
import { snoozeAlert } from '../tools/alerts.js';
import { react } from '../tools/respond.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { answerIntent } from './answer-intent.js';
import { answerPendingButton } from './answer-pending.js';
import { guardTool } from './call-tool.js';
import type { Draft } from './draft.js';
import type { Intent, Reaction } from './understanding/intents.js';
import { emptyWish } from './understanding/wish-shape.js';

const REACTIONS: Readonly<Record<string, Reaction>> = {
  save: 'saved',
  unsave: 'unsaved',
  like: 'liked',
  dislike: 'disliked',
  seen: 'seen',
  owned: 'owned',
  bought: 'purchased',
  rejected: 'rejected',
};
const ASKED: Readonly<Record<string, Intent>> = {
  cheaper: { kind: 'refine', refinement: 'cheaper', wish: emptyWish, item: null },
  other: { kind: 'refine', refinement: 'other', wish: emptyWish, item: null },
  more: { kind: 'refine', refinement: 'more', wish: emptyWish, item: null },
  free: { kind: 'refine', refinement: 'free', wish: emptyWish, item: null },
  ideas: { kind: 'recommend', wish: emptyWish },
  budget: { kind: 'budget' },
  'why-budget': { kind: 'why', item: null, figure: 'entertainment_budget' },
  subscriptions: { kind: 'subscriptions' },
  wishlist: { kind: 'wishlist' },
  help: { kind: 'help' },
};

/** Does what a pressed button says. Its id names the action and its subject; subjects of others are not found. */
export async function answerAction(
  context: CoreContext,
  turn: ToolTurn,
  action: InboundAction,
  _conversation: ConversationRow,
  draft: Draft,
): Promise<void> {
  const [verb = '', subject = ''] = action.id.split(':', 2);
  if (verb === 'answer') return answerPendingButton(context, turn, action, draft);
  const asked = verb === 'ask' ? ASKED[subject] : undefined;
  if (asked) return draft.add('asked', await answerIntent(context, turn, draft, asked));
  const reaction = REACTIONS[verb];
  if (reaction && isUuid(subject)) {
    return draft.add(
      'asked',
      await guardTool(context, turn, draft, { name: 'respond', args: action }, () =>
        reactTo(context, turn, subject, reaction),
      ),
    );
  }
  if (verb === 'dismiss' && isUuid(subject)) {
    return draft.add(
      'asked',
      await guardTool(context, turn, draft, { name: 'alerts', args: action }, () =>
        dismiss(context, turn, subject),
      ),
    );
  }
  if (verb === 'snooze' && isUuid(subject)) {
    return draft.add(
      'asked',
      await guardTool(context, turn, draft, { name: 'alerts', args: action }, () =>
        snoozeAlert(context, turn, subject),
      ),
    );
  }
  draft.say('That button no longer works. Just tell me in words what you’d like.');
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

async function reactTo(
  context: CoreContext,
  turn: ToolTurn,
  itemId: string,
  reaction: Reaction,
): Promise<ToolResult> {
  const known = turn.memory.offered.find((item) => item.itemId === itemId);
  const item = known ?? (await context.database.store.catalogue.getItem(itemId));
  if (!item) return { text: 'That one is no longer in the catalogue.', facts: [] };
  const recommendationId = known?.recommendationId ?? null;
  return react(context, turn, { itemId, title: item.title, recommendationId }, reaction);
}

async function dismiss(context: CoreContext, turn: ToolTurn, alertId: string): Promise<ToolResult> {
  await answerAlert(context, { userId: turn.userId, alertId, answer: 'dismiss' });
  return { text: 'Dismissed. I won’t bring that one up again.', facts: [] };
}
