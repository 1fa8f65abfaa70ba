import { type DateSpan, isWithin, monthOf } from '../../domain/calendar.js';
import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import type { DataState } from '../../domain/figures.js';
import type { SpendingSummary } from '../../domain/insights/spending.js';
import { type Money, zero } from '../../domain/money.js';
import { amountFact, type Fact } from '../conversation/claims/facts.js';
import { withFigure } from '../conversation/money-frame.js';
import { getSpendingSummary } from '../finance/get-spending-summary.js';
import { monthlySpending } from '../finance/monthly-spending.js';
import type { CoreContext } from '../ports/context.js';
import { shopRows, spanWords, spentIn } from './shop-spending.js';
import { summaryFacts } from './spending-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** What is summed: a category, a shop, or everything. */
export interface Summed {
  readonly category: string | null;
  readonly shop: string | null;
}

/** Differences between two spans that are shown. */
const SHOWN = 4;
/** Full months that a usual month is made of. */
const MONTHS = 6;

/** The same sum over two spans of days, side by side, and what makes the difference. */
export async function comparedSpending(
  context: CoreContext,
  turn: ToolTurn,
  what: Summed,
  { span, against }: { readonly span: DateSpan; readonly against: DateSpan },
): Promise<ToolResult> {
  const { userId, voice } = turn;
  const now = await getSpendingSummary(context, { userId, span });
  const then = await getSpendingSummary(context, { userId, span: against });
  const { amount: first, on } = await summedOver(context, turn, what, span);
  const { amount: second } = await summedOver(context, turn, what, against);
  const gap = { ...first, minor: Math.abs(first.minor - second.minor) };
  const [when, before] = [spanWords(span, turn, now.data), spanWords(against, turn, then.data)];
  const verdict =
    first.minor === second.minor
      ? 'The same'
      : `**${voice.money(gap)} ${first.minor > second.minor ? 'more' : 'less'}** ${when}`;
  const blocks = [
    `${verdict}: ${voice.money(first)}${on} ${when}, ${voice.money(second)} ${before}.`,
    what.category || what.shop ? '' : differences(now, then, turn),
    [now, then]
      .map((one) => incomplete(one, turn))
      .join(' ')
      .trim(),
  ];
  const facts: Fact[] = [
    ...summaryFacts(now),
    ...summaryFacts(then),
    amountFact('spending', 'difference', gap),
    amountFact('spending', 'total', first),
    amountFact('spending', 'total', second),
    ...changesOf(now, then).map(({ label, by }) => amountFact(label, 'difference', positive(by))),
  ];
  return {
    text: blocks.filter((block) => block !== '').join('\n\n'),
    facts,
    memory: {
      figure: what.category && isCategory(what.category) ? `category:${what.category}` : 'spent',
      frame: withFigure(turn.memory.frame, { name: on.trim() || 'in all', ...what, amount: first, span }),
    },
  };
}

/** What a category, a shop or everything comes to over some days, with words for it ("" for everything). */
export async function summedOver(
  context: CoreContext,
  turn: ToolTurn,
  what: Summed,
  span: DateSpan,
): Promise<{ readonly amount: Money; readonly on: string; readonly known: boolean }> {
  const summary = await getSpendingSummary(context, { userId: turn.userId, span });
  const rows = what.shop ? await shopRows(context, turn, what.shop) : [];
  const within = rows.filter(({ postedOn, role }) => isWithin(postedOn, summary.span) && role !== 'transfer');
  const amount = what.shop ? spentIn(within, summary.currency) : amountOf(summary, what.category);
  return { amount, on: onWords(what, rows[0]?.merchantName), known: amount.minor !== 0 || within.length > 0 };
}

