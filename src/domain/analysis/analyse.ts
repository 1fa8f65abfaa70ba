import { addDays, dateOfDay, dayNumber, type IsoDate } from '../calendar.js';
import type { DataState } from '../figures.js';
import { type Income, incomeOf } from '../income/income.js';
import type { Currency } from '../money.js';
import { detectRecurring } from '../recurrence/detect.js';
import { paymentsOf } from '../recurrence/payments.js';
import { type SeenOnce, seenOnce } from '../recurrence/seen-once.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { classifyAll } from '../transactions/classify-all.js';
import { matchTold } from '../transactions/match-told.js';
import type { AccountKind } from '../transactions/roles.js';
import type { Transaction } from '../transactions/transaction.js';
import { type CoveredDays, coveredDays, dataState } from './coverage.js';
import { type Entries, entriesOf } from './entries.js';
import { type Say, sayIn } from './figures-of.js';
import { type Outgoings, outgoingsOf } from './outgoings.js';
import type { FinancialRecords } from './records.js';
import { type Basis, basisOf } from './typical.js';

/** Everything that follows from the records alone; the budget adds the period and the user's own figures. */
export interface Analysis {
  readonly today: IsoDate;
  readonly currency: Currency;
  readonly say: Say;
  readonly records: FinancialRecords;
  /** With merchant, category, role and match decided anew. */
  readonly transactions: readonly Transaction[];
  readonly entries: Entries['entries'];
  readonly withoutRate: Entries['withoutRate'];
  readonly ratesUsed: Entries['ratesUsed'];
  readonly charges: readonly RecurringSeries[];
  /** Subscription services that were charged a single time so far. */
  readonly seenOnce: readonly SeenOnce[];
  readonly incomes: readonly RecurringSeries[];
  readonly covered: CoveredDays;
  readonly basis: Basis;
  readonly data: DataState;
  readonly income: Income;
  readonly outgoings: Outgoings;
  /** The last day that the records speak of: what comes after is unknown, not absent. */
  readonly knownUntil: IsoDate;
}

/**
 * Reads all of a user's money. Pure: the same records (in any order) and day give the same analysis. Cost grows linearly
 * with the number of transactions.
 */
export function analyse(records: FinancialRecords, today: IsoDate): Analysis {
  const currency = currencyOf(records);
  const say = sayIn(records.locale);
  const kinds = new Map(records.accounts.map(({ id, kind }) => [id, kind]));
  const transactions = matched(classifyAll(records.transactions, records.rules, kinds));
  const { entries, withoutRate, ratesUsed } = entriesOf(transactions, currency, records.rates);
  const covered = coveredDays(records.coverages);
  const knownUntil = lastKnownDay(covered, transactions, today);
  const { charges, incomes, once } = recurring(transactions, knownUntil, records);
  const basis = basisOf(wholeMonths(records.coverages, kinds) ?? covered);
  return {
    today,
    currency,
    say,
    records,
    transactions,
    entries,
    withoutRate,
    ratesUsed,
    charges,
    seenOnce: once,
    incomes,
    covered,
    basis,
    data: dataState(records.coverages, covered, today),
    income: incomeOf({ entries, series: incomes, stubs: records.payStubs, basis, covered, currency, say }),
    outgoings: outgoingsOf(entries, charges, basis, currency, say),
    knownUntil,
  };
}

/**
 * The days that show what comes in and goes out: those of current accounts. A month of which only a card is known has no pay
 * and no rent in it, and is no month to judge by. Null where no current account is known.
 */
function wholeMonths(
  coverages: FinancialRecords['coverages'],
  kinds: ReadonlyMap<string, AccountKind>,
): CoveredDays | null {
  const current = coverages.filter(({ accountId }) => kinds.get(accountId) !== 'card');
  return current.length > 0 ? coveredDays(current) : null;
}

/** The currency the user stated, else the one that most of the records are in, else the default. */
export function currencyOf(
  records: Omit<FinancialRecords, 'locale' | 'rates' | 'periodKind' | 'rollOver'>,
): Currency {
  const own = records.stated.find(({ figure }) => figure === 'currency')?.currency;
  if (own) return own;
  const votes = new Map<Currency, number>();
  for (const { amount } of records.transactions)
    votes.set(amount.currency, (votes.get(amount.currency) ?? 0) + 1);
  for (const { currency } of records.accounts) votes.set(currency, (votes.get(currency) ?? 0) + 1);
  for (const { net } of records.payStubs) votes.set(net.currency, (votes.get(net.currency) ?? 0) + 1);
  for (const { amount } of records.stated)
    if (amount) votes.set(amount.currency, (votes.get(amount.currency) ?? 0) + 0.5);
  votes.delete('XXX');
  const [first] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? records.defaultCurrency;
}

/** Spends told in chat point at the line that shows them; a line that nothing knows takes the told category. */
function matched(transactions: readonly Transaction[]): Transaction[] {
  const matches = matchTold(transactions);
  if (matches.size === 0) {
    return transactions.map((each) =>
      each.matchedTransactionId === null ? each : { ...each, matchedTransactionId: null },
    );
  }
  const told = new Map<string, Transaction>();
  for (const each of transactions) {
    const line = matches.get(each.id);
    if (line && each.category !== 'uncategorised') told.set(line, each);
  }
  return transactions.map((each) => {
    const matchedTransactionId = matches.get(each.id) ?? null;
    const teller = each.category === 'uncategorised' ? told.get(each.id) : undefined;
    if (teller)
      return { ...each, matchedTransactionId, category: teller.category, categorySource: 'history' };
    return each.matchedTransactionId === matchedTransactionId ? each : { ...each, matchedTransactionId };
  });
}

function lastKnownDay(covered: CoveredDays, transactions: readonly Transaction[], today: IsoDate): IsoDate {
  const last = covered.spans.at(-1);
  const shown = last ? dateOfDay(last[1]) : null;
  const lines = transactions.reduce<IsoDate | null>(
    (latest, { origin, postedOn }) =>
      origin === 'statement' && (latest === null || postedOn > latest) ? postedOn : latest,
    null,
  );
  const known =
    [shown, lines]
      .filter((date) => date !== null)
      .sort()
      .at(-1) ?? today;
  return known < today ? known : today;
}

function recurring(
  transactions: readonly Transaction[],
  knownUntil: IsoDate,
  records: FinancialRecords,
): { charges: RecurringSeries[]; incomes: RecurringSeries[]; once: SeenOnce[] } {
  const until = dayNumber(knownUntil);
  const counted = transactions.filter(({ ignored }) => !ignored);
  const paid = paymentsOf(counted, 'charge');
  const charges = detectRecurring(paid, 'charge', until);
  const over = records.subscriptions.filter(({ status }) => status === 'ended');
  return {
    charges: charges.map((series) =>
      over.some((record) => endedByUser(series, record))
        ? { ...series, ended: true, nextDueOn: null }
        : series,
    ),
    incomes: detectRecurring(paymentsOf(counted, 'income'), 'income', until),
    once: seenOnce(paid, charges, until),
  };
}

/** The user's word that it ended holds until it is charged again well after. */
function endedByUser(series: RecurringSeries, record: FinancialRecords['subscriptions'][number]): boolean {
  if (record.merchantKey !== series.merchantKey) return false;
  return record.lastChargedOn === null || series.lastOn <= addDays(record.lastChargedOn, 5);
}
