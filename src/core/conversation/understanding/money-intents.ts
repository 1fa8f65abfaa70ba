import type { IsoDate } from '../../../domain/calendar.js';
import { categories, categoryLabel, isCategory } from '../../../domain/categories/categories.js';
import { fromMajor } from '../../../domain/money.js';
import { findAmounts } from './amounts.js';
import type { Intent, ReadingWorld, SpendingChange, StatedFigureName } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { readJottings } from './spends.js';
import { totalOf } from './sums.js';
import { findTimes } from './times.js';
import { findServices } from './vocabulary.js';

const AFFORD =
  /\b(?:afford|within my (?:budget|means)|(?:do|would|will) i have (?:enough|money|room)(?: left)? (?:for|to)|can i (?:buy|get|splurge|pay for|justify|spend)|is (?:there|it) (?:room|ok|okay|fine|alright) (?:for|to (?:buy|spend|get))|should i (?:buy|get)|too expensive for me|how long (?:would|do|will|to|until|till) .{0,20}\bsave)\b/;
/** A question about a price that was named: "could I swing a 60 dollar game", "100 for a ticket, doable?" */
const PRICED =
  /\b(?:swing|manage|do-?able|possible|ok(?:ay)?|alright|too much|fit(?: in)?|get away with|still (?:get|do|have|buy)|(?:could|can|should) (?:i|we) (?:\w+ )?(?:do|get|buy|go|have|take)|worth it|thinking (?:of|about) (?:getting|buying)|(?:is|are) .{1,40} (?:ok(?:ay)?|fine|too much|doable|possible|alright))\b/;
const SUPPOSED =
  /\bif (?:i|we) (?:spend|spent|pay|buy|get|drop|do)\b.*\b(?:left|remain|have)\b|\b(?:left|remain|have)\b.*\bif (?:i|we) (?:spend|spent|pay|buy|get|drop)\b/;
const PER_WEEK = /\b(?:per|a|each) week\b|\bweekly\b/;
const HOW_MUCH_OPEN =
  /^(?:(?:so|and|hey|ok(?:ay)?|hi)[,\s]+)*how much (?:money )?(?:can|could|should|may|do) (?:i|we) (?:spend|have|blow|use)\b/;
const LARGEST =
  /\b(?:biggest|largest|most expensive|priciest|highest) (?:single )?(?:thing|purchase|buy|expense|transaction|charge|payment|spend|item)s?\b/;
const FUN_LINES =
  /\b(?:(?:count|counts|counted|file|class|see) as (?:fun|entertainment)|(?:list|show)(?: me)? (?:all )?(?:my )?(?:fun|entertainment) (?:spends?|spending|transactions?|purchases|charges))\b/;
const TOTAL =
  /\bhow much is (?:that|it|this) (?:in total|all together|altogether|in all|so far)\b|^(?:so |and )*(?:in total|what is the total)\??$/;
const COMPARED =
  /\b(?:more|less|faster) than (?:usual|normal|last month|before|average)\b|\bcompared (?:to|with)\b/;
const DROP = /\b(?:should (?:i|we)|worth|is it worth|do (?:i|we) need|keep or)\b.*/;
const PROVE =
  /\b(?:prove (?:it|that|this)|(?:do not|can not) believe|are you sure|how sure are you|is (?:that|this) (?:right|correct|true)|where .{0,30}\bcome from|how do you get|how did you get|double[- ]check)\b/;
const BUDGET =
  /\b(?:how much (?:(?:money|cash|budget|fun money) )?(?:do i|have i|is|can i|could i|should i|am i|'?s)? ?(?:have |got |still have )?(?:left|remain(?:ing|s)?|to spend|spend(?: on fun)?|for fun|available)|(?:^|\b(?:so|and) )what is left\b|what(?: is|'?s| do i have)? (?:is )?(?:my|left|left (?:in|of)) ?(?:my )?(?:(?:entertainment|fun|monthly|remaining|weekly) )?(?:budget|left|fun money|allowance)|(?:my|the) (?:entertainment |fun |monthly )?budget(?: status)?(?: (?:this|for) (?:month|the month|week))?\??$|(?:show|check|see|tell me|give me)(?: me)? (?:my )?(?:the )?(?:entertainment |fun )?budget|how am i doing(?: (?:this month|with my budget|on (?:my )?budget|money wise|financially))?|am i (?:over|under|on)(?: my)? (?:budget|track)|where do i stand|budget status|money (?:left|situation)|left (?:to spend|for fun|this month)|spend (?:per|a) day|what can i (?:safely )?spend|have i (?:over ?spent|spent (?:too much|a lot))|am i overspending|did i overspend)\b/;
