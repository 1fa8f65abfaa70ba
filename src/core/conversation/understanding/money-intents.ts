import { multiply } from '../../../domain/money.js';
import { findAmounts } from './amounts.js';
import { readAspect } from './aspects.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { parseCount } from './numbers.js';
import { readPlanAsked } from './plans-asked.js';
import { costOf, readParts, totalOfParts } from './priced-parts.js';
import { type AmountCadence, rhythmOf } from './rhythms.js';
import { readSavingPace } from './saving-asked.js';
import { readServiceAsked } from './services-asked.js';
import { readCostOf, readSpending, readSpendingOver, readTrend, timeAsked } from './spending-asked.js';
import { findServices } from './vocabulary.js';
import { readWish } from './wish.js';

const AFFORD =
  /\b(?:afford|within my (?:budget|means)|(?:does|do|will|would) (?:it|that|this|they|both) (?:all |both |still )?fit\b|(?:do|would|will) i have (?:enough|money|room)(?: left)? (?:for|to)|can i (?:buy|get|splurge|pay for|justify|spend|treat (?:myself|us|him|her|them))|is (?:there|it) (?:room|ok|okay|fine|alright) (?:for|to (?:buy|spend|get))|should i (?:buy|get)|too expensive for me|how long\b.{0,24}\bsav(?:e|ing))\b/;
/** A question about a price that was named: "could I swing a 60 dollar game", "100 for a ticket, doable?" */
const PRICED =
  /\b(?:swing|manage|do-?able|possible|ok(?:ay)?|alright|too much|fit(?: in)?|get away with|still (?:get|do|have|buy)|(?:could|can|should) (?:i|we) (?:\w+ )?(?:do|get|buy|go|have|take)|worth it|thinking (?:of|about) (?:getting|buying)|(?:is|are) .{1,40} (?:ok(?:ay)?|fine|too much|doable|possible|alright))\b/;
/** "Can I do a 70 gig?": a bare number before what it buys. */
const PRICED_BARE =
  /\b(?:can|could|should) (?:i|we) (?:\w+ )?(?:do|get|buy|have|take|swing|manage|book) (?:a|an|the|that|another) [$€£]?\d{2,5}(?:\.\d{2})? (?!(?:minutes?|min|hours?|hrs?|players?|people|person|year|day|week|page|piece)\b)[a-z]/;
const SUPPOSED =
  /\bif (?:i|we) (?:spend|spent|pay|buy|get|drop|do)\b.*\b(?:left|remain|have)\b|\b(?:left|remain|have)\b.*\bif (?:i|we) (?:spend|spent|pay|buy|get|drop)\b/;
const PER_WEEK = /\b(?:per|a|each) week\b|\bweekly\b/;
const HOW_MUCH_OPEN =
  /^(?:(?:so|and|hey|ok(?:ay)?|hi)[,\s]+)*how much (?:money )?(?:can|could|should|may|do) (?:i|we) (?:spend|have|blow|use)\b/;
const LARGEST =
  /\b(?:biggest|largest|most expensive|priciest|highest) (?:single )?(?:thing|purchase|buy|expense|transaction|charge|payment|spend|item)s?\b/;
const FUN_LINES =
  /\b(?:(?:count|counts|counted|file|class|see) as (?:fun|entertainment)|(?:list|show)(?: me)? (?:all )?(?:my )?(?:fun|entertainment) (?:spends?|spending|transactions?|purchases|charges))\b/;
const TOTAL_OF_DAYS =
  /^(?:(?:so|and|ok) )*(?:what is |what was |how much was )?(?:the |my )?(?:grand )?(?:total|sum|everything)(?: spent)? (?:for|in|of|during|since) /;
const TOTAL =
  /\bhow much is (?:that|it|this) (?:in total|all together|altogether|in all|so far)\b|^(?:so |and )*(?:(?:the |in )?total(?: now)?|what is (?:the|our|my) (?:total|sum)(?: (?:now|then|for (?:all|both|everything|that)|of that))?|how much is (?:all of (?:it|that)|everything)(?: together)?|what does (?:it|that|this) come to)\??$/;
