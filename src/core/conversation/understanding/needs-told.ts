import { multiply, zero } from '../../../domain/money.js';
import { AMOUNT, amountFrom, JOINED } from './figure-said.js';
import type { Intent, ReadingWorld } from './intents.js';
import { moneyNameOf } from './lexicon/money-names.js';
import { parseCount } from './numbers.js';
import { monthlyOf, rhythmOf } from './rhythms.js';

/** What everybody has to pay, by the category that it is. */
const PARTS: readonly (readonly [string, string])[] = [
  ['rent', 'rent'],
  ['mortgage', 'mortgage'],
  ['groceries', 'grocer(?:y|ies)|food shopping'],
  ['telecom', '(?:cell |mobile )?phone(?: plan| contract)?|internet|broadband|wi-?fi'],
  [
    'utilities',
    'utilit(?:y|ies)|electric(?:ity)?|power|water|heating|gas bill|council tax|(?:property )?rates|hoa',
  ],
  ['insurance', '(?:car |health |home |life )?insurance'],
  ['childcare', 'childcare|daycare|nursery|child support(?= i pay)|alimony(?= i pay)'],
  ['transport', 'bus pass|train pass|commut(?:e|ing)|car (?:payment|lease|note)|car(?! loan)'],
  ['education', 'tuition|school fees'],
];
const PART = PARTS.map(([, words]) => words).join('|');
const ALL = 'bills|expenses|outgoings|essentials|needs|overheads|fixed (?:costs|expenses)';
const NAME = `(?<name>${PART}|${ALL})(?: (?:bills?|payments?|costs?))?`;
const LEAD =
  '^(?:(?:no|wait|sorry|oops|and|plus|also|then|but|so|oh|ok|well|i have|we have|have|got|there is|my|our|the|another|with|n|monthly|actually)[\\s,]+)*';
const VERB =
  '(?:(?:i|we) )?(?:(?:also|still|have to|must|usually|now) )*(?:pay(?:ing)?|spend(?:ing)?|owe|split)';
const NAMED = new RegExp(`${LEAD}(?:${VERB} )?(?:(?:for|the|my|our) )*(?:${NAME})${JOINED}${AMOUNT}`, 'd');
const PAYS = new RegExp(
  `${LEAD}(?:${VERB}${JOINED})?${AMOUNT}[\\d.,k]*(?: (?:bucks|dollars|quid|pounds|euros?|a|per|each|every|month|week|year|monthly|weekly|or so|about|around))*(?: (?:in|for|on|of|to|goes|towards|my|the|our|just))*(?: ${NAME})\\b`,
  'd',
);
/** "I also pay 900 rent": on top of what is known. */
const ALSO = /\b(?:also|on top|as well|too|another|plus)\b/;
const WHOLE = new RegExp(`^(?:${ALL})$`);
/** "My phone bill is 40" */
const STATED = /^(?:my|our|the) [a-z -]+ (?:is|are|costs?(?: me)?|comes? to|runs?) /;
/** What a clause of rent goes on with; anything else makes it a thing to rent. */
const GOES_ON =
  /^(?:[\s,.!]*(?:bucks|dollars|quid|pounds|euros?|a|per|each|every|month|week|fortnight|year|monthly|weekly|yearly|pcm|pw|mo|or so|now|these days|total|in total|all in|together|roughly|and|for|in|on|of|my|the|our|rent|bills?|mortgage|half|split|by|cash|which|that|but|is|from|ways|between|us|two|three|usually|on average|by cash|in cash|to|pay|half-half|\/(?:month|mo|week|wk)))*(?:[\s,.!]*$|\s+(?:which|that|because|so|but)\b)/;

/** "Forget the car payment": it is no longer one of the needs. */
const GONE = new RegExp(
  `^(?:(?:please|ok|actually|and|no)[,\\s]+)*(?:forget|remove|drop|scrap|delete|take out|i (?:no longer|do not) (?:have|pay)) (?:the |my |any |our )?(?<gone>(?:${PART})(?: (?:bills?|payments?|costs?))?)(?: any ?more)?[\\s.!]*$`,
);

/** A part of the fixed needs, or all of them, with its figure; null where the clause tells of none. */
export function readNeed(clause: string, world: ReadingWorld, among = false): Intent | null {
  const text = clause.trim();
  const gone = moneyNameOf(GONE.exec(text)?.groups?.gone ?? '')?.name;
  if (gone)
    return {
      kind: 'figure',
      figure: 'fixed_expenses',
      amount: zero(world.currency),
      percent: null,
      part: gone,
      per: null,
    };
  const found = NAMED.exec(text) ?? PAYS.exec(text);
  const { name = '' } = found?.groups ?? {};
  const at = found?.indices?.groups?.amount?.[0];
  const said = at === undefined ? null : amountFrom(text, at, world.currency);
  if (!said) return null;
  const { per } = rhythmOf(text);
  const part = moneyNameOf(name)?.name ?? null;
  const home = part === 'rent' || part === 'mortgage';
  const whole = WHOLE.test(name);
  if ((home || whole) && !GOES_ON.test(text.slice(said.end))) return null;
  // Without a rhythm it may as well be a spend; beside another figure of the month it is one of those.
  if (!home && !whole && !per && !among && world.done !== 'figure' && !STATED.test(text)) return null;
  const share = shareOf(text);
  const amount = share === 1 ? said.amount : multiply(said.amount, share, 'half-up');
  const more = (part && !home) || (home && ALSO.test(text));
  if (!more)
    return { kind: 'figure', figure: 'fixed_expenses', amount, percent: null, ...(part && { part }), per };
  return {
    kind: 'figure',
    figure: 'fixed_expenses',
    amount: monthlyOf(amount, per),
    percent: null,
    per: 'monthly',
    change: 'more',
    ...(part && { part }),
  };
}

/** "We split rent of 1400 half and half": one's own share of it. */
function shareOf(text: string): number {
  if (!/\bsplit|\bhalf\b|\bhalve|50[/ -]50/.test(text)) return 1;
  const ways =
    /\b(\d|two|three|four|five) ways\b|\b(?:between|among) (?:the )?(\d|two|three|four|five)\b/.exec(text);
  const count = parseCount(ways?.[1] ?? ways?.[2] ?? '');
  if (count) return 1 / count;
  // "My half is 450" is what one pays.
  return /\bsplit|50[/ -]50/.test(text) ? 1 / 2 : 1;
}
