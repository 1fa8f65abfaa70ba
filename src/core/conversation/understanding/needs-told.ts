import { multiply } from '../../../domain/money.js';
import { findAmounts } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';

/** One of the things that everybody has to pay, with its figure and nothing else: "groceries like 350", "phone is 40 a month". */
const NEED =
  /^(?:(?:and|plus|also|then|my|our|the|about|another)\s)*(?:grocer(?:y|ies)|food shopping|(?:cell |mobile )?phone|internet|broadband|wi-?fi|utilit(?:y|ies)|electric(?:ity)?|power|water|heating|(?:car |health |home )?insurance|childcare|daycare|bus pass|commut(?:e|ing)|car payment|hoa)(?: bills?)?(?:\s(?:is|are|costs?(?: me)?|runs?(?: me)?|comes? to|like|about|around|roughly|maybe|for))*[\s:=]+[$€£]?\d[\d.,]*(?:k\b)?(?:\s(?:bucks|dollars|quid|pounds|euros?))?(?<per>\s(?:(?:a|per|each|every)\s(?:month|week|year)|monthly|weekly|yearly))?[\s.!]*$/;

/** A part of the fixed needs, which comes on top of what was told of them before; null where the clause tells of none. */
export function readNeed(clause: string, world: ReadingWorld): Intent | null {
  const found = NEED.exec(clause.trim());
  // Without a rhythm it may as well be a spend; after another figure of the month it is one of those.
  if (!found || (!found.groups?.per && world.done !== 'figure')) return null;
  const [marked] = findAmounts(clause, world.currency);
  const amount = marked?.amount ?? looseAmounts(clause, world.currency)[0]?.amount;
  if (!amount) return null;
  const said = found.groups?.per ?? '';
  // Needs are told of as a sum a month, and this is a part of that sum: a month is 365.25 / 12 days.
  const times = /week/.test(said) ? 365.25 / 12 / 7 : /year/.test(said) ? 1 / 12 : 1;
  return {
    kind: 'figure',
    figure: 'fixed_expenses',
    amount: times === 1 ? amount : multiply(amount, times, 'half-up'),
    percent: null,
    per: 'monthly',
    change: 'more',
  };
}
