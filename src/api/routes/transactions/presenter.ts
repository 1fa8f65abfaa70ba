import type { z } from 'zod';
import type { TransactionView } from '../../../core/finance/list-transactions.js';
import type { Correction, LoggedSpending } from '../../../core/finance/results.js';
import { presentMoney, presentQuestion } from '../../present.js';
import type * as schemas from './schemas.js';

export function presentTransaction({
  transaction,
  sources,
}: TransactionView): z.input<typeof schemas.transaction> {
  return {
    id: transaction.id,
    origin: transaction.origin,
    postedOn: transaction.postedOn,
    description: transaction.description,
    ...presentMoney(transaction.amount),
    merchantName: transaction.merchantName,
    category: transaction.category,
    categorySource: transaction.categorySource,
    role: transaction.role,
    ignored: transaction.ignored,
    matchedTransactionId: transaction.matchedTransactionId,
    itemId: transaction.itemId,
    sources: sources.map(({ documentId, fileName, page, line, text }) => ({
      documentId,
      fileName,
      page,
      line,
      text,
    })),
  };
}

export function presentLogged(logged: LoggedSpending): z.input<typeof schemas.loggedSpending> {
  return {
    transactionId: logged.transactionId,
    amount: presentMoney(logged.amount),
    on: logged.on,
    merchantName: logged.merchantName,
    category: logged.category,
    categoryLabel: logged.categoryLabel,
    matchedTransactionId: logged.matchedTransactionId,
    countsAsEntertainment: logged.countsAsEntertainment,
    questions: logged.questions.map(presentQuestion),
  };
}

export function presentCorrection(value: Correction): z.input<typeof schemas.corrected> {
  return {
    merchantName: value.merchantName,
    from: value.from,
    to: value.to,
    ignored: value.ignored,
    rule: value.rule,
    transactionIds: [...value.transactionIds],
    questions: value.questions.map(presentQuestion),
  };
}
