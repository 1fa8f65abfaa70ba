import { type DocumentLine, lineOf, type Word } from './lines.js';

/** A box of text beside the page's own lines: a left edge, and the heights between which it stands. */
interface Panel {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines that share a left edge before they are taken for a box. */
const FEWEST_LINES = 6;
/** Points by which lines of a box may begin apart. */
const EDGE = 4;
/** Points between two baselines that were set as one line. */
const SAME_LINE = 0.8;
/** Share of a box's lines that may stand exactly on lines beside it; cells of a table nearly all do. */
const MOST_ALIGNED = 0.4;
/** A box beside the text stands in the right part of the page: share of the width of what is printed. */
const RIGHT_PART = 0.5;

interface Start {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly gap: number;
}

/** The first words of cells in the right part of a page, with the room before them. */
function starts(lines: readonly DocumentLine[], from: number): Start[] {
  return lines.flatMap((line) =>
    line.cells.flatMap((cell, index): Start[] => {
      const [first] = cell.words;
      const before = line.cells[index - 1];
      if (!first || first.x < from || !/\p{L}{2}/u.test(cell.text)) return [];
      return [
        {
          text: first.text,
          x: first.x,
          y: first.y,
          gap: before ? first.x - before.right : Number.POSITIVE_INFINITY,
        },
      ];
    }),
  );
}

function panelAt(x: number, own: readonly Start[], lines: readonly DocumentLine[]): Panel | null {
  // A word that every line repeats ("Balance") is a column's.
  if (new Set(own.map((start) => start.text)).size * 2 <= own.length) return null;
  const ys = own.map((start) => start.y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const words = lines
    .flatMap((line) => line.words)
    .filter((word) => word.y >= top - 1 && word.y <= bottom + 1);
  // Nothing may run across the left edge.
  if (words.some((word) => word.x < x - EDGE && word.right > x - EDGE)) return null;
  const left = words.filter((word) => word.right <= x);
  if (left.length < FEWEST_LINES) return null;
  const aligned = ys.filter((y) => left.some((word) => Math.abs(word.y - y) <= SAME_LINE)).length;
  if (aligned > ys.length * MOST_ALIGNED) return null;
  return { x: x - EDGE, top: top - 1, bottom: figuresBelow(x, bottom, lines) + 1 };
}

/** Share of the type size between the last text of a box and the figure that it names. */
const BELOW = 1.7;

/** Where a box ends whose last text names a figure on the line below. */
function figuresBelow(x: number, bottom: number, lines: readonly DocumentLine[]): number {
  const next = lines
    .flatMap((line) => line.words)
    .find((word) => word.x >= x - EDGE && word.y > bottom + 1 && word.y - bottom <= word.height * BELOW);
  return next && Math.abs(next.x - x) <= EDGE && /\d/.test(next.text) ? next.y : bottom;
}

/** Boxes of text beside the lines of a page: they share a left edge and hardly ever a baseline with what is beside. */
function findPanels(lines: readonly DocumentLine[]): Panel[] {
  const words = lines.flatMap((line) => line.words);
  const left = Math.min(...words.map((word) => word.x));
  const right = Math.max(...words.map((word) => word.right));
  const found = starts(lines, left + (right - left) * RIGHT_PART);
  const groups: Start[][] = [];
  for (const start of [...found].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && start.x - first.x <= EDGE) group.push(start);
    else groups.push([start]);
  }
  return groups.flatMap((group): Panel[] => {
    const [first] = group;
    const panel = first && group.length >= FEWEST_LINES ? panelAt(first.x, group, lines) : null;
    return panel ? [panel] : [];
  });
}

/**
 * A page's lines with boxes of text beside them ("At a glance", advertisements) taken apart: the boxes come first, so that
 * they do not stand between rows. Lines are numbered anew.
 * @param lines the lines of one page
 */
function splitPanels(lines: readonly DocumentLine[]): DocumentLine[] {
  const panels = lines.length >= FEWEST_LINES ? findPanels(lines) : [];
  if (panels.length === 0) return [...lines];
  const inside = (word: Word) =>
    panels.some(({ x, top, bottom }) => word.x >= x && word.y >= top && word.y <= bottom);
  const boxes = lines.map((line) => line.words.filter(inside));
  const others = lines.map((line) => line.words.filter((word) => !inside(word)));
  const page = lines[0]?.page ?? 0;
  return [...boxes, ...others]
    .filter((words) => words.length > 0)
    .map((words, index) => lineOf(page, index + 1, words));
}

/**
 * The lines of a document with boxes beside the text taken apart. For statements: pay stubs and invoices set tables side
 * by side that belong together.
 */
export function apartFromPanels(lines: readonly DocumentLine[]): DocumentLine[] {
  const pages = new Map<number, DocumentLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page) page.push(line);
    else pages.set(line.page, [line]);
  }
  return [...pages.values()].flatMap(splitPanels);
}
