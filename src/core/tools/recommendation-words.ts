import type { BudgetStatus } from '../../domain/budget/status.js';
import { compare, type Money } from '../../domain/money.js';
import type { CatalogueItem, ItemType } from '../../domain/ranking/item.js';
import { kindOfFamous } from '../conversation/understanding/lexicon/famous.js';
import type { Wish } from '../conversation/understanding/wish-shape.js';
import type { Voice } from '../conversation/voice.js';
import type { Alternative, RecommendationList, RecommendedItem } from '../recommendations/types.js';
import { periodWords, remainingOf } from './budget-words.js';
import { costWords, itemDescription, priceFootnote, typeName } from './item-words.js';
import { reasonWords } from './reason-words.js';
import { shorten } from './shorten.js';
import { whenWords } from './when-words.js';

export interface RecommendationWords {
  readonly list: RecommendationList;
  readonly wish: Wish;
  readonly status: BudgetStatus;
  readonly voice: Voice;
  /** What was understood of a follow-up ("Cheaper, then:"). */
  readonly lead: string | null;
  /** What they do not eat, where that was kept to. */
  readonly diet: string | null;
  /** The named limit in the user's own currency. */
  readonly counted: Money | null;
  /** Others can read it: nothing about the user's money. */
  readonly discreet: boolean;
  /** The place that this wish itself names, beside the one where they live. */
  readonly place: string | null;
  /** Short: what it is and what it costs. */
  readonly brief: boolean;
}

/** The list as a person would give it: an opening, a line and a reason each, what it means for the budget. */
export function recommendationText(words: RecommendationWords): string {
  const { list, voice } = words;
  if (list.items.length === 0) return nothingText(words);
  if (words.brief) return briefText(words);
  const blocks = [opening(words)];
  const lacking = lackingLine(words);
  if (lacking) blocks.unshift(lacking);
  const theme = themeLine(words);
  if (theme) blocks.push(theme);
  const other =
    words.wish.types.length > 0 && !list.items.some(({ item }) => words.wish.types.includes(item.type));
  for (const unmet of list.unmet.slice(0, other && !words.lead ? 0 : 2)) blocks.push(unmet);
  blocks.push(list.items.map((one, index) => itemLine(one, index, voice)).join('\n'));
  const free = list.freeAlternative;
  if (free)
    blocks.push(
      `If you’d rather spend nothing: **${free.item.title}** (${itemDescription(free.item)}). ${reasonWords(free, voice)}`,
    );
  const closing = [
    moneyLine(words),
    conversionLine(words),
    priceFootnote(list.items, voice),
    ...honestLines(words),
    placeHint(words),
  ]
    .filter((line) => line !== null)
    .join(' ');
  if (closing) blocks.push(closing);
  if (new Set(list.items.map((one) => one.item.type)).size > 2 && words.wish.types.length === 0) {
    blocks.push(
      voice.pick(
        'Want more of one kind?',
        'Tell me which direction you like, and I’ll narrow it down.',
        'Does one of these sound right?',
      ),
    );
  }
  return blocks.join('\n\n');
}

/** For those who asked for short answers: the things with their prices, and only what must not be left out. */
function briefText(words: RecommendationWords): string {
  const { list, voice } = words;
  const lines = list.items.map(
    ({ item, cost }, index) =>
      `${index + 1}. **${item.title}** (${itemDescription(item)}): ${costWords(item, cost, voice)}`,
  );
  const closing = [
    ...list.unmet.slice(0, 1),
    themeLine(words),
    moneyLine(words),
    ...honestLines(words),
  ].filter(Boolean);
  return [...(words.lead ? [words.lead] : []), lines.join('\n'), closing.join(' ')]
    .filter(Boolean)
    .join('\n\n');
}

/** That what was asked for is nothing the catalogue holds. */
function lackingLine({ wish }: RecommendationWords): string | null {
  if (!wish.lacking) return null;
  const [type] = wish.types;
  return type
    ? `I have no ${wish.lacking}; ${typeName(type, 2)} come nearest.`
    : `I have no ${wish.lacking} in my catalogue, so I can’t say more about that.`;
}

function opening({ list, wish, voice, lead }: RecommendationWords): string {
  if (lead) return lead;
  const asked = wish.types.length > 0 && !list.items.some(({ item }) => wish.types.includes(item.type));
  if (asked)
    return `I know no ${kindWords(wish.types, 1)}${wishWords(wish, list.limit, voice, 1)} that fits all of that. Something else within your money:`;
  const count = list.items.length;
  const what = kindWords(wish.types, count);
  const extras = wishWords(wish, list.limit, voice, count);
  const number = COUNTS[count] ?? String(count);
  if (count === 1) return voice.pick(`One ${what} fits${extras}:`, `Here’s one ${what}${extras}:`);
  return voice.pick(
    `Here are ${number} ${what}${extras}:`,
    `${number.charAt(0).toUpperCase()}${number.slice(1)} ${what}${extras}:`,
    `I’d look at these ${number} ${what}${extras}:`,
  );
}

