import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { z } from 'zod';
import { defineOpenRoute, defineRoute, empty, type Route, reply } from '../../../src/api/define-route.js';
import { createAuthenticator } from '../../../src/api/middleware/authenticate.js';
import { correlate } from '../../../src/api/middleware/correlation.js';
import { createRateLimits } from '../../../src/api/middleware/rate-limits.js';
import { answerError, mountRoutes, refuseUnknownAddress } from '../../../src/api/mount.js';
import { listOf, wholeNumber } from '../../../src/api/schemas.js';
import { MatineeError } from '../../../src/core/ports/errors.js';
import type { Logger } from '../../../src/core/ports/runtime.js';
import { type Served, serve } from '../../support/api/serve.js';

const thing = z.strictObject({ name: z.string().min(1).max(20), count: z.int().optional() });
const lines: { fields: Record<string, unknown>; message: string }[] = [];

function recordingLog(bound: Record<string, unknown>): Logger {
  const write = (fields: Record<string, unknown>, message: string) => {
    lines.push({ fields: { ...bound, ...fields }, message });
  };
  return {
    debug: write,
    info: write,
    warn: write,
    error: write,
    child: (fields) => recordingLog({ ...bound, ...fields }),
  };
}

let slowSignal: AbortSignal | undefined;

function routes(): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/things',
      operationId: 'addThing',
      tag: 'Health',
      summary: 'Add',
      body: thing,
      responses: { 201: { description: 'Added.', schema: thing } },
      handler: async ({ body }) => reply(201, body, { Location: '/things/1' }),
    }),
    defineOpenRoute({
      method: 'get',
      path: '/things/{id}',
      operationId: 'getThing',
      tag: 'Health',
      summary: 'Get',
      auth: 'none',
      params: z.strictObject({ id: z.uuid() }),
      query: z.strictObject({ limit: wholeNumber(1, 9).default(5), tag: listOf(z.string()).optional() }),
      responses: { 200: { description: 'It.', schema: z.unknown() } },
      revalidate: true,
      handler: async ({ params, query }) => reply(200, { ...params, ...query }),
    }),
    defineOpenRoute({
      method: 'get',
      path: '/things/special',
      operationId: 'getSpecial',
      tag: 'Health',
      summary: 'Special',
      auth: 'none',
      responses: { 204: { description: 'Nothing.' } },
      handler: async () => empty(204),
    }),
    defineOpenRoute({
      method: 'get',
      path: '/broken',
      operationId: 'getBroken',
      tag: 'Health',
      summary: 'Broken',
      auth: 'none',
      responses: { 204: { description: 'Nothing.' } },
      handler: async () => {
        throw new Error('internals of /srv/secret.ts');
      },
    }),
    defineOpenRoute({
      method: 'get',
      path: '/slow',
      operationId: 'getSlow',
      tag: 'Health',
      summary: 'Slow',
      auth: 'none',
      deadline: 60,
      responses: { 204: { description: 'Nothing.' } },
      handler: ({ scope }) => {
        slowSignal = scope.signal;
        return new Promise((_, reject) => {
          scope.signal.addEventListener('abort', () => reject(scope.signal.reason), { once: true });
        });
      },
    }),
    defineOpenRoute({
      method: 'get',
      path: '/operator',
      operationId: 'getOperator',
      tag: 'Operator',
      summary: 'Operator',
      auth: 'operator',
      responses: { 204: { description: 'Nothing.' } },
      handler: async () => empty(204),
    }),
  ];
}

let served: Served;

beforeAll(async () => {
  const log = recordingLog({});
  const clock = { now: () => new Date(), sleep: async () => undefined };
  const app = express();
  app.set('etag', false);
  app.use(
    correlate({ log, clock, ids: { uuid: () => crypto.randomUUID(), bytes: () => new Uint8Array(8) } }),
  );
  mountRoutes(app, routes(), {
    log,
    operatorToken: 'the-operator-token',
    closing: new AbortController().signal,
    rateLimits: createRateLimits({
      log,
      metrics: { count: () => undefined, observe: () => undefined },
    }),
    authenticator: createAuthenticator({
      clock,
      identity: {
        verify: async (token) => {
          if (token === 'no-keys') throw new MatineeError('unavailable', 'JWKS', 'No keys.');
          if (token !== 'good') throw new MatineeError('unauthenticated', 'BAD', 'Bad.');
          return { subject: 's', email: null, tokenId: 't', expiresAt: new Date(Date.now() + 1000) };
        },
      },
      findUser: async () => ({ id: 'user-1' }),
    }),
  });
  app.use(refuseUnknownAddress);
  app.use(answerError(log));
  served = await serve(app);
});

