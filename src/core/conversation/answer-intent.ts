import type { CoreContext } from '../ports/context.js';
import { compareItems } from '../tools/compare-items.js';
import { describeOffered } from '../tools/describe-offered.js';
import { pickOffered } from '../tools/pick-offered.js';
import { planForWish } from '../tools/plan-evening.js';
import { recommendForWish } from '../tools/recommend.js';
import { recommendSeveral } from '../tools/recommend-several.js';
import { react } from '../tools/respond.js';
import { searchTool } from '../tools/search.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { answerMoneyIntent } from './answer-money.js';
import { respondTo, respondToSeveral } from './answer-reactions.js';
import { why } from './answer-why.js';
import { callTool, guardTool } from './call-tool.js';
import type { Draft } from './draft.js';
import { knownAll, refine } from './refine.js';
import type { Intent } from './understanding/intents.js';
import type { Wish } from './understanding/wish-shape.js';

const PRIVATE: ReadonlySet<Intent['kind']> = new Set([
  'afford',
  'budget',
  'spending',
  'figures',
  'left-out',
  'goal',
  'saved',
  'suppose-cancel',
  'insights',
  'subscriptions',
  'log',
  'correct',
  'amend',
  'spends',
  'figure',
  'ask-figure',
  'untaken',
  'told-part',
  'alerts',
  'documents',
  'export',
  'forget',
  'undo',
  'amend-figure',
  'known',
  'income',
  'rows',
  'printed',
  'document-part',
  'link',
  'unlink',
]);

/** True where the answer shows, or the message tells, something about the user's money or account. */
export function isPrivate(intent: Intent): boolean {
  return PRIVATE.has(intent.kind) || (intent.kind === 'why' && intent.figure !== null);
}

/** Does what an intent asks, by the tool for it. */
export async function answerIntent(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  switch (intent.kind) {
    case 'recommend':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent.wish }, () =>
        intent.keep ? keepFirst(context, turn, intent.wish) : recommendForWish(context, turn, intent.wish),
      );
    case 'several':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent }, () =>
        recommendSeveral(context, turn, intent),
      );
    case 'refine':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent }, () =>
        refine(context, turn, intent),
      );
    case 'known-all':
      return guardTool(context, turn, draft, { name: 'respond', args: intent }, () =>
        knownAll(context, turn, intent.wish),
      );
    case 'compare':
      return guardTool(context, turn, draft, { name: 'compare', args: intent }, () =>
        compareItems(context, turn, intent),
      );
    case 'plan':
      return guardTool(context, turn, draft, { name: 'plan_evening', args: intent.wish }, () =>
        planForWish(context, turn, intent.wish),
      );
    case 'pick':
      return guardTool(context, turn, draft, { name: 'pick', args: intent }, () =>
        pickOffered(context, turn, intent),
      );
    case 'search':
      return callTool(context, turn, draft, searchTool, {
        query: intent.query,
        ...(intent.wish.types[0] && { type: intent.wish.types[0] }),
      });
    case 'react':
    case 'rate':
      return guardTool(context, turn, draft, { name: 'respond', args: intent }, () =>
        respondTo(context, turn, intent),
      );
    case 'reactions':
      return guardTool(context, turn, draft, { name: 'respond', args: intent }, () =>
        respondToSeveral(context, turn, intent.said),
      );
    case 'point':
      return guardTool(context, turn, draft, { name: 'explain', args: intent }, () =>
        describeOffered(context, turn, intent),
      );
    case 'why':
      return why(context, turn, draft, intent);
    default:
      return answerMoneyIntent(context, turn, draft, intent);
  }
}

/** "Save a thriller for me": the best that fits goes onto the wishlist. */
async function keepFirst(context: CoreContext, turn: ToolTurn, wish: Wish): Promise<ToolResult> {
  const list = await recommendForWish(context, turn, { ...wish, count: 1 });
  const [first] = list.memory?.offered ?? [];
  if (!first) return list;
  const kept = await react(context, turn, first, 'saved');
  return {
    ...list,
    text: `${kept.text}\n\n${list.text}`,
    reword: false,
    facts: [...kept.facts, ...list.facts],
    memory: { ...list.memory, ...kept.memory },
  };
}
