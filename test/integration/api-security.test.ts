import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Route } from '../../src/api/define-route.js';
import { type Answer, type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';
import { badTokens } from '../support/api/tokens.js';
import { fillUser } from '../support/fill-user.js';

/**
 * The matrix: every operation against every attack. It is made from the routes themselves, so that an operation of
 * the future is in it, or fails for not saying where its resources live.
 */

/** Where the resource of a path's `{id}` lives; null: it belongs to nobody in particular. */
const tables: readonly [RegExp, string | null][] = [
  [/^\/api\/financial\/documents\//, 'financial_documents'],
  [/^\/api\/financial\/transactions\//, 'transactions'],
  [/^\/api\/preferences\/subscriptions\//, 'subscriptions'],
  [/^\/api\/chat\/sessions\//, 'chat_sessions'],
  [/^\/api\/account\/identities\//, 'identities'],
  [/^\/api\/alerts\//, 'alerts'],
  [/^\/api\/recommendations\//, 'recommendations'],
  [/^\/api\/entertainment\//, null],
];

// Thousands of requests: quick on an idle machine, not on a busy one.
jest.setTimeout(180_000);

let opened: ApiContext;
let api: RunningApi;
let routes: readonly Route[];
let token: string;
let bad: Record<string, string | undefined>;

beforeAll(async () => {
  opened = await openApiContext();
  api = await runApi(opened, { rateLimitScale: 1_000 });
  routes = api.api.routes;
  token = (await api.call('POST', '/api/auth/guest')).body.accessToken;
  bad = await badTokens(token, opened.signingKey);
});

afterAll(async () => {
  await api.close();
  await opened.close();
});

function named(route: Route): string {
  return `${route.method.toUpperCase()} ${route.path}`;
}

/** A path with something for each of its parameters. */
function pathOf(route: Route, id: string = randomUUID()): string {
  const known: Readonly<Record<string, string>> = {
    id,
    token: 'x',
    state: 'owned',
    chart: 'budget',
    figure: 'spent',
  };
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`Say in this test what stands for {${name}}.`);
    return value;
  });
}

function queryOf(route: Route): string {
  return route.path.endsWith('/search') ? '?q=chess' : '';
}

interface Sent {
  readonly token?: string | undefined;
  readonly path?: string;
  readonly json?: unknown;
}

/** Operations that end the session they are called in. */
const ending = new Set(['logout', 'forgetMe']);

/** An operation with a request that would be good, but for what is given. */
async function send(route: Route, { token: given, path, json = route.bodyExample }: Sent): Promise<Answer> {
  const fresh = given === token && ending.has(route.operationId);
  const as = fresh ? (await api.call('POST', '/api/auth/guest')).body.accessToken : given;
  return api.call(route.method.toUpperCase(), path ?? `${pathOf(route)}${queryOf(route)}`, {
    ...(as !== undefined && { token: as }),
    ...(route.body && { json }),
    ...(route.multipart && { body: upload('%PDF-1.7 nothing much') }),
  });
}

function upload(content: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), 'a.pdf');
  return form;
}

/** A stream stays open, so it has no place where whole answers are read. */
function answersWhole(route: Route): boolean {
  return route.operationId !== 'listenToSession';
}

function isProblem(answer: Answer, status: number): boolean {
  return (
    answer.status === status &&
    (answer.headers.get('content-type') ?? '').startsWith('application/problem+json') &&
    answer.body.status === status
  );
}

/** What must never be in an answer, whatever happens. */
const INTERNALS = /prisma|postgres|syntax error|node_modules|\.ts:\d|at Object\.|stack|violates|ECONN/i;

describe('a token that is', () => {
  it('anything but good is refused by every operation, with a challenge', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(({ auth }) => auth === 'user')) {
      await Promise.all(
        Object.entries(bad).map(async ([attack, attacked]) => {
          const answer = await send(route, { token: attacked });
          const challenged = /^Bearer/.test(answer.headers.get('www-authenticate') ?? '');
          if (!isProblem(answer, 401) || !challenged) violations.push(`${named(route)}: ${attack}`);
        }),
      );
    }
    expect(violations).toEqual([]);
  });

  it('a user’s opens nothing of the operator’s', async () => {
    for (const route of routes.filter(({ auth }) => auth === 'operator')) {
      for (const attacked of [...Object.values(bad), token]) {
        expect((await send(route, { token: attacked })).status).toBe(401);
      }
    }
  });
});

describe('what belongs to somebody else', () => {
  it('is not found, by whichever operation names it, and stays as it is', async () => {
    const victim = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const me = (await api.call('GET', '/api/auth/me', { token: victim })).body;
    const made = await fillUser(opened.database.pool, me.id, 'the victim’s own');
    const count = async () => {
      const counts: Record<string, unknown> = {};
      for (const [, table] of tables) {
        if (!table) continue;
        const { rows } = await opened.database.pool.query(`select * from ${table} order by id`);
        counts[table] = rows;
      }
      return counts;
    };
    const before = await count();
    const violations: string[] = [];
    for (const route of routes.filter(({ path, auth }) => auth === 'user' && path.includes('{id}'))) {
      const place = tables.find(([pattern]) => pattern.test(route.path));
      if (!place) violations.push(`${named(route)}: say in this test where its resources live`);
      const table = place?.[1];
      if (!table) continue;
      const id = made.get(table);
      if (id === undefined) throw new Error(`The victim has nothing in ${table}.`);
      const answer = await send(route, { token, path: pathOf(route, id) });
      if (!isProblem(answer, 404)) violations.push(`${named(route)}: ${answer.status} ${answer.text}`);
      const absent = await send(route, { token, path: pathOf(route) });
      if (absent.body.code !== answer.body.code) violations.push(`${named(route)}: tells theirs from none`);
    }
    expect(violations).toEqual([]);
    expect(await count()).toEqual(before);
  });
});

describe('a body', () => {
  const extra = {
    userId: randomUUID(),
    id: randomUUID(),
    role: 'admin',
    isAdmin: true,
    createdAt: '2020-01-01T00:00:00Z',
    __proto__x: { polluted: true },
  };

  it('with fields of nobody’s asking is refused, each named', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(({ body }) => body)) {
      const as = route.auth === 'operator' ? 'operator-token-of-the-tests' : token;
      const example = typeof route.bodyExample === 'object' ? route.bodyExample : {};
      const answer = await send(route, { token: as, json: { ...example, ...extra } });
      const fields = (answer.body.errors ?? []).map((field: { path: string }) => field.path);
      const missing = Object.keys(extra).filter((name) => !fields.includes(name));
      if (!isProblem(answer, 422) || missing.length > 0) {
        violations.push(`${named(route)}: ${answer.status}, not named: ${missing}`);
      }
    }
    const form = upload('%PDF-1.7');
    const mixed = new FormData();
    mixed.append('userId', extra.userId);
    for (const [name, value] of form.entries()) mixed.append(name, value);
    const answer = await api.call('POST', '/api/financial/documents', { token, body: mixed });
    expect(answer.status).toBe(422);
    expect(violations).toEqual([]);
  });

  it('that is too large is refused unread', async () => {
    const violations: string[] = [];
    const large = 'x'.repeat(5 * 1024 * 1024);
    for (const route of routes.filter(({ body }) => body)) {
      const as = route.auth === 'operator' ? 'operator-token-of-the-tests' : token;
      const answer = await send(route, { token: as, json: { content: large } });
      if (!isProblem(answer, 413)) violations.push(`${named(route)}: ${answer.status}`);
    }
    const file = await api.call('POST', '/api/financial/documents', {
      token,
      body: upload(`%PDF-1.7 ${large}`),
    });
    expect(file.status).toBe(413);
    expect(violations).toEqual([]);
  });

  it('of the wrong type is refused, field by field and as a whole', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(({ body }) => body)) {
      const as = route.auth === 'operator' ? 'operator-token-of-the-tests' : token;
      const example: Record<string, unknown> = { ...Object(route.bodyExample) };
      const wholes: unknown[] = [[], 'text', 7, true, null];
      const fields = Object.entries(example).flatMap(([name, value]) =>
        [{ wrong: true }, [[]], typeof value === 'string' ? 7 : 'text'].map((wrong) => ({
          ...example,
          [name]: wrong,
        })),
      );
      await Promise.all(
        [...wholes, ...fields].map(async (json) => {
          const answer = await send(route, { token: as, json });
          const refused = isProblem(answer, 422) || isProblem(answer, 400);
          if (!refused) violations.push(`${named(route)}: ${answer.status} for ${JSON.stringify(json)}`);
        }),
      );
    }
    expect(violations).toEqual([]);
  });
});