const SPENDING =
  /\b(?:(?:how much|what) (?:did|have|do|had) i (?:already )?(?:spen[dt]|pay|paid|blow|use)|where (?:does|did|is|has) (?:all )?my money (?:go|going|went|gone)|(?:show|see|check|give me|tell me about|break ?down)(?: me)? (?:of )?(?:my |the )?(?:spending|expenses|expenditure|outgoings)|spending (?:summary|breakdown|report|by category|in|on|this|last|for)|(?:my )?(?:spending|expenses)\??$|my (?:biggest|largest|top) (?:expenses?|spending|costs?)|what am i spending)\b/;
const INSIGHTS =
  /\b(?:insights?|anything unusual|unusual (?:charges?|spending)|spending trends?|trends?|what stands out|notice anything|where can i save|how can i save|cut (?:back|down|costs))\b/;
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

/** Questions about money: affordability, budget, spending, subscriptions, alerts, documents, and where figures come from. */
export function readMoneyQuestion(text: string, world: ReadingWorld): Intent | null {
  const priced = findAmounts(text, world.currency).length > 0;
  if (!priced && HOW_MUCH_OPEN.test(text) && !/\b(?:did|spent)\b/.test(text)) return { kind: 'budget' };
  if (priced && SUPPOSED.test(text)) return readAfford(text, world);
  const cheaper = /\b(?:recommend|suggest|find|ideas?|what (?:can|could|should)|something|anything)\b/.test(
    text,
  );
  const which = /\bwhich(?: one)?\b/.test(text);
  if ((AFFORD.test(text) && !which) || (priced && PRICED.test(text) && !cheaper))
    return readAfford(text, world);
  if (PROVE.test(text) && /\bprice\b/.test(text)) return { kind: 'why', item: { by: 'last' }, figure: null };
  if (PROVE.test(text) && (priced || /\d|\bnumber\b/.test(text) || readFigure(text)))
    return { kind: 'why', item: null, figure: readFigure(text) ?? 'entertainment_budget' };
  if (/^how much (?:is|does) (?:that|it|this)(?: come to| make)?\b/.test(text) && PER_WEEK.test(text))
    return { kind: 'budget', per: 'week' };
  if (TOTAL.test(text))
    return { kind: 'spending', span: null, words: null, months: null, category: 'entertainment' };
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
  if (SUBSCRIPTIONS.test(text)) return { kind: 'subscriptions' };
  if (DOCUMENTS.test(text)) return readDocuments(text);
  if (SPENDING.test(text)) return readSpending(text, world);
  if (BUDGET.test(text)) return { kind: 'budget' };
  if (INSIGHTS.test(text)) return { kind: 'insights' };
  return null;
}

function readAfford(text: string, world: ReadingWorld): Intent {
  const sum = totalOf(text, world.currency);
  const first = sum?.mentions[0];
  const several = (sum?.terms ?? 0) > 1;
  const rest = first ? `${text.slice(0, first.start)} ${text.slice(first.end)}` : text;
  const wanted =
    /\b(?:afford|buy|get|pay for|splurge on|justify|room for|enough for|spend(?:ing)? .{0,12}on|money for)\s+(.+?)(?:\s+(?:for|costs?|at|that costs|which is|priced at)\s*)?(?:\s*(?:this|next) (?:month|week|weekend)|\s*right now|\s*today|\s*tonight|\s*tomorrow)?[?.!\s]*$/.exec(
      rest,
    )?.[1];
  const title = wanted ? cleanTitle(wanted) : null;
  return {
    kind: 'afford',
    price: sum?.total ?? null,
    title: several || (first && SUPPOSED.test(text)) ? null : title,
    ...(several && { terms: sum?.terms ?? 1 }),
    recurring: first?.per ?? null,
  };
}

