import type { Figure, FigureSource } from '../figures.js';
import { type Currency, type Money, money, writeMoney } from '../money.js';
import type { Entry } from './entries.js';

/** Writes amounts as the user's locale does. */
export type Say = (amount: Money) => string;

export function sayIn(locale: string): Say {
  return (amount) => writeMoney(amount, locale);
}

/** A figure that follows from others by a rule of docs/money.md. */
export function derived(
  amount: Money,
  arithmetic: string,
  rule: string,
  from: readonly (Figure | null)[] = [],
): Figure {
  const sources = from.flatMap((figure) => figure?.sources ?? []);
  return {
    amount,
    approximate: from.some((figure) => figure?.approximate),
    arithmetic,
    sources: [{ kind: 'formula', rule }, ...withoutRepeats(sources)],
  };
}

/** The sum of entries. An empty sum is a fact about the statements, and says so. */
export function sumOf(entries: readonly Entry[], currency: Currency, what: string, say: Say): Figure {
  const total = money(
    entries.reduce((sum, { minor }) => sum + minor, 0),
    currency,
  );
  const count = entries.length;
  return {
    amount: total,
    approximate: entries.some(({ approximate }) => approximate),
    arithmetic: `${what}: ${count} ${count === 1 ? 'line' : 'lines'} = ${say(total)}`,
    sources: [{ kind: 'transactions', transactionIds: entries.map(({ id }) => id) }],
  };
}

function withoutRepeats(sources: readonly FigureSource[]): FigureSource[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const key =
      source.kind === 'transactions'
        ? `t${source.transactionIds.length}${source.transactionIds[0] ?? ''}${source.transactionIds.at(-1) ?? ''}`
        : JSON.stringify(source);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
