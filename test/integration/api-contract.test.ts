import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from '../../src/api/define-route.js';
import { createLinkCode } from '../../src/core/accounts/create-link-code.js';
import { findOrCreateUserForIdentity } from '../../src/core/accounts/find-or-create-user-for-identity.js';
import { processDocument } from '../../src/core/documents/process-document.js';
import type { Reading } from '../../src/documents/reading.js';
import { dateIn } from '../../src/domain/calendar.js';
import { money } from '../../src/domain/money.js';
import { createEmbeddedIdentity } from '../../src/infrastructure/identity/embedded.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../src/infrastructure/runtime/ids.js';
import { type Answer, type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext, signUp } from '../support/api/context.js';
import { runScriptedTurns, type ScriptedTurns } from '../support/api/scripted-turns.js';
import { statementBefore } from '../support/api/statement.js';

/**
 * Drives every operation there is over the wire, as a user with a history would, and holds each answer against the
 * schema that its route declares for the status.
 */

const waitingForPassword: Reading = {
  kind: null,
  verdict: 'failed',
  proofs: [],
  problems: [{ code: 'PASSWORD_REQUIRED', message: 'The file asks for a password.' }],
};

let opened: ApiContext;
let api: RunningApi;
let turns: ScriptedTurns;
let routes: Map<string, Route>;
const driven = new Map<string, number[]>();
let token: string;
let userId: string;

beforeAll(async () => {
  const today = dateIn('UTC', new Date());
  opened = await openApiContext({
    documentReader: {
      read: async (bytes, options) =>
        !Buffer.from(bytes).includes('locked') || options?.password === 'open sesame'
          ? statementBefore(today)
          : waitingForPassword,
      close: async () => undefined,
    },
    priceProviders: [
      {
        name: 'a shop',
        lookUpPrices: async ({ title }) => ({
          found: [
            { provider: 'a shop', title, price: money(4_200, 'USD'), url: null, fetchedAt: new Date() },
          ],
        }),
      },
    ],
    reviewProviders: [
      {
        name: 'a channel',
        lookUpReviews: async ({ title }) => ({
          found: [
            {
              provider: 'a channel',
              title: `${title}, reviewed`,
              url: 'https://reviews.example/1',
              author: 'Jo',
              snippet: 'Great fun with friends.',
              publishedAt: null,
              fetchedAt: new Date(),
            },
          ],
        }),
      },
    ],
  });
  turns = runScriptedTurns(opened.context, { pieces: () => ({ pieces: ['Hello ', 'there.'], pause: 1 }) });
  api = await runApi(opened);
  routes = new Map(api.api.routes.map((route) => [route.operationId, route]));
  ({ token } = await signUp(opened.context.identity, 'driver'));
  userId = (await drive('getMe')).body.id;
});

afterAll(async () => {
  await api.close();
  await turns.stop();
  await opened.close();
});

interface Driving {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly json?: unknown;
  readonly body?: FormData;
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** Another server than the usual one. */
  readonly on?: RunningApi;
}

