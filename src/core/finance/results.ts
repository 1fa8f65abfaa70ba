import type { Problem, Reading, Verdict } from '../../documents/reading.js';
import type { AlertIdea } from '../../domain/alerts/alerts.js';
import type { BudgetStatus } from '../../domain/budget/status.js';
import type { DateSpan, IsoDate, IsoMonth } from '../../domain/calendar.js';
import type { Category, CategoryGroup } from '../../domain/categories/categories.js';
import type { DataState, Figure, Question } from '../../domain/figures.js';
import type { Currency, Money } from '../../domain/money.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';

/** What an import did with a document, account by account. */
export interface ImportReport {
  readonly kind: Reading['kind'];
  readonly verdict: Verdict;
  /** Rows that were new. */
  readonly rowsAdded: number;
  /** Rows already known from another document (or this one, read again); counted once. */
  readonly rowsRecognised: number;
  /** Spends told in chat or receipts that turned out to be one of these rows. */
  readonly rowsMerged: number;
  /** Rows that could not be imported; `problems` and `questions` say why. */
  readonly rowsSkipped: number;
  readonly accounts: readonly {
    readonly accountId: string;
    readonly label: string;
    readonly currency: Currency;
    readonly rowsAdded: number;
    readonly rowsRecognised: number;
  }[];
  readonly period: DateSpan | null;
  readonly monthsCovered: readonly IsoMonth[];
  readonly missingMonths: readonly IsoMonth[];
  readonly transactionIds: readonly string[];
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
}

/** A figure of the profile: the user's word wins, what the documents say stays visible. */
export interface ProfileFigure {
  readonly inForce: Figure | null;
  readonly derived: Figure | null;
  readonly stated: Figure | null;
}

/** Somebody's pay, or another source of income, as deposits and pay stubs show it. */
export interface IncomeStreamView {
  readonly name: string;
  readonly cadence: Cadence | null;
  readonly perPayment: Money;
  readonly monthly: Figure;
  readonly nextDueOn: IsoDate | null;
}

export interface CategoryAmount {
  readonly category: Category;
  readonly label: string;
  readonly group: CategoryGroup;
  readonly figure: Figure;
  readonly isFixed: boolean;
}

export interface FinancialProfile {
  readonly currency: Currency;
  readonly income: ProfileFigure;
  readonly incomePattern: 'regular' | 'irregular' | 'unknown';
  readonly incomeStreams: readonly IncomeStreamView[];
  /** Pay as it arrived, oldest first; all income to live on where no line speaks of pay. */
  readonly payments: readonly { readonly name: string; readonly amount: Money; readonly on: IsoDate }[];
  /** Pay stubs that do not count beside newer or overlapping evidence, and why. */
  readonly incomeNotes: readonly string[];
  readonly fixedExpenses: ProfileFigure;
  /** Typical month by category, needs and the rest. */
  readonly categories: readonly CategoryAmount[];
  readonly savings: ProfileFigure;
  readonly savingsGoalPercent: number | null;
  readonly debtMinimums: ProfileFigure;
  readonly entertainmentBudget: ProfileFigure;
  readonly periodKind: 'month' | 'pay_cycle';
  readonly rollOver: boolean;
  /** ISO instant. */
  readonly lastAnalysedAt: string | null;
  readonly data: DataState;
  readonly questions: readonly Question[];
}

/** `proposed`: seen in the statements, waits for the user's yes. */
export type SubscriptionStatus = 'proposed' | 'active' | 'ended' | 'declined';

export interface SubscriptionView {
  readonly id: string;
  readonly name: string;
  readonly status: SubscriptionStatus;
  readonly origin: 'detected' | 'stated';
  readonly price: Figure | null;
  readonly cadence: Cadence | null;
  readonly monthlyCost: Figure | null;
  readonly annualCost: Figure | null;
  readonly isEntertainment: boolean;
  readonly category: Category;
  readonly firstSeenOn: IsoDate | null;
  readonly lastChargedOn: IsoDate | null;
  readonly nextDueOn: IsoDate | null;
  /** Day of the only charge seen so far, where that is all the evidence; its rhythm is unknown. */
  readonly seenOnceOn: IsoDate | null;
  readonly priceChange: { readonly from: Money; readonly to: Money; readonly on: IsoDate } | null;
  /** Names of other active subscriptions of the same kind. */
  readonly overlapsWith: readonly string[];
}

