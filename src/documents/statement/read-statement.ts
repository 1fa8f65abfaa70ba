import type { Currency } from '../../domain/money.js';
import type { DocumentLine } from '../layout/lines.js';
import type { LayoutAdvice, PageText } from '../ports.js';
import type {
  AccountReading,
  DocumentKind,
  FailedReading,
  Problem,
  StatementReading,
  Verdict,
} from '../reading.js';
import { readAccount } from './account.js';
import { type AccountEvidence, accountEvidence } from './account-evidence.js';
import { type DocumentConvention, findConvention } from './convention.js';
import { currencyStretches, type Stretch } from './currencies.js';
import { leadingDate } from './dating.js';
import { findFurniture, isPageMark } from './furniture.js';
import { separateGroups } from './groups.js';
import { findHeaders } from './headers.js';
import { markDatesUnder, markLines } from './mark.js';
import type { MarkedLine } from './model.js';
import { withoutPending } from './pending.js';
import { rowKey } from './repeated-lists.js';
import { findSegments } from './segments.js';

export interface ReadStatementOptions {
  /** What the user or the kind's recognition says: it settles card or account where the words are even. */
  readonly hint?: DocumentKind;
  /** The language model's pointers into the lines, where rules alone did not settle the layout. */
  readonly advice?: LayoutAdvice;
}

function worst(verdicts: readonly AccountReading['verdict'][]): Exclude<Verdict, 'failed'> {
  if (verdicts.includes('discrepancy')) return 'discrepancy';
  return verdicts.includes('unverifiable') ? 'unverifiable' : 'verified';
}

/** The first page's lines by their height: boxes beside the text come in front of it otherwise. */
function fromTheTop(lines: readonly DocumentLine[]): DocumentLine[] {
  return lines.filter((line) => line.page === lines[0]?.page).sort((a, b) => a.y - b.y);
}

/** The bank's name: the first line that names nothing else. */
function issuerOf(lines: readonly DocumentLine[]): string | null {
  for (const line of fromTheTop(lines).slice(0, 12)) {
    const [cell] = line.cells;
    if (
      cell &&
      !isPageMark(cell.text) &&
      /\p{L}{3}/u.test(cell.text) &&
      !/\d{2}|:/.test(cell.text) &&
      cell.text.length <= 60
    )
      return cell.text;
  }
  return null;
}

/** Legal text of more words than this speaks of cards and deposits alike. */
const MOST_WORDS = 14;

/** The text outside the tables: what was bought says nothing of the account. */
function wordsAround(lines: readonly MarkedLine[]): string {
  const rows = new Map<number, { first: number; last: number }>();
  const money = lines.filter((line) => line.dates.length > 0 && line.amounts.some((amount) => amount.strong));
  const led = money.filter((line) => leadingDate(line) !== null);
  for (const line of led.length > 1 ? led : money) {
    const { page } = line.line;
    rows.set(page, { first: rows.get(page)?.first ?? line.index, last: line.index });
  }
  const around = lines.filter((line) => {
    const table = rows.get(line.line.page);
    const outside = !table || line.index < table.first || line.index > table.last;
    return outside && line.line.words.length <= MOST_WORDS;
  });
  return around.map((line) => line.line.text).join('\n');
}

function failed(kind: DocumentKind | null, problem: Problem): FailedReading {
  return { verdict: 'failed', kind, proofs: [], problems: [problem] };
}

function monthFirst(currency: Currency): boolean {
  return currency === 'USD';
}

/** The whole document, as its parts in several currencies see it. */
interface Whole {
  readonly lines: readonly DocumentLine[];
  readonly evidence: AccountEvidence;
  readonly ocr: boolean;
  readonly options: ReadStatementOptions;
}

/** Lines as one convention marks them, with their tables taken apart. */
function mark(lines: readonly DocumentLine[], convention: DocumentConvention, from: number) {
  const bare = markLines(lines, convention, from);
  const printed = findHeaders(bare);
  const marked = markDatesUnder(bare, printed);
  const furniture = findFurniture(marked, printed);
  const { lines: parted, headers } = separateGroups(marked, printed);
  const separated = withoutPending(parted, headers);
  return { marked, separated, headers, furniture, segments: findSegments(separated, headers) };
}

