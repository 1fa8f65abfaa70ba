import type { DateSpan } from '../../../domain/calendar.js';
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
const LISTS =
  /\b(?:list|each|every (?:single )?(?:row|line|transaction|purchase|thing|payment|charge)|every single|one by one|itemi[sz]ed?|line by line)\b/;
const MOST_PARTS = 3;

/** A question where the money went: when, and on what. */
export function readSpending(text: string, world: ReadingWorld): Intent {
  const asked = whenAsked(text, world);
  if (LISTS.test(text) && asked.span && !findCategory(text))
    return { kind: 'rows', words: [], amount: null, span: asked.span, direction: 'out' };
  const named = WENT_ON.exec(withoutTime(text, asked.words))?.[1];
  return {
    ...asked,
    ...(named && !/\b(?:and|or|vs|versus)\b|[,&]/.test(named) ? forWhat(named) : categoryOf(text)),
  };
}

const COMPARES =
  /\b(?:compare[ds]?|comparison|versus|vs\.?|difference between|(?:more|less|higher|lower|up|down)\b.*\bthan)\b/;
/** Months whose names are words of their own as well; beside another month they are months. */
const MONTH_OR_VERB = /(?<!\bin )\b(may|march)\b/g;
const SPENDS = /\b(?:spen[dts]\w*|expenses|outgoings|costs?|paid|pay|went on|going on)\b/;
const USUAL =
  /\b(?:on average|average|usually|typically|normally|(?:usual|typical|normal) (?:month|week))\b|\bhow much (?:a|per|each|every) (?:month|week) do (?:i|we)\b|\bdo (?:i|we) (?:spend|pay|blow)\b.*\b(?:a|per|each|every) (?:month|week)\b/;
const EVER =
  /\b(?:in total|altogether|all together|overall|ever|of all time|since the (?:beginning|start)|in all|so far)\b/;

/** Spending over more than one span of days: two compared, a usual month or week, all that is known. Null where none is asked. */
export function readSpendingOver(text: string, world: ReadingWorld): Spending | null {
  const times = findTimes(
    COMPARES.test(text) ? text.replace(MONTH_OR_VERB, 'in $1') : text,
    world.today,
    'past',
  );
  const [first, second] = times;
  const about = SPENDS.test(text) || findCategory(text) !== null;
  if (first && second && COMPARES.test(text) && (about || /\bcompare/.test(text))) {
    const than = /\bthan\b/.test(text);
    const [asked, other] = than || first.span.start > second.span.start ? [first, second] : [second, first];
    return { ...blank, span: asked.span, words: asked.text, against: other.span, ...namedIn(text, times) };
  }
  if (!SPENDS.test(text) || /\b(?:can|could|should|would|if)\b/.test(text)) return null;
  const named = namedIn(text, times);
  if (USUAL.test(text) && !first)
    return { ...blank, average: /\bweek/.test(text) ? 'week' : 'month', ...named };
  const ofSomething = named.category !== null || named.shop !== undefined;
  return EVER.test(text) && ofSomething && !first ? { ...blank, all: true, ...named } : null;
}

const TREND =
  /\b(?:(?:did|has|have|had|is|are|was|were) (?:my|our|the) (?:total |overall |monthly )?(?:spending|expenses|costs|outgoings|expenditure)\b.{0,24}\b(?:go(?:ne|es|ing)? (?:up|down)|increas\w+|decreas\w+|ris(?:e|en|ing)|rose|dropp?\w*|fall(?:en|ing)?|fell|grow(?:n|ing)?|grew|chang\w+|higher|lower)|(?:am|are|was|did) (?:i|we) spend(?:ing)? (?:more|less)(?: or (?:more|less))?(?: than before)?[?.!\s]*$)/;

/** Whether spending went up or down: a month, the last full one where none is named, beside the one before. Null: not asked. */
export function readTrend(text: string, world: ReadingWorld): Spending | null {
  if (!TREND.test(text) || COMPARES.test(text.replace(/ than before/, ''))) return null;
  const time = timeAsked(text, world);
  return {
    ...blank,
    trend: true,
    span: time?.span ?? null,
    words: time?.words ?? null,
    category: findCategory(text),
  };
}

