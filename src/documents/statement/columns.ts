import type { Header, HeaderLabel, PlacedAmount } from './model.js';

/** A column of figures: the place its members take together. */
export interface Column {
  readonly x: number;
  readonly right: number;
  readonly count: number;
}

interface Member {
  readonly x: number;
  readonly right: number;
  readonly outerRight: number;
  readonly line: number;
  readonly glued: boolean;
}

const overlap = (a: { x: number; right: number }, b: { x: number; right: number }): number =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x);

/** Groups members whose edges follow each other within a tolerance. */
function link(members: readonly Member[], edge: (member: Member) => number, tolerance: number): Member[][] {
  const sorted = [...members].sort((a, b) => edge(a) - edge(b));
  const groups: Member[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const member of sorted) {
    const group = groups.at(-1);
    if (group && edge(member) - last <= tolerance) group.push(member);
    else groups.push([member]);
    last = edge(member);
  }
  return groups;
}

/** Groups members whose places overlap, whatever their alignment. */
function linkOverlaps(members: readonly Member[]): Member[][] {
  const sorted = [...members].sort((a, b) => a.x - b.x);
  const groups: Member[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const member of sorted) {
    const group = groups.at(-1);
    if (group && member.x < right) group.push(member);
    else groups.push([member]);
    right = group && member.x < right ? Math.max(right, member.right) : member.right;
  }
  return groups;
}

function extent(group: readonly Member[]): Column {
  let x = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const member of group) {
    x = Math.min(x, member.x);
    right = Math.max(right, member.outerRight);
  }
  return { x, right, count: group.length };
}

/** Parts of one column that its alignment tore apart: they share place and never a line. */
function mergeTorn(groups: readonly Member[][]): Member[][] {
  const merged: Member[][] = [];
  for (const group of [...groups].sort((a, b) => extent(a).x - extent(b).x)) {
    const place = extent(group);
    const home = merged.find((other) => {
      const at = extent(other);
      const narrow = Math.min(at.right - at.x, place.right - place.x);
      if (overlap(at, place) < narrow * 0.5) return false;
      const lines = new Set(other.map((member) => member.line));
      return !group.some((member) => lines.has(member.line));
    });
    if (home) home.push(...group);
    else merged.push([...group]);
  }
  return merged;
}

/** How well groups explain the members: those that stand alone explain nothing. */
function explained(groups: readonly Member[][], total: number): number {
  const floor = total >= 8 ? 2 : 1;
  return groups.reduce((sum, group) => sum + (group.length >= floor ? group.length : 0), 0) / total;
}

/**
 * The columns of a table's figures, left to right: aligned right where that explains them, else left or centred, else
 * by overlap. Figures glued to a text that hardly ever align with others are left out: they belong to the text.
 * @param height the usual type size, in points
 * @param labels headings of money columns: what stands below one is a column, however little
 */
export function findColumns(
  amounts: readonly (PlacedAmount & { line: number; glued: boolean })[],
  height: number,
  labels: readonly HeaderLabel[],
): Column[] {
  if (amounts.length === 0) return [];
  const tolerance = height * 0.6;
  const edges = [
    (m: Member) => m.right,
    (m: Member) => m.outerRight,
    (m: Member) => m.x,
    (m: Member) => (m.x + m.right) / 2,
  ];
  let groups: Member[][] | null = null;
  for (const edge of edges) {
    const linked = link(amounts, edge, tolerance);
    if (explained(linked, amounts.length) < 0.9) continue;
    if (groups === null || linked.length < groups.length) groups = linked;
  }
  const settled = mergeTorn(groups ?? linkOverlaps(amounts));
  const lines = new Set(amounts.map((amount) => amount.line)).size;
  const kept = settled.filter((group) => {
    const place = extent(group);
    if (labels.some((label) => overlap(label, place) > 0)) return true;
    const glued = group.filter((member) => member.glued).length;
    return glued < group.length * 0.7 || group.length > Math.max(1, lines * 0.3);
  });
  return (kept.length > 0 ? kept : settled).map(extent).sort((a, b) => a.x - b.x);
}

