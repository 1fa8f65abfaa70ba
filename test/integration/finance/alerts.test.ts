import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerAlert } from '../../../src/core/finance/answer-alert.js';
import { listAlerts } from '../../../src/core/finance/list-alerts.js';
import { logSpending } from '../../../src/core/finance/log-spending.js';
import { runAlerts } from '../../../src/core/finance/run-alerts.js';
import { updateFinancialProfile } from '../../../src/core/finance/update-financial-profile.js';
import type { ChatPlatform } from '../../../src/core/ports/chat-platform.js';
import { saveWish } from '../../../src/core/recommendations/save-wish.js';
import { money } from '../../../src/domain/money.js';
import { createSettableClock, openTestContext, type TestContext } from '../../support/context.js';

const clock = createSettableClock('2026-04-13T12:00:00Z');
const posted: { address: string; text: string; buttons: readonly string[] }[] = [];
const platform: ChatPlatform = {
  name: 'console',
  capabilities: {
    messageLimit: 4000,
    pace: { writes: 100, windowMilliseconds: 1000 },
    editIntervalMilliseconds: 0,
    markdown: 'plain',
    buttons: true,
    images: true,
    typing: false,
    privateReplies: false,
  },
  post: async (to, text, extras) => {
    posted.push({ address: to.address, text, buttons: (extras.buttons ?? []).map(({ id }) => id) });
    return 'message';
  },
  edit: async () => undefined,
  download: async () => {
    throw new Error('Nothing to download.');
  },
  renderedLength: (text) => text.length,
};

let opened: TestContext;
let userId: string;

beforeAll(async () => {
  opened = await openTestContext({ clock: clock.clock, platforms: new Map([['console', platform]]) });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.reset();
  posted.length = 0;
  clock.set('2026-04-13T12:00:00Z');
  const { accounts } = opened.context.database.store;
  const user = await accounts.ensureUser({
    id: opened.context.ids.uuid(),
    subject: 's',
    email: null,
    displayName: null,
  });
  userId = user.id;
  await updateFinancialProfile(opened.context, {
    userId,
    stated: {
      monthlyIncome: { amount: money(300_000, 'USD') },
      entertainmentBudget: { amount: money(20_000, 'USD') },
    },
  });
});

async function talksIn(address: string, direct = true): Promise<string> {
  const [session, conversation] = [opened.context.ids.uuid(), opened.context.ids.uuid()];
  await opened.database.pool.query('INSERT INTO chat_sessions (id, user_id) VALUES ($1, $2)', [
    session,
    userId,
  ]);
  await opened.database.pool.query(
    `INSERT INTO conversations (id, user_id, session_id, platform, tenant, address, direct, reference) VALUES ($1, $2, $3, 'console', '', $4, $5, '{}')`,
    [conversation, userId, session, address, direct],
  );
  return conversation;
}

async function wants(settings: {
  alertsEnabled?: boolean;
  digestEnabled?: boolean;
  quietFrom?: string;
  quietTo?: string;
  homeConversationId?: string;
}) {
  await opened.context.database.store.accounts.updateSettings(userId, settings);
}

/** Spends three quarters of the budget in the first two weeks. */
async function spendFast() {
  for (const [on, minor] of [
    ['2026-04-08', 5000],
    ['2026-04-10', 5000],
    ['2026-04-12', 5000],
  ] as const) {
    await logSpending(opened.context, {
      userId,
      amount: money(minor, 'USD'),
      description: 'concert tickets',
      on,
    });
  }
}

const run = () => runAlerts(opened.context, { signal: new AbortController().signal });