const COUNTS: readonly string[] = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

function kindWords(types: readonly ItemType[], count: number): string {
  const [only, second] = types;
  if (only && !second) return typeName(only, count);
  if (
    types.length > 0 &&
    types.every((type) => type === 'board_game' || type === 'card_game' || type === 'game')
  ) {
    return count === 1 ? 'game' : 'games';
  }
  return count === 1 ? 'idea' : 'ideas';
}

/** What was named, or what is left where that is less. */
function lower(named: Money | null, limit: Money | null): Money | null {
  if (!named || !limit || !sameCurrency(named, limit)) return named;
  return compare(limit, named) < 0 ? limit : named;
}

function wishWords(wish: Wish, limit: Money | null, voice: Voice, count: number): string {
  const parts: string[] = [];
  if (wish.when) parts.push(`for ${whenWords(wish.when.words)}`);
  if (wish.partySize !== null && wish.partySize > 1)
    parts.push(wish.partySize === 2 ? 'for two' : `for ${wish.partySize}`);
  if (wish.place) parts.push(`in ${wish.place}`);
  const most = lower(wish.maxPrice, limit);
  if (wish.cheap && !most) parts.push(`that ${count === 1 ? 'goes' : 'go'} easy on the wallet`);
  if (wish.freeOnly) parts.push(`that ${count === 1 ? 'costs' : 'cost'} nothing`);
  else if (most && most.minor > 0) parts.push(`for ${voice.money(most)} or less`);
  return parts.length > 0 ? ` ${parts.join(' ')}` : '';
}

function itemLine(one: RecommendedItem, index: number, voice: Voice): string {
  const cost = costWords(one.item, one.cost, voice);
  // Another price point beside the first ones is enough; beside each it is a second list.
  const other = index < 2 ? one.alternatives[0] : undefined;
  const alternative = other ? ` Along the same lines: ${other.title}, ${alternativeCost(other, voice)}.` : '';
  return `${index + 1}. **${one.item.title}** (${itemDescription(one.item)}): ${cost}. ${about(one.item)}${reasonWords(one, voice)}${alternative}`;
}

/** What it is, in the catalogue's own short sentence, with the space after it; empty where it has none. */
export function about(item: CatalogueItem): string {
  const first = /^.{10,110}?[.!?](?=\s|$)/s.exec(item.description?.trim() ?? '')?.[0];
  return first ? `${first} ` : '';
}

function alternativeCost({ cost, includedIn }: Alternative, voice: Voice): string {
  if (includedIn !== null) return `included in your ${includedIn}`;
  return cost.minor === 0 ? 'free' : `about ${voice.money(cost)}`;
}

/** What the list cannot promise: what is on that day, what a menu holds, what a thing is about. */
function honestLines({ list, wish, diet, voice, place }: RecommendationWords): string[] {
  const lines: string[] = [];
  const toGo = list.items.filter(({ item }) => item.type === 'restaurant' || item.type === 'event');
  if (place && toGo.length > 0 && !toGo.some(({ item }) => item.place?.city))
    lines.push(
      `I know no place in ${place} by its name, so these are kinds of places and chains to look for there; what they cost there may differ.`,
    );
  if (wish.included && !list.items.some(({ cost }) => cost.known && cost.basis === 'included'))
    lines.push(
      'Nothing in the subscriptions that I know of fits, so these are simply free. Have another? Tell me (“I have Hulu”), and I’ll look there.',
    );
  const outings = list.items.filter(({ item }) => item.type === 'event');
  if (wish.when && outings.length > 0)
    lines.push('I don’t have listings by date, so check what’s on that day before you go.');
  else if (outings.some(({ item }) => DATED.test(item.genres.join(' '))))
    lines.push('I don’t have dates for outings, so check what’s on near you.');
  if (diet && list.items.some(({ item }) => item.type === 'restaurant'))
    lines.push(`I kept to places that suit ${diet} eating, but I can’t see menus.`);
  const fitting = list.items.filter(({ facts }) => facts.some(({ kind }) => kind === 'mood'));
  if (
    wish.mood !== null &&
    NAMED_MOODS.has(wish.mood) &&
    !wish.without.includes('outdoors') &&
    !(wish.mood === 'romantic' && (wish.partySize ?? 2) > 2) &&
    list.items.length > 1 &&
    fitting.length <= list.items.length / 2
  )
    lines.push(
      fitting.length === 0
        ? `None of these is known to be ${moodWord(wish.mood)}; they come closest.`
        : `Only ${voice.list(fitting.map(({ item }) => item.title))} ${fitting.length === 1 ? 'is' : 'are'} known to be ${moodWord(wish.mood)}; the rest come closest.`,
    );
  if (wish.unseen.length > 0)
    lines.push(`I can’t tell ${voice.list(wish.unseen, 'or')}, so check that before you decide.`);
  if (wish.avoid.some((word) => UNSEEN.test(word)))
    lines.push('How loud, spicy or crowded a place is, I can’t tell; a quick look at its reviews would.');
  const known = list.items.some(({ facts }) => facts.some(({ kind }) => kind === 'asked-for-item'));
  if (wish.like && !known) {
    const kind = kindOfFamous(wish.like);
    lines.push(
      kind
        ? `I don’t have “${shorten(wish.like)}” itself; I looked for ${kind}, which is what it is.`
        : `I don’t know “${shorten(wish.like)}” itself, so I went by its words. Tell me what kind of thing it is, and I’ll look closer.`,
    );
  }
  return lines;
}