/** A month beside the one before; where none is named, the last two that statements show in full. */
export async function spendingTrend(
  context: CoreContext,
  turn: ToolTurn,
  what: Summed,
  named: DateSpan | null,
): Promise<ToolResult> {
  const months = await monthlySpending(context, { userId: turn.userId, most: MONTHS });
  const last = named ? months.findIndex(({ span }) => span.start === named.start) : months.length - 1;
  const [now, before] = [months[last], months[last - 1]];
  if (now && before) return comparedSpending(context, turn, what, { span: now.span, against: before.span });
  const { voice } = turn;
  const only = now ?? months.at(-1);
  if (!only)
    return {
      text: 'I know no full month of your spending yet, so I can’t say whether it went up. Drop a statement of a whole month here (PDF).',
      facts: [],
    };
  const { amount, on } = await summedOver(context, turn, what, only.span);
  const month = voice.month(monthOf(only.span.start));
  return {
    text: `I can’t tell whether it went up: ${now ? `${month} is the first full month that I know` : 'I don’t know that month in full'} (**${voice.money(amount)}**${on} in ${month}). Drop a statement of the month before (PDF), and I’ll compare.`,
    facts: [amountFact('spending', 'total', amount, false, monthOf(only.span.start))],
    memory: {
      figure: 'spent',
      frame: withFigure(turn.memory.frame, { name: on.trim() || 'in all', ...what, amount, span: only.span }),
    },
  };
}

function amountOf(summary: SpendingSummary, category: string | null): Money {
  if (category === null) return summary.total.amount;
  if (category === 'entertainment') return summary.entertainment.amount;
  const found = summary.categories.find((one) => one.category === category);
  return found?.figure.amount ?? zero(summary.currency);
}

function onWords({ category, shop }: Summed, merchant: string | undefined): string {
  if (shop) return ` at ${merchant ?? shop}`;
  if (category === 'entertainment') return ' on fun';
  if (category) return ` on ${isCategory(category) ? categoryLabel(category).toLowerCase() : category}`;
  return '';
}

interface Change {
  readonly label: string;
  readonly from: Money;
  readonly to: Money;
  readonly by: Money;
}

function changesOf(now: SpendingSummary, then: SpendingSummary): Change[] {
  const categories = new Set([...now.categories, ...then.categories].map(({ category }) => category));
  return [...categories]
    .map((category): Change => {
      const [to, from] = [amountOf(now, category), amountOf(then, category)];
      return { label: categoryLabel(category), from, to, by: { ...to, minor: to.minor - from.minor } };
    })
    .filter(({ by }) => by.minor !== 0)
    .sort((left, right) => Math.abs(right.by.minor) - Math.abs(left.by.minor))
    .slice(0, SHOWN);
}

function differences(now: SpendingSummary, then: SpendingSummary, { voice }: ToolTurn): string {
  const changes = changesOf(now, then);
  if (changes.length === 0) return '';
  const lines = changes.map(
    ({ label, from, to, by }) =>
      `- ${label}: ${voice.money(from)} → ${voice.money(to)} (${by.minor > 0 ? '+' : '−'}${voice.money(positive(by))})`,
  );
  return `What makes the difference:\n${lines.join('\n')}`;
}

/** That a span is not known to its end, so that its sum is no whole one. */
function incomplete({ span, data }: SpendingSummary, turn: ToolTurn): string {
  const { voice } = turn;
  const name = spanWords(span, turn);
  if (!data.firstDate || !data.lastDate) return '';
  if (span.end < data.firstDate || span.start > data.lastDate)
    return `No statement of yours covers the days ${name}.`;
  if (data.lastDate < span.end) return `What I know ${name} goes to ${voice.date(data.lastDate)} only.`;
  return data.firstDate > span.start ? `What I know ${name} begins on ${voice.date(data.firstDate)}.` : '';
}

