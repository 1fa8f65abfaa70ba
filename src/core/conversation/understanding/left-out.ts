import type { Money } from '../../../domain/money.js';
import type { Intent, ReadingWorld } from './intents.js';
import { normalise } from './normalise.js';
import { allAmounts } from './priced-parts.js';
import { findTimes } from './times.js';

/** Questions about money whose answer must not pass over a figure that was named. */
const JUDGED: ReadonlySet<Intent['kind']> = new Set([
  'afford',
  'budget',
  'spending',
  'saved',
  'goal',
  'suppose-cancel',
  'rows',
  'income',
  'known',
  'printed',
  'subscriptions',
  'spends',
  'insights',
  'figures',
]);
/** Said as a share, an amount stands in the answer as what is left of it. */
const SHARED = /\d ?(?:%|per ?cent)|\bhalf\b|\bsplit\b/;
/** "Two 25 dollar dinners" that are skipped are 50 at the start of a saving. */
const MOST_TIMES = 10;

/**
 * Holds the reading of a question about money against the figures that were said: one that has no part in it is named
 * first, so that nothing is answered as if it had never been there.
 */
export function withLeftOut(
  text: string,
  { asked, told }: { readonly asked: readonly Intent[]; readonly told: readonly Intent[] },
  world: ReadingWorld,
): readonly Intent[] {
  // What is told beside it is held against its own figures.
  if (told.length > 0) return asked;
  if (asked.length === 0 || !/\d/.test(text) || !asked.every(({ kind }) => JUDGED.has(kind))) return asked;
  // "75 a month for 10": so many of them.
  let plain = normalise(text).replace(/\b(month|week|year) (?:for|over) \d+\b/g, '$1');
  if (SHARED.test(plain)) return asked;
  for (const time of findTimes(plain, world.today, 'past')) plain = plain.replace(time.text, ' ');
  const used = asked.flatMap((intent) => amountsIn(intent)).map(({ minor }) => minor);
  const pace = world.frame?.topic === 'price' ? world.frame.pace?.amount.minor : undefined;
  if (pace !== undefined) used.push(...used.map((minor) => minor - pace));
  for (const intent of asked)
    if (intent.kind === 'afford' && intent.start)
      for (let times = 2; times <= MOST_TIMES; times += 1) used.push(intent.start.minor / times);
  const counts = asked.flatMap((intent) => countsIn(intent));
  const lost = allAmounts(plain, world.currency).filter(
    ({ amount, upTo, marked }) =>
      (marked || !counts.some((count) => amount.minor === count * 100)) &&
      !isUsed(amount.minor, used) &&
      !(upTo && isUsed(upTo.minor, used)),
  );
  return lost.length === 0
    ? asked
    : [{ kind: 'left-out', amounts: lost.map(({ amount }) => amount) }, ...asked];
}

function isUsed(minor: number, used: readonly number[]): boolean {
  return used.includes(minor);
}

/** How often something counts, wherever a reading says so. */
function countsIn(intent: Intent): readonly number[] {
  if (intent.kind === 'budget') return intent.times ? [intent.times] : [];
  if (intent.kind !== 'afford') return [];
  // With three others one is four.
  return (intent.parts ?? []).flatMap(({ count }) => [count, count - 1]);
}

/** Every amount of money that a reading holds, however deep. */
function amountsIn(value: unknown): Money[] {
  if (Array.isArray(value)) return value.flatMap(amountsIn);
  if (typeof value !== 'object' || value === null) return [];
  if (
    'minor' in value &&
    'currency' in value &&
    typeof value.minor === 'number' &&
    typeof value.currency === 'string'
  )
    return [{ minor: value.minor, currency: value.currency }];
  return Object.values(value).flatMap(amountsIn);
}