const EMPTY_TITLE =
  /^(?:it|that|this|one|something|a|an|the|on|to|game|games|book|movie|thing|new|more|fun|that one|it then|them|dinner|a movie|the movies?|film|ticket|meal)?$/;

/** A title in "can I afford …" without articles and what stands for nothing. */
export function cleanTitle(words: string): string | null {
  const title = words
    .replace(
      /^(?:(?:to|a|an|the|some|new|another|buy|get|go to|on|for|that|this|copy of|my|own|myself|worth)\s+)+/,
      '',
    )
    .replace(/\s+(?:for|that|which|at|costs?|is|of|on)$/, '')
    .replace(/(?:\s(?:tonight|today|tomorrow|this \w+|next \w+))?,?(?: (?:say|maybe|at|about))?$/, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  return EMPTY_TITLE.test(title) || title.length < 3 ? null : title.slice(0, 80);
}

function readFigure(text: string): string | null {
  for (const [figure, pattern] of FIGURES) if (pattern.test(text)) return figure;
  return null;
}

const LATEST =
  /\b(?:what (?:did|do) you (?:read|see|find|get|learn)|what is in|(?:is|was) (?:my|the|it|that)\b.*\b(?:legit|right|correct|verified|ok(?:ay)?|real)|add(?:ed)? up|verified|sum(?:s|med)? up)\b/;

function readDocuments(text: string): Intent {
  if (/\b(?:delete|remove|forget)\b/.test(text)) return { kind: 'documents', change: 'delete' };
  if (LATEST.test(text)) return { kind: 'documents', change: 'latest' };
  return { kind: 'documents', change: /\b(?:how|where|can|upload a|formats?)\b/.test(text) ? 'how' : 'list' };
}

function readSpending(text: string, world: ReadingWorld): Intent {
  const [time] = findTimes(text, world.today, 'past');
  const months = /\b(?:last|past) (\d{1,2}|two|three|four|five|six|twelve) months\b/.exec(text)?.[1];
  const words = time?.text.replace(/^(?:in|for|during|on) /, '') ?? null;
  const count = months ? Number(months) || parseNumberWords(months) : null;
  return {
    kind: 'spending',
    span: count ? null : (time?.span ?? null),
    words,
    months: count,
    category: findCategory(text),
  };
}

const CATEGORY_WORDS: readonly (readonly [string, RegExp])[] = [
  ['entertainment', /\b(?:entertainment|fun|leisure)\b/],
  [
    'dining',
    /\b(?:eating out|dining|restaurants?|takeaway|take-?out|dinner|lunch|coffee|cafes?|food out|meal|snacks?|popcorn|beers?|drinks|bar|pub|ate|brunch|breakfast)\b/,
  ],
  ['groceries', /\b(?:grocer(?:y|ies)|supermarket|food shopping)\b/],
  ['cinema', /\b(?:cinema|movies?|films?|movie tickets?)\b/],
  ['streaming', /\b(?:streaming|netflix|hulu|disney)\b/],
  ['games', /\b(?:games?|gaming|steam|video games?|board games?|arcade)\b/],
  ['books', /\b(?:books?|comics?|kindle)\b/],
  ['music', /\b(?:music|spotify|vinyl)\b/],
  ['events', /\b(?:concerts?|gigs?|events?|shows?|tickets?|theatre|theater|festival|museum)\b/],
  ['sports', /\b(?:sports?|gym|fitness|climbing|yoga)\b/],
  ['outings', /\b(?:outings?|bowling|zoo|theme park|mini golf|escape room)\b/],
  ['hobbies', /\b(?:hobb(?:y|ies)|toys?|lego|crafts?)\b/],
  ['transport', /\b(?:transport|taxi|uber|train|bus|petrol|gas|fuel|parking|commut\w+|car)\b/],
  ['rent', /\brent\b/],
  ['mortgage', /\bmortgage\b/],
  ['utilities', /\b(?:utilit(?:y|ies)|electricity|water bill|power bill|heating)\b/],
  ['telecom', /\b(?:phone|internet|mobile|broadband)\b/],
  ['insurance', /\binsurance\b/],
  ['health', /\b(?:health|doctor|pharmacy|dentist|medicine)\b/],
  ['childcare', /\b(?:childcare|daycare|babysitter|nursery)\b/],
  ['education', /\b(?:education|school|course|tuition)\b/],
  ['betting', /\b(?:betting|gambling|lottery|casino)\b/],
  ['clothing', /\b(?:clothes|clothing|shoes)\b/],
  ['electronics', /\b(?:electronics|gadgets?)\b/],
  ['home', /\b(?:furniture|home|garden)\b/],
  ['travel', /\b(?:travel|flights?|hotels?|holiday|vacation)\b/],
  ['pets', /\bpets?\b/],
  ['software', /\b(?:software|cloud storage|icloud)\b/],
  ['charity', /\b(?:charity|donations?|gifts?|present)\b/],
  ['personal_care', /\b(?:haircut|cosmetics|beauty)\b/],
  ['shopping', /\bshopping\b/],
];

/** The category (or "entertainment" for all of them) that the words name; null where they name none. */
export function findCategory(text: string): string | null {
  for (const category of categories)
    if (text.includes(categoryLabel(category).toLowerCase())) return category;
  for (const [category, pattern] of CATEGORY_WORDS) if (pattern.test(text)) return category;
  return null;
}

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
  const log = readLog(text, world);
  if (log) return [log];
  return readJottings(text, world.currency).map(
    ({ amount, description }): Intent => ({ kind: 'log', amount, description, on: null }),
  );
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
  if (world.offered.length > 0 || world.spent) return null;
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
  /^(?:(?:no|oops|wait|sorry|actually|please)[,\s]+)*(?:undo(?: (?:that|it|the last one))?|(?:delete|remove|scrap|take back|forget) (?:that|it|the last (?:one|spend))|take (?:that|it) back)[\s.!]*$/;
const AMEND =
  /^(?:(?:no|oops|wait|sorry|actually|hang on|my bad)[,\s]+)+(?:(?:it|that) (?:was|is)|i (?:meant|paid|spent)|make (?:it|that))?\s*(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?[\s.!]*$/;
const ADDED =
  /^(?:and|plus|also|then|oh and)\s(?:(?:another|about)\s)?(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)\s(?:bucks |dollars )?(?:on|for|at)\s(.{2,40}?)[\s.!]*$/;

/** What is said right after a spend: another amount, none at all, or one more. */
function readAmendment(text: string, world: ReadingWorld): Intent | null {
  if (!world.spent) return null;
  if (UNDO.test(text)) return { kind: 'amend', amount: null };
  const amount = AMEND.exec(text)?.[1];
  if (amount) return { kind: 'amend', amount: fromMajor(amount, world.currency) };
  const [, added, what = ''] = ADDED.exec(text) ?? [];
  if (!added) return null;
  const [time] = findTimes(what, world.today, 'past');
  const description = (time ? what.replace(time.text, ' ') : what).trim();
  return { kind: 'log', amount: fromMajor(added, world.currency), description, on: time?.span.start ?? null };
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
  if (!LOG.test(text) || NOT_LOG.test(text)) return null;
  const [amount] = findAmounts(text, world.currency).filter((mention) => mention.bound !== 'at-least');
  if (!amount) return null;
  const without = `${text.slice(0, amount.start)} ${text.slice(amount.end)}`;
  const [time] = findTimes(without, world.today, 'past');
  const described = time ? without.replace(time.text, ' ') : without;
  const description = described
    .replace(
      /^.*?\b(?:spent|paid|dropped|blew|splurged|shelled out|forked out|bought|purchased|got|log(?:ged)?|expense|spend)\b/,
      ' ',
    )
    .replace(/\b(?:for|on|at|in|just|about|around|a total of|total)\s*$/g, ' ')
    .replace(/^[\s,]*(?:(?:about|around|roughly|just|only|a|an|the|some|on|at|for|in|my|us|me)\s+)*/, '')
    // What follows a comma tells about it, and is no part of its name.
    .replace(/,.*$/, '')
    .replace(/[\s.!,]+(?:for|on|at)?[\s.!,]*$/, '')
    .replace(/\s(?:for|on|at)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const on: IsoDate | null = time ? time.span.start : null;
  return { kind: 'log', amount: amount.amount, description: description || 'Entertainment', on };
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