/** That nothing is about what was named. */
function themeLine({ list, wish }: RecommendationWords): string | null {
  const theme = wish.like ? null : wish.theme;
  const themed = (word: string) =>
    list.items.some(({ item }) =>
      [item.title, item.description ?? '', ...item.genres, ...item.tags]
        .join(' ')
        .toLowerCase()
        .includes(word.replace(/s$/, '')),
    );
  return theme && !themed(theme) ? `I know of nothing about ${theme} as such; these come closest.` : null;
}

/** Moods that somebody asks for by their name, and would miss. */
const NAMED_MOODS = new Set(['funny', 'cozy', 'relaxing', 'exciting', 'romantic', 'scary', 'thoughtful']);

function moodWord(mood: string): string {
  return mood === 'cozy' ? 'cosy' : mood;
}

const UNSEEN = /^(?:loud|noisy|noise|spicy|spice|crowd\w*|busy|queue\w*)/;
const DATED = /\b(?:concert|comedy|theatre|festival|music|sport|opera|dance)\b/;

/** "£30 is about $40": a limit in another currency is said in the one of the prices. */
function conversionLine({ wish, counted, voice }: RecommendationWords): string | null {
  if (!wish.maxPrice || wish.maxPrice.minor === 0 || !counted || sameCurrency(wish.maxPrice, counted))
    return null;
  return `${voice.money(wish.maxPrice)} is about ${voice.money(counted)}, which is what I compared with.`;
}

/** A reason as a sentence of its own. */
export function sentence(text: string): string {
  const plain = text.trim();
  if (plain === '') return '';
  const ended = /[.!?]$/.test(plain) ? plain : `${plain}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}

function moneyLine({ list, wish, status, voice, discreet }: RecommendationWords): string | null {
  if (discreet) return null;
  const remaining = remainingOf(status);
  if (status.state === 'free-only')
    return `Money for fun is used up ${periodWords(status)}, so I kept to what costs you nothing more.`;
  if (!remaining || status.state === 'no-income') {
    return wish.maxPrice || wish.freeOnly
      ? null
      : 'I don’t know your budget yet; a bank statement (PDF) or “I make 3,200 a month” would let me keep these within it.';
  }
  if (remaining.minor === 0 && !wish.maxPrice)
    return `Your fun budget is used up ${periodWords(status)}; ${list.items.some((one) => one.cost.known && one.cost.total.minor > 0) ? 'these would go over it' : 'these don’t touch it'}.`;
  const left = `You have ${voice.money(remaining)} left for fun ${periodWords(status)}`;
  if (
    wish.maxPrice &&
    list.limit &&
    sameCurrency(wish.maxPrice, list.limit) &&
    compare(list.limit, wish.maxPrice) < 0
  ) {
    return `You said ${voice.money(wish.maxPrice)}, but only ${voice.money(remaining)} is left for fun ${periodWords(status)}, so I kept to that.`;
  }
  return list.items.some((one) => one.cost.known && one.cost.total.minor > 0)
    ? `${left}, so any one of these fits.`
    : `${left}, and these don’t touch it.`;
}

function sameCurrency(left: { currency: string }, right: { currency: string }): boolean {
  return left.currency === right.currency;
}

function nothingText({ list, wish, status, voice }: RecommendationWords): string {
  const reasons = list.unmet.length > 0 ? list.unmet.join(' ') : 'Nothing in my catalogue fits all of that.';
  const free = list.freeAlternative;
  const alternative = free
    ? `\n\nWhat would work: **${free.item.title}** (${itemDescription(free.item)}), ${costWords(free.item, free.cost, voice)}. ${sentence(free.reason)}`
    : '';
  const hint =
    wish.maxPrice && status.state === 'ready'
      ? ' A little more money, or another kind of thing, would open it up.'
      : ' Tell me another kind of thing, or drop one of the wishes.';
  return `${reasons}${alternative || hint}`;
}

/** Outings are somewhere: who has not said where they live is asked, once things to go to are on the list. */
function placeHint({ list, wish }: RecommendationWords): string | null {
  const cities = new Set(list.items.flatMap((one) => one.item.place?.city ?? []));
  return wish.place === null && cities.size > 1
    ? 'Tell me your city (“I live in Sydney”), and I’ll keep outings near you.'
    : null;
}
