import { z } from 'zod';
import { isIsoDate, monthOf, monthSpan } from '../../domain/calendar.js';
import { isCategory } from '../../domain/categories/categories.js';
import type { SpendingSummary } from '../../domain/insights/spending.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import { getInsights } from '../finance/get-insights.js';
import { getSpendingSummary } from '../finance/get-spending-summary.js';
import { spanWords, spentAt } from './shop-spending.js';
import { defineTool, type ToolTurn } from './tool.js';

const date = z.string().refine(isIsoDate, 'must be a date like 2026-03-31');

/** Where the money went, in all or in one category, over a span of days. */
export const spendingTool = defineTool({
  name: 'get_spending',
  description:
    'What the user spent: by category over a span, or in one category. Call it for "how much did I spend …".',
  schema: z.object({
    from: date.optional(),
    to: date.optional(),
    months: z.number().int().min(1).max(24).optional(),
    category: z.string().max(40).optional(),
    /** A shop by its name. */
    shop: z.string().min(2).max(60).optional(),
  }),
  examples: [
    {},
    { from: '2026-02-01', to: '2026-02-28', category: 'dining' },
    { months: 3 },
    { shop: 'Amazon' },
  ],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const span =
      args.from && args.to && args.from <= args.to ? { start: args.from, end: args.to } : undefined;
    const now = await getSpendingSummary(context, {
      userId: turn.userId,
      ...(span && { span }),
      ...(args.months && { months: args.months }),
    });
    // Asked without a time, before this month's statement is there: the latest month that a statement shows.
    const { lastDate } = now.data;
    const earlier = !span && !args.months && lastDate !== null && lastDate < now.span.start ? lastDate : null;
    const summary = earlier
      ? await getSpendingSummary(context, { userId: turn.userId, span: monthSpan(monthOf(earlier)) })
      : now;
    if (args.shop) return spentAt(context, turn, args.shop, summary.span);
    const since =
      earlier && now.total.amount.minor > 0
        ? `\n\nOn top of that I know of ${turn.voice.money(now.total.amount)} ${spanWords(now.span, turn)}.`
        : '';
    const category = args.category ?? null;
    return {
      text: `${category ? categoryText(summary, category, turn) : summaryText(summary, turn)}${since}`,
      facts: [...summaryFacts(summary), ...(since ? summaryFacts(now) : [])],
      memory: {
        figure: category && isCategory(category) ? `category:${category}` : 'spent',
        span: summary.span,
      },
    };
  },
});

/** What stands out in the user's money. */
export const insightsTool = defineTool({
  name: 'get_insights',
  description: 'What stands out in the user’s spending: changes, unusual charges, price rises, overlaps.',
  schema: z.object({}),
  examples: [{}],
  private: true,
  effect: 'reads',
  async call(context, turn) {
    const { insights, data } = await getInsights(context, { userId: turn.userId });
    if (insights.length === 0) {
      const text =
        data.statements === 0
          ? 'I have no statements yet to find anything in. Drop one here (PDF), and I’ll look.'
          : 'Nothing unusual: your spending looks steady.';
      return { text, facts: [] };
    }
    const facts = insights.flatMap((insight) =>
      insight.figures.map((figure) => amountFact(insight.kind, 'amount', figure.amount, figure.approximate)),
    );
    const opening = turn.voice.pick(
      'What stands out:',
      'A few things I noticed:',
      'Here’s what caught my eye:',
    );
    // One month has nothing to be compared with, and that is said.
    const alone =
      data.statements <= 1
        ? '\n\nI have only one statement so far, so I can’t say whether that’s more than usual. Drop the months before it (PDF), and I can.'
        : '';
    return {
      text: `${opening}\n\n${insights
        .slice(0, 6)
        .map((insight) => `- ${insight.text}`)
        .join('\n')}${alone}`,
      facts,
    };
  },
});

function summaryText(summary: SpendingSummary, turn: ToolTurn): string {
  const { voice } = turn;
  if (summary.total.amount.minor === 0) {
    return `I see no spending ${spanWords(summary.span, turn)}.${summary.data.statements === 0 ? ' Drop a bank statement here (PDF), and I’ll show you where the money goes.' : ''}`;
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
  const blocks = [
    `You spent **${about}${voice.money(summary.total.amount)}** ${spanWords(summary.span, turn)}: ${voice.money(summary.needs.amount)} on needs, ${voice.money(summary.entertainment.amount)} on fun, ${voice.money(summary.other.amount)} on the rest.`,
    `${lines.join('\n')}${more > 0 ? `\n- and ${more} smaller ones` : ''}`,
  ];
  const told = summary.notes.some((note) => /based on/i.test(note));
  const notes = [...summary.notes.slice(0, 2), told ? '' : (summary.data.basedOn ?? '')].filter(Boolean);
  if (notes.length > 0) blocks.push(`_${notes.map(capitalised).join(' ')}_`);
  return blocks.join('\n\n');
}

function capitalised(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

function categoryText(summary: SpendingSummary, category: string, turn: ToolTurn): string {
  const { voice } = turn;
  const when = spanWords(summary.span, turn);
  if (category === 'entertainment') {
    return `You spent **${voice.money(summary.entertainment.amount)}** on fun ${when}, out of ${voice.money(summary.total.amount)} in all.`;
  }
  const entry = summary.categories.find((one) => one.category === category);
  if (!entry) return `I see no spending on ${category.replaceAll('_', ' ')} ${when}.`;
  const places = entry.merchants
    .slice(0, 4)
    .map((merchant) => `${merchant.name} (${voice.money(merchant.amount)})`);
  const times = entry.transactions === 1 ? 'once' : `${entry.transactions} times`;
  return `You spent **${voice.money(entry.figure.amount)}** on ${entry.label.toLowerCase()} ${when}, ${times}${places.length > 0 ? `: ${voice.list(places)}` : ''}.`;
}

function summaryFacts(summary: SpendingSummary): Fact[] {
  const { start, end } = summary.span;
  const period = monthOf(start) === monthOf(end) ? monthOf(start) : `${start}..${end}`;
  const spent = (subject: string, measure: string, figure: SpendingSummary['total']) =>
    amountFact(subject, measure, figure.amount, figure.approximate, period);
  const facts: Fact[] = [
    spent('spending', 'total', summary.total),
    spent('entertainment', 'spent', summary.entertainment),
    spent('needs', 'spent', summary.needs),
    spent('other', 'spent', summary.other),
    dateFact('spending', 'from', start),
    dateFact('spending', 'to', end),
  ];
  for (const entry of summary.categories) {
    facts.push(spent(entry.label, 'spent', entry.figure));
    facts.push(numberFact(entry.label, 'transactions', entry.transactions, 'count'));
    for (const merchant of entry.merchants.slice(0, 4)) {
      facts.push(nameFact(merchant.name), amountFact(merchant.name, 'spent', merchant.amount, false, period));
    }
  }
  return facts;
}
