import { getItem } from '../../../core/catalogue/get-item.js';
import { refreshPrices } from '../../../core/catalogue/refresh-prices.js';
import { refreshReviews } from '../../../core/catalogue/refresh-reviews.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentOutcome, presentQuote, presentReview } from './presenter.js';
import * as schemas from './schemas.js';

const LOOKUP_MILLISECONDS = 60_000;

/** Looked-up prices and reviews, with their source and age. */
export function createLookupRoutes(services: ApiServices): Route[] {
  return [...priceRoutes(services), ...reviewRoutes(services)];
}

function priceRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/entertainment/{id}/prices',
      operationId: 'listPrices',
      tag: 'Prices and reviews',
      summary: 'Stored prices of an item',
      params: idParams,
      responses: { 200: { description: 'The newest first.', schema: schemas.priceList } },
      revalidate: true,
      handler: async ({ params }) => {
        const { quotes } = await getItem(context, { itemId: params.id });
        return reply(200, { prices: quotes.map(presentQuote) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/entertainment/{id}/prices/refresh',
      operationId: 'refreshPrices',
      tag: 'Prices and reviews',
      summary: 'Look the price up again',
      description: 'Books, board games and card games. What cannot be found stays unknown.',
      params: idParams,
      limit: 'lookup',
      deadline: LOOKUP_MILLISECONDS,
      responses: { 200: { description: 'What the providers said.', schema: schemas.priceReport } },
      problems: { 422: 'Prices of this kind of item are not looked up.' },
      handler: async ({ params, scope }) => {
        const report = await refreshPrices(context, { itemId: params.id, signal: scope.signal });
        return reply(200, {
          prices: report.quotes.map(presentQuote),
          outcomes: report.outcomes.map(presentOutcome),
        });
      },
    }),
  ];
}

function reviewRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/entertainment/{id}/reviews',
      operationId: 'listReviews',
      tag: 'Prices and reviews',
      summary: 'Stored reviews of an item',
      params: idParams,
      responses: { 200: { description: 'With a summary of two lines.', schema: schemas.reviewList } },
      revalidate: true,
      handler: async ({ params }) => {
        const { reviews, reviewSummary } = await getItem(context, { itemId: params.id });
        return reply(200, { reviews: reviews.map(presentReview), summary: reviewSummary });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/entertainment/{id}/reviews/refresh',
      operationId: 'refreshReviews',
      tag: 'Prices and reviews',
      summary: 'Look reviews up again',
      params: idParams,
      limit: 'lookup',
      deadline: LOOKUP_MILLISECONDS,
      responses: { 200: { description: 'What the providers said.', schema: schemas.reviewReport } },
      handler: async ({ params, scope }) => {
        const report = await refreshReviews(context, { itemId: params.id, signal: scope.signal });
        return reply(200, {
          reviews: report.reviews.map(presentReview),
          summary: report.summary,
          outcomes: report.outcomes.map(presentOutcome),
        });
      },
    }),
  ];
}
