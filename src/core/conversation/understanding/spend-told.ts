import { addDays } from '../../../domain/calendar.js';
import { add, fromMajor, type Money, multiply } from '../../../domain/money.js';
import { EACH } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { readReference } from './references.js';
import { totalOf } from './sums.js';
import { findTimes } from './times.js';
import { readWish } from './wish.js';

const SPEND_VERBS =
  /\b(?:spent|paid|dropped|blew|splurged|splashed(?: out)?|shelled out|forked (?:out|over)|bought|purchased|burn(?:ed|t)|wasted|put down|laid out|coughed up|treated (?:myself|us)|put\s+down|put|got|grabbed|picked up|ordered|log(?:ged)?|add(?:ed)?|expense|a spend)\b/;

/** "20 of my 200 budget" */
const OF_BUDGET =
  /\b(?:of|from|out of) (?:my|the|our) [$€£]?\d[\d.,]*(?: \w+)? (?:budget|allowance|fun money)\b/;

/** "35 a pop", after which the price is each one's. */
const COSTING = /\b(?:was|were|is|came to|cost(?:ed)?(?: me| us)?|set (?:me|us) back|ran me|charged me)\b/g;

/** A spend with its amount, what it was for and when, from a sentence that tells of one; null without an amount. */
export function readSpend(text: string, world: ReadingWorld): Intent | null {
  const sum = totalOf(text, world.currency);
  const marked = sum?.mentions.filter((mention) => mention.bound !== 'at-least') ?? [];
  const loose = marked.length > 0 ? [] : looseAmounts(text, world.currency);
  const first = marked[0] ?? loose[0];
  if (!first) return null;
  const each = EACH.test(text.slice(first.end)) || marked.length > 1;
  const heads = SHARED.test(text) ? (readWish(text, world).partySize ?? 0) : 0;
  const share = heads > 1;
  const extra = share && marked.length + loose.length > 1 ? extraOf(text, world) : null;
  const amount = each && sum && !extra ? sum.total : first.amount;
  let rest = text;
  for (const { start, end } of [...(marked.length > 0 ? marked : loose.slice(0, 1))].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end).replace(EACH, ' ')}`;
  rest = rest.replace(OF_BUDGET, ' ');
  const [time] = findTimes(rest, world.today, 'past');
  if (time) rest = rest.replace(time.text, ' ');
  // "We went, sushi was 41.50": the clause with the figure in it names the thing.
  const whole = describe(clauseOf(text, first.start) ?? rest);
  const shared = extra || whole === '' ? 'shared bill' : whole;
  const description = share ? `${shared} (my share of ${heads})` : whole;
  const pointed =
    description === '' && /\b(?:it|that|this|them|one)\b/.test(rest)
      ? readReference(rest, world.offered)
      : null;
  return {
    kind: 'log',
    amount: share ? withExtra(multiply(amount, 1 / heads, 'half-up'), extra) : amount,
    description: description || 'Entertainment',
    ...(pointed && { item: pointed }),
    on: /\b(?:last night|yesterday)\b/.test(text) ? addDays(world.today, -1) : (time?.span.start ?? null),
  };
}

/** "A 5 tip on top of mine": what comes to one's own share alone. */
function extraOf(text: string, world: ReadingWorld): Money | null {
  const tip = /(?:[$€£]\s?)?(\d{1,3}(?:\.\d{1,2})?)\s(?:\w+ )?(?:tip|extra|on top)\b/.exec(text)?.[1];
  return tip ? fromMajor(tip, world.currency) : null;
}

function withExtra(share: Money, extra: Money | null): Money {
  return extra && extra.currency === share.currency ? add(share, extra) : share;
}

/** Others pay their part back: only one's own counts. */
const SHARED =
  /\b(?:they|he|she|everyone|everybody|the others?|friends?|mates?) (?:will|are going to|is going to|would)?\s?(?:all )?(?:be )?(?:pay(?:ing)?|owes?|gives?) (?:me|it)(?: back)?\b|\b(?:we are |we )?split(?:ting)? (?:it|the bill)\b|\btheir share\b/;

const OWN_CLAUSE =
  /^\s*(?:the |our |my )?([a-z][a-z '&-]{2,30}?) (?:was|were|is|came to|cost(?: me| us)?|set (?:me|us) back)\s*(?:about |around |only |just )?[$€£]?$/;

/** What stands before a figure in its own clause, where that names a thing and says what it cost. */
function clauseOf(text: string, start: number): string | null {
  const clause = text.slice(text.lastIndexOf(',', start) + 1, start);
  return text.includes(',') ? (OWN_CLAUSE.exec(clause)?.[1] ?? null) : null;
}

/** What a spend was for: the words after its verb, or those before "cost", without what tells no more. */
function describe(rest: string): string {
  const [before = '', ...after] = rest.split(SPEND_VERBS);
  const told = after.length > 0 ? after.join(' ') : before;
  return (
    told
      .replace(COSTING, ' ')
      // Who was taken there is no part of what it was.
      .replace(/\btook (?:my |our |the )?\w+(?: and (?:my )?\w+)? (?:to|for) /, ' ')
      .replace(
        /\b(?:last night|this (?:morning|evening|afternoon)|today|tonight|yesterday|just now|earlier|again)\b/g,
        ' ',
      )
      .replace(
        /\b(?:i|we|also|just|have|had|then|and|so|oh|well)\b(?=\s*(?:i|we|also|just|have|had|then|and|so|oh|well|$))/g,
        ' ',
      )
      .replace(/\b(?:the (?:first|second|third|fourth|last) (?:one)?|that one|this one|the one)\b/g, ' ')
      .replace(/\b(?:bucks|dollars|quid|pounds|euros?|in total|all together|altogether|all in|total)\b/g, ' ')
      .replace(
        /^[\s,.!-]*(?:(?:about|around|roughly|just|only|a|an|the|some|on|at|for|in|my|our|us|me|i|we|also|and|of|it|that|to|out|another|took|went to|had)\s+)*/,
        '',
      )
      // What follows a comma or "with" tells about it, and is no part of its name.
      .replace(/[,;].*$/, '')
      .replace(/\s+(?:with|because|but|so|which|for me and|for us|and (?:now|i|we|then|put))\b.*$/, '')
      .replace(/(?:\s+(?:for|on|at|in|a|the|of|and|just|about|around))*[\s.!,-]*$/, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
