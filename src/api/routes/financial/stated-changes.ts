import type { z } from 'zod';
import type { StatedAmount, StatedChanges } from '../../../core/finance/update-financial-profile.js';
import type { Currency } from '../../../domain/money.js';
import { takeAmount } from '../../present.js';
import type { profileChanges } from './schemas.js';

type Changes = z.output<typeof profileChanges>;
type Given = Changes['monthlyIncome'];

function taken(path: string, given: Exclude<Given, undefined>, currency: Currency): StatedAmount | null {
  if (given === null) return null;
  if (typeof given === 'number') return { amount: takeAmount(path, given, currency) };
  const amount = takeAmount(`${path}.amount`, given.amount, currency);
  return given.per === undefined ? { amount } : { amount, per: given.per };
}

/** The figures that a request states, exact in the currency. @throws MatineeError invalid */
export function statedChanges(body: Changes, currency: Currency): StatedChanges {
  const { monthlyIncome, fixedExpenses, savings, savingsGoalPercent, debtMinimums, entertainmentBudget } =
    body;
  return {
    ...(monthlyIncome !== undefined && { monthlyIncome: taken('monthlyIncome', monthlyIncome, currency) }),
    ...(fixedExpenses !== undefined && { fixedExpenses: taken('fixedExpenses', fixedExpenses, currency) }),
    ...(savings !== undefined && { savings: taken('savings', savings, currency) }),
    ...(savingsGoalPercent != null && { savings: { percent: savingsGoalPercent } }),
    ...(savingsGoalPercent === null && savings === undefined && { savings: null }),
    ...(debtMinimums !== undefined && { debtMinimums: taken('debtMinimums', debtMinimums, currency) }),
    ...(entertainmentBudget !== undefined && {
      entertainmentBudget: taken('entertainmentBudget', entertainmentBudget, currency),
    }),
  };
}
