import { daysBetween, monthOf } from '../../domain/calendar.js';
import type { SpendingSummary } from '../../domain/insights/spending.js';
import { type Money, zero } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { spanWords } from './shop-spending.js';
import type { ToolTurn } from './tool.js';

/** Where the money went: the sum and what most of it went on first, then each category. */
export function summaryText(summary: SpendingSummary, turn: ToolTurn): string {
  const { voice } = turn;
  if (summary.total.amount.minor === 0) {
    const none = summary.data.statements === 0;
    return (
      uncovered(summary, turn) ??
      `I see no spending ${spanWords(summary.span, turn, summary.data)}.${none ? ' Drop a bank statement here (PDF), and I’ll show you where the money goes.' : ''}`
    );
  }
  const about = summary.total.approximate ? 'about ' : '';
  const lines = summary.categories.slice(0, 7).map((entry) => {
    const merchant = entry.merchants[0];
    const most =
      merchant && entry.merchants.length > 1
        ? `, most of it at ${merchant.name}`
        : merchant
          ? ` (${merchant.name})`
          : '';
    return `- ${entry.label}: ${voice.money(entry.figure.amount)}${most}`;
  });
  const more = summary.categories.length - lines.length;
  const [top] = summary.categories;
  const mostly =
    top && summary.categories.length > 1
      ? `, most on ${top.label.toLowerCase()} (${voice.money(top.figure.amount)})`
      : '';
  return [
    `You spent **${about}${voice.money(summary.total.amount)}** ${spanWords(summary.span, turn, summary.data)}${mostly}: ${groupWords(summary, voice)}.`,
    `${lines.join('\n')}${more > 0 ? `\n- and ${more} smaller ${more === 1 ? 'one' : 'ones'}` : ''}`,
    ...notesOf(summary, voice),
  ].join('\n\n');
}

function groupWords({ needs, entertainment, other, betting }: SpendingSummary, voice: Voice): string {
  const groups = [
    [needs, 'on needs'],
    [entertainment, 'on fun'],
    [betting, 'on betting'],
    [other, 'on the rest'],
  ] as const;
  const told = groups.filter(([{ amount }]) => amount.minor !== 0);
  const [only, another] = told;
  if (only && !another) return `all of it ${only[1]}`;
  return voice.list(told.map(([{ amount }, words]) => `${voice.money(amount)} ${words}`));
}

/** What keeps the figures from being the whole of it: days that no statement shows, converted currencies. */
function notesOf({ notes, data, span }: SpendingSummary, voice: Voice): string[] {
  const begins =
    data.firstDate && data.firstDate > span.start && data.firstDate <= span.end
      ? `The first day that I know of is ${voice.date(data.firstDate)}.`
      : '';
  const told = [begins, ...notes.slice(0, 2)].filter(Boolean);
  return told.length > 0 ? [`_${told.map(capitalised).join(' ')}_`] : [];
}

/** Statements that ended no longer ago than this are current. */
const RECENT_DAYS = 35;

/** That no statement shows any of these days, which is not the same as that nothing was spent; null where one does. */
function uncovered({ span, data }: SpendingSummary, turn: ToolTurn): string | null {
  const { firstDate, lastDate } = data;
  if (!firstDate || !lastDate) return null;
  const { voice } = turn;
  const missing =
    span.end < firstDate || span.start > lastDate || data.missingMonths.includes(monthOf(span.start));
  if (!missing) return null;
  // Days after the last statement are known by what was told alone.
  if (span.start > lastDate && daysBetween(lastDate, turn.today) <= RECENT_DAYS)
    return `I know of nothing spent ${spanWords(span, turn)}: your statements go to ${voice.date(lastDate)}, and you told me of no spend then.`;
  return `I can’t tell what you spent ${spanWords(span, turn)}: no statement that I have covers it. They go from ${voice.date(firstDate)} to ${voice.date(lastDate)}; drop the one for then (PDF), and I’ll look.`;
}

function capitalised(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** What went on one category, with its shops; `entertainment` is all that counts as fun. */
export function categoryText(summary: SpendingSummary, category: string, turn: ToolTurn): string {
  const { voice } = turn;
  const when = spanWords(summary.span, turn, summary.data);
  if (category === 'entertainment') {
    if (summary.total.amount.minor === 0)
      return uncovered(summary, turn) ?? `You spent nothing on fun ${when}.`;
    return `You spent **${voice.money(summary.entertainment.amount)}** on fun ${when}, out of ${voice.money(summary.total.amount)} in all.`;
  }
  const entry = summary.categories.find((one) => one.category === category);
  if (!entry) {
    return (
      (summary.total.amount.minor === 0 ? uncovered(summary, turn) : null) ??
      `I see no spending on ${category.replaceAll('_', ' ')} ${when}.`
    );
  }
  const [only, ...others] = entry.merchants;
  const places = entry.merchants
    .slice(0, 4)
    .map((merchant) => `${merchant.name} (${voice.money(merchant.amount)})`);
  const where = others.length > 0 ? `: ${voice.list(places)}` : only ? ` at ${only.name}` : '';
  return `You spent **${voice.money(entry.figure.amount)}** on ${entry.label.toLowerCase()} ${when}, ${timesWords(entry.transactions)}${where}.`;
}

/** What went on one category, as `categoryText` says it, with words for it. */
export function categoryFigure(
  summary: SpendingSummary,
  category: string,
): { readonly name: string; readonly amount: Money } {
  if (category === 'entertainment') return { name: 'on fun', amount: summary.entertainment.amount };
  const entry = summary.categories.find((one) => one.category === category);
  const name = `on ${entry ? entry.label.toLowerCase() : category.replaceAll('_', ' ')}`;
  return { name, amount: entry?.figure.amount ?? zero(summary.currency) };
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Every figure of a summary that a reply may use. */
export function summaryFacts(summary: SpendingSummary): Fact[] {
  const { start, end } = summary.span;
  const period = monthOf(start) === monthOf(end) ? monthOf(start) : `${start}..${end}`;
  const spent = (subject: string, measure: string, figure: SpendingSummary['total']) =>
    amountFact(subject, measure, figure.amount, figure.approximate, period);
  const facts: Fact[] = [
    spent('spending', 'total', summary.total),
    spent('entertainment', 'spent', summary.entertainment),
    spent('needs', 'spent', summary.needs),
    spent('betting', 'spent', summary.betting),
    spent('other', 'spent', summary.other),
    dateFact('spending', 'from', start),
    dateFact('spending', 'to', end),
  ];
  const { firstDate, lastDate } = summary.data;
  if (firstDate && lastDate)
    facts.push(
      dateFact('statements', 'first date', firstDate),
      dateFact('statements', 'last date', lastDate),
    );
  for (const entry of summary.categories) {
    facts.push(spent(entry.label, 'spent', entry.figure));
    facts.push(numberFact(entry.label, 'transactions', entry.transactions, 'count'));
    for (const merchant of entry.merchants.slice(0, 4)) {
      facts.push(nameFact(merchant.name), amountFact(merchant.name, 'spent', merchant.amount, false, period));
    }
  }
  return facts;
}