const COMPARED =
  /\b(?:more|less|faster) than (?:usual|normal|last month|before|average)\b|\bcompared (?:to|with)\b/;
const DROP = /\b(?:should (?:i|we)|worth|is it worth|do (?:i|we) need|keep or)\b.*/;
const PROVE =
  /\b(?:prove (?:it|that|this)|(?:do not|can not) believe|are you sure|how sure are you|is (?:that|this) (?:right|correct|true)|where .{0,30}\bcome from|where (?:is|are|was|were) (?:the |that |my )*[$€£]?\d[\d.,]* from|where (?:did|do) you (?:get|take|find|see) |how do you get|how did you get|double[- ]check)\b/;
const BUDGET =
  /\b(?:(?:max(?:imum)?|most) (?:that )?(?:i|we) (?:can|could|should) (?:spend|blow|use|go)\b|what (?:will|would) (?:my|the|our) (?:fun |entertainment |monthly )?budget be|how much (?:(?:money|cash|budget|fun money) )?(?:do i|have i|is|can i|could i|should i|am i|'?s)? ?(?:have |got |still have )?(?:left|remain(?:ing|s)?|to spend|spend(?: on fun)?|for fun|available)|(?:^|\b(?:so|and) )what is left\b|what(?: is|'?s| do i have)? (?:is )?(?:my|left|left (?:in|of)) ?(?:my )?(?:(?:entertainment|fun|monthly|remaining|weekly) )?(?:budget|left|fun money|allowance)|(?:my|the) (?:entertainment |fun |monthly )?budget(?: status)?(?: (?:this|for) (?:month|the month|week))?\??$|(?:show|check|see|tell me|give me)(?: me)? (?:my )?(?:the )?(?:entertainment |fun )?budget|how am i doing(?: (?:this month|with my budget|on (?:my )?budget|money wise|financially))?|am i (?:over|under|on)(?: my)? (?:budget|track)|where do i stand|budget status|money (?:left|situation)|^left$|left (?:to spend|for fun|this month)|spend (?:per|a) day|what can i (?:safely )?spend|have i (?:over ?spent|spent (?:too much|a lot))|am i overspending|did i overspend)\b/;
const SPENDING =
  /\b(?:what (?:is|was|has been|have i) (?:already )?(?:been )?spent\b|(?:how much|what) (?:did|have|do|had) i (?:already )?(?:spen[dt]|pay|paid|blow|use)|where (?:does|did|is|has) (?:all )?my money (?:go|going|went|gone)|(?:show|see|check|give me|tell me about|break ?down)(?: me)? (?:of )?(?:my |the )?(?:spending|expenses|expenditure|outgoings)|spending (?:summary|breakdown|report|by category|in|on|this|last|for)|(?:my )?(?:spending|expenses)\??$|my (?:biggest|largest|top) (?:expenses?|spending|costs?)|what am i spending|(?:list|show me) (?:everything|all|what) (?:that )?(?:i|we) (?:spent|bought|paid(?: for)?))\b|^(?:(?:so|and|ok|hey) )*how much (?:was it |in total |have i )?(?:at|on|went (?:to|on)) /;
const INSIGHTS =
  /\b(?:why (?:is|are|was|were) my (?:spending|expenses|costs|bills|outgoings) (?:so|too)|insights?|anything unusual|unusual (?:charges?|spending)|spending trends?|trends?|what stands out|notice anything|where can i save|how can i save|cut (?:back|down|costs))\b/;
const SUBSCRIPTIONS =
  /\b(?:(?:what|which|list|show|see|check|how many|how much are|how much do|all) .{0,20}subscriptions?|my subscriptions?|subscriptions? (?:cost|do i have|am i|are)|what am i (?:subscribed|paying) (?:to|for)|recurring (?:charges?|payments?|bills?)|which (?:services|streaming) do i (?:have|pay))\b/;
const ALERTS = /\b(?:alerts?|notifications?|warn(?:ings?)? me|notify me)\b/;
const DOCUMENTS =
  /\b(?:(?:my|the|which|what|list|show|uploaded) (?:documents?|statements?|files?|uploads?)|(?:delete|remove|forget) (?:my |the |that )?(?:last )?(?:document|statement|file|upload|receipt|pay ?stub)|(?:how|where|can) (?:do|can)? ?i (?:send|upload|share|give|add) .{0,30}(?:statement|document|pdf|receipt|pay ?(?:stub|slip))|(?:numbers|sums|figures) add(?:ed)? up|upload a (?:statement|document|receipt)|(?:statement|document|pdf) (?:upload|formats?))\b/;
