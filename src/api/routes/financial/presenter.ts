import type { z } from 'zod';
import type {
  Affordability,
  AnalysisReport,
  Explanation,
  FinancialProfile,
  Insights,
  ProfileFigure,
  SubscriptionList,
  SubscriptionView,
} from '../../../core/finance/results.js';
import type { BudgetStatus } from '../../../domain/budget/status.js';
import type { Figure } from '../../../domain/figures.js';
import type { SpendingSummary } from '../../../domain/insights/spending.js';
import { toMajor } from '../../../domain/money.js';
import {
  presentOptionalFigure as optional,
  presentData,
  presentFigure,
  presentMoney,
  presentQuestion,
} from '../../present.js';
import type * as figureSchemas from './figure-schemas.js';
import type * as schemas from './schemas.js';

function major(figure: Figure | null): number | null {
  return figure === null ? null : toMajor(figure.amount);
}

function presentProfileFigure(value: ProfileFigure): z.input<typeof schemas.profile>['figures']['savings'] {
  return {
    inForce: optional(value.inForce),
    derived: optional(value.derived),
    stated: optional(value.stated),
  };
}

/** The profile: the contract's columns on top, each figure with its origin below. */
export function presentProfile(profile: FinancialProfile): z.input<typeof schemas.profile> {
  return {
    currency: profile.currency,
    monthlyIncome: major(profile.income.inForce),
    fixedExpenses: major(profile.fixedExpenses.inForce),
    savingsGoalPercent: profile.savingsGoalPercent,
    entertainmentBudget: major(profile.entertainmentBudget.inForce),
    lastAnalyzedAt: profile.lastAnalysedAt,
    incomePattern: profile.incomePattern,
    periodKind: profile.periodKind,
    rollOver: profile.rollOver,
    figures: {
      monthlyIncome: presentProfileFigure(profile.income),
      fixedExpenses: presentProfileFigure(profile.fixedExpenses),
      savings: presentProfileFigure(profile.savings),
      debtMinimums: presentProfileFigure(profile.debtMinimums),
      entertainmentBudget: presentProfileFigure(profile.entertainmentBudget),
    },
    incomeStreams: profile.incomeStreams.map((stream) => ({
      name: stream.name,
      cadence: stream.cadence,
      perPayment: presentMoney(stream.perPayment),
      monthly: presentFigure(stream.monthly),
      nextDueOn: stream.nextDueOn,
    })),
    expenseCategories: profile.categories.map((entry) => ({
      category: entry.category,
      label: entry.label,
      group: entry.group,
      isFixed: entry.isFixed,
      monthly: presentFigure(entry.figure),
    })),
    data: presentData(profile.data),
    questions: profile.questions.map(presentQuestion),
  };
}

export function presentBudget(status: BudgetStatus): z.input<typeof schemas.budget> {
  const { kind, start, end, days, elapsedDays, daysLeft } = status.period;
  return {
    state: status.state,
    currency: status.currency,
    monthlyBudget: major(status.monthlyBudget),
    total: major(status.total),
    spent: toMajor(status.spent.amount),
    remaining: major(status.left),
    perDay: major(status.leftPerDay),
    period: { kind, start, end, days, elapsedDays, daysLeft },
    figures: {
      income: optional(status.income),
      fixedNeeds: presentFigure(status.fixedNeeds),
      savings: presentFigure(status.savings),
      debtMinimums: presentFigure(status.debtMinimums),
      discretionary: optional(status.discretionary),
      derivedBudget: optional(status.derivedBudget),
      statedBudget: optional(status.statedBudget),
      monthlyBudget: optional(status.monthlyBudget),
      periodBudget: optional(status.periodBudget),
      carry: optional(status.carry),
      total: optional(status.total),
      spent: presentFigure(status.spent),
      committed: presentFigure(status.committed),
      subscriptionsDue: presentFigure(status.subscriptionsDue),
      remaining: optional(status.left),
      perDay: optional(status.leftPerDay),
      projection: optional(status.projection),
    },
    anchors: status.anchors.map(({ id, label, role, figure, decides }) => ({
      id,
      label,
      role,
      figure: presentFigure(figure),
      decides,
    })),
    pace: { ratio: status.pace.ratio, lastWeek: status.pace.lastWeek, level: status.pace.level },
    formula: status.formula,
    arithmetic: [...status.arithmetic],
    data: presentData(status.data),
    notes: [...status.notes],
    questions: status.questions.map(presentQuestion),
  };
}

