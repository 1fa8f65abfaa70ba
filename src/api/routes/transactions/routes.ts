import type { z } from 'zod';
import { correctSpending } from '../../../core/finance/correct-spending.js';
import { getFinancialProfile } from '../../../core/finance/get-financial-profile.js';
import { listTransactions } from '../../../core/finance/list-transactions.js';
import { logSpending } from '../../../core/finance/log-spending.js';
import type { DateSpan } from '../../../domain/calendar.js';
import type { Category } from '../../../domain/categories/categories.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { nextOffset, offsetOf } from '../../pagination.js';
import { takeAmount } from '../../present.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentCorrection, presentLogged, presentTransaction } from './presenter.js';
import * as schemas from './schemas.js';

/** What was spent and earned, and the user's word on it. */
export function createTransactionRoutes(services: ApiServices): Route[] {
  return [listRoute(services), logRoute(services), correctRoute(services)];
}

function listRoute({ context }: ApiServices): Route {
  return defineRoute({
    method: 'get',
    path: '/api/financial/transactions',
    operationId: 'listTransactions',
    tag: 'Transactions',
    summary: 'Your transactions, the latest first',
    description: 'Each with the document lines that show it.',
    query: schemas.transactionQuery,
    responses: { 200: { description: 'A page of transactions.', schema: schemas.transactionList } },
    handler: async ({ caller, query }) => {
      const offset = offsetOf(query.cursor);
      const span = spanOf(query.from, query.to);
      const page = await listTransactions(context, {
        userId: caller.userId,
        limit: query.limit,
        offset,
        ...(span && { span }),
        ...(query.category !== undefined && { category: query.category }),
      });
      return reply(200, {
        transactions: page.transactions.map(presentTransaction),
        total: page.total,
        nextCursor: nextOffset(offset, page.transactions.length, page.total),
      });
    },
  });
}

/** An open end reaches as far as dates go. */
function spanOf(from: string | undefined, to: string | undefined): DateSpan | null {
  if (from === undefined && to === undefined) return null;
  return { start: from ?? '0001-01-01', end: to ?? '9999-12-31' };
}

function logRoute({ context }: ApiServices): Route {
  return defineRoute({
    method: 'post',
    path: '/api/financial/transactions',
    operationId: 'logSpending',
    tag: 'Transactions',
    summary: 'Tell what you spent',
    description: 'It counts at once; the statement line that later shows it is matched to it.',
    body: schemas.newSpending,
    bodyExample: { amount: 18, currency: 'USD', description: 'cinema' },
    responses: { 201: { description: 'What was understood.', schema: schemas.loggedSpending } },
    handler: async ({ caller, body }) => {
      const { userId } = caller;
      const currency = body.currency ?? (await getFinancialProfile(context, { userId })).currency;
      const logged = await logSpending(context, {
        userId,
        origin: 'api',
        amount: takeAmount('amount', body.amount, currency),
        description: body.description,
        ...(body.on !== undefined && { on: body.on }),
        ...(body.category !== undefined && { category: body.category }),
        ...(body.itemId !== undefined && { itemId: body.itemId }),
        ...(body.confirmed !== undefined && { confirmed: body.confirmed }),
      });
      return reply(201, presentLogged(logged));
    },
  });
}

function correctRoute({ context }: ApiServices): Route {
  return defineRoute({
    method: 'patch',
    path: '/api/financial/transactions/{id}',
    operationId: 'correctTransaction',
    tag: 'Transactions',
    summary: 'Correct a transaction',
    description:
      'Its category, whether it is entertainment, or whether it counts; remembered for the merchant.',
    params: idParams,
    body: schemas.correction,
    bodyExample: { category: 'groceries' },
    responses: { 200: { description: 'What was changed.', schema: schemas.corrected } },
    handler: async ({ caller, params, body }) => {
      const result = await correctSpending(context, {
        userId: caller.userId,
        target: { transactionId: params.id },
        change: changeOf(body),
        ...(body.scope && { scope: body.scope }),
      });
      return reply(200, presentCorrection(result));
    },
  });
}

type Change = { category: Category } | { entertainment: false } | { ignored: boolean };

function changeOf(body: z.output<typeof schemas.correction>): Change {
  if (body.category !== undefined) return { category: body.category };
  return body.entertainment === undefined ? { ignored: body.ignored ?? true } : { entertainment: false };
}
