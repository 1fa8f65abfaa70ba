import { type Currency, type Money, money } from '../../../domain/money.js';

const ROW =
  /^\s*(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}\s?[A-Za-z]{3,9}(?:\s?\d{2,4})?|[A-Za-z]{3,9}\s\d{1,2})\b.*\d[.,]\d{2}\b/;
/** Fewer rows could be a few spends that somebody jotted down. */
const LEAST_ROWS = 4;

/** True for text that somebody copied out of a statement: several lines with a date and an amount each. */
export function looksLikeStatement(text: string): boolean {
  let rows = 0;
  for (const line of text.split('\n', 400)) if (ROW.test(line.slice(0, 300))) rows += 1;
  return rows >= LEAST_ROWS;
}

/** What a pasted statement says of itself, in minor units; null where a figure is missing. */
export interface PastedStatement {
  readonly opening: Money | null;
  readonly closing: Money | null;
  readonly rows: readonly { readonly description: string; readonly amount: Money }[];
  /** Lines with a date and an amount whose sign nobody can tell. */
  readonly unsigned: number;
}

const FIGURE = /([+-])?\s?[$€£]?\s?(\d{1,3}(?:,\d{3})+|\d+)\.(\d{2})\s?(CR|DR|-)?\s*$/i;
const BALANCE = /^\s*(opening|starting|beginning|previous|closing|ending|new)\s+balance\b/i;

/** Reads the rows and balances of a statement that was pasted as text: signed amounts at the ends of dated lines. */
export function readPastedStatement(text: string, currency: Currency): PastedStatement {
  let opening: Money | null = null;
  let closing: Money | null = null;
  let unsigned = 0;
  const rows: { description: string; amount: Money }[] = [];
  for (const line of text.split('\n', 400)) {
    const match = FIGURE.exec(line.slice(0, 300));
    if (!match) continue;
    const [, sign, whole = '', cents = '', mark] = match;
    const size = Number(`${whole.replaceAll(',', '')}${cents}`);
    const negative = sign === '-' || mark === '-' || /^dr$/i.test(mark ?? '');
    const amount = money(negative ? -size : size, currency);
    const balance = BALANCE.exec(line)?.[1]?.toLowerCase();
    if (balance) {
      if (/^(?:opening|starting|beginning|previous)$/.test(balance)) opening = amount;
      else closing = amount;
    } else if (ROW.test(line)) {
      if (!sign && !mark) unsigned += 1;
      const description = line
        .slice(0, match.index)
        .replace(/^\s*[\d./-]+\s*/, '')
        .trim();
      rows.push({ description, amount });
    }
  }
  return { opening, closing, rows, unsigned };
}
