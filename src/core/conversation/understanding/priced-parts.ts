import { add, type Currency, type Money, multiply } from '../../../domain/money.js';
import type { CostPart } from '../money-frame.js';
import { type AmountMention, findAmounts } from './amounts.js';
import { grammarWords } from './lexicon/empty-words.js';
import { looseAmounts } from './loose-amounts.js';
import { type AmountCadence, cadenceOf } from './rhythms.js';
import { timesOf } from './sums.js';

/** Every amount of a text where the sentence speaks of money: marked ones, and bare numbers beside them. */
export function allAmounts(text: string, currency: Currency): AmountMention[] {
  const marked = findAmounts(text, currency);
  const unit = marked[0]?.amount.currency ?? currency;
  const bare = looseAmounts(text, currency)
    .filter(({ start, end }) => !marked.some((one) => start < one.end && end > one.start))
    .map(({ amount, start, end }): AmountMention => {
      // "A 30 quid gig and a 25 brunch": what one price is in, all are.
      const same = { ...amount, currency: unit };
      return {
        amount: same,
        upTo: null,
        bound: 'exact',
        per: cadenceOf(text.slice(end)),
        marked: false,
        start,
        end,
      };
    });
  return [...marked, ...bare].sort((left, right) => left.start - right.start);
}

/** What a text says that something costs, part by part. */
export interface PartsRead {
  readonly parts: readonly CostPart[];
  readonly recurring: AmountCadence | null;
  /** One or the other, and not both. */
  readonly either: boolean;
  /** Where the amounts of the parts stand. */
  readonly mentions: readonly AmountMention[];
}

/** What somebody has, and no price: "I have 200", "out of my 160", "40 left". */
const HAD_BEFORE =
  /\b(?:(?<!\b(?:until|till|can|could|would|will|when|once|before) )(?:i|we) (?:only |still |already )?(?:have|got|have got|earn|make|saved)|out of|(?:budget|income|salary|balance|savings?)(?: is| of| are)?|from (?:my|the|our)|of my|instead of|rather than|down from|not)\s(?:(?:only|about|just|around|a|an|the|my) )*$/;
const HAD_AFTER =
  /^\s?(?:(?:dollars?|bucks?|quid|pounds?|euros?) )?(?:(?:that )?(?:i|we) have|left|saved|in (?:the|my) (?:bank|account|savings)|budget|to spend|of (?:fun )?money|from my|off\b)/;
const JOINS = /\b(?:and|plus|with|then|also)\b|[,&+;]/;
const EITHER = /\bor\b/;

/** The parts of a price: "a 25 concert with a 40 dinner", "two 14 dollar tickets plus 35 for dinner". Null: no amount. */
export function readParts(text: string, currency: Currency): PartsRead | null {
  const priced = allAmounts(text, currency).filter(
    ({ start, end }) => !HAD_BEFORE.test(text.slice(0, start)) && !HAD_AFTER.test(text.slice(end)),
  );
  const [first] = priced;
  if (!first) return null;
  const mentions: AmountMention[] = [];
  let either = false;
  for (const mention of priced) {
    const last = mentions.at(-1);
    const between = last ? text.slice(last.end, mention.start) : ',';
    const apart = mention.amount.currency !== first.amount.currency || mention.per !== first.per;
    if (apart || !(JOINS.test(between) || EITHER.test(between))) continue;
    either ||= last !== undefined && EITHER.test(between);
    mentions.push(mention);
  }
  const parts = mentions.map((mention): CostPart => {
    const each = mention.upTo ?? mention.amount;
    return { name: nameOf(text, mention), each, count: timesOf(text, mention) };
  });
  return { parts: withPercent(text, parts), recurring: first.per, either, mentions };
}

/** What the parts come to. @param parts at least one, of one currency */
export function totalOfParts(parts: readonly CostPart[]): Money {
  return parts.map(costOf).reduce((sum, cost) => add(sum, cost));
}

/** What one part costs in all. */
export function costOf({ each, count }: CostPart): Money {
  return count === 1 ? each : multiply(each, count, 'half-up');
}

const OFF = /\b(\d{1,2}) ?(?:%|per ?cent|percent) (?:off|discount|less|cheaper)\b/;
const ON_TOP =
  /\b(\d{1,2}) ?(?:%|per ?cent|percent) (?:for )?(?:the )?(tip|tax|vat|gratuity|service(?: charge)?|fees?|booking fee)\b/;

/** "20% off", "plus a 15% tip": said as a share of the price, it is part of it. */
function withPercent(text: string, parts: readonly CostPart[]): readonly CostPart[] {
  const off = Number(OFF.exec(text)?.[1] ?? 0);
  const less = off
    ? parts.map((part) => ({ ...part, each: multiply(part.each, (100 - off) / 100, 'half-up') }))
    : parts;
  const [, share, name] = ON_TOP.exec(text) ?? [];
  if (!share || !name) return less;
  return [...less, { name, each: multiply(totalOfParts(less), Number(share) / 100, 'half-up'), count: 1 }];
}

const STOP: ReadonlySet<string> = new Set(
  `${grammarWords} afford spend pay buy get cost costs is are was were be it its that this they them with without and plus or if
   for on of at to from in a an the my our your some each head more less too also then now instead please tonight today tomorrow
   this next month week weekend year day days only just about around like maybe say another extra one two three four five six
   can could would should will do does did have has had i we you take took add adds add-on what how ok okay so but not fit fits
   doable possible left over under up dollars dollar bucks buck quid pounds pound euros euro usd still both together twice
   sat sun fri mon tue tues wed thu thurs saturday sunday friday monday tuesday wednesday thursday price something anything thing things go going make makes put aside away skip drop else per person ways when once after
   before because since until swing manage there here as well all out know think total altogether going come comes`.split(
    /\s+/,
  ),
);
const WORD = /^[a-z][a-z'-]*$/;

/** The noun that an amount is the price of: right after it ("a 25 concert", "30 for dinner"), else before ("dinner for 40"). */
function nameOf(text: string, { start, end }: AmountMention): string | null {
  const after = text
    .slice(end)
    .replace(
      /^\s?(?:(?:dollars?|bucks?|quid|pounds?|euros?|usd|each|a head|per person|a pop|for|on|of|a|an|the|my|our|some)\b\s?)+/,
      ' ',
    )
    .trim();
  return nounOf(after.split(' ')) ?? nounOf(beforeWords(text.slice(0, start)), true);
}

function beforeWords(before: string): string[] {
  const plain = before.replace(
    /(?:\s(?:for|at|of|is|are|was|were|costs?|now|only|just|about|around|like|would|be|came|comes?|to|a|an|the))+\s*$/,
    '',
  );
  return plain.split(' ').slice(-2);
}

function nounOf(words: readonly string[], last = false): string | null {
  const found: string[] = [];
  const ordered = last ? [...words].reverse() : words;
  for (const said of ordered.slice(0, 2)) {
    const word = said.replace(/[.,?!;]+$/, '');
    if (!WORD.test(word) || STOP.has(word)) break;
    found.push(word);
    if (word !== said && !last) break;
  }
  return found.length === 0 ? null : (last ? found.reverse() : found).join(' ');
}

/** Whether two names mean the same part: "dinners" and "the dinner". */
export function isCalled(name: string | null, said: string): boolean {
  const words = (text: string) => text.split(' ').map((word) => word.replace(/s$/, ''));
  const own = name === null ? [] : words(name);
  return words(said).every((word) => own.includes(word));
}
