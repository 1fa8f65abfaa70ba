import { getItem } from '../catalogue/get-item.js';
import type { CoreContext } from '../ports/context.js';
import { costWords, itemDescription, itemFacts } from '../tools/item-words.js';
import { type ResolvedItem, resolveItem, resolveItems } from '../tools/resolve-item.js';
import { notFoundText, rate, react, waitFor } from '../tools/respond.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { whichOne } from '../tools/which-one.js';
import { type Fact, titleFact } from './claims/facts.js';
import { isGone, withReplacement } from './refine.js';
import type { Intent, ListReaction, Reaction } from './understanding/intents.js';
import { titleKey } from './understanding/references.js';
import type { Voice } from './voice.js';

/** Titles of one message that are noted. */
const MOST_TITLES = 6;

/** Notes what was said of one thing; what leaves the list makes room for the next best. */
export async function respondTo(
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
    return intent.item.by !== 'title' && turn.memory.offered.length > 0
      ? whichOne(turn)
      : { text: notFoundText(intent.item.by === 'title' ? intent.item.title : undefined), facts: [] };
  if (intent.kind === 'rate') return rate(context, turn, item, intent.stars);
  if (intent.target !== undefined) return waitFor(context, turn, item, intent.target);
  const { planned, offered } = turn.memory;
  if (planned && intent.reaction === 'chosen' && intent.item.by === 'last')
    return {
      text: `Enjoy it! Afterwards tell me what you paid (“dinner was 34”), and I’ll count it.`,
      facts: offered.map(({ title, itemId }) => titleFact(title, itemId)),
    };
  const noted = await react(context, turn, item, intent.reaction);
  if (intent.reaction === 'chosen') return withPrice(context, turn, item, noted);
  return turn.more ? noted : withReplacement(context, turn, [{ item, reaction: intent.reaction }], noted);
}

/** What was chosen is said with what it is and costs. */
async function withPrice(
  context: CoreContext,
  turn: ToolTurn,
  { itemId }: ResolvedItem,
  noted: ToolResult,
): Promise<ToolResult> {
  const partySize = turn.memory.wish?.partySize ?? null;
  const { item, cost } = await getItem(context, {
    itemId,
    userId: turn.userId,
    ...(partySize && { partySize }),
  });
  return {
    ...noted,
    text: `${noted.text}\n\n**${item.title}** (${itemDescription(item)}): ${costWords(item, cost, turn.voice)}.`,
    facts: [...noted.facts, ...itemFacts(item, cost)],
  };
}

/** Notes all that was said of several things, in one answer. */
export async function respondToSeveral(
  context: CoreContext,
  turn: ToolTurn,
  said: readonly ListReaction[],
): Promise<ToolResult> {
  const noted: { what: ListReaction['what']; items: readonly ResolvedItem[] }[] = [];
  const unknown: string[] = [];
  const facts: Fact[] = [];
  let last: ToolResult | null = null;
  for (const { what, about } of said) {
    const found = await resolveItems(context, turn, about);
    unknown.push(...found.unknown);
    for (const item of found.items.slice(0, MOST_TITLES)) {
      last =
        typeof what === 'string'
          ? await react(context, turn, item, what)
          : await rate(context, turn, item, what.stars);
      facts.push(...last.facts);
    }
    if (found.items.length > 0) noted.push({ what, items: found.items.slice(0, MOST_TITLES) });
  }
  if (!last) return unknown[0] === undefined ? whichOne(turn) : { text: notFoundText(unknown[0]), facts: [] };
  const { voice } = turn;
  const clauses = noted.map(({ what, items }, at) =>
    clauseOf(what, items, noted[at - 1]?.items ?? [], voice),
  );
  const missing =
    unknown.length > 0
      ? ` I don’t have ${voice.list(
          unknown.map((name) => `“${name}”`),
          'or',
        )}.`
      : '';
  const spoken = [...new Set(noted.flatMap(({ items }) => items.map(({ itemId }) => itemId)))];
  const result: ToolResult = {
    text: `${voice.pick('Noted', 'Got it')}: ${clauses.join('; ')}.${missing}`,
    facts,
    memory: { ...last.memory, spoken },
  };
  const reactions = noted.flatMap(({ what, items }) =>
    typeof what === 'string' ? items.map((item) => ({ item, reaction: what })) : [],
  );
  return turn.more || !reactions.some(({ reaction }) => isGone(reaction))
    ? result
    : withReplacement(context, turn, reactions, result);
}

function clauseOf(
  what: ListReaction['what'],
  items: readonly ResolvedItem[],
  before: readonly ResolvedItem[],
  voice: Voice,
): string {
  const same =
    items.length === before.length && items.every(({ itemId }, at) => itemId === before[at]?.itemId);
  const names = same
    ? items.length > 1
      ? 'they'
      : 'it'
    : voice.list(items.map(({ title }) => `**${title}**`));
  const many = items.length > 1;
  const them = same && many ? 'them' : names;
  if (typeof what !== 'string') return `${what.stars} of 5 for ${them}`;
  const words: Readonly<Record<Reaction, string>> = {
    saved: `${names} ${many ? 'are' : 'is'} on your wishlist`,
    unsaved: `${names} ${many ? 'are' : 'is'} off your wishlist`,
    purchased: `you bought ${them}`,
    chosen: `you go for ${them}`,
    liked: `you like ${them}`,
    disliked: `${names} ${many ? 'aren’t' : 'isn’t'} for you`,
    seen: `you know ${them} already`,
    owned: `you have ${them} already`,
    rejected: `you won’t see ${them} again`,
  };
  return words[what];
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
  const items = names
    .filter((name) => name.length > 2)
    .slice(0, MOST_TITLES)
    .map((title) => ({ by: 'title' as const, title }));
  const { items: known } = await resolveItems(context, turn, { of: 'these', items });
  return known.length === 0
    ? null
    : respondToSeveral(context, turn, [{ what: reaction, about: { of: 'these', items } }]);
}