/** Calls an operation, by its example unless told, and checks the answer against what the route declares. */
async function drive(operationId: string, options: Driving = {}): Promise<Answer> {
  const route = routes.get(operationId);
  if (!route) throw new Error(`There is no operation ${operationId}.`);
  const path = route.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => options.params?.[name] ?? `no-${name}`,
  );
  const json = route.body ? (options.json ?? route.bodyExample) : undefined;
  const as = options.as === undefined ? token : options.as;
  const answer = await (options.on ?? api).call(route.method.toUpperCase(), `${path}${options.query ?? ''}`, {
    ...(route.auth !== 'none' && as !== null && { token: as }),
    ...(json !== undefined && { json }),
    ...(options.body && { body: options.body }),
    ...(options.headers && { headers: options.headers }),
  });
  const spec = route.responses[answer.status];
  if (!spec) throw new Error(`${operationId} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  if (options.status !== undefined)
    expect([operationId, answer.status]).toEqual([operationId, options.status]);
  if (spec.schema) {
    const parsed = spec.schema.safeParse(answer.body);
    expect([operationId, parsed.error?.issues ?? []]).toEqual([operationId, []]);
    // Strict schemas drop nothing, so what was parsed is what was sent.
    expect(parsed.data).toEqual(answer.body);
  } else if (spec.contentType) {
    expect(answer.headers.get('content-type')).toContain(spec.contentType);
  } else {
    expect(answer.text).toBe('');
  }
  driven.set(operationId, [...(driven.get(operationId) ?? []), answer.status]);
  return answer;
}

function pdf(): FormData {
  const form = new FormData();
  form.append('documentType', 'bank_statement');
  form.append('file', new Blob(['%PDF-1.7 the reader of this test knows what it says']), 'June.pdf');
  return form;
}

describe('every operation answers as it declares', () => {
  it('about itself and its health', async () => {
    await drive('getHealth', { status: 200 });
    const ready = await drive('getReadiness', { status: 200 });
    expect(ready.body.components).toMatchObject({
      database: { status: 'up' },
      storage: { status: 'up' },
      ollama: { status: 'down', latencyMilliseconds: null },
    });
    await drive('getOpenApi', { status: 200 });
  });

  it('signing in and out', async () => {
    const mail = { email: 'someone@example.com' };
    await drive('register', { json: { ...mail, password: 'correct horse battery 1' }, status: 202 });
    const login = await drive('login', {
      json: { ...mail, password: 'correct horse battery 1' },
      status: 200,
    });
    await drive('refresh', { json: { refreshToken: login.body.refreshToken }, status: 200 });
    await drive('resendConfirmation', { json: mail, status: 202 });
    await drive('signInAsGuest', { status: 200 });
    const wrong = await api.call('POST', '/api/auth/login', { json: { ...mail, password: 'no' } });
    expect(wrong.body.type).toBe('/docs#problem-wrong-credentials');
    await drive('logout', { as: login.body.accessToken, json: {}, status: 204 });
  });

  it('an address that is confirmed by a code', async () => {
    const codes = new Map<string, string>();
    const identity = await createEmbeddedIdentity({
      accounts: opened.database.localAccounts,
      revocations: opened.context.database.store.accounts,
      signingKey: opened.signingKey,
      clock: systemClock,
      ids: randomIds,
      guests: true,
      deliverCode: async (email, code) => {
        codes.set(email, code);
      },
    });
    const on = await runApi({ ...opened, context: { ...opened.context, identity } });
    try {
      const mail = { email: 'careful@example.com' };
      const password = 'correct horse battery 1';
      const registered = await drive('register', { on, json: { ...mail, password }, status: 202 });
      expect(registered.body).toEqual({ confirmationRequired: true });
      const confirm = (code: string) =>
        on.call('POST', '/api/auth/confirm', { json: { ...mail, code } }).then(({ status }) => status);
      expect(await confirm('no code')).toBe(422);
      expect((await on.call('POST', '/api/auth/login', { json: { ...mail, password } })).status).toBe(401);
      const code = codes.get(mail.email);
      await drive('confirmRegistration', { on, json: { ...mail, code }, status: 200 });
      await drive('login', { on, json: { ...mail, password }, status: 200 });
    } finally {
      await on.close();
    }
  });

  it('a document that waits for its password', async () => {
    const body = new FormData();
    body.append('file', new Blob(['%PDF-1.7 locked']), 'Locked.pdf');
    const { id } = (await drive('uploadDocument', { body, status: 201 })).body.document;
    await processDocument(opened.context, { documentId: id, signal: AbortSignal.timeout(30_000) });
    expect((await drive('getDocument', { params: { id } })).body).toMatchObject({ passwordRequired: true });
    const unlock = (password: string) => drive('unlockDocument', { params: { id }, json: { password } });
    expect((await unlock('guess')).body).toMatchObject({ passwordRequired: true });
    expect((await unlock('open sesame')).body).toMatchObject({
      passwordRequired: false,
      verdict: 'verified',
    });
    const again = await api.call('POST', `/api/financial/documents/${id}/unlock`, {
      token,
      json: { password: 'open sesame' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'NOT_LOCKED']);
    await drive('deleteDocument', { params: { id }, status: 200 });
  });

  it('documents, from upload to deletion', async () => {
    const uploaded = await drive('uploadDocument', { body: pdf(), status: 201 });
    const { id } = uploaded.body.document;
    expect(uploaded.headers.get('location')).toBe(`/api/financial/documents/${id}`);
    expect((await drive('getDocumentAnalysis', { params: { id } })).body.reading).toBeNull();
    await processDocument(opened.context, { documentId: id, signal: AbortSignal.timeout(30_000) });
    const again = await drive('uploadDocument', { body: pdf(), status: 200 });
    expect(again.body).toMatchObject({ duplicate: true, document: { id } });
    expect((await drive('getDocument', { params: { id } })).body).toMatchObject({
      processingStatus: 'completed',
      verdict: 'verified',
    });
    const { reading } = (await drive('getDocumentAnalysis', { params: { id } })).body;
    expect(reading.statement.accounts[0].transactions[0]).toMatchObject({
      amount: 3200,
      source: { page: 1, line: 1 },
    });
    expect((await drive('listDocuments')).body.total).toBe(1);
    const link = await drive('getDocumentLink', { params: { id } });
    const file = await drive('downloadFile', { params: { token: link.body.url.split('/').at(-1) } });
    expect(file.text).toContain('the reader of this test');
    expect(file.headers.get('content-disposition')).toContain("attachment; filename*=UTF-8''June.pdf");
  });

  it('an upload with an Idempotency-Key, once', async () => {
    const headers = { 'idempotency-key': 'upload-key-1' };
    const form = () => {
      const data = new FormData();
      data.append('file', new Blob(['%PDF-1.7 another file']), 'July.pdf');
      return data;
    };
    const first = await drive('uploadDocument', { body: form(), headers, status: 201 });
    const second = await drive('uploadDocument', { body: form(), headers, status: 201 });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const removed = await drive('deleteDocument', { params: { id: first.body.document.id }, status: 200 });
    expect(removed.body.transactions).toBe(0);
  });

  it('money: profile, budget, spending, explanations, pictures', async () => {
    const analysis = await drive('analyzeFinances', { status: 200 });
    expect(analysis.body.transactions).toBe(15);
    expect((await drive('getFinancialProfile')).body.monthlyIncome).toBe(3200);
    const stated = await drive('updateFinancialProfile', { json: { entertainmentBudget: 150 } });
    expect(stated.body.profile.entertainmentBudget).toBe(150);
    expect((await drive('getEntertainmentBudget')).body).toMatchObject({
      monthlyBudget: 150,
      currency: 'USD',
    });
    await drive('getSpendingSummary', { query: '?months=3' });
    await drive('getInsights');
    await drive('checkAffordability');
    const why = await drive('explainFigure', { params: { figure: 'category' }, query: '?category=cinema' });
    expect(why.body.lines[0]).toMatchObject({ page: 1, description: 'ODEON CINEMA' });
    const picture = await drive('getFinancialChart', { params: { chart: 'budget' }, query: '?theme=dark' });
    expect(picture.text).toContain('<svg');
  });

  it('transactions: listed with their evidence, told, corrected', async () => {
    const list = await drive('listTransactions', { query: '?limit=4' });
    expect([list.body.total, list.body.transactions.length]).toEqual([15, 4]);
    expect(list.body.transactions[0].sources[0]).toMatchObject({ fileName: 'June.pdf', page: 1 });
    await drive('logSpending', { status: 201 });
    const { id } = list.body.transactions[0];
    const corrected = await drive('correctTransaction', { params: { id }, json: { ignored: true } });
    expect(corrected.body.ignored).toBe(true);
  });

  it('preferences and subscriptions', async () => {
    await drive('updatePreferences');
    expect((await drive('getPreferences')).body.dislikedGenres).toEqual(['horror']);
    const { id } = (await drive('addSubscription', { status: 201 })).body;
    expect((await drive('listSubscriptions', { query: '?status=active' })).body.subscriptions).toHaveLength(
      1,
    );
    await drive('endSubscription', { params: { id } });
  });

  it('chat', async () => {
    const { id } = (await drive('createChatSession', { status: 201 })).body;
    const said = await drive('sendMessage', { params: { id }, status: 200 });
    expect(said.body.content).toBe('Hello there.');
    await drive('listChatSessions');
    expect((await drive('getChatSession', { params: { id } })).body.totalMessages).toBe(2);
    expect((await drive('cancelReply', { params: { id } })).body).toEqual({ stopped: 0 });
    await listen(id);
    await drive('deleteChatSession', { params: { id }, status: 204 });
  });

  it('the catalogue, its prices and reviews, and what one says to an item', async () => {
    const id = await seedItems();
    expect((await drive('listItems', { query: '?type=board_game&sort=price' })).body.items).toHaveLength(3);
    expect((await drive('searchItems', { query: '?q=katan' })).body.items[0].title).toBe('Catan');
    await drive('refreshPrices', { params: { id } });
    expect((await drive('listPrices', { params: { id } })).body.prices[0]).toMatchObject({
      provider: 'a shop',
      price: 42,
      currency: 'USD',
    });
    await drive('refreshReviews', { params: { id } });
    expect((await drive('listReviews', { params: { id } })).body.reviews).toHaveLength(1);
    expect((await drive('getItem', { params: { id } })).body).toMatchObject({ title: 'Catan', rating: 4.1 });
    const list = await drive('recommend', { query: '?type=board_game' });
    const recommended = list.body.items[0];
    await drive('respondToRecommendation', { params: { id: recommended.recommendationId } });
    await drive('explainItem', { params: { id } });
    await drive('planEvening');
    await drive('saveItem', { params: { id } });
    expect((await drive('listWishlist')).body.items[0]).toMatchObject({ targetPrice: { amount: 25 } });
    expect((await drive('unsaveItem', { params: { id } })).body).toEqual({ removed: true });
    await drive('rateItem', { params: { id } });
    await drive('markItem', { params: { id, state: 'owned' } });
    await drive('unmarkItem', { params: { id, state: 'owned' } });
    const operator = { as: 'operator-token-of-the-tests', params: { id } };
    expect((await drive('retireItem', operator)).body).toEqual({ itemId: id, retired: true });
    expect((await drive('listItems', { query: '?type=board_game' })).body.items).toHaveLength(2);
    expect((await drive('restoreItem', operator)).body.retired).toBe(false);
  });

  it('alerts', async () => {
    await opened.context.database.store.finance.insertAlert(userId, {
      id: crypto.randomUUID(),
      key: 'pace:now',
      kind: 'pace',
      severity: 'warn',
      status: 'active',
      message: 'You are spending quickly.',
      facts: {},
      snoozedUntil: null,
      deliveredAt: null,
      createdAt: new Date(),
    });
    const { id } = (await drive('listAlerts')).body.alerts[0];
    const until = new Date(Date.now() + 86_400_000).toISOString();
    expect(
      (await drive('answerAlert', { params: { id }, json: { answer: 'snooze', until } })).body.status,
    ).toBe('snoozed');
    await drive('answerAlert', { params: { id } });
  });

  it('the account, to its end', async () => {
    await drive('getSettings');
    await drive('updateSettings');
    await drive('createLinkCode', { status: 201 });
    const chat = await findOrCreateUserForIdentity(opened.context, {
      platform: 'slack',
      tenant: 'T1',
      userId: 'U1',
      displayName: 'Driver',
    });
    const { code } = await createLinkCode(opened.context, { userId: chat.id });
    await drive('redeemLinkCode', { json: { code } });
    const { identities } = (await drive('listIdentities')).body;
    await drive('unlinkIdentity', { params: { id: identities[0].id }, status: 204 });
    await drive('exportAccount');
    await drive('forgetMe', { status: 204 });
  });

  it('and none is left out', () => {
    expect([...routes.keys()].filter((name) => !driven.has(name))).toEqual([]);
  });
});

/** Three board games by the operator's import. @returns the id of one */
async function seedItems(): Promise<string> {
  const game = (title: string, price: number, rating: number) => ({
    key: title.toLowerCase(),
    title,
    type: 'board_game',
    description: `${title}, a game for friends.`,
    genre: 'strategy',
    price,
    priceType: 'one_time',
    rating,
  });
  const report = await drive('importCatalogue', {
    as: 'operator-token-of-the-tests',
    json: {
      source: 'the-test',
      items: [game('Catan', 44, 4.1), game('Azul', 39, 4.4), game('Hive', 30, 4.3)],
    },
  });
  expect(report.body).toMatchObject({ added: 3, rejected: 0, problems: [] });
  return (await drive('searchItems', { query: '?q=catan' })).body.items[0].id;
}

/** The one operation whose answer does not end by itself. */
async function listen(id: string): Promise<void> {
  const left = new AbortController();
  const response = await fetch(`${api.url}/api/chat/sessions/${id}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: left.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/event-stream; charset=utf-8',
  ]);
  left.abort();
  driven.set('listenToSession', [200]);
}
