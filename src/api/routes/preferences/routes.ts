import { addSubscription } from '../../../core/finance/add-subscription.js';
import { endSubscription } from '../../../core/finance/end-subscription.js';
import { getFinancialProfile } from '../../../core/finance/get-financial-profile.js';
import { listSubscriptions } from '../../../core/finance/list-subscriptions.js';
import { getPreferences } from '../../../core/recommendations/get-preferences.js';
import {
  type PreferenceChanges,
  updatePreferences,
} from '../../../core/recommendations/update-preferences.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { takeAmount } from '../../present.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentSubscription, presentSubscriptions } from '../financial/presenter.js';
import { newSubscription, subscription, subscriptionList, subscriptionQuery } from '../financial/schemas.js';
import { presentPreferences } from './presenter.js';
import * as schemas from './schemas.js';

/** Taste, and what is subscribed to. */
export function createPreferenceRoutes(services: ApiServices): Route[] {
  return [...tasteRoutes(services), ...subscriptionRoutes(services)];
}

function tasteRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/preferences',
      operationId: 'getPreferences',
      tag: 'Preferences',
      summary: 'Your taste, as you told it',
      responses: { 200: { description: 'The preferences.', schema: schemas.preferences } },
      handler: async ({ caller }) =>
        reply(200, presentPreferences(await getPreferences(context, { userId: caller.userId }))),
    }),
    defineRoute({
      method: 'put',
      path: '/api/preferences',
      operationId: 'updatePreferences',
      tag: 'Preferences',
      summary: 'Change your taste',
      description: 'The latest word wins: a genre newly liked leaves the dislikes, and the other way round.',
      body: schemas.preferenceChanges,
      bodyExample: {
        preferredGenres: ['comedy', 'science fiction'],
        dislikedGenres: ['horror'],
        priceSensitivity: 'budget',
      },
      responses: { 200: { description: 'The preferences as they are now.', schema: schemas.preferences } },
      handler: async ({ caller, body }) => {
        const changes: PreferenceChanges = {
          ...(body.preferredGenres && { preferredGenres: { set: body.preferredGenres } }),
          ...(body.dislikedGenres && { dislikedGenres: { set: body.dislikedGenres } }),
          ...(body.preferredActivities && { preferredActivities: { set: body.preferredActivities } }),
          ...(body.streamingSubscriptions && {
            streamingSubscriptions: { set: body.streamingSubscriptions },
          }),
          ...(body.priceSensitivity !== undefined && { priceSensitivity: body.priceSensitivity }),
        };
        const preferences = await updatePreferences(context, { userId: caller.userId, changes });
        return reply(200, presentPreferences(preferences));
      },
    }),
  ];
}

function subscriptionRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/preferences/subscriptions',
      operationId: 'listSubscriptions',
      tag: 'Preferences',
      summary: 'What you subscribe to',
      description: 'With monthly and annual cost and overlaps. `proposed` ones wait for your yes.',
      query: subscriptionQuery,
      responses: { 200: { description: 'The subscriptions.', schema: subscriptionList } },
      handler: async ({ caller, query }) => {
        const list = await listSubscriptions(context, {
          userId: caller.userId,
          ...(query.status && { status: query.status }),
        });
        return reply(200, presentSubscriptions(list));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/preferences/subscriptions',
      operationId: 'addSubscription',
      tag: 'Preferences',
      summary: 'Add a subscription, or say yes to a proposed one',
      body: newSubscription,
      bodyExample: { name: 'Netflix', price: 15.49, currency: 'USD', cadence: 'monthly' },
      responses: { 201: { description: 'The subscription.', schema: subscription } },
      handler: async ({ caller, body }) => {
        const { userId } = caller;
        const currency = body.currency ?? (await getFinancialProfile(context, { userId })).currency;
        const added = await addSubscription(context, {
          userId,
          name: body.name,
          ...(body.price !== undefined && { price: takeAmount('price', body.price, currency) }),
          ...(body.cadence !== undefined && { cadence: body.cadence }),
        });
        return reply(201, presentSubscription(added));
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/preferences/subscriptions/{id}',
      operationId: 'endSubscription',
      tag: 'Preferences',
      summary: 'End a subscription, or decline a proposed one',
      params: idParams,
      responses: { 200: { description: 'The subscription, ended.', schema: subscription } },
      handler: async ({ caller, params }) => {
        const ended = await endSubscription(context, { userId: caller.userId, subscriptionId: params.id });
        return reply(200, presentSubscription(ended));
      },
    }),
  ];
}