describe('alerts', () => {
  test('are for those who asked for them', async () => {
    await talksIn('dm');
    await spendFast();
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    await wants({ alertsEnabled: true });
    expect(await run()).toEqual({ created: 1, delivered: 1 });
    expect(posted[0]).toMatchObject({ address: 'dm', text: expect.stringContaining('$150 of $200') });
  });

  test('are sent once, and never again after they were dismissed', async () => {
    await talksIn('dm');
    await spendFast();
    await wants({ alertsEnabled: true });
    await run();
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    const [alert] = await listAlerts(opened.context, { userId });
    expect(posted[0]?.buttons).toEqual([`dismiss:${alert?.id}`]);
    await answerAlert(opened.context, { userId, alertId: alert?.id ?? '', answer: 'dismiss' });
    clock.set('2026-04-14T12:00:00Z');
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    expect(await listAlerts(opened.context, { userId })).toEqual([]);
  });

  test('wait for the end of quiet hours', async () => {
    await talksIn('dm');
    await spendFast();
    await wants({ alertsEnabled: true, quietFrom: '22:00', quietTo: '08:00' });
    clock.set('2026-04-13T23:30:00Z');
    expect(await run()).toEqual({ created: 1, delivered: 0 });
    clock.set('2026-04-14T08:30:00Z');
    expect(await run()).toEqual({ created: 0, delivered: 1 });
  });

  test('that are put off come once more, when their time has come', async () => {
    await talksIn('dm');
    await spendFast();
    await wants({ alertsEnabled: true });
    await run();
    const [alert] = await listAlerts(opened.context, { userId });
    await answerAlert(opened.context, {
      userId,
      alertId: alert?.id ?? '',
      answer: { snoozeUntil: new Date('2026-04-14T09:00:00Z') },
    });
    expect((await run()).delivered).toBe(0);
    clock.set('2026-04-14T09:30:00Z');
    expect((await run()).delivered).toBe(1);
    expect((await run()).delivered).toBe(0);
  });

  test('go to the direct conversation last written in, never to a channel', async () => {
    await talksIn('old dm');
    const home = await talksIn('home dm');
    await talksIn('channel', false);
    await spendFast();
    await wants({ alertsEnabled: true, homeConversationId: home });
    await run();
    expect(posted.map(({ address }) => address)).toEqual(['home dm']);
  });

  test('tell once that a wish has come down to the awaited price', async () => {
    await wants({ alertsEnabled: true });
    await talksIn('dm');
    const { rows } = await opened.database.pool.query<{ id: string }>(
      `INSERT INTO entertainment_items (title, type, price, price_type) VALUES ('Wingspan', 'board_game', 64.99, 'one_time'), ('Azul', 'board_game', 39.99, 'one_time') RETURNING id`,
    );
    const [awaited, dropping] = rows.map(({ id }) => id);
    await saveWish(opened.context, { userId, itemId: awaited ?? '', targetPrice: money(5000, 'USD') });
    await saveWish(opened.context, { userId, itemId: dropping ?? '' });
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    const quote = (itemId: string | undefined, title: string, minor: number) =>
      opened.context.database.store.catalogue.savePriceQuotes(itemId ?? '', [
        { provider: 'shop', title, price: money(minor, 'USD'), url: null, fetchedAt: clock.clock.now() },
      ]);
    await quote(awaited, 'Wingspan', 4500);
    await quote(dropping, 'Azul', 3950);
    expect(await run()).toEqual({ created: 1, delivered: 1 });
    expect(posted.map(({ text }) => text)).toEqual([
      'Wingspan is about $45 now (seen on 2026-04-13), and you waited for $50.',
    ]);
    await quote(dropping, 'Azul', 2999);
    await run();
    await run();
    expect(posted.map(({ text }) => text).slice(1)).toEqual([
      'Azul is about $29.99 now (seen on 2026-04-13), which is less than usual.',
    ]);
  });

  test('of somebody else cannot be answered', async () => {
    await talksIn('dm');
    await spendFast();
    await wants({ alertsEnabled: true });
    await run();
    const [alert] = await listAlerts(opened.context, { userId });
    await expect(
      answerAlert(opened.context, {
        userId: opened.context.ids.uuid(),
        alertId: alert?.id ?? '',
        answer: 'dismiss',
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the weekly digest', () => {
  test('comes once a week, in the morning, to those who asked for it', async () => {
    await talksIn('dm');
    await wants({ digestEnabled: true });
    clock.set('2026-04-13T06:00:00Z');
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    clock.set('2026-04-13T09:00:00Z');
    expect(await run()).toEqual({ created: 1, delivered: 1 });
    clock.set('2026-04-17T09:00:00Z');
    expect(await run()).toEqual({ created: 0, delivered: 0 });
    clock.set('2026-04-20T09:00:00Z');
    expect((await run()).delivered).toBe(1);
    expect(posted[0]?.text).toContain('$200 of $200 is left');
  });
});
