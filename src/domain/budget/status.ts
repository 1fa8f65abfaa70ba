import type { IsoDate } from '../calendar.js';
import type { DataState, Figure, Question } from '../figures.js';
import type { Currency } from '../money.js';

/** The stretch of days that a budget is for. `elapsedDays` counts today. */
export interface BudgetPeriod {
  readonly kind: 'month' | 'pay_cycle';
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly days: number;
  readonly elapsedDays: number;
  /** Days that the money has to last, today included. */
  readonly daysLeft: number;
}

/**
 * One of the figures a suggestion rests on. `cap`s bound it from above, the larger of the `habit` and the `floor`
 * is the third bound, `stated` is the user's own word and wins, a `reference` is shown for comparison only.
 */
export interface BudgetAnchor {
  readonly id:
    | 'share-of-income'
    | 'share-of-discretionary'
    | 'floor'
    | 'habit'
    | 'stated'
    | 'household-average';
  readonly label: string;
  readonly role: 'cap' | 'floor' | 'habit' | 'stated' | 'reference';
  readonly figure: Figure;
  /** True for the one that decided the budget. */
  readonly decides: boolean;
}

export interface Pace {
  /** Share of the variable budget spent, over the share of the period gone; null where nothing can be said. */
  readonly ratio: number | null;
  /** The same over the last seven days. */
  readonly lastWeek: number | null;
  readonly level: 'silent' | 'ok' | 'warn' | 'critical';
}

/** Everything about this period's entertainment money. Amounts are null where income or data are missing. */
export interface BudgetStatus {
  /** `free-only`: nothing discretionary is left, so only free things and what is subscribed already. */
  readonly state: 'ready' | 'free-only' | 'no-income';
  readonly currency: Currency;
  readonly period: BudgetPeriod;
  readonly income: Figure | null;
  readonly fixedNeeds: Figure;
  readonly savings: Figure;
  readonly debtMinimums: Figure;
  /** D = max(0, N − Fx − savings − debt minimums), a month. */
  readonly discretionary: Figure | null;
  readonly anchors: readonly BudgetAnchor[];
  /** The suggestion by the formula, a month; stays visible beside a stated budget. */
  readonly derivedBudget: Figure | null;
  readonly statedBudget: Figure | null;
  /** The budget in force a month: the stated one, else the derived one. */
  readonly monthlyBudget: Figure | null;
  /** The monthly budget brought to this period's length. */
  readonly periodBudget: Figure | null;
  /** What earlier periods left over (or overspent), clamped; null with roll-over off. */
  readonly carry: Figure | null;
  /** Period budget plus carry: what the whole period may cost. */
  readonly total: Figure | null;
  readonly spent: Figure;
  /** Logged spending dated later in this period. */
  readonly committed: Figure;
  /** Entertainment subscriptions that will still be charged this period. */
  readonly subscriptionsDue: Figure;
  /** total − spent − committed − subscriptions due. May be negative: overspent. */
  readonly left: Figure | null;
  /** max(0, left) over the days left, rounded down. */
  readonly leftPerDay: Figure | null;
  readonly projection: Figure | null;
  readonly pace: Pace;
  readonly formula: string;
  /** The whole sum, line by line, ready to be shown. */
  readonly arithmetic: readonly string[];
  readonly data: DataState;
  /** Honest remarks: estimates, missing statements, card statements not seen. */
  readonly notes: readonly string[];
  readonly questions: readonly Question[];
}
