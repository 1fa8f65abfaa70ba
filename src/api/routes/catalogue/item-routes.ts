import { deleteWish } from '../../../core/recommendations/delete-wish.js';
import { listWishlist } from '../../../core/recommendations/list-wishlist.js';
import { markItem } from '../../../core/recommendations/mark-item.js';
import { rateItem } from '../../../core/recommendations/rate-item.js';
import { respondToRecommendation } from '../../../core/recommendations/respond-to-recommendation.js';
import { saveWish } from '../../../core/recommendations/save-wish.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { takeAmount } from '../../present.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentWish } from './presenter.js';
import * as schemas from './schemas.js';

/** What a user says about an item: saved, rated, owned, seen, rejected. */
export function createItemRoutes(services: ApiServices): Route[] {
  return [...wishRoutes(services), ...markRoutes(services)];
}

function wishRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/entertainment/wishlist',
      operationId: 'listWishlist',
      tag: 'Catalogue',
      summary: 'What you saved',
      responses: { 200: { description: 'The newest first.', schema: schemas.wishlist } },
      handler: async ({ caller }) => {
        const entries = await listWishlist(context, { userId: caller.userId });
        return reply(200, { items: entries.map(presentWish) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/entertainment/{id}/save',
      operationId: 'saveItem',
      tag: 'Catalogue',
      summary: 'Save an item for later',
      description: 'On the wishlist, optionally with the price to wait for.',
      params: idParams,
      body: schemas.wish.optional(),
      bodyExample: { targetPrice: 25, currency: 'USD' },
      responses: { 200: { description: 'It is saved.', schema: schemas.saved } },
      handler: async ({ caller, params, body }) => {
        const { userId } = caller;
        const currency = body?.currency ?? context.settings.defaultCurrency;
        const targetPrice =
          body?.targetPrice === undefined ? null : takeAmount('targetPrice', body.targetPrice, currency);
        await respondToRecommendation(context, { userId, itemId: params.id, response: 'saved' });
        const { itemId, title } = await saveWish(context, { userId, itemId: params.id, targetPrice });
        return reply(200, { itemId, title, saved: true as const });
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/entertainment/{id}/save',
      operationId: 'unsaveItem',
      tag: 'Catalogue',
      summary: 'Take an item off the wishlist',
      params: idParams,
      responses: { 200: { description: 'Whether it was on it.', schema: schemas.removed } },
      handler: async ({ caller, params }) =>
        reply(200, await deleteWish(context, { userId: caller.userId, itemId: params.id })),
    }),
  ];
}

function markRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/entertainment/{id}/rate',
      operationId: 'rateItem',
      tag: 'Catalogue',
      summary: 'Rate an item',
      description: 'From 0 to 5. Whoever rates it knows it, so it is not recommended again.',
      params: idParams,
      body: schemas.rating,
      bodyExample: { rating: 4.5 },
      responses: { 200: { description: 'Your rating.', schema: schemas.rated } },
      handler: async ({ caller, params, body }) => {
        const { itemId, value } = await rateItem(context, {
          userId: caller.userId,
          itemId: params.id,
          value: body.rating,
        });
        return reply(200, { itemId, rating: value });
      },
    }),
    defineRoute({
      method: 'put',
      path: '/api/entertainment/{id}/states/{state}',
      operationId: 'markItem',
      tag: 'Catalogue',
      summary: 'Say that you own, saw, bought or do not want an item',
      description: 'It is not recommended again.',
      params: schemas.stateParams,
      responses: { 200: { description: 'The state.', schema: schemas.marked } },
      handler: async ({ caller, params }) =>
        reply(
          200,
          await markItem(context, {
            userId: caller.userId,
            itemId: params.id,
            state: params.state,
            on: true,
          }),
        ),
    }),
    defineRoute({
      method: 'delete',
      path: '/api/entertainment/{id}/states/{state}',
      operationId: 'unmarkItem',
      tag: 'Catalogue',
      summary: 'Take that back',
      params: schemas.stateParams,
      responses: { 200: { description: 'The state.', schema: schemas.marked } },
      handler: async ({ caller, params }) =>
        reply(
          200,
          await markItem(context, {
            userId: caller.userId,
            itemId: params.id,
            state: params.state,
            on: false,
          }),
        ),
    }),
  ];
}
