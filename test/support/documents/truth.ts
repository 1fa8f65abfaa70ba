import { isNumericFormat, swapDayAndMonth } from './dates.js';
import { toMajor } from './figures.js';
import type { Book, Figure, FigureRole, Pen, PrintedDate } from './pen.js';

export type Verdict = 'verified' | 'discrepancy' | 'unverifiable' | 'failed';

/** What every truth file says of how its document was made. */
export interface Making {
  readonly layout: string;
  readonly family: string;
  readonly era: 'before' | 'after';
  readonly seed: number;
  readonly traits: readonly string[];
}

export interface TransactionTruth {
  readonly date: string | null;
  readonly description: string;
  readonly amount: number;
  readonly balance?: number;
}

export interface AccountTruth {
  readonly currency: string;
  readonly opening_balance: number | null;
  readonly closing_balance: number | null;
  readonly balance_meaning: string;
  readonly total_in: number;
  readonly total_out: number;
  readonly printed_total_in?: number;
  readonly printed_total_out?: number;
  readonly transaction_count: number;
  readonly rows_reconcile_with_printed_balances: boolean | null;
  readonly period_start?: string;
  readonly period_end?: string;
  readonly transactions: readonly TransactionTruth[];
}

export interface StatementTruth extends AccountTruth {
  readonly kind: 'bank_statement' | 'credit_card_statement';
  readonly truth_source: 'generator';
  /** Present where the file holds several. */
  readonly accounts?: readonly AccountTruth[];
  readonly expected_verdict: Verdict;
  /** Other verdicts that would be honest, though not the one expected. */
  readonly also_acceptable: readonly Verdict[];
  /** Day and month can be exchanged in every date: rows may be read either way. */
  readonly dates_ambiguous: boolean;
  /** The figure that was altered, in major units. */
  readonly corrupted?: {
    readonly role: FigureRole;
    readonly row: number | null;
    readonly was: number;
    readonly printed: number;
  };
  readonly making: Making;
}

const HELD = 'money held; closing = opening + total_in - total_out';
const OWED = 'amount owed (positive = owed); closing = opening - total_in + total_out';

/** What a layout says of its truth beyond the figures it prints. */
interface Manner {
  readonly card: boolean;
  readonly consecutive: boolean;
  readonly currencyShown: boolean;
  readonly described: (lines: readonly string[]) => string;
}

interface Facts {
  readonly verdict: Verdict;
  readonly also: readonly Verdict[];
  readonly reconciles: boolean | null;
  readonly ambiguous: boolean;
}

/** What the paper proves about one account: from which figures and dates were printed, and which of them was altered. */
function factsOf(book: Book, account: number, pen: Pen): Facts {
  const own = pen.figures.filter((figure) => figure.account === account);
  const has = (role: FigureRole) => own.some((figure) => figure.role === role);
  const opening = has('opening');
  const closing = has('closing');
  const totals = has('total-in') && has('total-out');
  const chained = book.entries.every((entry) =>
    own.some((figure) => figure.role === 'row-balance' && figure.row === entry.index),
  );
  const anyBalance = has('row-balance') || has('daily-balance') || has('carried');
  const summed = (row: number | null) =>
    totals || (row !== null && has('section-total')) || (opening && closing);
  const contradicts = own.some(
    (figure) =>
      figure.printed !== figure.minor &&
      isChecked(figure, { opening, closing, anyBalance, summed: summed(figure.row), own }),
  );
  const dated = ambiguity(pen.dates.filter((date) => date.account === account));
  const reconciles = contradicts ? false : opening && (closing || chained) ? true : null;
  if (contradicts) return { verdict: 'discrepancy', also: [], reconciles, ambiguous: dated !== 'none' };
  const yearless = !pen.dates.some((date) => /YY/.test(date.format));
  if (book.entries.length === 0)
    return { verdict: 'unverifiable', also: ['failed', 'verified'], reconciles, ambiguous: false };
  if (yearless || dated === 'all')
    return { verdict: 'unverifiable', also: [], reconciles, ambiguous: dated !== 'none' };
  if (opening && closing)
    return {
      verdict: 'verified',
      also: dated === 'rows' ? ['unverifiable'] : [],
      reconciles,
      ambiguous: dated !== 'none',
    };
  const anchored = totals || (opening && chained);
  return {
    verdict: 'unverifiable',
    also: anchored ? ['verified'] : [],
    reconciles,
    ambiguous: dated !== 'none',
  };
}

