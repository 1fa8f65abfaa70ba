import { ceilingOf, findAmounts } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { readReference } from './references.js';
import { emptyWish } from './wish-shape.js';

const UNDER = 'under|below|less than|cheaper than|at most|no more than|within|max(?:imum)?|up to';
const OVER = 'over|above|more than|dearer than|pricier than|more expensive than|at least';
/** "Is it under 20?", "does the first one cost more than 10", "would that be over 15" */
const AGAINST = new RegExp(
  `^(?:(?:and|so|but|ok(?:ay)?|hm+)[,\\s]+)*(?:is|are|was|does|do|would|will|can i get)\\b.{0,40}?\\b(?:(?<under>${UNDER})|${OVER}) (?:about )?(?:[$€£]\\s?)?\\d[\\d.,]*(?: (?:bucks|dollars|quid|pounds|euros?))?[?.!\\s]*$`,
);
const ALL = /^(?:(?:and|so|but|ok(?:ay)?)[,\s]+)*are (?:they|these|those|all)\b/;

/** Whether a thing on the table costs less, or more, than a sum; null where no such question is asked. */
export function readPriceAgainst(text: string, world: ReadingWorld): Intent | null {
  const found = world.offered.length > 0 ? AGAINST.exec(text) : null;
  if (!found || /\b(?:minutes?|hours?|pages?|years?|people|players?|my|i)\b/.test(text)) return null;
  const amount =
    ceilingOf(findAmounts(text, world.currency)) ?? looseAmounts(text, world.currency)[0]?.amount;
  if (!amount) return null;
  const bound = found.groups?.under ? ('under' as const) : ('over' as const);
  // Of all of them those that are show.
  if (ALL.test(text))
    return {
      kind: 'refine',
      refinement: 'change',
      wish: { ...emptyWish, ...(bound === 'under' ? { maxPrice: amount } : { minPrice: amount }) },
      item: null,
    };
  return {
    kind: 'why',
    item: readReference(text, world.offered) ?? { by: 'last' },
    figure: null,
    against: { amount, bound },
  };
}