export interface SubscriptionList {
  /** How many statements they were looked for in. */
  readonly statements: number;
  readonly subscriptions: readonly SubscriptionView[];
  /** Sums over active and proposed ones. Each one's `monthlyCost` is what cancelling it would free. */
  readonly monthlyTotal: Figure | null;
  readonly annualTotal: Figure | null;
  readonly overlaps: readonly {
    readonly kind: string;
    readonly names: readonly string[];
    readonly text: string;
  }[];
  readonly notes: readonly string[];
}

export interface BillDue {
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly figure: Figure;
}

export interface Affordability {
  readonly verdict: 'yes' | 'yes-but' | 'no' | 'unknown';
  readonly price: Money;
  /** What is left of the entertainment budget before the purchase, and after it. */
  readonly left: Figure | null;
  readonly after: Figure | null;
  /** What is left of everything this period: income less spending, bills still due and savings. */
  readonly room: Figure | null;
  readonly billsDue: readonly BillDue[];
  readonly billsTotal: Figure | null;
  /** One sentence with the reason; `yes-but` names the "but". */
  readonly reason: string;
  readonly arithmetic: readonly string[];
  /** How long it would take to put the money aside out of the entertainment budget. */
  readonly savingPlan: { readonly periods: number; readonly perPeriod: Money } | null;
  readonly data: DataState;
  readonly questions: readonly Question[];
}

export interface LoggedSpending {
  /** Null when a question has to be settled first; nothing is stored then. */
  readonly transactionId: string | null;
  readonly amount: Money;
  readonly on: IsoDate;
  readonly merchantName: string;
  readonly category: Category;
  readonly categoryLabel: string;
  /** A statement line that already shows this spend; it is not counted twice. */
  readonly matchedTransactionId: string | null;
  readonly countsAsEntertainment: boolean;
  readonly questions: readonly Question[];
}

export interface Correction {
  readonly merchantName: string | null;
  readonly from: Category | null;
  readonly to: Category | null;
  readonly ignored: boolean | null;
  /** True when the change is kept as a rule for the merchant, past and future. */
  readonly rule: boolean;
  readonly transactionIds: readonly string[];
  /** The line, where only one was changed. */
  readonly line?: { readonly amount: Money; readonly on: IsoDate };
  readonly questions: readonly Question[];
}

export interface ExplainedLine {
  readonly transactionId: string;
  readonly date: IsoDate;
  readonly description: string;
  readonly amount: Money;
  readonly category: Category;
  readonly origin: 'statement' | 'receipt' | 'chat' | 'api';
  readonly documentId: string | null;
  readonly fileName: string | null;
  readonly page: number | null;
  readonly line: number | null;
  /** The line as the document prints it. */
  readonly text: string | null;
}

export interface Explanation {
  readonly name: string;
  readonly label: string;
  readonly figure: Figure;
  readonly arithmetic: readonly string[];
  /** The newest lines behind the figure, `totalLines` of them in all. */
  readonly lines: readonly ExplainedLine[];
  readonly totalLines: number;
}

export interface Insight {
  readonly kind:
    | 'category'
    | 'trend'
    | 'change'
    | 'subscriptions'
    | 'price-rise'
    | 'overlap'
    | 'unusual'
    | 'free-month';
  readonly text: string;
  readonly figures: readonly Figure[];
}

export interface Insights {
  readonly insights: readonly Insight[];
  readonly data: DataState;
}

export interface AlertView {
  readonly id: string;
  readonly kind: AlertIdea['kind'];
  readonly severity: AlertIdea['severity'];
  readonly status: 'active' | 'dismissed' | 'snoozed';
  readonly message: string;
  readonly snoozedUntil: string | null;
  readonly createdAt: string;
}

export interface AnalysisReport {
  readonly profile: FinancialProfile;
  readonly budget: BudgetStatus;
  /** Subscriptions that were found and wait for the user's yes. */
  readonly proposed: readonly SubscriptionView[];
  readonly transactions: number;
}

export interface ChartImage {
  readonly svg: string;
  /** Null when SVG alone was asked for. */
  readonly png: Uint8Array | null;
  /** The same in words, for those who cannot see it. */
  readonly description: string;
}