/** The column that a figure stands in, or -1. */
export function columnOf(
  columns: readonly Column[],
  amount: { x: number; right: number },
  height: number,
): number {
  let best = -1;
  let most = 0;
  columns.forEach((column, index) => {
    const shared = overlap(column, amount);
    if (shared > most) {
      most = shared;
      best = index;
    }
  });
  if (best >= 0) return best;
  return columns.findIndex((column) => Math.abs(column.right - amount.right) <= height * 0.6);
}

const SKIP_COLUMN = 300;

function distance(column: Column, label: HeaderLabel): number {
  const shared = overlap(column, label);
  // A text below the table may end where a heading begins.
  if (shared > (column.right - column.x) * 0.4 || shared > (label.right - label.x) * 0.4) {
    return Math.min(Math.abs(column.right - label.right), Math.abs(column.x - label.x)) / 4;
  }
  const centre = Math.abs(column.x + column.right - label.x - label.right) / 2;
  return Math.min(Math.abs(column.right - label.right), Math.abs(column.x - label.x), centre);
}

/**
 * The header label of each column: both in order, no label twice, at the least distance in all. A header may stand
 * beside its figures, so order counts for more than place.
 */
export function matchLabels(columns: readonly Column[], header: Header): (HeaderLabel | null)[] {
  const labels = header.labels
    .filter((label) => label.role !== 'date' && label.role !== 'description')
    .sort((a, b) => a.x - b.x);
  // cost[i][j]: the least cost of placing the first i columns among the first j labels.
  const cost: number[][] = [new Array<number>(labels.length + 1).fill(0)];
  const choice: string[][] = [[]];
  columns.forEach((column, i) => {
    const row: number[] = [(cost[i]?.[0] ?? 0) + SKIP_COLUMN];
    const taken: string[] = ['skip'];
    labels.forEach((label, j) => {
      const options: [number, string][] = [
        [(cost[i]?.[j] ?? 0) + distance(column, label), 'take'],
        [row[j] ?? Number.POSITIVE_INFINITY, 'pass'],
        [(cost[i]?.[j + 1] ?? 0) + SKIP_COLUMN, 'skip'],
      ];
      const [least] = options.sort((a, b) => a[0] - b[0]);
      row.push(least?.[0] ?? 0);
      taken.push(least?.[1] ?? 'skip');
    });
    cost.push(row);
    choice.push(taken);
  });
  const matched = new Array<HeaderLabel | null>(columns.length).fill(null);
  let [i, j] = [columns.length, labels.length];
  while (i > 0) {
    const step = j === 0 ? 'skip' : choice[i]?.[j];
    if (step === 'take') matched[i - 1] = labels[j - 1] ?? null;
    if (step !== 'pass') i -= 1;
    if (step !== 'skip') j -= 1;
  }
  return matched;
}

/**
 * Which column of the main layout each of a block's columns is: by place, else all moved by one shift (a page whose
 * table stands further left or right), else -1 for a column of its own.
 * @param shiftHint how far the block's dates stand from the main layout's
 */
export function alignColumns(
  main: readonly Column[],
  block: readonly Column[],
  height: number,
  shiftHint: number,
): number[] {
  const match = (shift: number): number[] => {
    const taken = new Set<number>();
    return block.map((column) => {
      const moved = { x: column.x + shift, right: column.right + shift };
      const index = main.findIndex((at, candidate) => {
        if (taken.has(candidate)) return false;
        if (Math.abs(at.right - moved.right) <= height * 0.6) return true;
        return overlap(at, moved) >= Math.min(at.right - at.x, moved.right - moved.x) * 0.5;
      });
      if (index >= 0) taken.add(index);
      return index;
    });
  };
  const complete = (found: readonly number[]): boolean => found.every((index) => index >= 0);
  const plain = match(0);
  if (complete(plain)) return plain;
  const shifts = main.flatMap((at) => block.map((column) => at.right - column.right));
  const hinted = match(shiftHint);
  if (shiftHint !== 0 && complete(hinted)) return hinted;
  for (const shift of shifts.sort((a, b) => Math.abs(a) - Math.abs(b))) {
    const moved = match(shift);
    if (complete(moved)) return moved;
  }
  return plain;
}
