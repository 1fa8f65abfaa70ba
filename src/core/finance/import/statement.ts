import type { AccountReading, Problem, StatementReading } from '../../../documents/reading.js';
import { coveredDays } from '../../../domain/analysis/coverage.js';
import type { DateSpan } from '../../../domain/calendar.js';
import type { Question } from '../../../domain/figures.js';
import type { Currency } from '../../../domain/money.js';
import type { CoreContext } from '../../ports/context.js';
import type { Store } from '../../ports/database.js';
import type { ImportReport } from '../results.js';
import { accountKeys, accountLabel } from './account-key.js';
import { type DatedRows, dateRows } from './dates.js';
import { joinAccount } from './join-account.js';
import { knownCurrency } from './known-currency.js';
import { countMatchedSpends } from './matched-spends.js';

interface Input {
  readonly userId: string;
  readonly documentId: string;
  readonly reading: StatementReading;
  readonly store: Store;
  readonly year?: number;
}

type Context = Pick<CoreContext, 'ids' | 'settings'>;

/** Joins each account of a statement to what is known of it. */
export async function importStatement(context: Context, input: Input): Promise<ImportReport> {
  const { reading, store, userId } = input;
  const before = await store.finance.load(userId);
  const home = knownCurrency(context, before);
  const currencies = reading.accounts.map(({ currency }) => (currency === 'XXX' ? home.currency : currency));
  const joined = new Set(
    before.coverages.flatMap(({ documentId, accountId }) =>
      documentId === input.documentId ? accountId : [],
    ),
  );
  const known = await store.finance.listAccounts(userId);
  const keys = accountKeys(
    reading,
    currencies,
    known.map((account) => ({ ...account, joined: joined.has(account.id) })),
  );
  const accounts: ImportReport['accounts'][number][] = [];
  const transactionIds: string[] = [];
  const questions: Question[] = [];
  const spans: DateSpan[] = [];
  let skipped = 0;
  for (const [at, account] of reading.accounts.entries()) {
    const currency = currencies[at] ?? home.currency;
    const rows = dateRows(account, input.year);
    skipped += rows.yearless + rows.undated;
    questions.push(...questionsFor(account, rows, home.certain, currency, accountLabel(reading, account)));
    if (!rows.span) continue;
    spans.push(rows.span);
    const joined = await joinAccount(context, {
      ...input,
      account,
      accountKey: keys[at] ?? '',
      currency,
      rows,
      span: rows.span,
    });
    transactionIds.push(...joined.transactionIds);
    accounts.push({
      accountId: joined.accountId,
      label: accountLabel(reading, account),
      currency,
      rowsAdded: joined.added,
      rowsRecognised: joined.recognised,
    });
  }
  const added = accounts.reduce((sum, { rowsAdded }) => sum + rowsAdded, 0);
  const stored = await store.finance.load(userId);
  const covered = coveredDays(spans.map((span) => ({ accountId: '', documentId: input.documentId, span })));
  return {
    kind: reading.kind,
    verdict: reading.verdict,
    rowsAdded: added,
    rowsRecognised: accounts.reduce((sum, { rowsRecognised }) => sum + rowsRecognised, 0),
    rowsMerged: countMatchedSpends(stored, new Set(transactionIds)),
    rowsSkipped: skipped,
    accounts,
    period: together(spans),
    monthsCovered: covered.months,
    missingMonths: coveredDays(stored.coverages).missingMonths,
    transactionIds,
    problems: problemsOf(reading),
    questions: distinct(questions),
  };
}

function questionsFor(
  account: AccountReading,
  rows: DatedRows,
  currencyKnown: boolean,
  currency: Currency,
  label: string,
): Question[] {
  const questions: Question[] = [];
  if (rows.yearless > 0) {
    questions.push({ code: 'YEAR', message: `${label} prints no year. Which year is it from?` });
  }
  if (rows.undated > 0) {
    const lines = rows.undated === 1 ? 'One line has' : `${rows.undated} lines have`;
    questions.push({
      code: 'DATE',
      message: `${lines} no date that exists in the calendar, so I left ${rows.undated === 1 ? 'it' : 'them'} out. When was it?`,
    });
  }
  if (account.currency === 'XXX') {
    const taken = currencyKnown ? `your currency, ${currency}` : currency;
    questions.push({
      code: 'CURRENCY',
      message: `${label} names no currency. I took ${taken}: is that right?`,
    });
  }
  return questions;
}

function problemsOf(reading: StatementReading): Problem[] {
  return [...reading.problems, ...reading.accounts.flatMap(({ problems }) => problems)].filter(
    (problem, at, all) =>
      all.findIndex((each) => each.code === problem.code && each.message === problem.message) === at,
  );
}

function together(spans: readonly DateSpan[]): DateSpan | null {
  const start = spans.map((span) => span.start).sort()[0];
  const end = spans
    .map((span) => span.end)
    .sort()
    .at(-1);
  return start && end ? { start, end } : null;
}

function distinct(questions: readonly Question[]): Question[] {
  return questions.filter(
    (question, at) => questions.findIndex(({ message }) => message === question.message) === at,
  );
}