const WHY_FIGURE =
  /\b(?:why|how (?:did|do|is|was|are) (?:you|that|it|my|the)|where (?:does|did|do) (?:that|this|the|my|it)|what is (?:that|this|it) based on|explain|break down|show (?:me )?the (?:math|maths|sum|arithmetic|working)|how come)\b/;
const FIGURES: readonly (readonly [string, RegExp])[] = [
  ['left', /\b(?:left|remaining|remainder)\b/],
  ['spent', /\b(?:spent|used)\b/],
  [
    'entertainment_budget',
    /\b(?:(?:entertainment|fun) )?budget\b|\bthat (?:number|figure|amount|sum)\b|\bthe (?:math|maths|sum|arithmetic|working|numbers?|figures?)\b/,
  ],
  ['monthly_income', /\b(?:income|salary|pay|earnings?|wage)\b/],
  ['fixed_expenses', /\b(?:fixed (?:costs?|expenses?|needs?)|needs|bills|essentials)\b/],
  ['savings', /\bsavings?\b/],
  ['discretionary', /\bdiscretionary\b/],
  ['subscriptions', /\bsubscriptions?\b/],
];
/** "Fine, what is realistic for 10": ideas for that much. */
const REALISTIC = /\bwhat is (?:realistic|possible|doable)(?: \w+)? (?:for|with)\b/;
const NEEDS_ASKED =
  /^(?:(?:so|and|ok|hey) )*(?:what (?:are|is)|how much (?:are|is)|show(?: me)?) (?:all )?my (?:monthly )?(?:bills|rent|(?:fixed )?needs|fixed (?:costs|expenses))(?: (?:again|a month|per month|each month))?\??$/;
/** "What can I do with what I have left?": ideas for all of it. */
const WITH_THE_REST =
  /\bwhat (?:can|could|should) (?:i|we) (?:do|play|watch|buy|get|go to)\b.*\bwith (?:what(?:ever)?(?: is| i have| we have)?|the (?:rest|money)|my remaining|all) ?(?:(?:i|we) have )?(?:left|remaining|of (?:my|the) (?:budget|money))?\b/;
const DEBTS_ASKED =
  /^(?:(?:so|and|ok|hey) )*(?:what (?:are|is)|how much (?:are|is)|show(?: me)?) my (?:\w+ )?(?:debts?|loans?)\b|\bhow much (?:do|did) (?:i|we) (?:still )?owe\b(?!.*\b(?:card|statement|him|her|them)\b)/;
const SAVES =
  /\bhow much (?:does|do|will|would|did|am|is) (?:that|it|this|i|(?:cancell?ing|dropping|ending) (?:it|that))(?: \w+)? ?sav(?:e|es|ing)\b|\bwhat (?:does|will|would|do) (?:that|it|this|i) save\b/;
const A_YEAR =
  /\b(?:what|how much)\b.{0,30}\b(?:it|that|they|those|them|everything|all)\b.{0,24}\b(?:(?:a|per|each|every) (?:year|yr)|annually|yearly|in a year)\b|^(?:(?:and|so|ok) )*(?:(?:that is|thats|it is|its|they are|which is) (?:what|how much) )?(?:a|per|each|every) (?:year|yr)[?.!\s]*$/;
const IS_ALL = /^(?:(?:and|so|ok) )*is (?:that|this) (?:all|it|everything)(?: of (?:it|them))?\??$/;