describe('a path or query', () => {
  it('that is malformed is refused', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(({ auth }) => auth === 'user')) {
      if (route.path.includes('{id}')) {
        for (const id of ['1', '0', '-1', 'null', 'undefined', `${randomUUID()}x`]) {
          const answer = await send(route, { token, path: `${pathOf(route, id)}${queryOf(route)}` });
          if (!isProblem(answer, 400)) violations.push(`${named(route)}: ${answer.status} for ${id}`);
        }
      }
      if (!answersWhole(route)) continue;
      const unknown = await send(route, {
        token,
        path: `${pathOf(route)}${queryOf(route) || '?'}&userId=${randomUUID()}`,
      });
      if (!isProblem(unknown, 400)) {
        violations.push(`${named(route)}: ${unknown.status} for a query of nobody’s asking`);
      }
    }
    expect(violations).toEqual([]);
  });
});

const tricks = [
  "' OR 1=1; DROP TABLE users; --",
  "Robert'); DELETE FROM transactions; --",
  '$' + '{7*7}{{7*7}}<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  '%2e%2e%2fetc%2fpasswd',
  'x\u0000y',
  '\u202Egpj.exe\uD800',
  '%s%n%x',
  '/*!50000 SELECT*/ pg_sleep(5)',
];

describe('SQL and path tricks', () => {
  it('in every text of every body do nothing but be text, or be refused', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(({ body, auth }) => body && auth !== 'operator')) {
      const example: Record<string, unknown> = { ...Object(route.bodyExample) };
      for (const name of Object.keys(example)) {
        const value = example[name];
        if (typeof value !== 'string' && !Array.isArray(value)) continue;
        await Promise.all(
          tricks.map(async (trick) => {
            const json = { ...example, [name]: typeof value === 'string' ? trick : [trick] };
            const answer = await send(route, { token, json });
            const told = answer.status === 500 || INTERNALS.test(answer.text);
            if (told)
              violations.push(`${named(route)} ${name}: ${answer.status} ${answer.text.slice(0, 200)}`);
          }),
        );
      }
    }
    expect(violations).toEqual([]);
    await expectTablesStand();
  });

  it('in every path and query do nothing either', async () => {
    const violations: string[] = [];
    for (const route of routes.filter(answersWhole)) {
      const query = route.query ? Object.keys(route.query.shape) : [];
      for (const trick of tricks) {
        const encoded = encodeURIComponent(trick.replace('\uD800', ''));
        const paths = [
          ...(route.path.includes('{') ? [route.path.replaceAll(/\{\w+\}/g, encoded)] : []),
          ...query.map((name) => {
            const given = queryOf(route);
            const others = given === '' || name === 'q' ? '?' : `${given}&`;
            return `${pathOf(route)}${others}${name}=${encoded}`;
          }),
        ];
        await Promise.all(
          paths.map(async (path) => {
            const answer = await send(route, { token, path });
            const told = answer.status === 500 || INTERNALS.test(answer.text);
            if (told)
              violations.push(`${named(route)}: ${answer.status} ${path} ${answer.text.slice(0, 200)}`);
          }),
        );
      }
    }
    expect(violations).toEqual([]);
    await expectTablesStand();
  });

  it('in a file’s name leave nothing outside its place', async () => {
    for (const name of ['../../evil.pdf', '/etc/passwd', 'a\r\nX-Evil: 1.pdf', `${'x'.repeat(300)}.pdf`]) {
      const form = new FormData();
      form.append('file', new Blob([`%PDF-1.7 ${randomUUID()}`]), name);
      const answer = await api.call('POST', '/api/financial/documents', { token, body: form });
      expect(answer.status).toBe(201);
      expect(answer.body.document.fileName).not.toMatch(/[/\\\r\n]|\.\./);
      expect(answer.body.document.fileName.length).toBeLessThanOrEqual(255);
    }
  });

  async function expectTablesStand() {
    const { rows } = await opened.database.pool.query<{ users: string }>(
      'select count(*) as users from users',
    );
    expect(Number(rows[0]?.users)).toBeGreaterThan(0);
  }
});

describe('what every answer bears', () => {
  it('is a set of headers that keeps browsers out of trouble', async () => {
    for (const path of ['/api/health', '/docs', '/nowhere', '/api/auth/me']) {
      const { headers } = await api.call('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('x-correlation-id')).toBe(true);
    }
  });

  it('lets only the configured origins read it', async () => {
    const open = await runApi(opened, { corsOrigins: ['https://app.example'] });
    const asked = async (origin: string) =>
      (await open.call('GET', '/api/health', { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await asked('https://app.example')).toBe('https://app.example');
    expect(await asked('https://evil.example')).toBeNull();
    await open.close();
  });
});
