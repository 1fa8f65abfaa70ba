import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Route } from '../../src/api/define-route.js';
import { type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';

/** The contract: method, path, and whether it is open to anybody. */
const contract = [
  ['post', '/api/auth/register', 'open'],
  ['post', '/api/auth/login', 'open'],
  ['post', '/api/auth/refresh', 'open'],
  ['post', '/api/auth/logout', 'user'],
  ['get', '/api/auth/me', 'user'],
  ['get', '/api/financial/profile', 'user'],
  ['put', '/api/financial/profile', 'user'],
  ['post', '/api/financial/documents', 'user'],
  ['get', '/api/financial/documents', 'user'],
  ['delete', '/api/financial/documents/{id}', 'user'],
  ['get', '/api/financial/documents/{id}/analysis', 'user'],
  ['post', '/api/financial/analyze', 'user'],
  ['get', '/api/financial/budget/entertainment', 'user'],
  ['get', '/api/financial/spending/summary', 'user'],
  ['get', '/api/preferences', 'user'],
  ['put', '/api/preferences', 'user'],
  ['get', '/api/preferences/subscriptions', 'user'],
  ['post', '/api/preferences/subscriptions', 'user'],
  ['delete', '/api/preferences/subscriptions/{id}', 'user'],
  ['post', '/api/chat/sessions', 'user'],
  ['get', '/api/chat/sessions', 'user'],
  ['get', '/api/chat/sessions/{id}', 'user'],
  ['delete', '/api/chat/sessions/{id}', 'user'],
  ['post', '/api/chat/sessions/{id}/messages', 'user'],
  ['get', '/api/entertainment', 'user'],
  ['get', '/api/entertainment/{id}', 'user'],
  ['get', '/api/entertainment/search', 'user'],
  ['get', '/api/entertainment/recommendations', 'user'],
  ['post', '/api/entertainment/{id}/save', 'user'],
  ['post', '/api/entertainment/{id}/rate', 'user'],
  ['get', '/api/entertainment/{id}/prices', 'user'],
  ['post', '/api/entertainment/{id}/prices/refresh', 'user'],
  ['get', '/api/entertainment/{id}/reviews', 'user'],
  ['post', '/api/entertainment/{id}/reviews/refresh', 'user'],
  ['get', '/api/health', 'open'],
  ['get', '/api/health/ready', 'open'],
] as const;

/** What is open beside the contract, each for its reason. */
const furtherOpen = [
  'post /api/auth/confirm',
  'post /api/auth/confirm/resend',
  'post /api/auth/guest',
  'get /api/files/{token}',
  'get /api/openapi.json',
];

let opened: ApiContext;
let api: RunningApi;
// biome-ignore lint/suspicious/noExplicitAny: the document is read as it comes over the wire.
let document: any;
let routes: readonly Route[];

beforeAll(async () => {
  opened = await openApiContext();
  api = await runApi(opened);
  document = (await api.call('GET', '/api/openapi.json')).body;
  routes = api.api.routes;
});

afterAll(async () => {
  await api.close();
  await opened.close();
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it.each(contract)('has %s %s (%s)', (method, path, access) => {
    const operation = document.paths[path]?.[method];
    expect(operation).toBeDefined();
    expect(operation.security).toEqual(access === 'open' ? [] : [{ user: [] }]);
  });

  it('lets nobody in without a token beyond what is meant to be open', () => {
    const open = routes
      .filter((route) => route.auth === 'none')
      .map((route) => `${route.method} ${route.path}`);
    const meant = contract
      .filter(([, , access]) => access === 'open')
      .map(([method, path]) => `${method} ${path}`);
    expect(open.sort()).toEqual([...meant, ...furtherOpen].sort());
  });

  it('describes each operation: a name of its own, a summary, a chapter, its answers', () => {
    const names = routes.map((route) => route.operationId);
    expect(new Set(names).size).toBe(names.length);
    const chapters = new Set(document.tags.map((tag: { name: string }) => tag.name));
    for (const route of routes) {
      const operation = document.paths[route.path][route.method];
      expect(operation.summary.length).toBeGreaterThan(3);
      expect(chapters.has(operation.tags[0])).toBe(true);
      const successes = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      expect(successes.length).toBeGreaterThan(0);
      for (const status of ['429', '500']) {
        expect(operation.responses[status].content['application/problem+json'].schema.$ref).toBe(
          '#/components/schemas/Problem',
        );
      }
    }
  });

  it('has an example for every JSON body, and each is what the route takes', () => {
    const without = routes.filter((route) => route.body && route.bodyExample === undefined);
    expect(without.map((route) => route.operationId)).toEqual([]);
    for (const route of routes) {
      if (!route.body) continue;
      const parsed = route.body.safeParse(route.bodyExample);
      expect([route.operationId, parsed.success, parsed.error?.issues]).toEqual([
        route.operationId,
        true,
        undefined,
      ]);
    }
  });

  it('has an example for every JSON answer, and each is what the route may answer', () => {
    for (const route of routes) {
      for (const [status, { schema }] of Object.entries(route.responses)) {
        if (!schema) continue;
        const { example } =
          document.paths[route.path][route.method].responses[status].content['application/json'];
        const problems = schema.safeParse(example).error?.issues ?? [];
        expect([route.operationId, status, problems]).toEqual([route.operationId, status, []]);
      }
    }
  });

  it('refuses unknown fields in every body that it describes', () => {
    for (const route of routes) {
      const body = document.paths[route.path][route.method].requestBody?.content['application/json'];
      if (!body) continue;
      const resolve = (schema: { $ref?: string }) =>
        schema.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
      const schema = resolve(body.schema);
      const alternatives = schema.oneOf ?? schema.anyOf ?? [schema];
      for (const alternative of alternatives.map(resolve)) {
        expect([route.operationId, alternative.additionalProperties]).toEqual([route.operationId, false]);
      }
    }
  });

  it('is sent again only when it changed', async () => {
    const first = await api.call('GET', '/api/openapi.json');
    const etag = first.headers.get('etag') ?? '';
    const again = await api.call('GET', '/api/openapi.json', { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('the documentation page', () => {
  it('shows every operation, every schema and every problem', async () => {
    const { text } = await api.call('GET', '/docs');
    for (const route of routes) expect(text).toContain(`id="${route.operationId}"`);
    for (const name of Object.keys(document.components.schemas))
      expect(text).toContain(`id="schema-${name}"`);
    expect(text).toContain('id="problem-not-found"');
  });

  it('needs no script and no other server', async () => {
    const { text, headers } = await api.call('GET', '/docs');
    expect(text).not.toMatch(/<script/i);
    const links = [...text.matchAll(/(?:href|src)="([^"#]+)"/g)].map((match) => match[1]);
    expect(links.filter((link) => /^(?:https?:)?\/\//.test(link ?? ''))).toEqual([]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await api.call('GET', '/docs/docs.css')).headers.get('content-type')).toContain('text/css');
  });

  it('leads with every link of its own to something that is there', async () => {
    const { text } = await api.call('GET', '/docs');
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    const missing = targets.filter((target) => !text.includes(`id="${target}"`));
    expect(missing).toEqual([]);
  });
});