/** Questions about money: affordability, budget, spending, subscriptions, alerts, documents, and where figures come from. */
export function readMoneyQuestion(text: string, world: ReadingWorld): Intent | null {
  // "Is it ok for my 7 year old?"
  if (world.offered.length > 0 && readAspect(text)) return null;
  const saving = readSavingPace(text, world);
  if (saving) return saving;
  if (WITH_THE_REST.test(text))
    return { kind: 'recommend', wish: { ...readWish(text, world), about: null, theme: null, share: 1 } };
  const asked =
    readPlanAsked(text, world) ??
    readServiceAsked(text) ??
    readTrend(text, world) ??
    readSpendingOver(text, world);
  if (asked) return asked;
  const priced = findAmounts(text, world.currency).length > 0;
  const more = priced ? null : readYearly(text, world);
  if (more) return more;
  if (!priced && HOW_MUCH_OPEN.test(text) && !/\b(?:did|spent)\b/.test(text))
    return PER_WEEK.test(text) ? { kind: 'budget', per: 'week' } : { kind: 'budget' };
  if (priced && SUPPOSED.test(text)) return readAfford(text, world);
  const cheaper = /\b(?:recommend|suggest|find|ideas?|what (?:can|could|should)|something|anything)\b/.test(
    text,
  );
  const which = /\bwhich(?: one)?\b/.test(text);
  if (
    (AFFORD.test(text) && !which) ||
    (PRICED_BARE.test(text) && !cheaper) ||
    (priced && PRICED.test(text) && !cheaper)
  )
    return readAfford(text, world);
  if (PROVE.test(text) && /\bprice\b/.test(text)) return { kind: 'why', item: { by: 'last' }, figure: null };
  if (PROVE.test(text) && (priced || /\d|\bnumber\b/.test(text) || readFigure(text)))
    return whyFigure(text, world);
  if (/^how much (?:is|does) (?:that|it|this)(?: come to| make)?\b/.test(text) && PER_WEEK.test(text))
    return { kind: 'budget', per: 'week' };
  if (TOTAL.test(text) && (world.figure === 'subscriptions' || world.done === 'subscription'))
    return { kind: 'subscriptions' };
  // With ideas on the table, "that" is what they cost.
  if (TOTAL.test(text) && world.offered.length > 0 && world.done !== 'spend')
    return { kind: 'why', item: { by: 'last' }, figure: null, total: true };
  if (TOTAL.test(text))
    return { kind: 'spending', span: null, words: null, months: null, category: 'entertainment' };
  if (NEEDS_ASKED.test(text)) return { kind: 'known' };
  if (DEBTS_ASKED.test(text)) return { kind: 'why', item: null, figure: 'debt_minimums' };
  if (LARGEST.test(text)) return { kind: 'spends', which: 'largest' };
  if (FUN_LINES.test(text)) return { kind: 'spends', which: 'fun' };
  if (COMPARED.test(text) && /\bspend|spent|spending|usual|normal\b/.test(text)) return { kind: 'insights' };
  const [service] = findServices(text);
  if (service && DROP.test(text) && /\b(?:drop|cancel|keep|need|worth|get rid|give up|lose)\b/.test(text))
    return { kind: 'subscriptions', name: service.name };
  const figure = readFigure(text);
  if (WHY_FIGURE.test(text) && figure) return { kind: 'why', item: null, figure };
  if (ALERTS.test(text))
    return {
      kind: 'alerts',
      change: /\b(?:off|stop|disable|no|mute)\b/.test(text)
        ? 'off'
        : /\b(?:on|enable|start|warn me|notify me)\b/.test(text)
          ? 'on'
          : null,
    };
  if (/\bleft (?:over )?after (?:my|the|all)\b/.test(text)) return { kind: 'budget' };
  if (SUBSCRIPTIONS.test(text)) return { kind: 'subscriptions' };
  if (DOCUMENTS.test(text)) return readDocuments(text);
  if (SPENDING.test(text) || (TOTAL_OF_DAYS.test(text) && timeAsked(text, world)))
    return readSpending(text, world);
  if (BUDGET.test(text)) return PER_WEEK.test(text) ? { kind: 'budget', per: 'week' } : { kind: 'budget' };
  if (INSIGHTS.test(text)) return { kind: 'insights' };
  return readCostOf(text, world);
}

/** What subscriptions come to a year, right after they were spoken of; what dropping one saves. */
function readYearly(text: string, { figure, service }: ReadingWorld): Intent | null {
  if (service && SAVES.test(text)) return { kind: 'subscriptions', name: service, yearly: true };
  if (figure !== 'subscriptions') return null;
  return A_YEAR.test(text) || IS_ALL.test(text) ? { kind: 'subscriptions', yearly: true } : null;
}

