import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLinkCode } from '../../src/core/accounts/create-link-code.js';
import { findOrCreateUserForIdentity } from '../../src/core/accounts/find-or-create-user-for-identity.js';
import { type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext, signUp } from '../support/api/context.js';

let opened: ApiContext;
let api: RunningApi;

beforeAll(async () => {
  opened = await openApiContext();
  api = await runApi(opened);
});

afterAll(async () => {
  await api.close();
  await opened.close();
});

/** The status of a guest's sign-in under a Host header of one's own, which fetch would not send. */
function statusAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${api.url}/api/auth/guest`, { method: 'POST', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('signing in', () => {
  const ada = { email: 'ada@example.com', password: 'correct horse battery 1' };

  it('registers, signs in, tells who it is, refreshes and signs out for good', async () => {
    const registered = await api.call('POST', '/api/auth/register', { json: { ...ada, displayName: 'Ada' } });
    expect([registered.status, registered.body]).toEqual([202, { confirmationRequired: false }]);

    const login = await api.call('POST', '/api/auth/login', { json: ada });
    expect(login.status).toBe(200);
    const { accessToken: token, refreshToken } = login.body;

    const me = await api.call('GET', '/api/auth/me', { token });
    expect(me.body).toMatchObject({ email: ada.email, displayName: 'Ada', identities: [] });

    const refreshed = await api.call('POST', '/api/auth/refresh', { json: { refreshToken } });
    expect((await api.call('GET', '/api/auth/me', { token: refreshed.body.accessToken })).status).toBe(200);

    expect((await api.call('POST', '/api/auth/logout', { token, json: { refreshToken } })).status).toBe(204);
    expect((await api.call('GET', '/api/auth/me', { token })).status).toBe(401);
    expect((await api.call('POST', '/api/auth/refresh', { json: { refreshToken } })).status).toBe(401);
  });

  it('answers alike for a known and an unknown address', async () => {
    const wrong = await api.call('POST', '/api/auth/login', {
      json: { ...ada, password: 'not this one 12' },
    });
    const nobody = await api.call('POST', '/api/auth/login', { json: { ...ada, email: 'no@example.com' } });
    const apart = ({ correlationId: _, ...rest }: Record<string, unknown>) => rest;
    expect([nobody.status, apart(nobody.body)]).toEqual([401, apart(wrong.body)]);
    const again = await api.call('POST', '/api/auth/register', { json: { ...ada, displayName: 'Eve' } });
    expect([again.status, again.body]).toEqual([202, { confirmationRequired: false }]);
  });

  it('lets a guest of this machine in, but not one that reaches it by another name', async () => {
    const guest = await api.call('POST', '/api/auth/guest');
    expect(guest.status).toBe(200);
    const me = await api.call('GET', '/api/auth/me', { token: guest.body.accessToken });
    expect(me.body.email).toBeNull();
    expect(await statusAs('matinee.attacker.example')).toBe(403);
    expect(await statusAs('localhost:5000')).toBe(200);
  });

  it('lets no guest in on a public address or in production', async () => {
    for (const options of [{ host: '0.0.0.0' }, { production: true }]) {
      const other = await runApi(opened, options);
      const answer = await other.call('POST', '/api/auth/guest');
      expect([answer.status, answer.body.code]).toEqual([403, 'NO_GUESTS']);
      await other.close();
    }
  });

  it('stops many tries at one account, whatever the address they come from', async () => {
    const strict = await runApi(opened, { rateLimitScale: 1 });
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        strict.call('POST', '/api/auth/login', { json: { ...ada, password: `wrong password ${index}` } }),
      ),
    );
    const statuses = tries.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const limited = tries.find((answer) => answer.status === 429);
    expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(0);
    await strict.close();
  });
});

describe('the account', () => {
  it('keeps settings, and refuses ones that make no sense', async () => {
    const { token } = await signUp(opened.context.identity, 'settings');
    const changed = await api.call('PUT', '/api/account/settings', {
      token,
      json: { locale: 'en-GB', timeZone: 'Europe/London', alertsEnabled: true },
    });
    expect(changed.body).toMatchObject({ locale: 'en-GB', timeZone: 'Europe/London', alertsEnabled: true });
    expect((await api.call('GET', '/api/account/settings', { token })).body).toEqual(changed.body);
    const refused = await api.call('PUT', '/api/account/settings', {
      token,
      json: { timeZone: 'Mars/Base' },
    });
    expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'timeZone']);
  });

  it('joins a chat account by a code, once, and separates it again', async () => {
    const { token } = await signUp(opened.context.identity, 'joiner');
    const chat = await findOrCreateUserForIdentity(opened.context, {
      platform: 'discord',
      tenant: '',
      userId: '42',
      displayName: 'Jo',
    });
    const { code } = await createLinkCode(opened.context, { userId: chat.id });
    const joined = await api.call('POST', '/api/account/link-codes/redeem', { token, json: { code } });
    expect(joined.body.merged).toBe(true);
    const { body } = await api.call('GET', '/api/account/identities', { token });
    expect(body.identities).toMatchObject([{ platform: 'discord', displayName: 'Jo' }]);
    expect((await api.call('POST', '/api/account/link-codes/redeem', { token, json: { code } })).status).toBe(
      422,
    );
    const path = `/api/account/identities/${body.identities[0].id}`;
    expect((await api.call('DELETE', path, { token })).status).toBe(204);
    expect((await api.call('DELETE', path, { token })).status).toBe(404);
  });

  it('makes codes to be told elsewhere', async () => {
    const { token } = await signUp(opened.context.identity, 'maker');
    const { status, body } = await api.call('POST', '/api/account/link-codes', { token });
    expect(status).toBe(201);
    expect(body.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });

  it('exports everything and forgets everything', async () => {
    const { token, email } = await signUp(opened.context.identity, 'leaver');
    await api.call('POST', '/api/chat/sessions', { token, json: { title: 'Private plans' } });
    const exported = await api.call('GET', '/api/account/export', { token });
    expect(exported.headers.get('content-disposition')).toContain('attachment');
    expect(exported.text).toContain('Private plans');
    expect(exported.text).toContain(email);

    expect((await api.call('DELETE', '/api/account', { token })).status).toBe(204);
    expect((await api.call('GET', '/api/auth/me', { token })).status).toBe(401);
    const { rows } = await opened.database.pool.query('select 1 from users where email = $1', [email]);
    expect(rows).toEqual([]);
  });
});
