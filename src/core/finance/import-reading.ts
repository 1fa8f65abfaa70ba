import type { Reading } from '../../documents/reading.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { importPayStub } from './import/pay-stub.js';
import { importReceipt } from './import/receipt.js';
import { importStatement } from './import/statement.js';
import type { ImportReport } from './results.js';

/**
 * Takes a document's reading into the user's money: accounts, transactions with their source lines, pay stubs,
 * receipts. Works within the caller's transaction (`store`). Importing again changes nothing. `year` is the user's
 * answer where a document prints none. Run `analyseFinances` afterwards.
 */
export async function importReading(
  context: Pick<CoreContext, 'ids' | 'clock' | 'settings'>,
  input: {
    readonly userId: string;
    readonly documentId: string;
    readonly reading: Reading;
    readonly store: Store;
    readonly year?: number;
  },
): Promise<ImportReport> {
  const { reading } = input;
  // Two statements of one account that arrive at once are joined one after the other.
  await input.store.accounts.lockUsers([input.userId]);
  if (reading.verdict === 'failed') return emptyReport(reading);
  switch (reading.kind) {
    case 'bank_statement':
    case 'credit_card_statement':
      return importStatement(context, { ...input, reading });
    case 'pay_stub':
      return importPayStub(context, { ...input, reading });
    default:
      return importReceipt(context, { ...input, reading });
  }
}

function emptyReport(reading: Reading): ImportReport {
  return {
    kind: reading.kind,
    verdict: reading.verdict,
    rowsAdded: 0,
    rowsRecognised: 0,
    rowsMerged: 0,
    rowsSkipped: 0,
    accounts: [],
    period: null,
    monthsCovered: [],
    missingMonths: [],
    transactionIds: [],
    problems: reading.problems,
    questions: [],
  };
}
