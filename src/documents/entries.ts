import { type Currency, exponentOf, usualDecimals } from '../domain/money.js';
import { type AmountConvention, findDecimalMark, parseAmount, signedMinor } from './layout/amounts.js';
import { dateAt } from './layout/dates.js';
import type { DocumentLine, Word } from './layout/lines.js';
import type { SourceLine } from './reading.js';

/** A figure of a document with its place. */
export interface Figure {
  /** Minor units with the usual meaning of its markers: minus, parentheses and DR are negative. */
  readonly minor: number;
  readonly x: number;
  readonly right: number;
  /** A bare whole number: it may as well be a count, a reference or a house number. */
  readonly plain: boolean;
}

/** A label and the figures that follow it on the line. A line of two tables side by side gives two entries. */
export interface Entry {
  readonly label: string;
  /** The part of the label in the cell nearest to the figures. */
  readonly near: string;
  readonly x: number;
  readonly figures: readonly Figure[];
  readonly line: DocumentLine;
}

/** How a document writes figures, and whether a space parts its thousands. */
export interface FigureConvention extends AmountConvention {
  readonly spaced: boolean;
}

const spacedThousands = /(?<![\d.,])\d{1,3}(?: \d{3})+[.,]\d{2}(?!\d)/u;
const printedCents = /(?<![\d.,])\d[\d.,']*[.,]\d{2}(?![\d.,/])/u;
const otherThousands = /\d[.,']\d{3}(?:[.,]\d{2})?(?!\d)|(?<!\d)\d{4,}[.,]\d{2}(?!\d)/u;

/**
 * The convention that a document's own figures tell. With a decimal point a space between digits parts a count from a
 * price ("2 150.00") more often than thousands: it is taken for thousands only where nothing else parts them.
 */
export function findFigureConvention(texts: readonly string[], currency: Currency): FigureConvention {
  const decimalMark = findDecimalMark(texts) ?? '.';
  const exponent = currency === 'XXX' ? 2 : exponentOf(currency);
  const spaced =
    decimalMark === ',' ||
    (texts.some((text) => spacedThousands.test(text)) && !texts.some((text) => otherThousands.test(text)));
  const whole = usualDecimals(currency) === 0 && !texts.some((text) => printedCents.test(text));
  return { decimalMark, exponent, printed: whole ? 0 : exponent, spaced };
}

/** Where an entry stands, for people. */
export function sourceOf(line: DocumentLine): SourceLine {
  return { page: line.page, line: line.line, text: line.text };
}

/** "Total:50.00" and "(15%)-$84.00" are a label and a figure without a space. */
const glued = /^(.*[\p{L})%]?[:)%])([-+(]?\p{Sc}?[-+]?\d.*)$/u;

/** "9.49T", "2.37-F": tills print the code of the tax straight after the price. C, D, H and S would be signs. */
const coded = /^([-+(]?\p{Sc}?\d[\d.,']*[.,]\d{2}-?\)?)([A-BE-GI-RT-Z]\*?)$/u;

function unglued(word: Word): Word[] {
  const match = coded.exec(word.text) ?? glued.exec(word.text);
  const [, before = '', after = ''] = match ?? [];
  if (!match || !/\p{L}|%|\)/u.test(before + (coded.test(word.text) ? after : ''))) return [word];
  const split = word.x + ((word.right - word.x) * before.length) / word.text.length;
  return [
    { ...word, text: before, right: split },
    { ...word, text: after, x: split },
  ];
}

const longestFigure = 4;
/** A number followed by these counts something, decimals or not. */
const unit =
  /^(?:[@%x×*]|(?:kg|g|lbs?|oz|l|ml|cl|km|mi|miles|m|cm|h|hrs?|hours?|std|stunden|days?|tage|jours|nights?|units?|pcs?|pieces?|stk|stück|st|ea|each|per|pts|points|gb|mb|kwh|years?|months?|weeks?|people|guests?|persons?|pers)\b\.?)/iu;
/** A whole number followed by any word is part of the text. */
const word = /^\p{L}/u;

/** "19,647 68": OCR overlooks a decimal point now and then. */
const lostPoint = /^(\D?\d{1,3}(?:[,.']\d{3})*) (\d{2})$/u;

/** A figure read by OCR with its lost point put back; arithmetic says whether it belongs there. */
function mended(printed: string, run: readonly Word[], { decimalMark }: FigureConvention): string {
  // "(incl. VAT  £3.20)": the bracket opens before the figure, or closes after it.
  const text = printed.includes('(') ? printed : printed.replace(/\)$/, '');
  const scanned = run.some((word) => word.confidence < 1);
  return scanned ? text.replace(lostPoint, `$1${decimalMark}$2`) : text;
}

interface Found {
  readonly figure: Figure;
  readonly length: number;
}

/** Longer than any sign or code that stands in front of a figure. */
const longestMark = 6;

const isOnlyText = (text: string): boolean => text.length > longestMark && !/\d/.test(text);

/** The figure that begins at a word of a cell, the longest one first. */
function figureAt(words: readonly Word[], start: number, convention: FigureConvention): Found | null {
  if (isOnlyText(words[start]?.text ?? '')) return null;
  for (let length = Math.min(longestFigure, words.length - start); length > 0; length -= 1) {
    const run = words.slice(start, start + length);
    const text = run.map((word) => word.text).join(' ');
    if (!convention.spaced && /\d \d/.test(text) && !lostPoint.test(text)) continue;
    const [amount] = parseAmount(mended(text, run, convention), convention);
    const [first, last] = [run[0], run.at(-1)];
    if (!amount || !first || !last) continue;
    const next = words[start + length]?.text ?? '';
    const plain = amount.decimals === 0 && !amount.marked;
    if (!amount.marked && (unit.test(next) || (plain && word.test(next)))) return null;
    const before = words[start - 1]?.text ?? '';
    // A bare number inside a cell's text belongs to the text ("Suite 434"), after a colon it is a value.
    if (plain && start > 0 && !/[:=]$/.test(before)) return null;
    return { figure: { minor: signedMinor(amount), x: first.x, right: last.right, plain }, length };
  }
  return numberAt(words, start, convention);
}

/** A number that is no amount of money ("41.2167" hours): it keeps its place among the figures. */
function numberAt(words: readonly Word[], start: number, convention: FigureConvention): Found | null {
  const number = words[start];
  const counts = unit.test(words[start + 1]?.text ?? '');
  if (!number || counts || !/^\d+[.,]\d{3,}$/.test(number.text)) return null;
  const minor = Math.round(Number(number.text.replace(',', '.')) * 10 ** convention.exponent);
  return { figure: { minor, x: number.x, right: number.right, plain: true }, length: 1 };
}

interface Part {
  readonly cell: number;
  readonly text?: string;
  readonly x: number;
  readonly figure?: Figure;
}

function partsOf(line: DocumentLine, convention: FigureConvention): Part[] {
  return line.cells.flatMap((cell, place) => {
    const words = cell.words.flatMap(unglued);
    const texts = words.map((word) => word.text);
    const parts: Part[] = [];
    for (let index = 0; index < words.length; ) {
      const word = words[index];
      if (!word) break;
      const date = dateAt(texts, index);
      const found = date && !date.weak ? null : figureAt(words, index, convention);
      if (found) {
        parts.push({ cell: place, figure: found.figure, x: word.x });
        index += found.length;
        continue;
      }
      const length = date && !date.weak ? date.length : 1;
      parts.push({ cell: place, text: texts.slice(index, index + length).join(' '), x: word.x });
      index += length;
    }
    return parts;
  });
}

/** A line as labels and the figures after them; figures without a label give an entry with an empty label. */
export function entriesOf(line: DocumentLine, convention: FigureConvention): Entry[] {
  const groups: { texts: Part[]; figures: Figure[]; x: number }[] = [];
  for (const part of partsOf(line, convention)) {
    const current = groups.at(-1);
    if (part.figure) {
      if (current) current.figures.push(part.figure);
      else groups.push({ texts: [], figures: [part.figure], x: part.x });
    } else if (part.text === '=' && current) {
      // What stands before an equals sign is the reckoning, what follows is the figure.
      current.figures.length = 0;
    } else if (current && current.figures.length === 0) current.texts.push(part);
    else groups.push({ texts: [part], figures: [], x: part.x });
  }
  const join = (parts: readonly Part[]) =>
    parts
      .map((part) => part.text)
      .join(' ')
      .trim();
  return groups.map(({ texts, figures, x }) => {
    const last = texts.at(-1)?.cell;
    return { label: join(texts), near: join(texts.filter(({ cell }) => cell === last)), x, figures, line };
  });
}

/** The label as it is compared: lower case, single spaces, no leader dots, colon or footnote mark at its end. */
export function labelKey(label: string): string {
  return (
    label
      .toLowerCase()
      .replace(/[.…_·]{3,}/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/[\s:*†=\-–.]+$/u, '')
      .replace(/^[\s*•\-–:]+/u, '')
      // OCR takes the thin last letter for a ruling.
      .replace(/tota(?![\p{L}])/u, 'total')
      .trim()
  );
}
