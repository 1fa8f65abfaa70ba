import type { Chain } from './chain.js';
import type { SummaryFigure } from './model.js';
import { balanceValue } from './signs.js';

/** A printed balance taken for one end of the statement. */
export interface End {
  readonly figure: SummaryFigure;
  readonly value: number;
}

export interface Ends {
  readonly opening: End | null;
  readonly closing: End | null;
  /** Opening and everything that moved give the closing balance as printed. */
  readonly hold: boolean;
  /** The first and last running balance agree with the ends; true where none is printed. */
  readonly openingLinks: boolean;
  readonly closingLinks: boolean;
}

const openingKinds: ReadonlySet<SummaryFigure['kind']> = new Set(['opening', 'brought-forward', 'dated']);
const closingKinds: ReadonlySet<SummaryFigure['kind']> = new Set(['closing', 'carried-forward', 'dated']);

/** A statement that names its balance on every page has many; the first and last ones are its ends. */
const MOST_CANDIDATES = 8;

/** Balances that follow one from the other tell the order of time. */
const FEWEST_IN_ORDER = 3;

function rank(figure: SummaryFigure): number {
  if (figure.kind === 'opening' || figure.kind === 'closing') return 0;
  return figure.kind === 'dated' ? 1 : 2;
}

/** Candidates for one end, the plainest label first; carried lines and dated balances only where no label says more. */
function candidates(
  figures: readonly SummaryFigure[],
  kinds: ReadonlySet<SummaryFigure['kind']>,
  owed: boolean,
): End[] {
  return figures
    .filter((figure) => kinds.has(figure.kind))
    .map((figure) => ({ figure, value: balanceValue(figure.amount, owed) }))
    .sort((a, b) => rank(a.figure) - rank(b.figure))
    .filter((_, index, all) => index < MOST_CANDIDATES || index >= all.length - MOST_CANDIDATES);
}

/** The day that a figure's line names, as a number that sorts; null where it names none. */
function dayOf(figure: SummaryFigure): number | null {
  const reading = figure.line.dates[0]?.token.readings[0];
  return reading && reading.year !== null ? reading.year * 10_000 + reading.month * 100 + reading.day : null;
}

/** Two balances that only their days or places tell apart must be taken in the order of time. */
function inOrder(opening: SummaryFigure, closing: SummaryFigure, descending: boolean): boolean {
  if (opening.line === closing.line && opening.amount === closing.amount) return false;
  // Carried on from page to page, or a day's: only its place tells which end it is.
  if (opening.kind === 'opening' || closing.kind !== 'dated') return true;
  const [from, to] = [dayOf(opening), dayOf(closing)];
  if (from !== null && to !== null && from !== to) return from < to;
  return descending ? opening.line.index >= closing.line.index : opening.line.index <= closing.line.index;
}

/** Where a balance among the rows stands in the order of time: in front of all that moves, behind it, or in between. */
export type Place = 'before' | 'between' | 'after';

/**
 * Chooses the printed balances for both ends: the pair that the movements join, else the ones that the running
 * balances confirm, else the plainest labels. Only labelled balances count, never a mere running balance.
 * @param placeOf the place of a balance that the table lists, null for one around it
 */
export function chooseEnds(
  figures: readonly SummaryFigure[],
  chain: Chain,
  owed: boolean,
  descending: boolean,
  placeOf: (figure: SummaryFigure) => Place | null,
): Ends {
  const links = (end: End | null, at: 'opening' | 'closing'): boolean => {
    if (!end || chain.firstBalance === null || chain.lastBalance === null) return true;
    return at === 'opening'
      ? end.value + chain.headSum === chain.firstBalance
      : chain.lastBalance + chain.tailSum === end.value;
  };
  const ordered = chain.held >= FEWEST_IN_ORDER && chain.broken.length === 0;
  // A day's balance in the run of rows is an end only where the running balances say so.
  const atEnd = (end: End, at: 'opening' | 'closing'): boolean => {
    const place = end.figure.kind === 'dated' ? placeOf(end.figure) : null;
    const other = place === 'between' || (ordered && place === (at === 'opening' ? 'after' : 'before'));
    return !other || links(end, at);
  };
  const openings = candidates(figures, openingKinds, owed).filter((end) => atEnd(end, 'opening'));
  const closings = candidates(figures, closingKinds, owed).filter((end) => atEnd(end, 'closing'));
  let best: Ends | null = null;
  let bestScore = -1;
  for (const opening of openings.length > 0 ? openings : [null]) {
    for (const closing of closings.length > 0 ? closings : [null]) {
      if (opening && closing && !inOrder(opening.figure, closing.figure, descending)) continue;
      const hold = opening !== null && closing !== null && opening.value + chain.total === closing.value;
      const openingLinks = links(opening, 'opening');
      const closingLinks = links(closing, 'closing');
      const score = (hold ? 8 : 0) + (openingLinks ? 2 : 0) + (closingLinks ? 2 : 0);
      if (score > bestScore) {
        best = { opening, closing, hold, openingLinks, closingLinks };
        bestScore = score;
      }
    }
  }
  if (best) return best;
  // One balance that could be either end is the one that the running balances lead to.
  const closing = closings.find((end) => chain.lastBalance !== null && links(end, 'closing')) ?? null;
  const opening = closing
    ? null
    : (openings.find((end) => chain.firstBalance !== null && links(end, 'opening')) ?? null);
  return { opening, closing, hold: false, openingLinks: true, closingLinks: true };
}