interface Proofs {
  readonly opening: boolean;
  readonly closing: boolean;
  readonly anyBalance: boolean;
  readonly summed: boolean;
  readonly own: readonly Figure[];
}

/** Whether some other figure on the paper contradicts an altered one. */
function isChecked(figure: Figure, proofs: Proofs): boolean {
  const again = proofs.own.some(
    (other) =>
      other !== figure &&
      other.role === figure.role &&
      other.row === figure.row &&
      other.minor === figure.minor,
  );
  switch (figure.role) {
    case 'row':
      return (
        proofs.summed ||
        proofs.own.some((other) => other.role === 'row-balance' && other.row === figure.row) ||
        proofs.own.some((other) => other.role === 'daily-balance')
      );
    case 'opening':
      return proofs.closing || proofs.anyBalance || again;
    case 'closing':
      return proofs.opening || proofs.anyBalance || again;
    case 'row-balance':
    case 'daily-balance':
    case 'carried':
    case 'section-total':
    case 'total-in':
    case 'total-out':
    case 'part':
      return true;
    default:
      return false;
  }
}

/** Whether day and month could be exchanged: in all dates, in rows and period only (some other date tells), or not. */
function ambiguity(dates: readonly PrintedDate[]): 'none' | 'rows' | 'all' {
  const rows = dates.filter((date) => date.role === 'row');
  if (rows.length === 0 || !rows.every((date) => isNumericFormat(date.format))) return 'none';
  const swapped = (date: PrintedDate) =>
    isNumericFormat(date.format) ? swapDayAndMonth(date.iso) : date.iso;
  const turned = rows.map(swapped);
  if (turned.some((date) => date === null)) return 'none';
  const read = turned.filter((date) => date !== null);
  if (read.every((date, index) => date === rows[index]?.iso)) return 'none';
  if (
    !staysInOrder(
      rows.map((date) => date.iso),
      read,
    )
  )
    return 'none';
  const bounds = dates.filter((date) => date.role === 'period').map(swapped);
  if (bounds.some((date) => date === null)) return 'none';
  const known = bounds.filter((date) => date !== null).sort();
  const [first] = known;
  const last = known.at(-1);
  if (first && last && read.some((date) => date < first || date > last)) return 'none';
  return dates.some(
    (date) => date.role === 'other' && isNumericFormat(date.format) && swapDayAndMonth(date.iso) === null,
  )
    ? 'rows'
    : 'all';
}

/** Whether dates, read otherwise, are still in order wherever the true ones are (a new section may begin earlier again). */
function staysInOrder(real: readonly string[], read: readonly string[]): boolean {
  const newestFirst = real.every((date, index) => index === 0 || date <= (real[index - 1] ?? ''));
  const [told, other] = newestFirst ? [[...real].reverse(), [...read].reverse()] : [real, read];
  return told.every(
    (date, index) =>
      index === 0 || date < (told[index - 1] ?? '') || (other[index] ?? '') >= (other[index - 1] ?? ''),
  );
}

/** The date as the truth file has it: without its year where the paper prints none. */
const asPrinted = (iso: string, pen: Pen) =>
  pen.dates.some((date) => /YY/.test(date.format)) ? iso : iso.slice(5);

function transactions(book: Book, account: number, pen: Pen, how: Manner): TransactionTruth[] {
  const { exponent } = book.account;
  return book.entries.map((entry) => {
    const printed = (role: FigureRole) =>
      pen.figures.find(
        (figure) => figure.account === account && figure.role === role && figure.row === entry.index,
      );
    const amount = printed('row');
    if (!amount) throw new Error(`row ${entry.index} of account ${account} was never printed`);
    const balance = printed('row-balance');
    const size = Math.abs(amount.printed);
    return {
      date: pen.dates.some((date) => date.role === 'row' && date.account === account)
        ? asPrinted(entry.movement.date, pen)
        : null,
      description: how.described(entry.movement.lines),
      amount: toMajor(entry.movement.amount < 0 ? -size : size, exponent),
      ...(balance ? { balance: toMajor(balance.printed, exponent) } : {}),
    };
  });
}

