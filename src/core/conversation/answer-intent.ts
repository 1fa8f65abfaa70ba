import type { CoreContext } from '../ports/context.js';
import { compareItems } from '../tools/compare-items.js';
import { pickOffered } from '../tools/pick-offered.js';
import { planForWish } from '../tools/plan-evening.js';
import { recommendForWish } from '../tools/recommend.js';
import { recommendSeveral } from '../tools/recommend-several.js';
import { resolveItem } from '../tools/resolve-item.js';
import { notFoundText, rate, react, waitFor } from '../tools/respond.js';
import { searchTool } from '../tools/search.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { answerMoneyIntent } from './answer-money.js';
import { why } from './answer-why.js';
import { callTool, guardTool } from './call-tool.js';
import { titleFact } from './claims/facts.js';
import type { Draft } from './draft.js';
import { knownAll, refine, withReplacement } from './refine.js';
import type { Intent, Reaction } from './understanding/intents.js';
import { titleKey } from './understanding/references.js';
import type { Wish } from './understanding/wish.js';

const PRIVATE: ReadonlySet<Intent['kind']> = new Set([
  'afford',
  'budget',
  'spending',
  'insights',
  'subscriptions',
  'log',
  'correct',
  'amend',
  'spends',
  'figure',
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

/** Whether a title is all that was named, and not only its beginning. */
function isWhole(found: string | undefined, named: string): boolean {
  return found !== undefined && titleKey(found) === titleKey(named);
}

/** "We own Catan and Ticket to Ride": each by itself; null where none of them is known. */
async function respondToEach(
  context: CoreContext,
  turn: ToolTurn,
  titles: string,
  reaction: Reaction,
): Promise<ToolResult | null> {
  const names = titles.split(/,\s*(?:and\s)?|\s(?:and|&|\+)\s/).map((name) => name.trim());
  if (names.length < 2) return null;
  const noted: ToolResult[] = [];
  const unknown: string[] = [];
  for (const title of names.slice(0, MOST_TITLES)) {
    const item = title.length > 2 ? await resolveItem(context, turn, { by: 'title', title }) : null;
    if (item) noted.push(await react(context, turn, item, reaction));
    else unknown.push(title);
  }
  if (noted.length === 0) return null;
  const missing =
    unknown.length > 0
      ? ` I don’t have ${turn.voice.list(
          unknown.map((name) => `“${name}”`),
          'or',
        )}.`
      : '';
  return {
    text: `${noted.map(({ text }) => text).join(' ')}${missing}`,
    facts: noted.flatMap(({ facts }) => facts),
    memory: noted.at(-1)?.memory ?? {},
  };
}

/** Titles of one message that are noted. */
const MOST_TITLES = 6;

async function respondTo(
  context: CoreContext,
  turn: ToolTurn,
  intent: Extract<Intent, { kind: 'react' | 'rate' }>,
): Promise<ToolResult> {
  const item = await resolveItem(context, turn, intent.item);
  if (intent.kind === 'react' && intent.item.by === 'title' && !isWhole(item?.title, intent.item.title)) {
    const several = await respondToEach(context, turn, intent.item.title, intent.reaction);
    if (several) return several;
  }
  if (!item)
    return { text: notFoundText(intent.item.by === 'title' ? intent.item.title : undefined), facts: [] };
  if (intent.kind === 'rate') return rate(context, turn, item, intent.stars);
  if (intent.target !== undefined) return waitFor(context, turn, item, intent.target);
  const { planned, offered } = turn.memory;
  if (planned && intent.reaction === 'chosen')
    return {
      text: `Enjoy it! Afterwards tell me what you paid (“dinner was 34”), and I’ll count it.`,
      facts: offered.map(({ title, itemId }) => titleFact(title, itemId)),
    };
  const noted = await react(context, turn, item, intent.reaction);
  return withReplacement(context, turn, item.itemId, intent.reaction, noted);
}
