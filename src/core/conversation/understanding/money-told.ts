import { addDays } from '../../../domain/calendar.js';
import { isCategory } from '../../../domain/categories/categories.js';
import { add, fromMajor, type Money, multiply } from '../../../domain/money.js';
import { cadenceOf, EACH, findAmounts } from './amounts.js';
import { findCategory } from './category-words.js';
import type { Intent, ReadingWorld, SpendingChange, StatedFigureName } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { parseNumberWords } from './numbers.js';
import { readReference } from './references.js';
import { readJottings } from './spends.js';
import { totalOf } from './sums.js';
import { findTimes } from './times.js';
import { findServices } from './vocabulary.js';
import { readWish } from './wish.js';

const INCOME =
  /\b(?:i (?:make|earn|get paid|bring home|take home|net|am (?:paid|making|earning|on))|my (?:monthly |take[- ]home |net |annual |yearly |weekly )?(?:income|salary|pay|wage|earnings|pay ?che(?:ck|que)|take[- ]home)(?: pay)? (?:is|are|comes? to|=|of)|i have an? (?:income|salary) of|^income:?)\b/;
const STATED: readonly (readonly [StatedFigureName, RegExp])[] = [
  [
    'entertainment_budget',
    /\b(?:(?:set|change|make|put|raise|lower|increase|reduce|cap) (?:my )?(?:(?:monthly )?(?:entertainment|fun|going out) )?(?:monthly )?budget(?: for fun)?(?: (?:to|at|of))?|(?:my )?(?:entertainment|fun|monthly fun|going[- ]out|play|spending) (?:budget|money|allowance|cash) (?:is|should be|to|of|=)|budget (?:me|myself)|i (?:want to|can|would like to|will|only want to) (?:spend|budget)(?: (?:about|around|only|at most|max|up to))? .{1,18} (?:(?:a|per|each|every) (?:month|week)|on fun|for fun|on entertainment)|my budget is .{1,20}(?:a|per|each) month)\b/,
  ],
  [
    'debt_minimums',
    /\b(?:(?:loan|debt|credit card|card) (?:repayments?|payments?|minimums?)(?: (?:is|are|of|come to))?|i (?:pay off|repay))\b/,
  ],
  [
    'savings',
    /\b(?:i (?:save|put (?:away|aside)|want to save|am saving|set aside)|(?:my )?savings? (?:goal|target|rate)(?: (?:is|of|to))?|set (?:my )?savings?)\b/,
  ],
  [
    'fixed_expenses',
    /\b(?:my (?:rent|mortgage|bills|fixed (?:costs|expenses)|needs|essentials|monthly (?:costs|expenses|bills)) (?:is|are|come to|comes to|cost|costs|=)|(?:rent|mortgage|bills|fixed (?:costs|expenses)) (?:is|are|like|about|around|come to) |i pay .{1,20} (?:in|for) (?:rent|bills))\b/,
  ],
];
const RAISE = /\b(?:raise|pay rise|promotion|promoted|new job|new salary|got hired)\b/;
const LOG =
  /(?:^|\b(?:i|we|just|also|and|have|then|today|yesterday) ?)(?:just |already |also )?(?:spent|paid|dropped|blew|splurged|shelled out|forked out|bought|purchased|got (?=.+ for )|log(?:ged)?|add(?:ed)? (?:a spend|an expense|expense))\b/;
const NOT_LOG =
  /\b(?:almost|nearly|did not|never|wanted to|was going to|thinking of|if i)\b|\b(?:how much|what|where|when|did|have) (?:did |have |had )?i\b|\bhave i\b|\bdid i\b|\?$/;
const CORRECT =
  /\b(?:(?:that|this|it|the last one)(?: one)?(?: charge| spend| payment)? (?:was|is)(?: actually| really| for)? (?:not )?|(?:is|was|are) not (?:entertainment|fun|a want)|does not count|do not count|should (?:not )?(?:count|be)|count (?:that|it)|(?:move|put|file|categori[sz]e|class(?:ify)?) .+ (?:as|under|to|in)|ignore (?:that|this|it)|is a need)\b/;

