import { z } from 'zod';
import {
  amount,
  cadence,
  currencyCode,
  dataState,
  day,
  figure,
  givenAmount,
  id,
  instant,
  money,
  question,
  text,
  wholeNumber,
} from '../../schemas.js';

const profileFigure = z
  .strictObject({
    inForce: figure.nullable(),
    derived: figure.nullable(),
    stated: figure.nullable(),
  })
  .meta({
    id: 'ProfileFigure',
    description: 'The user’s word wins; what the documents say stays visible.',
  });

export const profile = z
  .strictObject({
    currency: currencyCode,
    monthlyIncome: amount.nullable(),
    fixedExpenses: amount.nullable(),
    savingsGoalPercent: z.number().nullable(),
    entertainmentBudget: amount.nullable(),
    lastAnalyzedAt: instant.nullable(),
    incomePattern: z.enum(['regular', 'irregular', 'unknown']),
    periodKind: z.enum(['month', 'pay_cycle']),
    rollOver: z.boolean(),
    figures: z.strictObject({
      monthlyIncome: profileFigure,
      fixedExpenses: profileFigure,
      savings: profileFigure,
      debtMinimums: profileFigure,
      entertainmentBudget: profileFigure,
    }),
    incomeStreams: z.array(
      z.strictObject({
        name: z.string(),
        cadence: z.string().nullable(),
        perPayment: money,
        monthly: figure,
        nextDueOn: z.string().nullable(),
      }),
    ),
    expenseCategories: z.array(
      z.strictObject({
        category: z.string(),
        label: z.string(),
        group: z.string(),
        isFixed: z.boolean(),
        monthly: figure,
      }),
    ),
    data: dataState,
    questions: z.array(question),
  })
  .meta({ id: 'FinancialProfile' });

const statedAmount = z.union([givenAmount, z.strictObject({ amount: givenAmount, per: cadence.optional() })]);

export const profileChanges = z
  .strictObject({
    monthlyIncome: statedAmount.nullable().optional(),
    fixedExpenses: statedAmount.nullable().optional(),
    savingsGoalPercent: z.number().min(0).max(100).nullable().optional(),
    savings: statedAmount.nullable().optional(),
    debtMinimums: statedAmount.nullable().optional(),
    entertainmentBudget: statedAmount.nullable().optional(),
    currency: currencyCode.optional(),
    periodKind: z.enum(['month', 'pay_cycle']).optional(),
    rollOver: z.boolean().optional(),
    confirmed: z
      .boolean()
      .optional()
      .meta({ description: 'Take figures that looked odd; a question about them was answered with yes.' }),
  })
  .refine((changes) => !(changes.savings != null && changes.savingsGoalPercent != null), {
    path: ['savings'],
    message: 'Give an amount or a percentage, not both.',
  })
  .meta({
    id: 'FinancialProfileChanges',
    description:
      'Your own figures, in the profile’s currency. A field that is left out stays; null takes your figure back.',
  });

export const profileUpdated = z.strictObject({ profile, questions: z.array(question) });

export const budget = z
  .strictObject({
    state: z.enum(['ready', 'free-only', 'no-income']),
    currency: currencyCode,
    monthlyBudget: amount.nullable(),
    total: amount.nullable(),
    spent: amount,
    remaining: amount.nullable(),
    perDay: amount.nullable(),
    period: z.strictObject({
      kind: z.enum(['month', 'pay_cycle']),
      start: z.string(),
      end: z.string(),
      days: z.int(),
      elapsedDays: z.int(),
      daysLeft: z.int(),
    }),
    figures: z.strictObject({
      income: figure.nullable(),
      fixedNeeds: figure,
      savings: figure,
      debtMinimums: figure,
      discretionary: figure.nullable(),
      derivedBudget: figure.nullable(),
      statedBudget: figure.nullable(),
      monthlyBudget: figure.nullable(),
      periodBudget: figure.nullable(),
      carry: figure.nullable(),
      total: figure.nullable(),
      spent: figure,
      committed: figure,
      subscriptionsDue: figure,
      remaining: figure.nullable(),
      perDay: figure.nullable(),
      projection: figure.nullable(),
    }),
    anchors: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        role: z.enum(['cap', 'floor', 'habit', 'stated', 'reference']),
        figure,
        decides: z.boolean(),
      }),
    ),
    pace: z.strictObject({
      ratio: z.number().nullable(),
      lastWeek: z.number().nullable(),
      level: z.enum(['silent', 'ok', 'warn', 'critical']),
    }),
    formula: z.string(),
    arithmetic: z.array(z.string()),
    data: dataState,
    notes: z.array(z.string()),
    questions: z.array(question),
  })
  .meta({ id: 'EntertainmentBudget', description: 'This period’s money for fun, with its whole sum.' });

