import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import type { IdentityProvider } from '../../src/core/ports/identity-provider.js';
import { createSigningKey } from '../../src/infrastructure/identity/access-tokens.js';
import { createCognitoIdentity } from '../../src/infrastructure/identity/cognito.js';
import { createEmbeddedIdentity } from '../../src/infrastructure/identity/embedded.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../src/infrastructure/runtime/ids.js';
import { startLocalCognito } from '../support/cognito.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

interface Subject {
  readonly identity: IdentityProvider;
  /** The code that was sent to the address. */
  readonly codeFor: (email: string) => string;
  readonly close: () => Promise<void>;
}

async function openEmbedded(db: TestDatabase): Promise<Subject> {
  const sent = new Map<string, string>();
  const identity = await createEmbeddedIdentity({
    accounts: db.localAccounts,
    revocations: db.database.store.accounts,
    signingKey: await createSigningKey(),
    clock: systemClock,
    ids: randomIds,
    deliverCode: async (email, code) => void sent.set(email, code),
    guests: true,
  });
  return { identity, codeFor: (email) => sent.get(email) ?? 'none', close: async () => undefined };
}

async function openCognito(db: TestDatabase): Promise<Subject> {
  const pool = await startLocalCognito();
  const identity = createCognitoIdentity({
    region: 'ap-southeast-2',
    userPoolId: pool.userPoolId,
    clientId: pool.clientId,
    authority: pool.authority,
    endpoint: pool.endpoint,
    credentials: pool.credentials,
    revocations: db.database.store.accounts,
    clock: systemClock,
    ids: randomIds,
  });
  return {
    identity,
    codeFor: () => pool.code,
    close: async () => {
      identity.close();
      await pool.close();
    },
  };
}

const password = 'correct-Horse-7';

/** Changes one character in the middle of a token's part. */
function tamper(token: string, part: number): string {
  const parts = token.split('.');
  const text = parts[part] ?? '';
  const at = Math.floor(text.length / 2);
  parts[part] = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  return parts.join('.');
}

