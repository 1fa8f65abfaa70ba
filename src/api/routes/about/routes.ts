import { z } from 'zod';
import { defineOpenRoute, type Route, reply } from '../../define-route.js';
import { createOpenApiDocument, type OpenApiDocument } from '../../openapi/document.js';

const anyObject = z.record(z.string(), z.unknown());

/** The description of the API for machines: of all other routes, and of itself. */
export function describeRoutes(
  others: readonly Route[],
  options: { readonly version: string },
): { readonly routes: readonly Route[]; readonly document: OpenApiDocument } {
  const about: Route = defineOpenRoute({
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'getOpenApi',
    tag: 'About',
    summary: 'This description, as OpenAPI 3.1',
    auth: 'none',
    responses: { 200: { description: 'The document.', schema: anyObject } },
    revalidate: true,
    handler: async () => reply(200, { ...document }),
  });
  const routes = [...others, about];
  const document: OpenApiDocument = createOpenApiDocument(routes, options);
  return { routes, document };
}
