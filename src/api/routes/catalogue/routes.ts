import { getItem } from '../../../core/catalogue/get-item.js';
import { listItems } from '../../../core/catalogue/list-items.js';
import { searchCatalogue } from '../../../core/catalogue/search-catalogue.js';
import { getPreferences } from '../../../core/recommendations/get-preferences.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { filtersOf } from './filters.js';
import { createItemRoutes } from './item-routes.js';
import { createLookupRoutes } from './lookup-routes.js';
import { presentDetails, presentPriced } from './presenter.js';
import { createRecommendationRoutes } from './recommendation-routes.js';
import * as schemas from './schemas.js';

/** The catalogue: looked through, searched, recommended from, and answered to. */
export function createCatalogueRoutes(services: ApiServices): Route[] {
  return [
    ...browseRoutes(services),
    ...createRecommendationRoutes(services),
    ...createItemRoutes(services),
    ...createLookupRoutes(services),
  ];
}

function browseRoutes({ context }: ApiServices): Route[] {
  const { defaultCurrency } = context.settings;
  const servicesOf = async (userId: string, freeOnly: boolean | undefined): Promise<readonly string[]> =>
    freeOnly ? (await getPreferences(context, { userId })).streamingSubscriptions : [];
  return [
    defineRoute({
      method: 'get',
      path: '/api/entertainment',
      operationId: 'listItems',
      tag: 'Catalogue',
      summary: 'Look through the catalogue',
      description: 'Each item with what it would cost you. Lists repeat a parameter or put commas between.',
      query: schemas.listQuery,
      responses: { 200: { description: 'A page of items.', schema: schemas.itemPage } },
      revalidate: true,
      handler: async ({ caller, query }) => {
        const { userId } = caller;
        const page = await listItems(context, {
          userId,
          filters: filtersOf(query, defaultCurrency, await servicesOf(userId, query.freeOnly)),
          sort: query.sort,
          limit: query.limit,
          cursor: query.cursor ?? null,
        });
        return reply(200, { items: page.items.map(presentPriced), nextCursor: page.nextCursor });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/entertainment/search',
      operationId: 'searchItems',
      tag: 'Catalogue',
      summary: 'Find items by name, words or meaning',
      query: schemas.searchQuery,
      responses: { 200: { description: 'The best first.', schema: schemas.searchResult } },
      revalidate: true,
      handler: async ({ caller, query, scope }) => {
        const { userId } = caller;
        const { q, partySize, limit, ...filters } = query;
        const found = await searchCatalogue(context, {
          query: q,
          userId,
          filters: filtersOf(filters, defaultCurrency, await servicesOf(userId, query.freeOnly)),
          partySize,
          limit,
          signal: scope.signal,
        });
        return reply(200, {
          items: found.items.map((hit) => ({ ...presentPriced(hit), score: hit.score })),
          unmet: [...found.unmet],
        });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/entertainment/{id}',
      operationId: 'getItem',
      tag: 'Catalogue',
      summary: 'One item with its prices and reviews',
      params: idParams,
      responses: { 200: { description: 'The item.', schema: schemas.itemDetails } },
      revalidate: true,
      handler: async ({ caller, params }) => {
        const details = await getItem(context, { itemId: params.id, userId: caller.userId });
        return reply(200, presentDetails(details));
      },
    }),
  ];
}
