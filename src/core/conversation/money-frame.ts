import { z } from 'zod';

const money = z.object({ minor: z.number(), currency: z.string() });
const span = z.object({ start: z.string(), end: z.string() });
const cadence = z.enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily']);

const costPart = z.object({
  /** What it is for, as it was said: "dinner"; null where only the amount was. */
  name: z.string().nullable(),
  each: money,
  count: z.number(),
});

const result = z.object({
  /** What the amount is of, as a reply says it: "at Geico", "on groceries". */
  name: z.string(),
  category: z.string().nullable(),
  shop: z.string().nullable(),
  amount: money,
  span: span.nullable(),
  /** It is the sum of figures that were given before. */
  sum: z.boolean().optional(),
});

/** The last question about money, whole: what a short message that follows it varies. */
export const moneyFrame = z.discriminatedUnion('topic', [
  z.object({
    topic: z.literal('price'),
    /** What the price is made of. */
    parts: z.array(costPart).readonly(),
    recurring: cadence.nullable(),
    /** How long it takes to have it was asked. */
    saving: z.boolean(),
    pace: z.object({ amount: money, per: cadence }).nullable(),
    /** What is there already when the saving begins. */
    start: money.nullable(),
  }),
  z.object({
    topic: z.literal('figures'),
    /** The days that were asked about; null where time plays no part. */
    span: span.nullable(),
    /** What the answers gave, the latest first. */
    results: z.array(result).readonly(),
  }),
]);

export type CostPart = Readonly<z.infer<typeof costPart>>;
export type FigureGiven = Readonly<z.infer<typeof result>>;
export type MoneyFrame = Readonly<z.infer<typeof moneyFrame>>;
export type PriceFrame = Extract<MoneyFrame, { topic: 'price' }>;
export type FiguresFrame = Extract<MoneyFrame, { topic: 'figures' }>;

/** Figures of one conversation that can still be put together, or compared. */
const MOST_RESULTS = 5;

/** The frame after an answer gave a figure: together with what the answers right before it gave. */
export function withFigure(earlier: MoneyFrame | null, given: FigureGiven): FiguresFrame {
  const before = earlier?.topic === 'figures' ? earlier.results : [];
  const others = before.filter(
    (one) =>
      one.name !== given.name || one.span?.start !== given.span?.start || one.span?.end !== given.span?.end,
  );
  return { topic: 'figures', span: given.span, results: [given, ...others].slice(0, MOST_RESULTS) };
}
