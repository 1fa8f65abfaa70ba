import { findPeriod } from '../layout/periods.js';
import { type Carried, currencyOfFigures, currencyOfTitle } from './currencies.js';
import { hasStrong, leadingDate } from './dating.js';
import { listsBalancesOnly } from './headers.js';
import type { Header, MarkedLine } from './model.js';
import { balanceKindOf } from './vocabulary.js';

/** One account's stretch of the document. */
export interface Segment {
  readonly lines: readonly MarkedLine[];
  /** The last digits of its account number, where printed. */
  readonly numberEnding: string | null;
  readonly label: string | null;
}

const numbered =
  /(?:\b(?:account|acct\.?|a\/c|card|loan|konto|rekening|compte|cuenta|conto|conta|rachun\w+|tili|konto-?)[ -]?(?:number|num\.?|no\.?|nr\.?|n°|#|nummer|numéro|número|numero|ending(?: in)?|:)+|\bIBAN\b|kontonummer|kontonr\.?|rekeningnummer|n° de compte|口座番号|账号)[\s:.#]*([A-Z]{0,2}[\d*xX•#][\d*xX•#\s./-]{2,34}\d)/iu;
const masked = /(?:[*xX•]{2,}[\s-]?)+(\d{3,6})\b/u;
const titled =
  /\b(?:account|checking|savings|konto|compte|cuenta|conta|conto)[^\d]{0,12}[-–—#.…*]\s?(\d{3,6})$/iu;
const periodWords =
  /\b(?:period|statement|from|between|zeitraum|du|periodo|período|dal|van|okres|for|covering|dates?)\b/iu;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

const isRow = (line: MarkedLine): boolean =>
  leadingDate(line) !== null && line.amounts.some((amount) => amount.strong);

/** The account number that a line states, by its last digits; rows and the texts below them name others'. */
function accountNumber(line: MarkedLine, before: MarkedLine | undefined): string | null {
  if (isRow(line) || line.amounts.some((amount) => amount.strong)) return null;
  const close =
    before && before.line.page === line.line.page && line.line.y - before.line.y < line.line.height * 2.5;
  if (close && before.amounts.some((amount) => amount.strong) && !numbered.test(line.line.text)) return null;
  const { text } = line.line;
  if (!/\d/.test(text)) return null;
  const match =
    numbered.exec(text) ??
    (text.length < 60 && !line.amounts.some((amount) => amount.strong) ? titled.exec(text) : null) ??
    (text.length < 90 && /account|konto|compte|cuenta|checking|savings|ending in/iu.test(text)
      ? masked.exec(text)
      : null);
  const digits = digitsOf(match?.[1] ?? '');
  return digits.length >= 3 ? digits.slice(-4) : null;
}

function periodKey(line: MarkedLine): string | null {
  if (line.dates.length < 2 || isRow(line) || !periodWords.test(line.line.text)) return null;
  const period = findPeriod(line.line.text);
  return period ? `${period.start.text}|${period.end.text}` : null;
}

interface State {
  number: string | null;
  period: string | null;
  opening: number | null;
  currency: Carried;
  lastBalance: number | null;
  rows: number;
  /** Headings, or figures that are no row's, stand between the last row and here. */
  apart: boolean;
}

function fresh(): State {
  return {
    number: null,
    period: null,
    opening: null,
    currency: null,
    lastBalance: null,
    rows: 0,
    apart: true,
  };
}

interface Told {
  readonly number: string | null;
  readonly period: string | null;
  readonly opening: number | null;
  readonly currency: Carried;
}

/** Whether a line begins another account or another statement, by what has been seen since the last beginning. */
function begins(state: State, { number, period, opening, currency }: Told): boolean {
  if (state.rows === 0) return false;
  if (currency !== null && state.currency !== null && currency !== state.currency && state.apart) return true;
  if (number !== null && state.number !== null && number !== state.number) return true;
  if (period !== null && state.period !== null && period !== state.period) return true;
  const repeats = opening !== null && (opening === state.opening || opening === state.lastBalance);
  return opening !== null && state.opening !== null && !repeats;
}

/** A beginning takes along the headings right above it. */
function stepBack(lines: readonly MarkedLine[], at: number, from: number): number {
  let start = at;
  while (start > from) {
    const before = lines[start - 1];
    if (
      !before ||
      before.line.page !== lines[at]?.line.page ||
      before.amounts.some((amount) => amount.strong)
    )
      break;
    start -= 1;
  }
  return start;
}

/** What a line says of the account that it belongs to. */
function toldBy(
  lines: readonly MarkedLine[],
  at: number,
  starts: ReadonlySet<number>,
): Told & { balance: boolean } {
  const line = lines[at];
  if (!line) return { number: null, period: null, opening: null, currency: null, balance: false };
  const [amount] = line.amounts.filter((each) => each.strong);
  const before = line.line.words.slice(0, amount?.from ?? 0);
  const kind = amount ? balanceKindOf(before.map((word) => word.text).join(' ')) : null;
  return {
    number: accountNumber(line, lines[at - 1]),
    period: periodKey(line),
    opening: kind === 'opening' && amount ? amount.amount.magnitude : null,
    currency: currencyOfFigures(line) ?? currencyOfTitle(lines, at, starts),
    balance: kind !== null,
  };
}

/** Parts a document by its accounts and statements: another number, period, currency, or opening balance. */
export function findSegments(lines: readonly MarkedLine[], headers: readonly Header[]): Segment[] {
  const starts: number[] = [0];
  const numbers: (string | null)[] = [];
  const headed = new Set(headers.map((header) => header.from));
  let state = fresh();
  lines.forEach((line, index) => {
    const told = toldBy(lines, index, headed);
    const row = isRow(line) && !told.balance;
    state.apart ||=
      headed.has(line.index) || (hasStrong(line) && !row) || (!hasStrong(line) && told.currency !== null);
    if (begins(state, told)) {
      numbers.push(state.number);
      starts.push(stepBack(lines, index, starts.at(-1) ?? 0));
      state = fresh();
    }
    state.number ??= told.number;
    state.period ??= told.period;
    state.opening ??= told.opening;
    state.currency ??= told.currency;
    if (row) {
      state.rows += 1;
      state.apart = false;
    }
    // A balance may follow its row on a line of its own, before the next page repeats it.
    state.lastBalance =
      line.amounts.filter((each) => each.strong).at(-1)?.amount.magnitude ?? state.lastBalance;
  });
  numbers.push(state.number);
  return joinStatements(
    lines,
    starts,
    numbers,
    new Set(headers.filter(hasBalance).map((header) => header.from)),
  );
}

/** A list of balances by day belongs to the account above it. */
const hasBalance = (header: Header): boolean =>
  header.labels.some((label) => label.role === 'balance') && !listsBalancesOnly(header);

/** True where lines name a balance of their own, or a table with running balances: an account, not a card's share. */
function standsAlone(lines: readonly MarkedLine[], balanceHeaders: ReadonlySet<number>): boolean {
  return lines.some((line) => {
    if (balanceHeaders.has(line.index)) return true;
    const [amount] = line.amounts.filter((each) => each.strong);
    if (!amount) return false;
    const before = line.line.words.slice(0, amount.from);
    return balanceKindOf(before.map((word) => word.text).join(' ')) !== null;
  });
}

/** Stretches without any balance of their own (each card of a family, each kind of fee) stay with the one before. */
function joinStatements(
  lines: readonly MarkedLine[],
  starts: readonly number[],
  numbers: readonly (string | null)[],
  balanceHeaders: ReadonlySet<number>,
): Segment[] {
  const known = numbers.find((number) => number !== null) ?? null;
  const parts: { lines: MarkedLine[]; number: string | null }[] = [];
  starts.forEach((start, index) => {
    const own = lines.slice(start, starts[index + 1] ?? lines.length);
    const last = parts.at(-1);
    if (last && !standsAlone(own, balanceHeaders)) last.lines.push(...own);
    else parts.push({ lines: own, number: numbers[index] ?? known });
  });
  return parts.map((part) => ({ lines: part.lines, numberEnding: part.number, label: labelOf(part.lines) }));
}

const accountName =
  /\b(?:(?:[A-Z][\p{L}'&-]+ ){0,3}(?:checking|chequing|savings|current|everyday|cheque|money market|credit card|visa|mastercard)(?: account)?)\b/iu;

/** What the segment calls its account. */
function labelOf(lines: readonly MarkedLine[]): string | null {
  // Boxes beside the text stand in front of it: what stands highest speaks first.
  const head = [...lines.slice(0, 30)].sort((a, b) => a.line.page - b.line.page || a.line.y - b.line.y);
  for (const line of head) {
    if (isRow(line) || line.line.text.length > 90) continue;
    const match = accountName.exec(line.line.text);
    if (match) return match[0].trim();
  }
  return null;
}
