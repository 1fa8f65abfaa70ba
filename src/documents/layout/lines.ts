import type { PageText } from '../ports.js';
import { isFromRight, joinedFromRight, mirrored, readsFromRight } from './from-the-right.js';
import { splitSpan, type Word } from './words.js';

export type { Word } from './words.js';

/** Words that stand together, apart from their neighbours by more than a space. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly words: readonly Word[];
  /** The least certain word's confidence, 1 for a text layer. */
  readonly confidence: number;
}

/** One printed line: `line` counts from 1 on its page, `y` is the baseline from the page's top. */
export interface DocumentLine {
  readonly page: number;
  readonly line: number;
  readonly y: number;
  readonly height: number;
  readonly text: string;
  readonly cells: readonly Cell[];
  /** The words of all cells, in the order in which they are read. */
  readonly words: readonly Word[];
}

/** Below this share of the type size two runs belong to one word; a space is about a quarter. */
const WORD_GAP = 0.12;
/** Above this share of the type size a gap parts two cells; a monospaced space is 0.6. */
const CELL_GAP = 0.85;
/** Share of the type size by which baselines of one line may differ. */
const BASELINE_TOLERANCE = 0.4;

/** Text printed twice at nearly the same place, as programs do for a bold look. */
function dropOverprints(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const twins = seen.get(word.text) ?? [];
    const near = Math.max(1, word.height * 0.12);
    if (twins.some((twin) => Math.abs(twin.x - word.x) <= near && Math.abs(twin.y - word.y) <= near)) {
      return false;
    }
    twins.push(word);
    seen.set(word.text, twins);
    return true;
  });
}

function groupByBaseline(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => a.y - b.y);
  const groups: Word[][] = [];
  let reference = Number.NEGATIVE_INFINITY;
  let height = 0;
  for (const word of sorted) {
    const group = groups.at(-1);
    if (group && word.y - reference <= Math.max(height, word.height) * BASELINE_TOLERANCE) {
      // The line's largest type sets its baseline: a superscript must not.
      if (word.height > height) {
        height = word.height;
        reference = Math.max(reference, Math.min(word.y, reference + height * 0.1));
      }
      group.push(word);
    } else {
      groups.push([word]);
      reference = word.y;
      height = word.height;
    }
  }
  return groups;
}

function joinWords(left: Word, right: Word): Word {
  return {
    text: joinedFromRight(left.text, right.text),
    x: left.x,
    right: Math.max(left.right, right.right),
    y: left.y,
    height: Math.max(left.height, right.height),
    confidence: Math.min(left.confidence, right.confidence),
  };
}

/** Overlapping runs are one word only where they go on in kind: a text may be printed over a neighbouring figure. */
function continues(left: Word, right: Word): boolean {
  const [before, after] = [left.text.at(-1) ?? '', right.text];
  const begins = /^[-−+]?[\d.,]/.test(after);
  // A whole signed figure is never the rest of a number.
  if (/^[-−+]\d[\d.,]*[.,]\d{2,3}$/.test(after)) return false;
  return /[\d.,]/.test(before) === begins || (/[-−+]/.test(before) && /^\d/.test(after));
}

/** Runs that touch are one word: many programs place each glyph, or each part of a figure, by itself. */
function joinTouching(words: readonly Word[], spaced: ReadonlySet<Word>): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const gap = last ? word.x - last.right : Number.POSITIVE_INFINITY;
    const touching = gap < WORD_GAP * word.height && gap > -word.height;
    if (last && touching && !spaced.has(word) && (gap > -word.height * 0.05 || continues(last, word)))
      joined[joined.length - 1] = joinWords(last, word);
    else joined.push(word);
  }
  return joined;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Joins glyphs that are set apart evenly ("B A L A N C E") into the words they spell. */
function joinLetterSpaced(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let index = 0;
  while (index < words.length) {
    const run: Word[] = [];
    for (let next = index; next < words.length; next += 1) {
      const word = words[next];
      const before = run.at(-1);
      if (!word || [...word.text].length !== 1) break;
      if (before && word.x - before.right > word.height) break;
      run.push(word);
    }
    if (run.length < 4) {
      const word = words[index];
      if (word) joined.push(word);
      index += 1;
      continue;
    }
    const gap = median(run.slice(1).map((word, at) => word.x - (run[at]?.right ?? word.x)));
    let current: Word | undefined;
    for (const word of run) {
      if (current && word.x - current.right <= gap * 1.7) current = joinWords(current, word);
      else {
        if (current) joined.push(current);
        current = word;
      }
    }
    if (current) joined.push(current);
    index += run.length;
  }
  return joined;
}

function toCell(words: readonly Word[]): Cell | null {
  const [first] = words;
  if (!first) return null;
  return {
    text: words.map((word) => word.text).join(' '),
    x: first.x,
    right: Math.max(...words.map((word) => word.right)),
    y: first.y,
    words,
    confidence: Math.min(...words.map((word) => word.confidence)),
  };
}

function toCells(words: readonly Word[]): Cell[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && word.x - last.right <= CELL_GAP * word.height) group.push(word);
    else groups.push([word]);
  }
  return groups.map(toCell).filter((cell) => cell !== null);
}

/** A line of words in their order from left to right. */
export function lineOf(page: number, line: number, words: readonly Word[]): DocumentLine {
  const cells = toCells(words);
  return {
    page,
    line,
    y: Math.max(...words.map((word) => word.y)),
    height: Math.max(...words.map((word) => word.height)),
    text: cells.map((cell) => cell.text).join('  '),
    cells,
    words,
  };
}

/** The words of a group, from left to right. */
function wordsOf(group: readonly Word[], spaced: ReadonlySet<Word>): Word[] {
  const sorted = [...group].sort((a, b) => a.x - b.x || a.y - b.y);
  return joinLetterSpaced(joinTouching(sorted, spaced));
}

/**
 * The lines of a document, top to bottom, page by page, each with its cells in the order in which they are read: from the
 * left, or in a frame turned round where the document is written from the right. Runs are grouped by baseline with a
 * tolerance, touching runs become words, text printed twice for boldness counts once. Cells are joined by two spaces in a
 * line's text.
 */
export function assembleLines(pages: readonly PageText[]): DocumentLine[] {
  const fromRight = readsFromRight(pages);
  return pages.flatMap((page) => {
    const spaced = new Set<Word>();
    const words = page.spans.flatMap((span) => {
      const turned = fromRight && isFromRight(span.text);
      const split = splitSpan(span);
      const placed = turned ? mirrored(split, 2 * span.x + span.width) : split;
      placed.forEach((word, index) => {
        if (index > 0 || (turned ? /\s$/u : /^\s/u).test(span.text)) spaced.add(word);
      });
      return placed;
    });
    const clean = dropOverprints(words);
    // A watermark or a huge heading must not draw the lines that it crosses together.
    const huge = 2.5 * median(clean.map((word) => word.height));
    const groups = [
      ...groupByBaseline(clean.filter((word) => word.height <= huge)),
      ...groupByBaseline(clean.filter((word) => word.height > huge)),
    ].sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0));
    return groups.map((group, index) => {
      const words = wordsOf(group, spaced);
      return lineOf(page.page, index + 1, fromRight ? mirrored(words, page.width) : words);
    });
  });
}