describe.each([
  ['the embedded provider', openEmbedded],
  ['Cognito', openCognito],
] as const)('identity by %s', (_name, open) => {
  let db: TestDatabase;
  let subject: Subject;
  let identity: IdentityProvider;
  let count = 0;

  beforeAll(async () => {
    db = await openTestDatabase();
    subject = await open(db);
    identity = subject.identity;
  });
  afterAll(async () => {
    await subject?.close();
    await db?.close();
  });

  async function registered(): Promise<{ email: string; sub: string }> {
    count += 1;
    const email = `person${count}@example.com`;
    const { subject: sub } = await identity.register({ email, password, displayName: `Person ${count}` });
    await identity.confirm({ email, code: subject.codeFor(email) });
    return { email, sub };
  }

  test('somebody registers, confirms, signs in, and the token says who', async () => {
    const { email, sub } = await registered();
    const tokens = await identity.login({ email, password });
    expect(tokens.expiresInSeconds).toBeGreaterThan(60);
    const claims = await identity.verify(tokens.accessToken);
    expect(claims).toMatchObject({ subject: sub });
    expect(claims.expiresAt.getTime()).toBeGreaterThan(Date.now());
    expect(claims.tokenId).not.toBe('');
    expect((await identity.describe(tokens.accessToken)).email).toBe(email);
  });

  test('an address is the same in capitals', async () => {
    const { email } = await registered();
    await expect(identity.login({ email: email.toUpperCase(), password })).resolves.toBeDefined();
  });

  test('nobody signs in before the address is confirmed, or with a wrong code', async () => {
    const email = 'unconfirmed@example.com';
    const { confirmationRequired } = await identity.register({ email, password });
    expect(confirmationRequired).toBe(true);
    const wrong = { kind: 'unauthenticated', code: 'CREDENTIALS_WRONG' };
    await expect(identity.login({ email, password })).rejects.toMatchObject(wrong);
    await expect(identity.confirm({ email, code: '000000' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'CODE_INVALID',
    });
    await expect(identity.login({ email, password })).rejects.toMatchObject(wrong);
  });

  test('an unknown address, a wrong password and an unconfirmed address are told in the same words', async () => {
    const { email } = await registered();
    await identity.register({ email: 'waiting@example.com', password });
    const messages = new Set<string>();
    for (const attempt of [
      { email, password: 'wrong-Horse-7' },
      { email: 'nobody@example.com', password },
      { email: 'waiting@example.com', password },
    ]) {
      await identity.login(attempt).catch((error: unknown) => messages.add(String(error)));
    }
    expect(messages.size).toBe(1);
  });

  test('registering a taken address looks like registering a free one, and changes nothing', async () => {
    const { email, sub } = await registered();
    const again = await identity.register({ email, password: 'another-Horse-8' });
    expect(again.confirmationRequired).toBe(true);
    expect(again.subject).not.toBe(sub);
    await expect(identity.login({ email, password: 'another-Horse-8' })).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
    await expect(identity.login({ email, password })).resolves.toBeDefined();
  });

  test('a refresh token gives new access tokens until it is revoked', async () => {
    const { email, sub } = await registered();
    const tokens = await identity.login({ email, password });
    for (let round = 0; round < 2; round += 1) {
      const fresh = await identity.refresh(tokens.refreshToken);
      expect(await identity.verify(fresh.accessToken)).toMatchObject({ subject: sub });
    }
    await identity.logout({ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken });
    await expect(identity.refresh(tokens.refreshToken)).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  test('an access token is refused from the logout on, another sign-in is not', async () => {
    const { email } = await registered();
    const here = await identity.login({ email, password });
    const there = await identity.login({ email, password });
    await identity.logout({ accessToken: here.accessToken, refreshToken: here.refreshToken });
    await expect(identity.verify(here.accessToken)).rejects.toMatchObject({
      kind: 'unauthenticated',
      code: 'TOKEN_INVALID',
    });
    await expect(identity.verify(there.accessToken)).resolves.toBeDefined();
  });

  test.each([0, 1, 2])('a token whose part %d was changed is refused', async (part) => {
    const { email } = await registered();
    const { accessToken } = await identity.login({ email, password });
    await expect(identity.verify(tamper(accessToken, part))).rejects.toMatchObject({
      kind: 'unauthenticated',
    });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['three letters', 'a.b.c'],
    ['a long text', `${'x'.repeat(5000)}.y.z`],
  ])('%s is no token', async (_what, token) => {
    await expect(identity.verify(token)).rejects.toMatchObject({ kind: 'unauthenticated' });
    await expect(identity.refresh(token)).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  test('a token signed by somebody else, or not at all, is refused', async () => {
    const { email } = await registered();
    const { accessToken } = await identity.login({ email, password });
    const [head, body] = accessToken.split('.');
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
    const { kid }: { kid?: string } = JSON.parse(Buffer.from(head ?? '', 'base64url').toString());
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', ...(kid !== undefined && { kid }) })
      .sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [forged, unsigned]) {
      await expect(identity.verify(token)).rejects.toMatchObject({ kind: 'unauthenticated' });
    }
  });

  test('a deleted account cannot sign in, and deleting it again succeeds', async () => {
    const { email, sub } = await registered();
    await identity.deleteAccount(sub);
    await identity.deleteAccount(sub);
    await expect(identity.login({ email, password })).rejects.toMatchObject({ kind: 'unauthenticated' });
  });

  test('says that it is there', async () => {
    await expect(identity.check(AbortSignal.timeout(3000))).resolves.toBeUndefined();
  });
});

describe('the embedded provider alone', () => {
  let db: TestDatabase;
  let subject: Subject;
  beforeAll(async () => {
    db = await openTestDatabase();
    subject = await openEmbedded(db);
  });
  afterAll(() => db?.close());

  test('asking for another code works for strangers too, without a sign of who is known', async () => {
    await expect(subject.identity.resendCode('nobody@example.com')).resolves.toBeUndefined();
  });

  test('lets guests of this machine in, one account each, who can come back with their refresh token', async () => {
    const first = await subject.identity.guest?.();
    const second = await subject.identity.guest?.();
    if (!first || !second) throw new Error('Guests were not let in.');
    expect(first.subject).not.toBe(second.subject);
    const fresh = await subject.identity.refresh(first.refreshToken);
    expect(await subject.identity.verify(fresh.accessToken)).toMatchObject({ subject: first.subject });
    expect(await subject.identity.describe(first.accessToken)).toEqual({ email: null, displayName: null });
  });

  test('stops somebody who tries code after code', async () => {
    const email = 'guessed@example.com';
    await subject.identity.register({ email, password });
    const right = subject.codeFor(email);
    const answers: unknown[] = [];
    for (let guess = 0; guess < 7; guess += 1) {
      const code = String((Number(right) + guess + 1) % 1_000_000).padStart(6, '0');
      await subject.identity.confirm({ email, code }).catch((error: unknown) => answers.push(error));
    }
    expect(answers[0]).toMatchObject({ code: 'CODE_INVALID' });
    expect(answers.at(-1)).toMatchObject({ kind: 'limited' });
    await expect(subject.identity.confirm({ email, code: right })).rejects.toMatchObject({ kind: 'limited' });
  });
});

describe('Cognito whose keys cannot be had', () => {
  test('is an outage, not a bad token', async () => {
    const db = await openTestDatabase();
    const identity = createCognitoIdentity({
      region: 'ap-southeast-2',
      userPoolId: 'ap-southeast-2_none',
      clientId: 'client',
      authority: 'http://127.0.0.1:9/pool',
      endpoint: 'http://127.0.0.1:9',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      revocations: db.database.store.accounts,
      clock: systemClock,
      ids: randomIds,
    });
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ sub: 's', jti: 'j', client_id: 'client', token_use: 'access' })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer('http://127.0.0.1:9/pool')
      .setExpirationTime('1h')
      .sign(privateKey);
    const outage = { kind: 'unavailable', code: 'IDENTITY_UNAVAILABLE' };
    await expect(identity.verify(token)).rejects.toMatchObject(outage);
    await expect(identity.verify(token)).rejects.toMatchObject(outage);
    await expect(identity.login({ email: 'a@example.com', password })).rejects.toMatchObject(outage);
    await expect(identity.check()).rejects.toMatchObject(outage);
    identity.close();
    await db.close();
  });
});
