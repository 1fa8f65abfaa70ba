import { labelKey } from '../entries.js';
import { isCurrencyCode } from '../layout/currency.js';
import type { Cell, Word } from '../layout/lines.js';
import { columnOfHeading } from './terms.js';

/** "Year to date" has three words; no heading of a column has many more. */
const longestHeading = 4;
const namesRows = /^(?:descriptions?|type|item)$/u;

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** "Y.T.D." is the same heading as "YTD". */
const withoutDots = (text: string) =>
  text.replace(/(?<!\p{L})(?:\p{L}\.){2,}\p{L}?/gu, (initials) => initials.replaceAll('.', ''));

/** A heading's own currency says nothing of what it heads: "Betrag CHF", "Amount $". */
const withoutCurrency = (text: string) =>
  text.replace(/\s+(?:\p{Sc}|[a-z]{3})$/u, (mark) =>
    /\p{Sc}/u.test(mark) || isCurrencyCode(mark.trim().toUpperCase()) ? '' : mark,
  );

/** A heading without the currency or remark at its end: "Amount (Rs.)", "YTD ($)", "Betrag CHF". */
export const headingKey = (text: string) =>
  withoutCurrency(labelKey(withoutDots(labelKey(text)).replace(/\s*[([][^)\]]*[)\]]\s*$/u, '')));

/**
 * What a heading says by itself or by one of its halves: papers in two languages print "Retenues / Deductions".
 * @param meaningOf what a single text says, null for nothing
 */
export function inEitherLanguage<T>(text: string, meaningOf: (text: string) => T | null): T | null {
  const whole = meaningOf(text);
  if (whole !== null || !text.includes('/')) return whole;
  return (
    text
      .split('/')
      .map((part) => meaningOf(part.trim()))
      .find((meaning) => meaning !== null) ?? null
  );
}

/** What a text heads: a column by its meaning, the list of names, or nothing. */
function headed(text: string): string | null {
  const key = headingKey(text);
  return columnOfHeading(key) ?? (namesRows.test(key) ? 'names' : null);
}

/** Words as consecutive headings, the longest first; null where some word heads nothing. */
function segments(words: readonly Word[]): Word[][] | null {
  if (words.length === 0) return [];
  for (let length = Math.min(longestHeading, words.length); length > 0; length -= 1) {
    if (headed(textOf(words.slice(0, length))) === null) continue;
    const rest = segments(words.slice(length));
    if (rest) return [words.slice(0, length), ...rest];
  }
  return null;
}

/**
 * Headings of narrow columns stand so close that they read as one text: "Current Year to Date", "YTD Description". Each
 * gets a cell of its own where all of the text is such headings, of columns that differ.
 */
export function splitHeadings(cell: Cell): Cell[] {
  if (cell.words.length < 2 || columnOfHeading(headingKey(cell.text)) !== null) return [cell];
  const parts = segments(cell.words);
  const meanings = new Set(parts?.map((words) => headed(textOf(words))));
  if (!parts || parts.length < 2 || meanings.size !== parts.length) return [cell];
  return parts.map((words) => ({
    ...cell,
    text: textOf(words),
    x: words[0]?.x ?? cell.x,
    right: words.at(-1)?.right ?? cell.right,
    words,
  }));
}
