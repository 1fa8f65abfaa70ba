import type { z } from 'zod';
import { getSession } from '../../../core/conversation/get-session.js';
import { getBudgetStatus } from '../../../core/finance/get-budget-status.js';
import { explainRecommendation } from '../../../core/recommendations/explain-recommendation.js';
import { planEvening } from '../../../core/recommendations/plan-evening.js';
import { recommend } from '../../../core/recommendations/recommend.js';
import { respondToRecommendation } from '../../../core/recommendations/respond-to-recommendation.js';
import type { BudgetForFun, RecommendInput } from '../../../core/recommendations/types.js';
import type { Currency } from '../../../domain/money.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { takeAmount } from '../../present.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentEvening, presentItemExplanation, presentRecommendations } from './presenter.js';
import * as schemas from './schemas.js';

/** What fits somebody's taste and money, and what they say to it. */
export function createRecommendationRoutes(services: ApiServices): Route[] {
  return [recommendRoute(services), eveningRoute(services), ...answerRoutes(services)];
}

type Context = ApiServices['context'];

/** What is left for fun, as the budget has it. */
async function budgetFor(context: Context, userId: string): Promise<BudgetForFun & { currency: Currency }> {
  const status = await getBudgetStatus(context, { userId });
  return {
    remaining: status.left?.amount ?? null,
    total: status.total?.amount ?? null,
    currency: status.currency,
  };
}

function recommendRoute({ context }: ApiServices): Route {
  return defineRoute({
    method: 'get',
    path: '/api/entertainment/recommendations',
    operationId: 'recommend',
    tag: 'Catalogue',
    summary: 'What fits your taste and your money',
    description:
      'Within what is left of the budget and `maxPrice`, whichever is smaller. Kept in your history.',
    query: schemas.recommendQuery,
    limit: 'heavy',
    responses: {
      200: { description: 'The best first, each with its reason.', schema: schemas.recommendations },
    },
    handler: async ({ caller, query }) => {
      const { userId } = caller;
      if (query.sessionId !== undefined) {
        await getSession(context, { userId, sessionId: query.sessionId, limit: 1 });
      }
      const budget = await budgetFor(context, userId);
      const list = await recommend(context, { userId, budget, ...wishesOf(query, budget.currency) });
      return reply(200, presentRecommendations(list));
    },
  });
}

function wishesOf(
  query: z.output<typeof schemas.recommendQuery>,
  currency: Currency,
): Omit<RecommendInput, 'userId' | 'budget'> {
  const { maxPrice } = query;
  return {
    limit: query.limit,
    partySize: query.partySize,
    ...(maxPrice !== undefined && { maxPrice: takeAmount('maxPrice', maxPrice, query.currency ?? currency) }),
    ...(query.sessionId !== undefined && { sessionId: query.sessionId }),
    ...(query.mood !== undefined && { mood: query.mood }),
    ...(query.q !== undefined && { query: query.q }),
    ...(query.type && { types: query.type }),
    ...(query.genre && { genres: query.genre }),
    ...(query.excludeGenre && { excludeGenres: query.excludeGenre }),
    ...(query.platform && { platforms: query.platform }),
    ...(query.maxMinutes !== undefined && { maxMinutes: query.maxMinutes }),
    ...(query.age !== undefined && { age: query.age }),
    ...(query.place !== undefined && { place: query.place }),
    ...(query.yearFrom !== undefined && { yearFrom: query.yearFrom }),
    ...(query.freeOnly !== undefined && { freeOnly: query.freeOnly }),
    ...(query.exclude && { excludeIds: query.exclude }),
  };
}

function eveningRoute({ context }: ApiServices): Route {
  return defineRoute({
    method: 'post',
    path: '/api/entertainment/evening',
    operationId: 'planEvening',
    tag: 'Catalogue',
    summary: 'Plan an evening under a limit',
    body: schemas.evening,
    bodyExample: { limit: 80, currency: 'USD', partySize: 2 },
    limit: 'heavy',
    responses: { 200: { description: 'The plan.', schema: schemas.eveningPlan } },
    handler: async ({ caller, body }) => {
      const currency = body.currency ?? context.settings.defaultCurrency;
      const plan = await planEvening(context, {
        userId: caller.userId,
        limit: takeAmount('limit', body.limit, currency),
        partySize: body.partySize,
        ...(body.mood !== undefined && { mood: body.mood }),
        ...(body.place !== undefined && { place: body.place }),
        ...(body.age !== undefined && { age: body.age }),
        ...(body.types && { types: body.types }),
      });
      return reply(200, presentEvening(plan));
    },
  });
}

function answerRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/recommendations/{id}/response',
      operationId: 'respondToRecommendation',
      tag: 'Catalogue',
      summary: 'Like, dislike, save or buy what was recommended',
      params: idParams,
      body: schemas.response,
      bodyExample: { response: 'liked' },
      responses: { 200: { description: 'Your answer.', schema: schemas.responded } },
      handler: async ({ caller, params, body }) =>
        reply(
          200,
          await respondToRecommendation(context, {
            userId: caller.userId,
            recommendationId: params.id,
            response: body.response,
          }),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/api/entertainment/{id}/explanation',
      operationId: 'explainItem',
      tag: 'Catalogue',
      summary: 'Why an item suits you, or why not',
      params: idParams,
      query: schemas.explanationQuery,
      responses: { 200: { description: 'The explanation.', schema: schemas.explanation } },
      handler: async ({ caller, params, query }) => {
        const { userId } = caller;
        const value = await explainRecommendation(context, {
          userId,
          itemId: params.id,
          budget: await budgetFor(context, userId),
          partySize: query.partySize,
        });
        return reply(200, presentItemExplanation(value));
      },
    }),
  ];
}