/** What one shop, service or thing cost, by its name alone: "what did geico cost me", "how much was the airline". */
const COST_OF =
  /^(?:(?:so|and|ok(?:ay)?|hey|also|but)[,\s]+)*(?:(?:what|how much) (?:did|has|have) (?:the |my |our )?(?<paid>[a-z][a-z0-9&'+. -]{1,40}?) (?:costs?|charged?|take|taken|come to|run|set)(?: (?:me|us))?(?: back)?|(?:what|how much) (?:was|were) (?:the |my |our )?(?<was>[a-z][a-z0-9&'+. -]{1,40}?)|(?:what|how much) do(?:es)? (?:the |my |our )?(?<does>[a-z][a-z0-9&'+. -]{1,40}?) (?:cost|charge|take from) (?:me|us)|how much (?:did|do) (?:i|we) (?:give|pay|owe)(?: to)? (?<given>[a-z][a-z0-9&'+. -]{1,40}?))(?: (?:in total|altogether|so far))?[?.!\s]*$/;
const NO_PAYEE =
  /^(?:it|that|this|they|them|those|these|he|she|i|we|you|all|both|everything|there|left|tonight|tomorrow|one|ones|(?:first|second|third|fourth|last|other|cheapest) \w+|tax(?:es)?|spent|balance|budget|income|gross|net|total|debts?|loans?|need|want)\b|\b(?:left|spent|budget|balance|total|subscriptions?|income|over|mean|this|that|tickets?)\b|\b(?:opening|closing) /;

/** Null where no such question is asked, or where a thing on the table is meant. */
export function readCostOf(text: string, world: ReadingWorld): Spending | null {
  const time = timeAsked(text, world);
  const plain = time
    ? text.replace(time.words, ' ').replace(/\s(?:in|for|during|on|since|over)?\s*(?=[?.!\s]*$)/, '')
    : text;
  const { paid, was, does, given } = COST_OF.exec(plain.replace(/\s+/g, ' ').trim())?.groups ?? {};
  const payee = (paid ?? was ?? does ?? given)?.trim();
  if (!payee || NO_PAYEE.test(payee)) return null;
  const key = payee.replace(/^the /, '');
  if (world.offered.some((title) => title.toLowerCase().includes(key))) return null;
  const what = forWhat(payee);
  return what.category === null && what.shop === undefined
    ? null
    : { ...blank, span: time?.span ?? null, words: time?.words ?? null, ...what };
}

const blank = { kind: 'spending', span: null, words: null, months: null, category: null } as const;

/** The category or the shop that a question about several spans names. */
function namedIn(
  text: string,
  times: readonly { readonly text: string }[],
): { readonly category: string | null; readonly shop?: string } {
  let plain = text;
  for (const { text: words } of times) plain = plain.replace(words, ' ');
  plain = plain
    .replace(
      /\b(?:on average|usually|typically|normally|per|a|each|every|in (?:total|all)|month|week|than|vs|versus)\b/g,
      ' ',
    )
    .replace(/(?:\s(?:in|and|or|the|do|i|we|to|so far|altogether|ever|spend|compared|with))*[?.!\s]*$/, '')
    .replace(/\s+/g, ' ');
  const named =
    /\b(?:at|on|for)\s(?:the\s|my\s)?([a-z0-9][a-z0-9&'+.-]*(?: [a-z0-9&'+.-]+){0,3}?)(?=\s(?:in|on|than|during|compared)\b|$)/.exec(
      plain,
    )?.[1];
  return named ? forWhat(named) : { category: findCategory(plain) };
}

/** The other things of a question about several: "on gas and coffee" asks for two sums. */
export function withOtherParts(asked: Intent, text: string): readonly Intent[] {
  if (asked.kind !== 'spending') return [asked];
  const named = WENT_ON.exec(withoutTime(text, asked.words))?.[1] ?? '';
  const parts = named
    .split(/,\s?(?:and\s)?|\s(?:and|or|&|plus|vs\.?|versus)\s/)
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

/** The days that a question looks back on: "in june", "since september", which goes on to today. Null where it names none. */
export function timeAsked(
  text: string,
  { today }: ReadingWorld,
): { readonly span: DateSpan; readonly words: string } | null {
  const [time] = findTimes(text, today, 'past');
  if (!time) return null;
  const words = time.text.replace(/^(?:in|for|during|on) /, '');
  const since =
    /\bsince\s(?:the\s)?$/.test(text.slice(0, text.indexOf(time.text))) || /^since\b/.test(time.text);
  return {
    words,
    span: since && time.span.start <= today ? { start: time.span.start, end: today } : time.span,
  };
}

function whenAsked(text: string, world: ReadingWorld): Spending {
  const time = timeAsked(text, world);
  const months = /\b(?:last|past) (\d{1,2}|two|three|four|five|six|twelve) months\b/.exec(text)?.[1];
  const count = months ? Number(months) || parseNumberWords(months) : null;
  return {
    kind: 'spending',
    span: count ? null : (time?.span ?? null),
    words: time?.words ?? null,
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
