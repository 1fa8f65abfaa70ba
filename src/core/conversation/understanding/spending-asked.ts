import { findCategory } from './category-words.js';
import type { Intent, ReadingWorld } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { findTimes } from './times.js';
import { findServices } from './vocabulary.js';

type Spending = Extract<Intent, { kind: 'spending' }>;

/** What the money went on, at the end of the question: "at whole foods", "on gas and coffee". */
const WENT_ON = /\b(?:at|on|to|with|from)\s(?:the\s|my\s|our\s)?([a-z0-9][a-z0-9&'+.,/ -]{1,50}?)[?.!\s]*$/;
/** Words that are no shop. */
const NO_SHOP =
  /^(?:it|that|this|them|those|all|everything|anything|stuff|things?|what|average|total|me|myself|us|far|most|the most|date|now|then|there|here|purpose|which|week|month|year|day)\b|\b(?:left|budget|month|week|year|so far|in total|altogether)\b|^\d/;
/** A shop that stands for a category of its own is still asked for by its name. */
const OWN_NAME = /^(?:steam|uber|lyft|uber eats|netflix|spotify|hulu|disney\+?)$/;
const LISTS = /\b(?:list|each|every single|one by one|itemi[sz]ed?|line by line)\b/;
const MOST_PARTS = 3;

/** A question where the money went: when, and on what. */
export function readSpending(text: string, world: ReadingWorld): Intent {
  const asked = whenAsked(text, world);
  if (LISTS.test(text) && asked.span && !findCategory(text))
    return { kind: 'rows', words: [], amount: null, span: asked.span, direction: 'out' };
  const named = WENT_ON.exec(withoutTime(text, asked.words))?.[1];
  return { ...asked, ...(named && !/\b(?:and|or)\b|[,&]/.test(named) ? forWhat(named) : categoryOf(text)) };
}

/** The other things of a question about several: "on gas and coffee" asks for two sums. */
export function withOtherParts(asked: Intent, text: string): readonly Intent[] {
  if (asked.kind !== 'spending') return [asked];
  const named = WENT_ON.exec(withoutTime(text, asked.words))?.[1] ?? '';
  const parts = named
    .split(/,\s?(?:and\s)?|\s(?:and|or|&|plus)\s/)
    .map((part) => part.replace(/^(?:on|at|for|the|my)\s/, '').trim())
    .filter((part) => part.length > 1);
  if (parts.length < 2 || parts.length > MOST_PARTS) return [asked];
  const { shop: _shop, ...rest } = asked;
  const found = parts.map((part): Spending => ({ ...rest, ...forWhat(part) }));
  return found.every(({ category, shop }) => category !== null || shop !== undefined) ? found : [asked];
}

/** The category, else the shop, that a word or two name. */
export function forWhat(named: string): { readonly category: string | null; readonly shop?: string } {
  const words = named.replace(/\s(?:in|for|during|on|at)$/, '').trim();
  const service = findServices(words).length > 0;
  const category = OWN_NAME.test(words) || service ? null : findCategory(words);
  if (category || NO_SHOP.test(words)) return { category };
  return { category: null, shop: words };
}

function categoryOf(text: string): { readonly category: string | null } {
  return { category: findCategory(text) };
}

function whenAsked(text: string, world: ReadingWorld): Spending {
  const [time] = findTimes(text, world.today, 'past');
  const months = /\b(?:last|past) (\d{1,2}|two|three|four|five|six|twelve) months\b/.exec(text)?.[1];
  const count = months ? Number(months) || parseNumberWords(months) : null;
  return {
    kind: 'spending',
    span: count ? null : (time?.span ?? null),
    words: time?.text.replace(/^(?:in|for|during|on) /, '') ?? null,
    months: count,
    category: null,
  };
}

function withoutTime(text: string, words: string | null): string {
  const plain = words ? text.replace(words, ' ') : text;
  return plain
    .replace(/\s(?:in|for|during|on|over|since|so far|in total|altogether)\s*(?=[?.!\s]*$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
