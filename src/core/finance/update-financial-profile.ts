import type { StatedName, StatedPart, StatedRecord } from '../../domain/analysis/records.js';
import { monthlyEquivalent } from '../../domain/analysis/typical.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import type { Question } from '../../domain/figures.js';
import { type Currency, exponentOf, type Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { MatineeError } from '../ports/errors.js';
import { analyseInside } from './analyse-finances.js';
import { loadAnalysis } from './load-analysis.js';
import type { FinancialProfile } from './results.js';
import { doubtsAbout } from './stated-doubts.js';

/** The user's own figures; null takes one back. An amount is a month's unless `per` says otherwise. */
export interface StatedChanges {
  readonly monthlyIncome?: StatedAmount | null;
  readonly fixedExpenses?: StatedAmount | null;
  readonly savings?: StatedAmount | { readonly percent: number } | null;
  readonly debtMinimums?: StatedAmount | null;
  readonly entertainmentBudget?: StatedAmount | null;
}

export interface StatedAmount {
  readonly amount: Money;
  readonly per?: Cadence;
  /** What it is made of, as far as that was told; a month's, in the same currency. */
  readonly parts?: readonly StatedPart[];
}

interface Input {
  readonly userId: string;
  readonly stated?: StatedChanges;
  readonly currency?: Currency;
  readonly periodKind?: 'month' | 'pay_cycle';
  readonly rollOver?: boolean;
  readonly messageId?: string;
  /** The user confirmed a figure that looked odd. */
  readonly confirmed?: boolean;
}

type Context = Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>;

const names: readonly (readonly [keyof StatedChanges, StatedName])[] = [
  ['monthlyIncome', 'monthly_income'],
  ['fixedExpenses', 'fixed_expenses'],
  ['savings', 'savings'],
  ['debtMinimums', 'debt_minimums'],
  ['entertainmentBudget', 'entertainment_budget'],
];

/**
 * Keeps figures that the user stated; they win over derived ones. A figure that contradicts another is not taken but
 * asked about, unless confirmed. @throws MatineeError invalid for negative or absurd amounts
 */
export async function updateFinancialProfile(
  context: Context,
  input: Input,
): Promise<{ readonly profile: FinancialProfile; readonly questions: readonly Question[] }> {
  return context.database.transaction(async (store) => {
    await store.accounts.lockUsers([input.userId]);
    const { analysis, stored } = await loadAnalysis(context, input.userId, store);
    await saveSettings(store, input);
    const changes = changesOf(context, input);
    const accepted: StatedRecord[] = [];
    const questions: Question[] = [];
    for (const change of changes) {
      const doubts = input.confirmed
        ? []
        : doubtsAbout(change, analysis, budgetStatus(analysis), [...stored.stated, ...accepted]);
      if (doubts.length > 0) questions.push(...doubts);
      else accepted.push(change);
    }
    for (const record of accepted) await store.finance.saveStated(input.userId, record);
    if (input.currency) await store.finance.settleCurrency(input.userId, input.currency);
    for (const [field, name] of names) {
      if (input.stated?.[field] === null) await store.finance.deleteStated(input.userId, name);
    }
    const { profile } = await analyseInside(context, input.userId, store);
    return { profile, questions };
  });
}

async function saveSettings(store: Store, { userId, periodKind, rollOver }: Input): Promise<void> {
  if (periodKind === undefined && rollOver === undefined) return;
  await store.accounts.updateSettings(userId, {
    ...(periodKind !== undefined && { periodKind }),
    ...(rollOver !== undefined && { rollOver }),
  });
}

function changesOf(context: Context, input: Input): StatedRecord[] {
  const base = { statedAt: context.clock.now().toISOString(), messageId: input.messageId ?? null };
  const records: StatedRecord[] = [];
  for (const [field, figure] of names) {
    const value = input.stated?.[field];
    if (!value) continue;
    if ('percent' in value) {
      checkPercent(value.percent);
      records.push({ ...base, figure, amount: null, currency: null, percent: value.percent });
    } else {
      const amount = value.per ? monthlyEquivalent(value.amount, value.per) : value.amount;
      checkAmount(amount);
      const { parts = [] } = value;
      records.push({
        ...base,
        figure,
        amount,
        currency: amount.currency,
        percent: null,
        ...(parts.length > 0 && { parts }),
      });
    }
  }
  if (input.currency) {
    records.push({
      ...base,
      figure: 'currency',
      amount: null,
      currency: checkCurrency(input.currency),
      percent: null,
    });
  }
  return records;
}

function checkPercent(percent: number): void {
  if (!(percent >= 0 && percent <= 100)) {
    throw new MatineeError(
      'invalid',
      'PERCENT_INVALID',
      'A share of your income lies between 0 and 100 percent.',
    );
  }
}

/** More than a billion a month is no figure to budget with. */
const absurdMajor = 1_000_000_000;

function checkAmount(amount: Money): void {
  if (amount.minor < 0) throw new MatineeError('invalid', 'AMOUNT_NEGATIVE', 'That amount is below zero.');
  if (amount.minor / 10 ** exponentOf(amount.currency) > absurdMajor) {
    throw new MatineeError('invalid', 'AMOUNT_ABSURD', 'That amount is too large to be a month’s money.');
  }
}

function checkCurrency(currency: Currency): Currency {
  if (!/^[A-Z]{3}$/.test(currency) || currency === 'XXX') {
    throw new MatineeError(
      'invalid',
      'CURRENCY_INVALID',
      'Please name the currency by its three letters, such as USD.',
    );
  }
  return currency;
}