export const subscription = z
  .strictObject({
    id,
    name: z.string(),
    status: z.enum(['proposed', 'active', 'ended', 'declined']),
    origin: z.enum(['detected', 'stated']),
    price: figure.nullable(),
    cadence: z.string().nullable(),
    monthlyCost: figure.nullable(),
    annualCost: figure.nullable(),
    isEntertainment: z.boolean(),
    category: z.string(),
    firstSeenOn: z.string().nullable(),
    lastChargedOn: z.string().nullable(),
    nextDueOn: z.string().nullable(),
    priceChange: z.strictObject({ from: money, to: money, on: z.string() }).nullable(),
    overlapsWith: z.array(z.string()),
  })
  .meta({ id: 'Subscription' });

export const analysisReport = z
  .strictObject({ profile, budget, proposedSubscriptions: z.array(subscription), transactions: z.int() })
  .meta({ id: 'FinancialAnalysis' });

export const summaryQuery = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    months: wholeNumber(1, 36).optional().meta({ description: 'The newest months with data.' }),
  })
  .refine((query) => (query.from === undefined) === (query.to === undefined), {
    path: ['to'],
    message: 'Give `from` and `to` together.',
  })
  .refine((query) => query.from === undefined || query.to === undefined || query.from <= query.to, {
    path: ['to'],
    message: '`to` lies before `from`.',
  });

export const spendingSummary = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    currency: currencyCode,
    total: figure,
    entertainment: figure,
    needs: figure,
    other: figure,
    betting: figure,
    income: figure,
    categories: z.array(
      z.strictObject({
        category: z.string(),
        label: z.string(),
        group: z.string(),
        spent: figure,
        share: z.number().meta({ description: '0 to 1 of all spending.' }),
        transactions: z.int(),
        merchants: z.array(z.strictObject({ name: z.string(), spent: money, transactions: z.int() })),
      }),
    ),
    months: z.array(
      z.strictObject({
        month: z.string(),
        currency: currencyCode,
        total: amount,
        entertainment: amount,
        needs: amount,
        income: amount,
        complete: z.boolean(),
      }),
    ),
    data: dataState,
    notes: z.array(z.string()),
  })
  .meta({ id: 'SpendingSummary' });

export const insights = z
  .strictObject({
    insights: z.array(z.strictObject({ kind: z.string(), text: z.string(), figures: z.array(figure) })),
    data: dataState,
  })
  .meta({ id: 'Insights' });

export const affordabilityQuestion = z.strictObject({
  price: givenAmount,
  currency: currencyCode.optional(),
  recurring: cadence.optional(),
});

export const affordability = z
  .strictObject({
    verdict: z.enum(['yes', 'yes-but', 'no', 'unknown']),
    price: money,
    left: figure.nullable(),
    after: figure.nullable(),
    room: figure.nullable(),
    billsDue: z.array(z.strictObject({ name: z.string(), dueOn: z.string(), figure })),
    billsTotal: figure.nullable(),
    reason: z.string(),
    arithmetic: z.array(z.string()),
    savingPlan: z.strictObject({ periods: z.int(), perPeriod: money }).nullable(),
    data: dataState,
    questions: z.array(question),
  })
  .meta({ id: 'Affordability' });

export const newSubscription = z
  .strictObject({
    name: text(100).meta({ example: 'Netflix' }),
    price: givenAmount.optional(),
    currency: currencyCode.optional(),
    cadence: cadence.optional(),
  })
  .meta({ id: 'NewSubscription' });

export const subscriptionQuery = z.strictObject({
  status: z.enum(['proposed', 'active', 'ended', 'declined']).optional(),
});

export const subscriptionList = z
  .strictObject({
    subscriptions: z.array(subscription),
    monthlyTotal: figure.nullable(),
    annualTotal: figure.nullable(),
    overlaps: z.array(z.strictObject({ kind: z.string(), names: z.array(z.string()), text: z.string() })),
    notes: z.array(z.string()),
  })
  .meta({ id: 'SubscriptionList' });