afterAll(() => served.close());

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(`${served.url}${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

function post(body: string, headers: Record<string, string> = {}) {
  return call('/things', {
    method: 'POST',
    body,
    headers: { authorization: 'Bearer good', 'content-type': 'application/json', ...headers },
  });
}

describe('a mounted route', () => {
  it('answers with its status, body and headers', async () => {
    const answer = await post('{"name":"chess"}');
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ name: 'chess' });
    expect(answer.headers.get('location')).toBe('/things/1');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('hands over parsed query values, repeated or with commas between', async () => {
    const id = crypto.randomUUID();
    const answer = await call(`/things/${id}?limit=7&tag=a,b&tag=c`);
    expect(answer.body).toEqual({ id, limit: 7, tag: ['a', 'b', 'c'] });
  });

  it('prefers a fixed path to one with a parameter', async () => {
    expect((await call('/things/special')).status).toBe(204);
  });

  it('gives 304 for what the client has', async () => {
    const path = `/things/${crypto.randomUUID()}`;
    const first = await call(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await call(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.body]).toEqual([304, null]);
  });
});

describe('a refused request', () => {
  it('is 422 with each field for a body that does not fit, unknown fields included', async () => {
    const { status, body, headers } = await post('{"name":"","count":1.5,"isAdmin":true}');
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors.map((field: { path: string }) => field.path)).toEqual(['name', 'count', 'isAdmin']);
  });

  it('is 400 for a path, a query or JSON that is malformed', async () => {
    expect((await call('/things/no-uuid')).status).toBe(400);
    expect((await call(`/things/${crypto.randomUUID()}?limit=ten`)).status).toBe(400);
    expect((await call(`/things/${crypto.randomUUID()}?lmit=5`)).status).toBe(400);
    expect((await call('/things/%E0%A4%A')).status).toBe(400);
    expect((await post('{"name":')).body.code).toBe('JSON_MALFORMED');
  });

  it('is 422 for a text that the database cannot hold', async () => {
    expect((await post('{"name":"a\\u0000b"}')).status).toBe(422);
    expect((await post('{"name":"a\\ud800b"}')).status).toBe(422);
    expect((await post('{"name":"a\\ud83d\\ude00b"}')).status).toBe(201);
    expect((await call(`/things/${crypto.randomUUID()}?tag=a%00b`)).status).toBe(400);
  });

  it('is 415 for another content type and 413 for a large body', async () => {
    expect((await post('name=chess', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    );
    expect((await post(JSON.stringify({ name: 'x'.repeat(70_000) }))).status).toBe(413);
  });

  it('is 401 with a challenge, without a token or with a bad one; the body is not read before', async () => {
    const none = await call('/things', { method: 'POST', body: '{' });
    expect([none.status, none.body.code]).toEqual([401, 'TOKEN_MISSING']);
    const bad = await post('{}', { authorization: 'Bearer bad' });
    expect(bad.status).toBe(401);
    expect(bad.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('is 503, not 401, while tokens cannot be checked', async () => {
    const answer = await post('{}', { authorization: 'Bearer no-keys' });
    expect([answer.status, answer.body.type]).toEqual([503, '/docs#problem-identity-provider-unavailable']);
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it('is 405 with the methods there are, and 404 where there is nothing', async () => {
    const answer = await call('/things', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await call('/nowhere')).status).toBe(404);
  });

  it('lets the operator in by the configured token alone', async () => {
    const as = async (token: string) =>
      (await call('/operator', { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await as('the-operator-token')).toBe(204);
    expect(await as('the-operator-tokem')).toBe(401);
    expect(await as('good')).toBe(401);
  });

  it('is 504 once the deadline has passed, and its work is told to stop', async () => {
    const answer = await call('/slow');
    expect([answer.status, answer.body.code]).toEqual([504, 'DEADLINE_PASSED']);
    expect(slowSignal?.aborted).toBe(true);
  });
});

describe('the correlation id', () => {
  it('stands in the header, in the problem and in the log, beside what the client is not told', async () => {
    const answer = await call('/broken', { headers: { 'x-correlation-id': 'my-own-id-1' } });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-correlation-id')).toBe('my-own-id-1');
    expect(answer.body.correlationId).toBe('my-own-id-1');
    expect(JSON.stringify(answer.body)).not.toContain('secret.ts');
    const logged = lines.filter((line) => line.fields.correlationId === 'my-own-id-1');
    expect(logged.map((line) => line.message)).toContain('unexpected error');
  });

  it('is ours where the client gives one that could forge log lines', async () => {
    const answer = await call('/broken', { headers: { 'x-correlation-id': 'a b"c' } });
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('comes with the route’s pattern in the log, never with ids or queries', async () => {
    const id = crypto.randomUUID();
    await call(`/things/${id}?tag=private`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify(lines)).not.toContain(id);
    expect(JSON.stringify(lines)).not.toContain('private');
    expect(lines.some((line) => line.fields.route === 'GET /things/{id}')).toBe(true);
  });
});
