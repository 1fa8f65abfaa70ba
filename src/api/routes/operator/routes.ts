import { z } from 'zod';
import { importCatalogue } from '../../../core/catalogue/import-catalogue.js';
import { retireItem } from '../../../core/catalogue/retire-item.js';
import { defineOpenRoute, type Route, reply } from '../../define-route.js';
import { id, idParams, text } from '../../schemas.js';
import type { ApiServices } from '../../services.js';

const MAX_RECORDS = 1_000;
const BODY_LIMIT = 4 * 1024 * 1024;

const catalogueImport = z.strictObject({
  source: text(50)
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'Use small letters, digits and hyphens.')
    .meta({ description: 'Where the items come from. Importing again updates the items of this source.' }),
  items: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .max(MAX_RECORDS, `Give at most ${MAX_RECORDS} at a time.`)
    .meta({ description: 'As in a line of an import file (docs/ranking.md).' }),
});

const importReport = z.strictObject({
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  problems: z.array(z.strictObject({ line: z.int(), message: z.string() })),
});

const retirement = z.strictObject({ itemId: id, retired: z.boolean() });

async function* numbered(items: readonly Record<string, unknown>[]) {
  for (const [index, value] of items.entries()) yield { line: index + 1, value };
}

/** Administration by whoever bears the operator's token. */
export function createOperatorRoutes(services: ApiServices): Route[] {
  return [importRoute(services), ...retirementRoutes(services)];
}

function retirementRoutes({ context }: ApiServices): Route[] {
  const path = '/api/operator/catalogue/items/{id}/retirement';
  return [
    defineOpenRoute({
      method: 'put',
      path,
      operationId: 'retireItem',
      tag: 'Operator',
      summary: 'Offer an item no longer',
      description: 'It stays where people saved it.',
      auth: 'operator',
      params: idParams,
      responses: { 200: { description: 'It is retired.', schema: retirement } },
      handler: async ({ params }) =>
        reply(200, await retireItem(context, { itemId: params.id, retired: true })),
    }),
    defineOpenRoute({
      method: 'delete',
      path,
      operationId: 'restoreItem',
      tag: 'Operator',
      summary: 'Offer an item again',
      auth: 'operator',
      params: idParams,
      responses: { 200: { description: 'It is offered again.', schema: retirement } },
      handler: async ({ params }) =>
        reply(200, await retireItem(context, { itemId: params.id, retired: false })),
    }),
  ];
}

function importRoute({ context }: ApiServices): Route {
  return defineOpenRoute({
    method: 'post',
    path: '/api/operator/catalogue/import',
    operationId: 'importCatalogue',
    tag: 'Operator',
    summary: 'Add and change items of the catalogue',
    auth: 'operator',
    body: catalogueImport,
    bodyExample: {
      source: 'my-shop',
      items: [{ key: 'catan', title: 'Catan', type: 'board_game', price: 44, priceType: 'one_time' }],
    },
    bodyLimit: BODY_LIMIT,
    deadline: 120_000,
    responses: {
      200: { description: 'What changed; bad items are left out and named.', schema: importReport },
    },
    handler: async ({ body }) => {
      const report = await importCatalogue(context, {
        source: body.source,
        records: numbered(body.items),
      });
      const { read, added, changed, unchanged, rejected, problems } = report;
      return reply(200, {
        read,
        added,
        changed,
        unchanged,
        rejected,
        problems: problems.map(({ line, message }) => ({ line, message })),
      });
    },
  });
}