export function presentSubscription(view: SubscriptionView): z.input<typeof schemas.subscription> {
  return {
    id: view.id,
    name: view.name,
    status: view.status,
    origin: view.origin,
    price: optional(view.price),
    cadence: view.cadence,
    monthlyCost: optional(view.monthlyCost),
    annualCost: optional(view.annualCost),
    isEntertainment: view.isEntertainment,
    category: view.category,
    firstSeenOn: view.firstSeenOn,
    lastChargedOn: view.lastChargedOn,
    nextDueOn: view.nextDueOn,
    priceChange: view.priceChange && {
      from: presentMoney(view.priceChange.from),
      to: presentMoney(view.priceChange.to),
      on: view.priceChange.on,
    },
    overlapsWith: [...view.overlapsWith],
  };
}

export function presentSubscriptions(list: SubscriptionList): z.input<typeof schemas.subscriptionList> {
  return {
    subscriptions: list.subscriptions.map(presentSubscription),
    monthlyTotal: optional(list.monthlyTotal),
    annualTotal: optional(list.annualTotal),
    overlaps: list.overlaps.map(({ kind, names, text }) => ({ kind, names: [...names], text })),
    notes: [...list.notes],
  };
}

export function presentAnalysis(report: AnalysisReport): z.input<typeof schemas.analysisReport> {
  return {
    profile: presentProfile(report.profile),
    budget: presentBudget(report.budget),
    proposedSubscriptions: report.proposed.map(presentSubscription),
    transactions: report.transactions,
  };
}

export function presentSummary(summary: SpendingSummary): z.input<typeof schemas.spendingSummary> {
  return {
    from: summary.span.start,
    to: summary.span.end,
    currency: summary.currency,
    total: presentFigure(summary.total),
    entertainment: presentFigure(summary.entertainment),
    needs: presentFigure(summary.needs),
    other: presentFigure(summary.other),
    betting: presentFigure(summary.betting),
    income: presentFigure(summary.income),
    categories: summary.categories.map((entry) => ({
      category: entry.category,
      label: entry.label,
      group: entry.group,
      spent: presentFigure(entry.figure),
      share: entry.share,
      transactions: entry.transactions,
      merchants: entry.merchants.map((merchant) => ({
        name: merchant.name,
        spent: presentMoney(merchant.amount),
        transactions: merchant.transactions,
      })),
    })),
    months: summary.months.map((month) => ({
      month: month.month,
      currency: month.total.currency,
      total: toMajor(month.total),
      entertainment: toMajor(month.entertainment),
      needs: toMajor(month.needs),
      income: toMajor(month.income),
      complete: month.complete,
    })),
    data: presentData(summary.data),
    notes: [...summary.notes],
  };
}

export function presentInsights(value: Insights): z.input<typeof schemas.insights> {
  return {
    insights: value.insights.map(({ kind, text, figures }) => ({
      kind,
      text,
      figures: figures.map(presentFigure),
    })),
    data: presentData(value.data),
  };
}

export function presentAffordability(value: Affordability): z.input<typeof schemas.affordability> {
  return {
    verdict: value.verdict,
    price: presentMoney(value.price),
    left: optional(value.left),
    after: optional(value.after),
    room: optional(value.room),
    billsDue: value.billsDue.map(({ name, dueOn, figure }) => ({
      name,
      dueOn,
      figure: presentFigure(figure),
    })),
    billsTotal: optional(value.billsTotal),
    reason: value.reason,
    arithmetic: [...value.arithmetic],
    savingPlan: value.savingPlan && {
      periods: value.savingPlan.periods,
      perPeriod: presentMoney(value.savingPlan.perPeriod),
    },
    data: presentData(value.data),
    questions: value.questions.map(presentQuestion),
  };
}

export function presentExplanation(value: Explanation): z.input<typeof figureSchemas.explanation> {
  return {
    name: value.name,
    label: value.label,
    figure: presentFigure(value.figure),
    arithmetic: [...value.arithmetic],
    lines: value.lines.map((line) => ({
      transactionId: line.transactionId,
      date: line.date,
      description: line.description,
      ...presentMoney(line.amount),
      category: line.category,
      origin: line.origin,
      documentId: line.documentId,
      fileName: line.fileName,
      page: line.page,
      line: line.line,
      text: line.text,
    })),
    totalLines: value.totalLines,
  };
}
