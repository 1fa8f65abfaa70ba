import type { PayStubReading } from '../../../documents/reading.js';
import { isIsoDate } from '../../../domain/calendar.js';
import type { Question } from '../../../domain/figures.js';
import { money } from '../../../domain/money.js';
import type { CoreContext } from '../../ports/context.js';
import type { Store } from '../../ports/database.js';
import type { ImportReport } from '../results.js';
import { knownCurrency } from './known-currency.js';

/** Keeps a pay stub's net pay; it counts as income unless a deposit shows the same pay. */
export async function importPayStub(
  context: Pick<CoreContext, 'settings'>,
  input: {
    readonly userId: string;
    readonly documentId: string;
    readonly reading: PayStubReading;
    readonly store: Store;
  },
): Promise<ImportReport> {
  const { reading, store, userId, documentId } = input;
  const home = knownCurrency(context, await store.finance.load(userId));
  const currency = reading.currency === 'XXX' ? home.currency : reading.currency;
  const net = reading.netPay ?? reading.derivedNetPay;
  const questions: Question[] = [];
  const date = (text: string | null) => (text !== null && isIsoDate(text) ? text : null);
  const [start, end] = [date(reading.periodStart), date(reading.periodEnd)];
  if (net === null || net <= 0) {
    questions.push({
      code: 'AMOUNT',
      message: 'I could not find the net pay on this pay stub. How much reached your account?',
    });
  } else {
    await store.finance.savePayStub(userId, {
      documentId,
      employer: reading.employer,
      net: money(net, currency),
      payDate: date(reading.payDate),
      period: start && end && start <= end ? { start, end } : null,
      cadence: reading.frequency,
    });
    if (reading.currency === 'XXX') {
      questions.push({
        code: 'CURRENCY',
        message: `The pay stub names no currency. I took ${currency}: is that right?`,
      });
    }
    if (reading.frequency === null && !(start && end)) {
      questions.push({
        code: 'PAY_FREQUENCY',
        message: 'How often are you paid? The pay stub does not say.',
      });
    }
  }
  return {
    kind: reading.kind,
    verdict: reading.verdict,
    rowsAdded: net === null ? 0 : 1,
    rowsRecognised: 0,
    rowsMerged: 0,
    rowsSkipped: net === null ? 1 : 0,
    accounts: [],
    period: start && end ? { start, end } : null,
    monthsCovered: [],
    missingMonths: [],
    transactionIds: [],
    problems: reading.problems,
    questions,
  };
}