/** What was told about money: figures, spends, corrections, services. */
export function readMoneyTold(text: string, world: ReadingWorld): readonly Intent[] {
  const changed = readBudgetChange(text, world);
  if (changed) return [changed];
  const amended = readAmendment(text, world);
  if (amended) return [amended];
  const correction = readCorrection(text, world);
  if (correction) return [correction];
  const figures = clausesOf(text).flatMap((clause) => readStatedFigure(clause, world) ?? []);
  if (figures.length > 1) return figures;
  const figure = readStatedFigure(text, world);
  if (figure) return [figure];
  if (!NOT_LOG.test(text)) {
    const [time] = findTimes(text, world.today, 'past');
    const on = /\b(?:last night|yesterday)\b/.test(text)
      ? addDays(world.today, -1)
      : (time?.span.start ?? null);
    const jotted = readJottings(
      time ? text.replace(time.text, ' ').replace(/ +/g, ' ') : text,
      world.currency,
    );
    if (jotted.length > 1)
      return jotted.map(({ amount, description }): Intent => ({ kind: 'log', amount, description, on }));
  }
  const log = readLog(text, world);
  return log ? [log] : [];
}

const BY =
  /\b(bump|raise|increase|up|lower|cut|reduce|drop|decrease|trim)\b.{0,12}?\b(?:budget|fun money|allowance)\b.{0,8}?\bby (?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)/;
const MAKE_IT =
  /^(?:(?:no|oops|wait|sorry|actually|ok(?:ay)?)[,\s]+)*(?:let us )?(?:make|set|change) (?:it|that) (?:to )?(?:[$€£]\s?)?(.{1,24}?)(?: (?:a|per) month)?[\s.!]*$/;

/** "bump my budget up by 30"; "make it ninety", where nothing else is on the table. */
function readBudgetChange(text: string, world: ReadingWorld): Intent | null {
  const [, verb = '', step] = BY.exec(text) ?? [];
  const figure = 'entertainment_budget' as const;
  if (step) {
    const down = /^(?:lower|cut|reduce|drop|decrease|trim)$/.test(verb);
    const by = fromMajor(step, world.currency);
    return { kind: 'figure', figure, amount: by, percent: null, per: null, change: down ? 'less' : 'more' };
  }
  if (world.offered.length > 0 || world.done === 'spend') return null;
  const words = MAKE_IT.exec(text)?.[1];
  const value =
    words === undefined ? null : /^\d+(?:\.\d{1,2})?$/.test(words) ? Number(words) : parseNumberWords(words);
  if (value === null || value <= 0) return null;
  return {
    kind: 'figure',
    figure,
    amount: fromMajor(String(value), world.currency),
    percent: null,
    per: null,
  };
}

/** "I make 3200 a month, rent is 1400 and bills like 300" states three figures. */
function clausesOf(text: string): string[] {
  return text.split(/,\s(?:and\s)?|\sand\s|;\s/);
}

const UNDO =
  /^(?:(?:no|oops|wait|sorry|actually|please)[,\s]+)*(?:undo(?: (?:that|it|the last (?:one|thing)))?|(?:delete|remove|scrap|take back|forget|cancel|reverse|revert) (?:that|it|the last (?:one|spend|thing))|take (?:that|it) (?:back|off)(?: again)?|i did not mean (?:that|to)|(?:it |that |the \w+ )?(?:did not|never) (?:actually |really )?(?:go through|happen|work)(?:,? .{0,30})?|(?:my )?card (?:was |got )?declined|(?:i )?(?:returned|cancelled) it|i did not (?:actually )?(?:buy|pay|get) (?:it|that)|put it back|(?:that|it) was a mistake)[\s.!]*$/;
