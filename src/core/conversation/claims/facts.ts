import { z } from 'zod';
import type { Money } from '../../../domain/money.js';

const base = {
  /** What the fact is about: a title, "budget", "income", a category, a service, "this month". */
  subject: z.string(),
  /** Which of the subject's figures it is: "price", "left", "spent", "total", "rating". */
  measure: z.string(),
};
const money = z.object({ minor: z.number(), currency: z.string() });

/** A true statement that a reply may make; everything countable in a reply is one of these. */
const fact = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('amount'),
    amount: money,
    approximate: z.boolean(),
    /** The month (`YYYY-MM`) or span of days it belongs to; absent where time plays no part. */
    period: z.string().optional(),
  }),
  z.object({ ...base, kind: z.literal('date'), date: z.string() }),
  z.object({
    ...base,
    kind: z.literal('number'),
    number: z.number(),
    unit: z.enum(['count', 'percent', 'minutes', 'people', 'years', 'year', 'stars', 'days', 'months']),
  }),
  z.object({ ...base, kind: z.literal('title'), itemId: z.string().nullable() }),
  /** The subject (a title) is part of a subscription that the user has. */
  z.object({ ...base, kind: z.literal('included'), service: z.string() }),
  z.object({ ...base, kind: z.literal('free') }),
  /** A name without figures that a reply may use: a service, a merchant, a category. */
  z.object({ ...base, kind: z.literal('name') }),
]);

export type Fact = z.infer<typeof fact>;

export type NumberUnit = Extract<Fact, { kind: 'number' }>['unit'];

export function amountFact(
  subject: string,
  measure: string,
  amount: Money,
  approximate = false,
  period?: string,
): Fact {
  return { kind: 'amount', subject, measure, amount, approximate, ...(period && { period }) };
}

export function dateFact(subject: string, measure: string, date: string): Fact {
  return { kind: 'date', subject, measure, date };
}

export function numberFact(subject: string, measure: string, number: number, unit: NumberUnit): Fact {
  return { kind: 'number', subject, measure, number, unit };
}

export function titleFact(title: string, itemId: string | null): Fact {
  return { kind: 'title', subject: title, measure: 'title', itemId };
}

export function includedFact(title: string, service: string): Fact {
  return { kind: 'included', subject: title, measure: 'included', service };
}

export function freeFact(title: string): Fact {
  return { kind: 'free', subject: title, measure: 'price' };
}

export function nameFact(name: string): Fact {
  return { kind: 'name', subject: name, measure: 'name' };
}
