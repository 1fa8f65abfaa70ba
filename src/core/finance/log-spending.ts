import { addDays, dateIn, type IsoDate, isIsoDate } from '../../domain/calendar.js';
import { type Category, categoryLabel, groupOf, isCategory } from '../../domain/categories/categories.js';
import { readText } from '../../domain/categories/classify.js';
import type { Question } from '../../domain/figures.js';
import { exponentOf, type Money, money, usualDecimals, writeMoney } from '../../domain/money.js';
import { type CategoryRule, ruleFor } from '../../domain/transactions/classify-all.js';
import { matchTold } from '../../domain/transactions/match-told.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { loadAnalysis } from './load-analysis.js';
import type { LoggedSpending } from './results.js';

interface Input {
  /**
   * The spend's own id, a UUID. Whoever may have to repeat the call (a turn taken up again after a crash, a request sent
   * twice) derives it from what stays the same, such as the turn's id and the spend's place in it: a spend that exists
   * already is given back as it stands and is not counted again. A new one each time where it is absent.
   */
  readonly id?: string;
  readonly userId: string;
  readonly amount: Money;
  readonly description: string;
  readonly on?: IsoDate;
  readonly category?: Category;
  readonly itemId?: string;
  readonly origin?: 'chat' | 'api';
  /** The user confirmed an amount or date that looked odd. */
  readonly confirmed?: boolean;
}

/** Above this many major units a spend for fun is asked about first. */
const askAbove = 5000;
/** Spends further back belong to statements that are closed; planned ones further ahead are probably slips. */
const daysBack = 366;
const daysAhead = 366;

/**
 * Takes a spend that the user told ("spent 18 on cinema"). It counts at once; the statement line that later shows it
 * is matched to it. `amount` is positive. An impossible date or an absurd amount comes back as a question. The same `id`
 * again is the same spend.
 * @throws MatineeError invalid for an amount that is not above zero
 */
export async function logSpending(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  input: Input,
): Promise<LoggedSpending> {
  if (input.amount.minor <= 0) {
    throw new MatineeError('invalid', 'AMOUNT_INVALID', 'How much was it? It should be more than nothing.');
  }
  return context.database.transaction(async (store) => {
    await store.accounts.lockUsers([input.userId]);
    const { stored, settings, analysis } = await loadAnalysis(context, input.userId, store);
    const known = input.id ? analysis.transactions.find(({ id }) => id === input.id) : undefined;
    if (known) return result(known, known.id, known.matchedTransactionId, []);
    const today = dateIn(settings.timeZone ?? context.settings.defaultTimeZone, context.clock.now());
    const transaction = transactionOf(context, input, today, stored.rules);
    const questions = questionsFor(input, today, settings.locale ?? context.settings.defaultLocale);
    if (questions.length > 0) return result(transaction, null, null, questions);
    await store.finance.insertTransactions(input.userId, [transaction]);
    const line = matchTold([...analysis.transactions, transaction]).get(transaction.id) ?? null;
    if (line)
      await store.finance.updateTransactions(input.userId, [{ ...transaction, matchedTransactionId: line }]);
    return result(transaction, transaction.id, line, []);
  });
}

function transactionOf(
  context: Pick<CoreContext, 'ids'>,
  input: Input,
  today: IsoDate,
  rules: readonly CategoryRule[],
): Transaction {
  const description = input.description.trim().replace(/\s+/g, ' ').slice(0, 300) || 'Spending';
  const text = readText(description, false, 'current');
  const rule = ruleFor(text.merchantKey, new Map(rules.map((each) => [each.merchantKey, each])));
  // "18 on games": the word may itself be a category's name.
  const word = description.toLowerCase();
  const named = isCategory(word) && groupOf(word) !== 'income' && groupOf(word) !== 'movement' ? word : null;
  const category =
    input.category ?? rule?.category ?? (text.category === 'uncategorised' ? named : null) ?? text.category;
  return {
    id: input.id ?? context.ids.uuid(),
    accountId: null,
    origin: input.origin ?? 'chat',
    postedOn: input.on && isIsoDate(input.on) ? input.on : today,
    description,
    amount: money(-input.amount.minor, input.amount.currency),
    merchantKey: text.merchantKey,
    merchantName: text.merchantName,
    category,
    categorySource: input.category ? 'correction' : rule?.category ? 'rule' : text.source,
    role: 'spending',
    ignored: false,
    matchedTransactionId: null,
    itemId: input.itemId ?? null,
  };
}

function questionsFor(input: Input, today: IsoDate, locale: string): Question[] {
  const questions: Question[] = [];
  if (input.on !== undefined && !isIsoDate(input.on)) {
    return [{ code: 'DATE', message: `${input.on} is not a day in the calendar. When was it?` }];
  }
  if (input.confirmed) return questions;
  const major = input.amount.minor / 10 ** exponentOf(input.amount.currency);
  const scale = usualDecimals(input.amount.currency) === 0 || input.amount.currency === 'INR' ? 100 : 1;
  if (major > askAbove * scale) {
    questions.push({
      code: 'AMOUNT',
      message: `${writeMoney(input.amount, locale)} is a lot for one go. Is that right?`,
    });
  }
  if (
    input.on !== undefined &&
    (input.on < addDays(today, -daysBack) || input.on > addDays(today, daysAhead))
  ) {
    questions.push({
      code: 'DATE',
      message: `${input.on} is more than a year away from today. Is that right?`,
    });
  }
  return questions;
}

function result(
  transaction: Transaction,
  transactionId: string | null,
  matchedTransactionId: string | null,
  questions: readonly Question[],
): LoggedSpending {
  return {
    transactionId,
    amount: money(-transaction.amount.minor, transaction.amount.currency),
    on: transaction.postedOn,
    merchantName: transaction.merchantName,
    category: transaction.category,
    categoryLabel: categoryLabel(transaction.category),
    matchedTransactionId,
    countsAsEntertainment: groupOf(transaction.category) === 'entertainment',
    questions,
  };
}
