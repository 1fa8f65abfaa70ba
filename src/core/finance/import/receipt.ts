import type { ReceiptReading } from '../../../documents/reading.js';
import { isIsoDate } from '../../../domain/calendar.js';
import { readText } from '../../../domain/categories/classify.js';
import type { Question } from '../../../domain/figures.js';
import { money } from '../../../domain/money.js';
import type { Transaction } from '../../../domain/transactions/transaction.js';
import type { CoreContext } from '../../ports/context.js';
import type { Store } from '../../ports/database.js';
import type { ImportReport } from '../results.js';
import { knownCurrency } from './known-currency.js';
import { countMatchedSpends } from './matched-spends.js';

interface Input {
  readonly userId: string;
  readonly documentId: string;
  readonly reading: ReceiptReading;
  readonly store: Store;
  readonly year?: number;
}

/**
 * Takes a receipt as one spend, which the statement line that shows it later replaces. An invoice counts only once it is
 * known to be paid; what is still due is no spending yet.
 */
export async function importReceipt(
  context: Pick<CoreContext, 'ids' | 'settings'>,
  input: Input,
): Promise<ImportReport> {
  const { reading, store, userId } = input;
  const home = knownCurrency(context, await store.finance.load(userId));
  const currency = reading.currency === 'XXX' ? home.currency : reading.currency;
  const questions = questionsFor(input);
  const date = dateOf(input);
  const counts = reading.total !== null && reading.total > 0 && date !== null && isPaid(reading);
  if (!counts || reading.total === null || date === null)
    return report(input, { added: false, merged: 0, ids: [], questions });
  const before = await store.finance.transactionOfDocument(userId, input.documentId);
  const id = before ?? context.ids.uuid();
  const description = reading.merchant ?? 'Receipt';
  const text = readText(description, false, 'current');
  const transaction: Transaction = {
    id,
    accountId: null,
    origin: 'receipt',
    postedOn: date,
    description,
    amount: money(-reading.total, currency),
    merchantKey: text.merchantKey,
    merchantName: text.merchantName,
    category: text.category,
    categorySource: text.source,
    role: 'spending',
    ignored: false,
    matchedTransactionId: null,
    itemId: null,
  };
  if (before === null) {
    await store.finance.insertTransactions(userId, [transaction]);
    const source = reading.sources.total ??
      Object.values(reading.sources)[0] ?? { page: 1, line: 1, text: description };
    await store.finance.saveLines([
      {
        id: context.ids.uuid(),
        documentId: input.documentId,
        transactionId: id,
        ...source,
        postedOn: date,
        description,
        minor: -reading.total,
      },
    ]);
  }
  const merged = countMatchedSpends(await store.finance.load(userId), new Set([id]));
  return report(input, { added: before === null, merged, ids: [id], questions });
}

/** A receipt is the proof of payment; an invoice has to say so. */
function isPaid(reading: ReceiptReading): boolean {
  return reading.paid ?? reading.kind === 'receipt';
}

function dateOf({ reading, year }: Input): string | null {
  const { date } = reading;
  if (date === null) return null;
  const full = date.startsWith('--') && year !== undefined ? `${year}-${date.slice(2)}` : date;
  return isIsoDate(full) ? full : null;
}

function questionsFor(input: Input): Question[] {
  const { reading } = input;
  const questions: Question[] = [];
  if (reading.paid === null && reading.kind === 'invoice') {
    questions.push({ code: 'PAID', message: 'Is this invoice paid? It counts as spending once it is.' });
  }
  if (reading.total === null)
    questions.push({ code: 'AMOUNT', message: 'I could not find the total. How much was it?' });
  if (dateOf(input) === null) {
    const yearless = reading.date?.startsWith('--');
    questions.push(
      yearless
        ? { code: 'YEAR', message: 'The date on it has no year. Which year is it from?' }
        : { code: 'DATE', message: 'I could not find a date on it. When was it?' },
    );
  }
  return questions;
}

function report(
  { reading }: Input,
  outcome: { added: boolean; merged: number; ids: readonly string[]; questions: readonly Question[] },
): ImportReport {
  const imported = outcome.ids.length > 0;
  return {
    kind: reading.kind,
    verdict: reading.verdict,
    rowsAdded: outcome.added ? 1 : 0,
    rowsRecognised: imported && !outcome.added ? 1 : 0,
    rowsMerged: outcome.merged,
    rowsSkipped: imported ? 0 : 1,
    accounts: [],
    period: null,
    monthsCovered: [],
    missingMonths: [],
    transactionIds: outcome.ids,
    problems: reading.problems,
    questions: outcome.questions,
  };
}
