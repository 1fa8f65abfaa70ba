import { type Currency, exponentOf } from '../../domain/money.js';
import { currenciesNamed } from '../layout/currency.js';
import type { DocumentConvention } from './convention.js';
import { hasStrong, leadingDate } from './dating.js';
import type { Header, MarkedLine, PlacedAmount } from './model.js';
import type { TableReading } from './table-reading.js';
import { balanceKindOf } from './vocabulary.js';

/**
 * The currency that figures carry: its code, `shared` for a sign that several currencies share ($, kr), or null where
 * nothing stands with them.
 */
export type Carried = Currency | 'shared' | null;

const carriedBy = ({ amount }: PlacedAmount): Carried => amount.currency ?? (amount.marked ? 'shared' : null);

/** Figures side by side that make a box of sums. */
const FEWEST_IN_BOX = 3;

/**
 * The currency that all figures of a row with its balance, of a box or of a named balance carry. One figure alone, or
 * several that differ, may tell what a purchase abroad cost.
 */
export function currencyOfFigures(line: MarkedLine): Carried {
  const strong = line.amounts.filter((amount) => amount.strong);
  const [first] = strong;
  if (!first) return null;
  const carried = carriedBy(first);
  if (carried === null || strong.some((amount) => carriedBy(amount) !== carried)) return null;
  const before = line.line.words.slice(0, first.from).map((word) => word.text);
  if (balanceKindOf(before.join(' ')) !== null) return carried;
  const several = strong.length >= (leadingDate(line) ? 2 : FEWEST_IN_BOX);
  return several ? carried : null;
}

const accountWords =
  /\b(?:account|statement|wallet|balance|currency|konto\p{L}*|compte|cuenta|conto|conta|rekening|rachun\p{L}*|valuta|w[äa]hrung|devise|moneda|divisa|moeda|waluta|extracto|extrato|auszug|relev[ée]|saldo)/iu;
const LONGEST_TITLE = 80;
/** Lines below a title among which its table or its balances begin. */
const LINES_BELOW = 25;

/**
 * The currency that a line names for the account below it: "EUR Statement", "Currency: EUR". Only a title counts, with a
 * table or a named balance below it and no row before.
 */
export function currencyOfTitle(
  lines: readonly MarkedLine[],
  at: number,
  starts: ReadonlySet<number>,
): Currency | null {
  const line = lines[at];
  if (!line || hasStrong(line) || line.line.text.length > LONGEST_TITLE) return null;
  if (!accountWords.test(line.line.text)) return null;
  const [named, other] = currenciesNamed(line.line.text);
  if (named === undefined || other !== undefined) return null;
  for (const below of lines.slice(at + 1, at + 1 + LINES_BELOW)) {
    if (below.line.page !== line.line.page) return null;
    if (starts.has(below.index)) return named;
    if (hasStrong(below)) return currencyOfFigures(below) !== null || namesBalance(below) ? named : null;
  }
  return null;
}

function namesBalance(line: MarkedLine): boolean {
  const first = line.amounts.find((amount) => amount.strong);
  const before = line.line.words.slice(0, first?.from ?? 0);
  return balanceKindOf(before.map((word) => word.text).join(' ')) !== null;
}

/** A run of a document's lines in one currency. */
export interface Stretch {
  /** The first of its lines by index, and the first behind it. */
  readonly from: number;
  readonly to: number;
  /** What its figures or its title say; null where nothing tells, though other stretches name currencies. */
  readonly currency: Carried;
}

/** What most of a segment's figures carry, else what the one title above its rows names. */
function currencyOf(lines: readonly MarkedLine[], starts: ReadonlySet<number>): Carried {
  const votes = new Map<Exclude<Carried, null>, number>();
  for (const line of lines) {
    const carried = currencyOfFigures(line);
    if (carried !== null) votes.set(carried, (votes.get(carried) ?? 0) + 1);
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const titles = new Set(lines.flatMap((_, at) => currencyOfTitle(lines, at, starts) ?? []));
  const [only = null] = titles;
  return titles.size === 1 ? only : null;
}

/**
 * The stretches of a document whose accounts are kept in several currencies; empty where one currency holds for all.
 * @param segments the lines of each account, in the document's order
 * @param convention what the document as a whole looks like
 */
export function currencyStretches(
  segments: readonly (readonly MarkedLine[])[],
  headers: readonly Header[],
  convention: DocumentConvention,
): Stretch[] {
  const starts = new Set(headers.map((header) => header.from));
  const told = segments.map((lines) => currencyOf(lines, starts));
  const named = new Set(told.filter((currency) => currency !== null));
  const [only] = named;
  // A currency whose sign is shared is told by the document as a whole.
  if (only === undefined || (named.size === 1 && (only === 'shared' || only === convention.currency)))
    return [];
  // Figures without cents under the sign of a currency that has them, or the other way round: the sign misleads.
  if (named.size === 1 && exponentOf(only) !== convention.amounts.exponent) return [];
  const stretches: Stretch[] = [];
  segments.forEach((lines, index) => {
    const from = stretches.length === 0 ? 0 : Math.min(...lines.map((line) => line.index));
    const currency = named.size === 1 ? only : (told[index] ?? null);
    const before = stretches.at(-1);
    if (before && before.currency === currency) return;
    if (before) stretches[stretches.length - 1] = { ...before, to: from };
    stretches.push({ from, to: Number.POSITIVE_INFINITY, currency });
  });
  return stretches;
}

/** Whether no figure of a reading, of its rows or of its ends, carries another currency than the account's. */
export function carriesOnly(currency: Currency, { composed, interpretation }: TableReading): boolean {
  const { plan, ends, printedIn, printedOut } = interpretation;
  const columns = [plan.balance, plan.single, plan.debit, plan.credit].filter((column) => column >= 0);
  const cells = composed.items.flatMap((item) => columns.map((column) => item.cells[column]?.amount ?? null));
  const named = [ends.opening?.figure, ends.closing?.figure, printedIn, printedOut];
  return [...cells, ...named.map((figure) => figure?.amount ?? null)].every((amount) => {
    const carried = amount?.currency ?? null;
    return carried === null || currency === 'XXX' || carried === currency;
  });
}
