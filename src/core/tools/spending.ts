import { z } from 'zod';
import { isIsoDate, monthOf, monthSpan } from '../../domain/calendar.js';
import { isCategory } from '../../domain/categories/categories.js';
import { withFigure } from '../conversation/money-frame.js';
import { getSpendingSummary } from '../finance/get-spending-summary.js';
import { spanWords, spentAt } from './shop-spending.js';
import { averageSpending, comparedSpending, spendingTrend } from './spending-compared.js';
import { categoryFigure, categoryText, summaryFacts, summaryText } from './spending-words.js';
import { defineTool } from './tool.js';

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
    /** The days it is compared with. */
    against: z.object({ from: date, to: date }).optional(),
    /** What it comes to in a usual month, or week. */
    average: z.enum(['month', 'week']).optional(),
    /** Over everything that was read. */
    ever: z.boolean().optional(),
    /** Whether it went up since the month before. */
    trend: z.boolean().optional(),
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
    const { userId } = turn;
    const category = args.category ?? null;
    const what = { category, shop: args.shop ?? null };
    if (args.average) return averageSpending(context, turn, what, args.average);
    const given =
      args.from && args.to && args.from <= args.to ? { start: args.from, end: args.to } : undefined;
    if (args.against && given) {
      const against = { start: args.against.from, end: args.against.to };
      return comparedSpending(context, turn, what, { span: given, against });
    }
    if (args.trend) return spendingTrend(context, turn, what, given ?? null);
    const now = await getSpendingSummary(context, {
      userId,
      ...(given && { span: given }),
      ...(args.months && { months: args.months }),
    });
    const { data } = now;
    const known = args.ever && data.firstDate && data.lastDate ? data : null;
    // Asked without a time, before this month's statement is there: the latest month that a statement shows.
    const earlier =
      !given && !args.months && data.lastDate !== null && data.lastDate < now.span.start
        ? data.lastDate
        : null;
    const other = known
      ? { start: known.firstDate ?? now.span.start, end: turn.today }
      : earlier
        ? monthSpan(monthOf(earlier))
        : null;
    const summary = other ? await getSpendingSummary(context, { userId, span: other }) : now;
    if (args.shop)
      return spentAt(context, turn, args.shop, { span: summary.span, data, ever: args.ever ?? false });
    const since =
      earlier && !known && now.total.amount.minor > 0
        ? `\n\nOn top of that I know of ${turn.voice.money(now.total.amount)} ${spanWords(now.span, turn)}.`
        : '';
    return {
      text: `${category ? categoryText(summary, category, turn) : summaryText(summary, turn)}${since}`,
      facts: [...summaryFacts(summary), ...(since ? summaryFacts(now) : [])],
      memory: {
        figure: category && isCategory(category) ? `category:${category}` : 'spent',
        frame: withFigure(turn.memory.frame, {
          ...(category
            ? categoryFigure(summary, category)
            : { name: 'in all', amount: summary.total.amount }),
          category,
          shop: null,
          span: summary.span,
        }),
      },
    };
  },
});
