import type { Currency, Money } from '../../../domain/money.js';
import { findAmounts } from './amounts.js';
import { corrected } from './corrected.js';
import type { Intent, ReadingWorld } from './intents.js';
import { type LooseAmount, looseAmounts } from './loose-amounts.js';

/** Kinds of what is told that hold their amounts; a sentence with anything else in it is not judged here. */
const JUDGED: ReadonlySet<Intent['kind']> = new Set([
  'figure',
  'log',
  'ask-figure',
  'subscription-change',
  'taste',
  'setting',
]);
const PARTING = /[,;]\s|\s(?:and|but|plus|then|while)\s/;
const SHARED = /\b(?:split|share|half|third|halve|ways|50[/-]50|half-half)\b/;
const REPEATED =
  /\b(?:each|apiece|per|times|twice|hours?|hrs?|h|days?|shifts?|tickets?|of us|people|people's|a (?:head|piece|pop))\b|\b(?:1st|15th)\b/;
/** What a number stands in that tells no figure: "of my 200 budget", "the 15 bus". */
const ASIDE =
  /\b(?:of|from|out of) (?:my|the|our) [$€£]?\d[\d.,]*(?: \w+)? (?:budget|allowance|fun money)\b/g;
/** "From 15.99 to 17.99": what it was. */
const FORMER = /\bfrom [$€£]?\d[\d.,]*(?= to [$€£]?\d)/g;
const OF_MONEY =
  /\b(?:rent|mortgage|bills?|salary|wages?|income|pay|paid|pays|earns?|earning|brings? (?:in|home)|loans?|debts?|owe|savings?|saved?|pension|benefits|net|gross|kr|kronor|kroner)\b/;
const NO_TELLING =
  /\?|\b(?:find|recommend|suggest|show|ideas?|something|anything|under|below|max|up to|at most|cheaper|for me|for us|tonight|want to (?:see|watch|play|read|go|do)|game|movie|film|book|if i|what if)\b/;
/** A month as a year's, a week's, two weeks' and four weeks' amount. */
const RHYTHMS = [1, 52 / 12, 26 / 12, 13 / 12, 1 / 12, 1 / 3, 365.25 / 12];

/**
 * Holds what was read of a sentence against its figures: each must be in what is kept or asked. What shares its clause with a
 * figure that nobody understood is not kept either.
 * @returns what stands; where figures were left, one more intent that says which
 */
export function withNothingLost(
  sentence: string,
  intents: readonly Intent[],
  world: ReadingWorld,
): readonly Intent[] {
  const money = intents.some(
    (intent) =>
      intent.kind === 'figure' ||
      intent.kind === 'log' ||
      intent.kind === 'ask-figure' ||
      (intent.kind === 'subscription-change' && intent.price !== null),
  );
  if (intents.length === 0) return unread(sentence, world);
  const shared = intents.some(
    (intent) => intent.kind === 'log' && intent.description.includes('(my share of'),
  );
  if (!money || shared || !intents.every(({ kind }) => JUDGED.has(kind))) return intents;
  const text = corrected(sentence)
    .replace(FORMER, ' ')
    .replace(ASIDE, (words) => words.replace(/\d/g, ' '));
  const said = figuresIn(text, world.currency);
  const taken = intents.flatMap(amountsOf);
  const lost = said.filter((one) => !isTaken(one, said, taken, text) && !isBackground(text, one));
  if (lost.length === 0 || said.length < 2) return intents;
  const clauses = lost.map(({ start }) => clauseAt(text, start));
  const doubtful = said.filter((one) => clauses.some(([from, to]) => one.start >= from && one.end <= to));
  const kept = intents.filter(
    (intent) =>
      !amountsOf(intent).some((amount) => doubtful.some((one) => same(one.amount.minor, amount.minor))),
  );
  const amounts = kept.length < intents.length ? doubtful : lost;
  return [
    ...kept,
    {
      kind: 'untaken',
      amounts: amounts.map(({ amount }) => amount),
      beside: kept.some(({ kind }) => kind !== 'taste'),
    },
  ];
}

/** A sentence that tells of money in words that nobody knows: it is asked about. */
function unread(sentence: string, world: ReadingWorld): readonly Intent[] {
  if (NO_TELLING.test(sentence) || !OF_MONEY.test(sentence) || world.offered.length > 0) return [];
  const said = figuresIn(corrected(sentence), world.currency);
  if (said.length === 0 || said.every(({ amount }) => amount.minor < LEAST)) return [];
  return [{ kind: 'untaken', amounts: said.map(({ amount }) => amount), beside: false }];
}

/** Below this a bare number is rather a count. */
const LEAST = 1_000;

function figuresIn(text: string, currency: Currency): LooseAmount[] {
  const marked = findAmounts(text, currency).filter((one) => one.marked && one.upTo === null);
  const loose = looseAmounts(text, currency).filter(
    ({ start, end, amount }) =>
      amount.minor >= LEAST && !marked.some((one) => one.start < end && start < one.end),
  );
  return [...marked, ...loose].sort((left, right) => left.start - right.start);
}

function amountsOf(intent: Intent): readonly Money[] {
  switch (intent.kind) {
    case 'figure':
      return [
        ...(intent.amount ? [intent.amount] : []),
        ...(intent.other ? [intent.other] : []),
        ...(intent.parts ?? []).map(({ amount }) => amount),
      ];
    case 'log':
    case 'ask-figure':
      return [intent.amount];
    case 'subscription-change':
      return intent.price ? [intent.price] : [];
    default:
      return [];
  }
}

function same(left: number, right: number): boolean {
  return Math.abs(left - right) <= 2;
}

function isTaken(
  { amount }: LooseAmount,
  said: readonly LooseAmount[],
  taken: readonly Money[],
  text: string,
): boolean {
  const { minor } = amount;
  const factors = [
    ...RHYTHMS,
    ...(SHARED.test(text) ? [1 / 2, 1 / 3, 1 / 4, 1 / 5, 2 / 3] : []),
    ...(REPEATED.test(text) ? countsIn(text) : []),
  ];
  if (taken.some((one) => factors.some((factor) => same(one.minor, Math.round(minor * factor))))) return true;
  // Several of one figure are kept as their sum.
  return taken.some((one) => sums(said, one.minor).some((parts) => parts.includes(minor)));
}

/** "52k a year before tax, 3,250 net": where what arrives is told, the other is no figure to keep. */
function isBackground(text: string, { start }: LooseAmount): boolean {
  const [from, to] = clauseAt(text, start);
  // What is owed in all is none either.
  return /\b(?:before tax|gross)\b|\bowe\b/.test(text.slice(from, to));
}

function countsIn(text: string): readonly number[] {
  const counts = [...text.matchAll(/(?<![\d.,])\d{1,2}(?:\.5)?(?![\d.,])/g)].map(([digits]) =>
    Number(digits),
  );
  return [2, 3, 4, 5, 6, ...counts];
}

/** Sets of the figures said that come to a sum, each as it is or as a month's. */
function sums(said: readonly LooseAmount[], total: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const values = said.slice(0, MOST_SUMMED).map(({ amount }) => amount.minor);
  const walk = (at: number, left: number, parts: readonly number[]): void => {
    if (parts.length > 1 && same(left, 0)) found.push([...parts]);
    const value = values[at];
    if (value === undefined || found.length > 0) return;
    for (const factor of [1, 52 / 12, 26 / 12, 1 / 12]) {
      const part = Math.round(value * factor);
      if (part <= left + 2) walk(at + 1, left - part, [...parts, value]);
    }
    walk(at + 1, left, parts);
  };
  walk(0, total, []);
  return found;
}

const MOST_SUMMED = 5;

function clauseAt(text: string, place: number): readonly [number, number] {
  let from = 0;
  for (const { index, 0: words } of text.matchAll(new RegExp(PARTING, 'g'))) {
    if (index >= place) return [from, index];
    from = index + words.length;
  }
  return [from, text.length];
}
