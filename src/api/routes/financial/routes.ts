import { analyseFinances } from '../../../core/finance/analyse-finances.js';
import { checkAffordability } from '../../../core/finance/check-affordability.js';
import { explainFigure } from '../../../core/finance/explain-figure.js';
import type { FigureName } from '../../../core/finance/figure-names.js';
import { getBudgetStatus } from '../../../core/finance/get-budget-status.js';
import { getFinancialProfile } from '../../../core/finance/get-financial-profile.js';
import { getInsights } from '../../../core/finance/get-insights.js';
import { getSpendingSummary } from '../../../core/finance/get-spending-summary.js';
import { renderBudgetChart } from '../../../core/finance/render-budget-chart.js';
import { renderSpendingChart } from '../../../core/finance/render-spending-chart.js';
import { updateFinancialProfile } from '../../../core/finance/update-financial-profile.js';
import { MatineeError } from '../../../core/ports/errors.js';
import type { Category } from '../../../domain/categories/categories.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { takeAmount } from '../../present.js';
import type { ApiServices } from '../../services.js';
import * as figureSchemas from './figure-schemas.js';
import {
  presentAffordability,
  presentAnalysis,
  presentBudget,
  presentExplanation,
  presentInsights,
  presentProfile,
  presentSummary,
} from './presenter.js';
import * as schemas from './schemas.js';
import { statedChanges } from './stated-changes.js';

/** Profile, budget, spending and what explains them. */
export function createFinancialRoutes(services: ApiServices): Route[] {
  return [...profileRoutes(services), ...figureRoutes(services), ...pictureRoutes(services)];
}

function profileRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/financial/profile',
      operationId: 'getFinancialProfile',
      tag: 'Financial profile',
      summary: 'What is known of your money',
      description: 'Derived and stated figures apart, each with its sum and its sources.',
      responses: { 200: { description: 'The profile.', schema: schemas.profile } },
      handler: async ({ caller }) =>
        reply(200, presentProfile(await getFinancialProfile(context, { userId: caller.userId }))),
    }),
    defineRoute({
      method: 'put',
      path: '/api/financial/profile',
      operationId: 'updateFinancialProfile',
      tag: 'Financial profile',
      summary: 'State your own figures',
      description:
        'They win over the derived ones. A figure that contradicts another comes back as a question and is not taken until `confirmed`.',
      body: schemas.profileChanges,
      bodyExample: { monthlyIncome: { amount: 3200, per: 'monthly' }, savingsGoalPercent: 10 },
      responses: { 200: { description: 'The profile as it is now.', schema: schemas.profileUpdated } },
      handler: async ({ caller, body }) => {
        const currency =
          body.currency ?? (await getFinancialProfile(context, { userId: caller.userId })).currency;
        const { profile, questions } = await updateFinancialProfile(context, {
          userId: caller.userId,
          stated: statedChanges(body, currency),
          ...(body.currency !== undefined && { currency: body.currency }),
          ...(body.periodKind !== undefined && { periodKind: body.periodKind }),
          ...(body.rollOver !== undefined && { rollOver: body.rollOver }),
          ...(body.confirmed !== undefined && { confirmed: body.confirmed }),
        });
        return reply(200, {
          profile: presentProfile(profile),
          questions: questions.map((each) => ({ ...each })),
        });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/financial/analyze',
      operationId: 'analyzeFinances',
      tag: 'Financial profile',
      summary: 'Read all of your money anew',
      description: 'Happens by itself after each document; asking for it changes nothing that is up to date.',
      limit: 'heavy',
      responses: { 200: { description: 'What followed.', schema: schemas.analysisReport } },
      handler: async ({ caller }) =>
        reply(200, presentAnalysis(await analyseFinances(context, { userId: caller.userId }))),
    }),
  ];
}

function figureRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/financial/budget/entertainment',
      operationId: 'getEntertainmentBudget',
      tag: 'Financial profile',
      summary: 'What you can spend on fun this period',
      responses: { 200: { description: 'The budget with its whole sum.', schema: schemas.budget } },
      handler: async ({ caller }) =>
        reply(200, presentBudget(await getBudgetStatus(context, { userId: caller.userId }))),
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/spending/summary',
      operationId: 'getSpendingSummary',
      tag: 'Financial profile',
      summary: 'Where the money went',
      description: 'A span of days, or the newest months; without either, the newest month with data.',
      query: schemas.summaryQuery,
      responses: { 200: { description: 'The summary.', schema: schemas.spendingSummary } },
      handler: async ({ caller, query }) => {
        const { from, to, months } = query;
        const span = from !== undefined && to !== undefined ? { start: from, end: to } : undefined;
        const summary = await getSpendingSummary(context, {
          userId: caller.userId,
          ...(span && { span }),
          ...(months !== undefined && { months }),
        });
        return reply(200, presentSummary(summary));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/insights',
      operationId: 'getInsights',
      tag: 'Financial profile',
      summary: 'What stands out in your spending',
      responses: { 200: { description: 'The insights.', schema: schemas.insights } },
      handler: async ({ caller }) =>
        reply(200, presentInsights(await getInsights(context, { userId: caller.userId }))),
    }),
    defineRoute({
      method: 'post',
      path: '/api/financial/affordability',
      operationId: 'checkAffordability',
      tag: 'Financial profile',
      summary: 'Can I afford this?',
      body: schemas.affordabilityQuestion,
      bodyExample: { price: 59.99, currency: 'USD' },
      responses: { 200: { description: 'Yes, no or “yes, but”.', schema: schemas.affordability } },
      handler: async ({ caller, body }) => {
        const { userId } = caller;
        const currency = body.currency ?? (await getFinancialProfile(context, { userId })).currency;
        const answer = await checkAffordability(context, {
          userId,
          price: takeAmount('price', body.price, currency),
          ...(body.recurring !== undefined && { recurring: body.recurring }),
        });
        return reply(200, presentAffordability(answer));
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/figures/{figure}',
      operationId: 'explainFigure',
      tag: 'Financial profile',
      summary: 'Why is this figure what it is?',
      description: 'Its sum, and the document lines it came from.',
      params: figureSchemas.figureParams,
      query: figureSchemas.figureQuery,
      responses: { 200: { description: 'The explanation.', schema: figureSchemas.explanation } },
      handler: async ({ caller, params, query }) => {
        const figure = figureName(params.figure, query.category, query.month);
        const answer = await explainFigure(context, { userId: caller.userId, figure, limit: query.limit });
        return reply(200, presentExplanation(answer));
      },
    }),
  ];
}

function figureName(
  figure: Exclude<FigureName, `category:${string}`> | 'category',
  category: Category | undefined,
  month: string | undefined,
): FigureName {
  if (figure !== 'category') return figure;
  if (category === undefined) {
    throw new MatineeError('invalid', 'CATEGORY_MISSING', 'Say which category.', {
      fields: [{ path: 'category', message: 'Give a category.' }],
    });
  }
  return month === undefined ? `category:${category}` : `category:${category}:${month}`;
}

function pictureRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/financial/charts/{chart}',
      operationId: 'getFinancialChart',
      tag: 'Financial profile',
      summary: 'The budget or the spending as a picture',
      params: figureSchemas.chartParams,
      query: figureSchemas.chartQuery,
      responses: {
        200: { description: 'An SVG, described in words inside.', contentType: 'image/svg+xml' },
      },
      handler: async ({ caller, params, query }) => {
        const render = params.chart === 'budget' ? renderBudgetChart : renderSpendingChart;
        const chart = await render(context, { userId: caller.userId, theme: query.theme, format: 'svg' });
        return {
          raw: async (response) => {
            response.status(200).type('image/svg+xml').send(chart.svg);
          },
        };
      },
    }),
  ];
}