/** What a category, a shop or everything comes to in a usual month or week: the mean of the full months known. */
export async function averageSpending(
  context: CoreContext,
  turn: ToolTurn,
  what: Summed,
  per: 'month' | 'week',
): Promise<ToolResult> {
  const { userId, voice } = turn;
  const months = await monthlySpending(context, { userId, most: MONTHS });
  const rows = what.shop ? await shopRows(context, turn, what.shop) : [];
  const on = onWords(what, rows[0]?.merchantName);
  const [first] = months;
  if (!first)
    return {
      text: 'I know no full month yet, so I can’t say what is usual. Drop a statement of a whole month here (PDF), and I can.',
      facts: [],
    };
  const sums = months.map((month) => ({
    month: monthOf(month.span.start),
    amount: what.shop
      ? spentIn(
          rows.filter(({ postedOn }) => isWithin(postedOn, month.span)),
          month.currency,
        )
      : amountOf(month, what.category),
  }));
  const total = sums.reduce((sum, { amount }) => sum + amount.minor, 0);
  const share = per === 'week' ? (total * 12) / 52 / sums.length : total / sums.length;
  const mean = { minor: Math.round(share), currency: first.currency };
  const parts = sums.map(({ month, amount }) => `${voice.month(month)} ${voice.money(amount)}`);
  const over =
    sums.length === 1
      ? `the one full month that I know, ${parts[0]}`
      : `${sums.length} full months: ${voice.list(parts)}`;
  const known = basis(first.data);
  return {
    text: `You spend **${per === 'week' || sums.length > 1 ? 'about ' : ''}${voice.money(mean)} a ${per}**${on}. That’s from ${over}.${known}`,
    facts: [
      amountFact('spending', `usual ${per}`, mean, true),
      ...sums.map(({ amount, month }) => amountFact('spending', 'month', amount, false, month)),
    ],
    memory: {
      figure: what.category && isCategory(what.category) ? `category:${what.category}` : 'spent',
      frame: {
        topic: 'figures',
        span: { start: first.span.start, end: months.at(-1)?.span.end ?? first.span.end },
        results: [],
      },
    },
  };
}

function basis({ stale, basedOn }: DataState): string {
  return stale && basedOn ? ` _${basedOn.charAt(0).toUpperCase()}${basedOn.slice(1)}._` : '';
}

/** What of the income was not spent, in a span, or in a usual month where none is named. */
export async function keptOf(
  context: CoreContext,
  turn: ToolTurn,
  span: DateSpan | null,
): Promise<ToolResult> {
  const { userId, voice } = turn;
  const months = span
    ? [await getSpendingSummary(context, { userId, span })]
    : await monthlySpending(context, { userId, most: MONTHS });
  const [first] = months;
  if (!first || first.data.statements === 0)
    return {
      text: 'I know no full month of your income and spending yet, so I can’t say what is left over. Drop a bank statement of one here (PDF).',
      facts: [],
    };
  const count = months.length;
  const mean = (pick: (month: SpendingSummary) => Money): Money => ({
    currency: first.currency,
    minor: Math.round(months.reduce((sum, month) => sum + pick(month).minor, 0) / count),
  });
  const income = mean((month) => month.income.amount);
  const spent = mean((month) => month.total.amount);
  const kept = { ...income, minor: income.minor - spent.minor };
  const when = span
    ? spanWords(span, turn, first.data)
    : `in a usual month (${count} full ${count === 1 ? 'month' : 'months'} known)`;
  const gap = incomplete(first, turn);
  const nothing = income.minor === 0 && spent.minor === 0;
  const sum = `${voice.money(income)} came in as income, ${voice.money(spent)} was spent`;
  const text = nothing
    ? `I see neither income nor spending ${when}. ${gap}`
    : kept.minor >= 0
      ? `**${voice.money(kept)}** was left over ${when}: ${sum}. ${span ? gap : ''}`
      : `Nothing was left over ${when}: you spent **${voice.money(positive(kept))}** more than came in (${sum}). ${span ? gap : ''}`;
  return {
    text: text.trim(),
    facts: [
      amountFact('income', 'received', income),
      amountFact('spending', 'total', spent),
      amountFact('income', 'kept', positive(kept)),
      ...months.flatMap(summaryFacts),
    ],
    memory: { figure: 'spent', subject: null, frame: { topic: 'figures', span, results: [] } },
  };
}

function positive(amount: Money): Money {
  return { ...amount, minor: Math.abs(amount.minor) };
}