function accountTruth(book: Book, account: number, pen: Pen, facts: Facts, how: Manner): AccountTruth {
  const { exponent } = book.account;
  const rows = transactions(book, account, pen, how);
  const unit = 10 ** exponent;
  const total = (sign: number) =>
    rows.reduce((sum, row) => sum + Math.max(0, sign * Math.round(row.amount * unit)), 0);
  const figure = (role: FigureRole) => {
    const found = pen.figures.find((each) => each.account === account && each.role === role);
    return found ? toMajor(found.printed, exponent) : null;
  };
  const size = (role: FigureRole) => {
    const found = figure(role);
    return found === null ? null : Math.abs(found);
  };
  const [printedIn, printedOut] = [size('total-in'), size('total-out')];
  const dated = pen.dates.some((date) => date.account === account && date.role === 'period');
  return {
    currency: how.currencyShown ? book.account.currency : 'XXX',
    opening_balance: figure('opening'),
    closing_balance: figure('closing'),
    balance_meaning: book.account.owed ? OWED : HELD,
    total_in: toMajor(total(1), exponent),
    total_out: toMajor(total(-1), exponent),
    ...(printedIn === null ? {} : { printed_total_in: printedIn }),
    ...(printedOut === null ? {} : { printed_total_out: printedOut }),
    transaction_count: rows.length,
    rows_reconcile_with_printed_balances: facts.reconciles,
    ...(dated
      ? { period_start: asPrinted(book.account.from, pen), period_end: asPrinted(book.account.to, pen) }
      : {}),
    transactions: rows,
  };
}

const WORST: readonly Verdict[] = ['discrepancy', 'unverifiable', 'verified'];

/** The truth of a statement file, from what its pen printed. `consecutive` accounts are one account over several periods. */
export function statementTruth(
  books: readonly Book[],
  pen: Pen,
  making: Making,
  how: Manner,
): StatementTruth {
  const facts = books.map((book, index) => factsOf(book, index, pen));
  const accounts = books.map((book, index) =>
    accountTruth(book, index, pen, facts[index] ?? factsOf(book, index, pen), how),
  );
  const [first] = accounts;
  const last = accounts.at(-1);
  if (!first || !last) throw new Error('a statement needs an account');
  const verdict = WORST.find((each) => facts.some((fact) => fact.verdict === each)) ?? 'unverifiable';
  const also = facts
    .flatMap((fact) => fact.also)
    .filter(
      (each) => each !== verdict && facts.every((fact) => fact.verdict === each || fact.also.includes(each)),
    );
  const altered = pen.figures.find((figure) => figure.printed !== figure.minor);
  const exponent = books[0]?.account.exponent ?? 2;
  return {
    kind: how.card ? 'credit_card_statement' : 'bank_statement',
    ...(accounts.length === 1 ? first : combined(accounts, how.consecutive)),
    truth_source: 'generator',
    ...(accounts.length > 1 ? { accounts } : {}),
    expected_verdict: verdict,
    also_acceptable: [...new Set(also)],
    dates_ambiguous: facts.some((fact) => fact.ambiguous),
    ...(altered
      ? {
          corrupted: {
            role: altered.role,
            row: altered.row,
            was: toMajor(altered.minor, exponent),
            printed: toMajor(altered.printed, exponent),
          },
        }
      : {}),
    making,
  };
}

function combined(accounts: readonly AccountTruth[], consecutive: boolean): AccountTruth {
  const [first] = accounts;
  const last = accounts.at(-1);
  if (!first || !last) throw new Error('a statement needs an account');
  const total = (pick: (account: AccountTruth) => number) =>
    Number(accounts.reduce((sum, account) => sum + pick(account), 0).toFixed(3));
  const states = accounts.map((account) => account.rows_reconcile_with_printed_balances);
  return {
    currency: first.currency,
    opening_balance: consecutive ? first.opening_balance : null,
    closing_balance: consecutive ? last.closing_balance : null,
    balance_meaning: first.balance_meaning,
    total_in: total((account) => account.total_in),
    total_out: total((account) => account.total_out),
    transaction_count: total((account) => account.transaction_count),
    rows_reconcile_with_printed_balances: states.includes(false)
      ? false
      : states.includes(null)
        ? null
        : true,
    ...(first.period_start ? { period_start: first.period_start } : {}),
    ...(last.period_end ? { period_end: last.period_end } : {}),
    transactions: accounts.flatMap((account) => account.transactions),
  };
}