type Marked = ReturnType<typeof mark>;

function readSegments(
  part: Marked,
  documentLines: readonly MarkedLine[],
  convention: DocumentConvention,
  currencyTold: boolean,
  { evidence, ocr, options }: Whole,
): AccountReading[] {
  const listed: string[] = [];
  return part.segments.flatMap((segment) => {
    const found = readAccount(segment, {
      documentLines,
      headers: part.headers,
      furniture: part.furniture,
      convention,
      currencyTold,
      evidence,
      monthFirst: monthFirst(convention.currency),
      ocr,
      advice: options.advice,
      listed,
    });
    listed.push(...found.flatMap((account) => account.rows.map(rowKey)));
    return found;
  });
}

/** A stretch in a currency of its own is read by its own habits: decimals, and the country that a shared sign tells. */
function readStretch(
  stretch: Stretch,
  others: readonly Stretch[],
  whole: Whole,
  marked: Marked,
): AccountReading[] {
  const { from, to, currency } = stretch;
  const lines = whole.lines.slice(from, to);
  const told = currency === 'shared' ? null : (currency ?? 'XXX');
  const convention = findConvention(lines, told);
  // A shared sign can't be that of another account's currency, which has a sign of its own.
  const taken = told === null && others.some((other) => other.currency === convention.currency);
  const part = mark(lines, convention, from);
  const around = marked.separated.filter((line) => line.index < from || line.index >= to);
  return readSegments(part, [...part.separated, ...around], convention, currency !== null && !taken, whole);
}

/** The accounts of a document, each in its own currency. */
function readAccounts(whole: Whole, marked: Marked, convention: DocumentConvention): AccountReading[] {
  const stretches = currencyStretches(
    marked.segments.map((segment) => segment.lines),
    marked.headers,
    convention,
  );
  if (stretches.length === 0) return readSegments(marked, marked.separated, convention, true, whole);
  return stretches.flatMap((stretch) => readStretch(stretch, stretches, whole, marked));
}

/**
 * Reads a bank or card statement of any layout: finds its tables and what their columns mean, lets the printed
 * balances and totals decide between hypotheses, and says what was proved. Never throws for what the text holds.
 * @param lines the document's lines, from `assembleLines`
 * @param pages the pages they came from
 */
export function readStatement(
  lines: readonly DocumentLine[],
  pages: readonly PageText[],
  options: ReadStatementOptions = {},
): StatementReading | FailedReading {
  const kind = options.hint === 'credit_card_statement' ? 'credit_card_statement' : 'bank_statement';
  if (lines.length === 0) {
    return failed(null, { code: 'NO_TEXT', message: 'The document holds no text that can be read.' });
  }
  const convention = findConvention(lines);
  const marked = mark(lines, convention, 0);
  const evidence = accountEvidence(wordsAround(marked.marked), options.hint);
  const ocr = pages.some((page) => page.origin === 'ocr');
  const told = readAccounts({ lines, evidence, ocr, options }, marked, convention).filter(
    (account) =>
      account.rows.length > 0 ||
      account.openingBalance !== null ||
      account.closingBalance !== null ||
      account.problems.some((problem) => problem.code === 'AMOUNT_UNREADABLE'),
  );
  if (told.length === 0) {
    const message = 'No transactions and no balances were found in this document.';
    return failed(options.hint ?? kind, { code: 'NO_TRANSACTIONS', message });
  }
  const readable = told.some((account) => account.rows.length > 0)
    ? told.filter(isSubstantial)
    : told.slice(0, 1);
  const card =
    readable.some((account) => account.balanceMeaning === 'owed') || evidence.card > evidence.account;
  return {
    kind: card ? 'credit_card_statement' : 'bank_statement',
    issuer: issuerOf(lines),
    accounts: readable,
    verdict: worst(readable.map((account) => account.verdict)),
    proofs: readable.flatMap((account) => account.proofs),
    problems: readable.flatMap((account) => account.problems),
  };
}

/** An account without rows beside others is a summary of them, unless a figure of it could not be read. */
function isSubstantial(account: AccountReading): boolean {
  return account.rows.length > 0 || account.problems.some((problem) => problem.code === 'AMOUNT_UNREADABLE');
}