const AMEND =
  /^(?:(?:no|oops|wait|sorry|actually|hang on|my bad|typo|correction)[,:\s]+)+(?:(?:it|that) (?:was|is)|i (?:meant|paid|spent)|make (?:it|that))?\s*(?:[$€£]\s?)?(\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?[\s.!]*$/;
const MEANT =
  /^(?:(?:no|oops|wait|sorry|actually|hang on|my bad|ah|oh|well|typo)[,:\s]+)*(?:(?:i )?(?:meant?|mean)|it (?:was|is|should be)|should (?:be|have been|say)|make (?:it|that))\s(?:to say )?(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?(?:,? not (?:[$€£]\s?)?\d+(?:\.\d{1,2})?)?[\s.!]*$/;
const OTHERWISE =
  /^(?:(?:no|oops|wait|sorry|actually)[,\s]+)*(?:it|that) was not [a-z0-9 ]{2,30}?,?\s(?:it|that) was\s(.{2,60}?)[\s.!]*$|^(?:(?:no|oops|wait|sorry|actually)[,\s]+)*(?:it|that) was (?:on )?((?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)[\s.!]*$/;
const TAKEN_BACK =
  /\bi (?:do|actually|kind of|really) (?:really )?(?:like|love|enjoy|want) (?:them|it|those|that)\b/;
const REMOVED =
  /^(?:(?:no|oops|wait|sorry|actually|please|can you)[,\s]+)*(?:delete|remove|scrap|undo|cancel|take (?:out|off|back)) (?:the |my )?([a-z][a-z ]{1,30}?)(?: (?:one|spend|entry|thing|bit|part|from the list))?[\s.!]*$/;
const ADDED =
  /^(?:and|plus|also|then|oh and)\s(?:(?:another|about)\s)?(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)\s(?:bucks |dollars )?(?:on|for|at)\s(.{2,40}?)[\s.!]*$/;

/** What is said right after a spend: another amount, none at all, or one more. */
function readAmendment(text: string, world: ReadingWorld): Intent | null {
  const done = world.done ?? (world.spent ? 'spend' : null);
  const meant = MEANT.exec(text);
  const figure = (AMEND.exec(text)?.[1] ?? meant?.[1])?.replace(/,(?=\d{3})/g, '');
  if (done === 'figure' && figure) return { kind: 'amend-figure', amount: fromMajor(figure, world.currency) };
  if (UNDO.test(text) && done) return done === 'spend' ? { kind: 'amend', amount: null } : { kind: 'undo' };
  if (done === 'taste' && TAKEN_BACK.test(text)) return { kind: 'undo' };
  if (!world.spent) return null;
  if (UNDO.test(text)) return { kind: 'amend', amount: null };
  // With ideas on the table, a figure is what they may cost.
  if (figure && done === 'spend') return { kind: 'amend', amount: fromMajor(figure, world.currency) };
  const otherwise = OTHERWISE.exec(text);
  const named = REMOVED.exec(text)?.[1];
  const which = named && (world.spends ?? []).find((spend) => spend.toLowerCase().includes(named));
  if (which) return { kind: 'amend', amount: null, which };
  const other = otherwise?.[1] ?? otherwise?.[2];
  if (other && done === 'spend') {
    const [time] = findTimes(other, world.today, 'past');
    const description = (time ? other.replace(time.text, ' ') : other)
      .replace(/\b(?:and|it was|on)\b|[,.!]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    // "It was groceries" files the spend; another name is another thing.
    if (time || /\b(?:not|wasn)/.test(text))
      return { kind: 'amend', amount: null, description: description || null, on: time?.span.start ?? null };
  }
  const [, added, what = ''] = ADDED.exec(text) ?? [];
  if (!added) return null;
  const [time] = findTimes(what, world.today, 'past');
  const description = (time ? what.replace(time.text, ' ') : what).trim();
  return { kind: 'log', amount: fromMajor(added, world.currency), description, on: time?.span.start ?? null };
}

/** A figure with its amount, or its share of the income; null where neither is said. */
export function statedFigure(text: string, world: ReadingWorld, figure: StatedFigureName): Intent | null {
  const percent = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/.exec(text)?.[1];
  if (figure === 'savings' && percent)
    return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
  const [marked] = findAmounts(text, world.currency);
  const loose = marked ?? looseAmounts(text, world.currency)[0];
  if (!loose) return null;
  const per =
    marked?.per ??
    cadenceOf(text.slice(loose.end)) ??
    cadenceOf(text.replace(/^.*?\b(?=(?:every|each|per|monthly|weekly|yearly|fortnightly)\b)/, ''));
  return { kind: 'figure', figure, amount: loose.amount, percent: null, per };
}

function readStatedFigure(text: string, world: ReadingWorld): Intent | null {
  const [amount] = findAmounts(text, world.currency);
  const percent = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/.exec(text)?.[1];
  if (!amount && !percent) return null;
  if (/\?\s*$/.test(text)) return null;
  // What an assistant is told to say is no statement of the user's.
  if (/\b(?:ignore|pretend|say that|say my|act as)\b/.test(text)) return null;
  const raised = RAISE.test(text) && amount?.per;
  const figure =
    INCOME.test(text) || raised ? 'monthly_income' : STATED.find(([, pattern]) => pattern.test(text))?.[0];
  if (!figure) return null;
  // "I made 20 dollars disappear" and "I make dinner for 4" are no income: an income has a rhythm or its own word.
  if (
    figure === 'monthly_income' &&
    !amount?.per &&
    !raised &&
    !/\b(?:income|salary|pay|wage|earn|paid|earnings|take[- ]home|bring home|make|making)\b/.test(text)
  )
    return null;
  if (figure === 'savings' && !amount && percent)
    return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
  if (!amount) return null;
  return { kind: 'figure', figure, amount: amount.amount, percent: null, per: amount.per };
}

function readLog(text: string, world: ReadingWorld): Intent | null {
  return LOG.test(text) && !NOT_LOG.test(text) ? readSpend(text, world) : null;
}

const SPEND_VERBS =
  /\b(?:spent|paid|dropped|blew|splurged|splashed(?: out)?|shelled out|forked (?:out|over)|bought|purchased|burn(?:ed|t)|wasted|put down|laid out|coughed up|treated (?:myself|us)|put\s+down|put|got|grabbed|picked up|ordered|log(?:ged)?|add(?:ed)?|expense|a spend)\b/;
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

function readCorrection(text: string, world: ReadingWorld): Intent | null {
  if (!CORRECT.test(text) || /\?\s*$/.test(text)) return null;
  if (findAmounts(text, world.currency).length > 0) return null;
  const change = readChange(text);
  if (!change) return null;
  const merchant =
    /^(?:actually,? |no,? |sorry,? )*(?:move |put |file |categori[sz]e |count |the )?(.+?)(?: charge| spend| payment| transaction| one)? (?:is|was|are|were|as|under|to|in|does|should|do)\b/.exec(
      text,
    )?.[1] ?? null;
  const pointing =
    merchant === null ||
    /^(?:that|this|it|they|those|the last one|last one|i|what|which|who|there)$/.test(merchant);
  if (!pointing && /^(?:what|which|how|i|my|we|the (?:movie|film|book|game))\b/.test(merchant)) return null;
  return { kind: 'correct', merchant: pointing ? null : merchant, change };
}

function readChange(text: string): SpendingChange | null {
  if (
    /\bignore (?:that|this|it)\b|\b(?:does|do|should) not count\b|\b(?:was|is) not (?:mine|me)\b|\bdo not count\b/.test(
      text,
    )
  )
    return { ignored: true };
  if (/\bcount (?:that|it) again\b/.test(text)) return { ignored: false };
  if (/\bnot (?:entertainment|fun|a want)\b|\bis a need\b/.test(text)) return { entertainment: false };
  const named =
    /\b(?:was|is|as|under|to|in|be)\s(?:actually |really |for |a |an |my |the )*([a-z &-]+?)[\s.!]*$/.exec(
      text,
    )?.[1];
  const category = named ? findCategory(named) : null;
  return category && isCategory(category) ? { category } : null;
}

/** Services taken out or given up: "I have Netflix", "I cancelled Spotify", "I pay 15.49 for Netflix". */
export function readServices(text: string, world: ReadingWorld): Intent[] {
  const services = findServices(text);
  if (services.length === 0 || /\?\s*$/.test(text)) return [];
  const [amount] = findAmounts(text, world.currency);
  return services.flatMap(({ name, start }): Intent[] => {
    const before = text.slice(Math.max(0, start - 60), start);
    const priced =
      /^\S+(?: \S+){0,2}? (?:costs?(?: me)?|is|charges(?: me)?) /.test(text.slice(start)) &&
      amount !== undefined;
    const change = serviceChange(before) ?? (priced ? 'add' : null);
    if (!change) return [];
    const price = change === 'add' && services.length === 1 ? amount : undefined;
    return [
      {
        kind: 'subscription-change',
        change,
        name,
        price: price?.amount ?? null,
        per: price?.per ?? null,
      },
    ];
  });
}

function serviceChange(before: string): 'add' | 'end' | null {
  const clause = before.split(/[.;!?]\s|\bbut\b/).at(-1) ?? '';
  if (
    /\b(?:cancel(?:l?ed|l?ing)?|ended|stopped|quit|dropped|unsubscribed? (?:from)?|got rid of|no longer (?:have|pay for|use)|do not (?:have|use|pay for)|without|not have|gave up)\b[^.]*$/.test(
      clause,
    )
  )
    return 'end';
  if (
    /\b(?:(?:i|we) (?:already |also |now |still |currently |just )*(?:have(?: got)?|got|use|pay(?: .{0,24})? for|subscribe to|am subscribed to|are subscribed to|signed up (?:for|to)|joined|started|watch|own)|subscribed to|my subscriptions? (?:is|are|include)|i am on|add|signed up for)\b[^.]*$/.test(
      clause,
    )
  )
    return 'add';
  return null;
}