/** Where a figure comes from: the one that is named, or the one of the amount that is said. */
export function whyFigure(text: string, world: ReadingWorld): Intent {
  const figure = readFigure(text) ?? 'entertainment_budget';
  const amount = looseAmounts(text.replace(/(\d)\.(?=\d{3}\b)/g, '$1,'), world.currency)[0]?.amount;
  return { kind: 'why', item: null, figure, ...(amount && { amount }) };
}

/** Said of one more price. */
const ALSO = /^(?:and|plus|also)\b|\b(?:and then|then still|on top(?: of that)?|as well|too|after that)\b/;

/** A question whether a price, or a thing by its name, is within reach. */
export function readAfford(said: string, world: ReadingWorld): Intent {
  // "A concert at 80": where a price is asked about, that is one, and no hour.
  const text = said.replace(
    /(\d \w+s |(?:two|three|four|five|six) \w+s )?\bat (?=\d{2,4}(?:\.\d{2})?\b(?!\s?(?:am|pm|:|o'clock)))/g,
    (_whole, counted: string | undefined) => (counted ? `${counted}@ ` : 'for '),
  );
  if (REALISTIC.test(text))
    return { kind: 'recommend', wish: { ...readWish(text, world), about: null, theme: null } };
  const priced = readPriced(text, world);
  const intent = {
    ...priced,
    ...(LATER.test(text) && { when: 'next-period' as const }),
    ...(HOW_LONG.test(text) && { howLong: true as const }),
  };
  return SAVED.test(text) && intent.price ? { ...intent, saved: true } : intent;
}

const LATER =
  /\bnext (?:month|period|pay ?(?:day|check|cheque|period))\b|\b(?:after|once|when) (?:i get paid|pay ?day)\b/;
const HOW_LONG = /\bhow (?:long|many (?:months|weeks))\b|\bwhen (?:can|could|will) (?:i|we)\b/;

/** "What if I put 200 aside": kept, and not spent. */
const SAVED =
  /\b(?:put|set|stash|move|tuck|lay)\b.{0,20}\b(?:aside|away|by|(?:in|into|to) (?:my )?savings)\b|\b(?:if|suppose|say|would) (?:i|we) (?:\w+ )?(?:save|saved)\b(?! up)/;

/** "Split a 96 dollar bill 3 ways": one's own share is what it costs. */
const WAYS =
  /\bsplit\b.{0,40}\b(\d{1,2}|two|three|four|five|six|seven|eight) ways\b|\bsplit\b.{0,40}\b(?:between|among|with) (\d{1,2}|two|three|four|five|six|seven|eight)(?: of us| people)?\b/;

function readPriced(text: string, world: ReadingWorld): Extract<Intent, { kind: 'afford' }> {
  const ways = WAYS.exec(text);
  const count = ways ? (parseCount(ways[1] ?? ways[2] ?? '') ?? 1) : 1;
  const read = readParts(text, world.currency);
  const [first, another] = read?.mentions ?? [];
  const shared = (read?.parts ?? []).map((part) =>
    count > 1 ? { ...part, each: multiply(part.each, 1 / count, 'half-up') } : part,
  );
  const several =
    another !== undefined || shared.length > 1 || shared.some((part) => part.count > 1) || count > 1;
  const rest = first ? `${text.slice(0, first.start)} ${text.slice(first.end)}` : text;
  const wanted =
    /\b(?:afford|buy|get|pay for|splurge on|justify|room for|enough for|spend(?:ing)? .{0,12}on|money for)\s+(.+?)(?:\s+(?:for|costs?|at|that costs|which is|priced at)\s*)?(?:\s*(?:this|next) (?:month|week|weekend)|\s*right now|\s*today|\s*tonight|\s*tomorrow)?[?.!\s]*$/.exec(
      rest,
    )?.[1];
  const title = wanted ? cleanTitle(wanted) : null;
  const own = several || (first && SUPPOSED.test(text)) ? null : title;
  const named = own === null ? shared : shared.map((part) => ({ ...part, name: own }));
  const before = world.frame?.topic === 'price' && ALSO.test(text) ? world.frame : null;
  const joins =
    before?.recurring === read?.recurring && before?.parts[0]?.each.currency === named[0]?.each.currency;
  const parts = before && joins ? [...before.parts, ...named] : named;
  const dearest = [...parts].sort((left, right) => costOf(right).minor - costOf(left).minor)[0];
  return {
    kind: 'afford',
    price: parts.length === 0 ? null : read?.either && dearest ? costOf(dearest) : totalOfParts(parts),
    title: parts.length > 1 ? null : own,
    recurring: read?.recurring ?? (another ? null : rhythmSaid(text)),
    ...(parts.length > 0 && { parts }),
    ...(read?.either && { either: true as const }),
    ...(count > 1 && first && { of: first.amount }),
  };
}

/** "A 50 dinner every week": the rhythm stands behind the thing, and not behind the price. */
function rhythmSaid(text: string): AmountCadence | null {
  return /\b(?:every|each|per) (?:other )?(?:week|month|year|day|fortnight|two weeks)\b|\b(?:weekly|monthly|yearly|annually|daily)\b/.test(
    text,
  ) && !/\b(?:budget|allowance|limit)\b/.test(text)
    ? rhythmOf(text).per
    : null;
}

const EMPTY_TITLE =
  /^(?:if|plus|when|then|and|but)\b|^(?:it|that|this|one|nothing|everything|anything|all|both|something|a|an|the|on|to|game|games|book|movie|thing|new|more|fun|that one|it then|them|dinner|a movie|the movies?|film|ticket|meal)?$/;

/** A title in "can I afford …" without articles and what stands for nothing. */
function cleanTitle(words: string): string | null {
  const title = words
    .replace(/[?!].*$|\s(?:and|or|plus)\s.*\d.*$/, '')
    .replace(
      /^(?:(?:to|a|an|the|some|new|another|buy|get|go to|on|for|that|this|copy of|my|own|myself|worth)\s+)+/,
      '',
    )
    .replace(/\s+(?:(?:if|without|plus)\s|for \d).*$/, '')
    .replace(/\s(?:on )?(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day)?$/, '')
    .replace(/[?!.,;\s]+$/, '')
    .replace(/(?:\s+(?:for|that|which|at|costs?|is|of|on|like|about|around))+$/, '')
    .replace(/(?:\s(?:tonight|today|tomorrow|this \w+|next \w+))?,?(?: (?:say|maybe|at|about))?$/, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  return EMPTY_TITLE.test(title) || (title.length < 3 && !/^(?:tv|pc)$/.test(title))
    ? null
    : title.slice(0, 80);
}

/** The figure that a text speaks of. */
export function readFigure(text: string): string | null {
  for (const [figure, pattern] of FIGURES) if (pattern.test(text)) return figure;
  return null;
}

const LATEST =
  /\b(?:something|anything) (?:wrong|off|odd|missing) (?:with|in|on) (?:that|the|my|this) (?:statement|document|file|receipt|pay ?stub)\b|\b(?:what (?:did|do) you (?:read|see|find|get|learn)|what is in|(?:is|was) (?:my|the|it|that)\b.*\b(?:legit|right|correct|verified|ok(?:ay)?|real)|add(?:ed)? up|verified|sum(?:s|med)? up|(?:read|got) (?:it|that|them) (?:right|wrong|correctly)|(?:looks?|seems?) (?:off|wrong))\b/;

/** A question about files: what there is, how to send one, what the last one said. */
export function readDocuments(text: string): Intent {
  if (/\b(?:delete|remove|forget)\b/.test(text)) return { kind: 'documents', change: 'delete' };
  if (/\b(?:screenshots?|photos?|pictures?|images?|csv|excel|spreadsheets?|scans?|jpe?g|png)\b/.test(text))
    return { kind: 'documents', change: 'how' };
  if (/\bdo you (?:want|need|take|read|accept)\b/.test(text)) return { kind: 'documents', change: 'how' };
  if (LATEST.test(text)) return { kind: 'documents', change: 'latest' };
  return { kind: 'documents', change: /\b(?:how|where|can|upload a|formats?)\b/.test(text) ? 'how' : 'list' };
}
