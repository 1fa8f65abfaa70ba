import type { Intent, ReadingWorld } from './intents.js';
import { allAmounts, readParts, totalOfParts } from './priced-parts.js';

type Afford = Extract<Intent, { kind: 'afford' }>;

const HOW_LONG =
  /\bhow (?:long|many (?:months?|weeks?|pay ?(?:days|checks)))\b.*\b(?:sav(?:e|es|ed|ing)|get (?:there|it|to|that)|have (?:enough|it|that)|afford|take|takes|put|putting|reach|buy)\b|\bwhen (?:can|could|will|would|do) (?:i|we) (?:afford|have|buy|get|reach)\b/;
const PUTS =
  '(?:put|putting|puts|save|saving|set|setting|stash|stashing|keep|keeping|add|adding|use|using|go|going)';
/** Somebody goes on from a price that was asked about: "and if I put everything in", "with half of it?" */
const GOES_ON = new RegExp(
  `^(?:(?:and|so|ok(?:ay)?|what|but|or|then)[,\\s]+)*(?:(?:if|say|suppose) (?:i|we) (?:\\w+ )?${PUTS}\\b|with (?:half|all|everything|a (?:third|quarter)|\\d+ ?%)\\b|(?:only )?half\\b)`,
);
/** What stands right before the amount that is put aside each time; what somebody has "to save" is the sum. */
const PACE_BEFORE = new RegExp(
  `\\b(?:at|with|by|(?<!\\bto )${PUTS}(?: (?:aside|away|by|in|only|just|about|around))*)\\s+(?:(?:a|about|around|only|just|roughly) )*$`,
);
const SHARES: readonly (readonly [number, RegExp])[] = [
  [1 / 2, /\bhalf\b/],
  [1 / 3, /\ba? ?third\b/],
  [1 / 4, /\ba? ?quarter\b/],
  [1, /\b(?:all|everything|every (?:penny|cent)|the (?:whole|entire|full)|only my (?:fun|entertainment))\b/],
];
const OF_BUDGET =
  /\b(?:budget|fun money|allowance|(?:put|putting|with|use|using) (?:only |just )?(?:half|all|everything|a (?:third|quarter)|\d+ ?%)|(?:all|half|everything) (?:of (?:it|that|them) )?(?:in|aside|away))\b/;

/**
 * How long a sum takes at a pace: "450 at 120 a month", "how many months for 1,200 if I put 150 aside", "with half of my fun
 * budget". Without a sum it goes on from the price that was asked about. Null where no pace is named.
 */
export function readSavingPace(text: string, world: ReadingWorld): Afford | null {
  const before = world.frame?.topic === 'price' ? world.frame : null;
  const goesOn = before !== null && GOES_ON.test(text);
  if (!goesOn && !HOW_LONG.test(text)) return null;
  const amounts = allAmounts(text, world.currency);
  const paced = amounts.find(({ per }) => per !== null) ?? amounts.find(({ start }) => isPace(text, start));
  const rest = paced ? `${text.slice(0, paced.start)}${text.slice(paced.end)}` : text;
  const parts = readParts(rest, world.currency)?.parts ?? before?.parts;
  if (!parts) return null;
  const start = parts === before?.parts ? before.start : null;
  const intent: Afford = {
    kind: 'afford',
    price: totalOfParts(parts),
    title: null,
    recurring: null,
    parts,
    ...(start && { start }),
  };
  if (paced) return { ...intent, pace: { amount: paced.amount, per: paced.per ?? 'monthly' } };
  const share = goesOn || OF_BUDGET.test(text) ? shareOf(text) : null;
  if (share !== null) return { ...intent, share };
  return /\bsav(?:e|ing)\b/.test(text) && amounts.length > 0 ? { ...intent, howLong: true } : null;
}

function isPace(text: string, start: number): boolean {
  return PACE_BEFORE.test(text.slice(0, start));
}

/** The part of the fun budget that is put aside, from 0 to 1. */
function shareOf(text: string): number | null {
  const percent = /\b(\d{1,3}) ?%/.exec(text)?.[1];
  if (percent) return Math.min(1, Number(percent) / 100);
  return SHARES.find(([, words]) => words.test(text))?.[0] ?? null;
}
