import { Readable } from 'node:stream';
import { readSeed } from '../../../src/composition/seed.js';
import { seedCatalogue } from '../../../src/core/catalogue/seed-catalogue.js';
import { createSession } from '../../../src/core/conversation/create-session.js';
import { receiveMessage } from '../../../src/core/conversation/receive-message.js';
import { sendSessionMessage } from '../../../src/core/conversation/send-session-message.js';
import { streamReply } from '../../../src/core/conversation/stream-reply.js';
import { processDocument } from '../../../src/core/documents/process-document.js';
import { submitDocument } from '../../../src/core/documents/submit-document.js';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { logSpending } from '../../../src/core/finance/log-spending.js';
import { updateFinancialProfile } from '../../../src/core/finance/update-financial-profile.js';
import type { CoreContext } from '../../../src/core/ports/context.js';
import type { TurnEvent } from '../../../src/core/ports/events.js';
import type { Clock } from '../../../src/core/ports/runtime.js';
import type { Json } from '../../../src/core/ports/stores/conversations.js';
import { createOfflineEmbedder } from '../../../src/infrastructure/embeddings/offline-embedder.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { buildStatement, createScriptedReader } from '../readings.js';
import { buildMessage, openTestConversation, type TestConversation } from './conversation-context.js';

/** What somebody brings: nothing, a budget of 120 a month, or June's statement with a spend in July. */
export type Setup = 'none' | 'budget' | 'statement';

/** A reply, with what it rests on and how long it took. */
export interface Reply {
  readonly text: string;
  readonly facts: Json;
  readonly model: string | null;
  readonly firstWordsMilliseconds: number;
  /** What was shown, and when (`performance.now()`). */
  readonly shown: readonly { readonly text: string; readonly at: number }[];
  readonly totalMilliseconds: number;
}

/** Somebody of their own in a session of their own. */
export interface Person {
  readonly userId: string;
  says(text: string): Promise<Reply>;
}

export interface People {
  readonly conversation: TestConversation;
  newPerson(setup: Setup): Promise<Person>;
  close(): Promise<void>;
}

/** The tenth of July 2026, a Friday, from the afternoon on. */
const BEGINNING = Date.parse('2026-07-10T15:00:00Z');

/** The core with its catalogue, a clock that begins on a fixed day, and people who write to it. */
export async function openPeople(overrides: Partial<CoreContext> = {}): Promise<People> {
  const reader = createScriptedReader();
  const conversation = await openTestConversation({
    embedder: await createOfflineEmbedder(),
    documentReader: reader,
    clock: clockFrom(BEGINNING),
    ...overrides,
  });
  const { context } = conversation;
  await seedCatalogue(context, { records: readSeed() });
  reader.script(juneStatement());
  conversation.startRunner();
  let people = 0;
  return {
    conversation,
    async newPerson(setup) {
      people += 1;
      const address = `person-${people}`;
      const { userId } = await receiveMessage(
        context,
        buildMessage('hi', {
          sender: { platform: 'fake', tenant: 't', userId: address, displayName: null },
          conversation: { platform: 'fake', tenant: 't', address },
        }),
      );
      await prepare(context, userId, setup);
      const { id: sessionId } = await createSession(context, { userId });
      return { userId, says: (text) => say(context, userId, sessionId, text) };
    },
    close: () => conversation.close(),
  };
}

function clockFrom(start: number): Clock {
  const offset = start - Date.now();
  return { now: () => new Date(Date.now() + offset), sleep: systemClock.sleep };
}

async function prepare(context: CoreContext, userId: string, setup: Setup): Promise<void> {
  if (setup === 'budget') {
    await updateFinancialProfile(context, {
      userId,
      stated: { entertainmentBudget: { amount: { minor: 12_000, currency: 'USD' } } },
    });
  }
  if (setup !== 'statement') return;
  const body = Readable.from([Buffer.from(`%PDF-1.7\n${userId}`)]);
  const { document } = await submitDocument(context, { userId, fileName: 'june-2026.pdf', body });
  await processDocument(context, { documentId: document.id, signal: AbortSignal.timeout(30_000) });
  await analyseFinances(context, { userId });
  await logSpending(context, {
    userId,
    amount: { minor: 6_000, currency: 'USD' },
    description: 'concert tickets',
    on: '2026-07-03',
  });
}

function juneStatement() {
  const row = (day: string, description: string, major: number) => ({
    date: `2026-06-${day}`,
    description,
    amount: Math.round(major * 100),
  });
  const statement = buildStatement([
    row('01', 'PAYROLL ACME CORP', 1_600),
    row('02', 'RENT OAK STREET APARTMENTS', -1_100),
    row('04', 'WHOLE FOODS MARKET', -82.35),
    row('05', 'NETFLIX.COM', -15.49),
    row('06', 'AMC THEATRES', -28.5),
    row('09', 'CITY POWER AND LIGHT', -94.2),
    row('12', 'TRADER JOES', -64.1),
    row('13', 'LUIGIS TRATTORIA RESTAURANT', -42),
    row('15', 'PAYROLL ACME CORP', 1_600),
    row('18', 'STEAM PURCHASE', -19.99),
    row('20', 'VERIZON WIRELESS', -55),
    row('22', 'WHOLE FOODS MARKET', -77.8),
    row('25', 'BARNES AND NOBLE', -24.5),
    row('27', 'SHELL GAS STATION', -38.6),
  ]);
  const accounts = statement.accounts.map((account) => ({
    ...account,
    periodStart: '2026-06-01',
    periodEnd: '2026-06-30',
  }));
  return { ...statement, accounts };
}

const DEADLINE_MILLISECONDS = 180_000;

async function say(context: CoreContext, userId: string, sessionId: string, text: string): Promise<Reply> {
  const started = performance.now();
  const messageKey = context.ids.uuid();
  const { inboundId } = await sendSessionMessage(context, { userId, sessionId, content: text, messageKey });
  const signal = AbortSignal.timeout(DEADLINE_MILLISECONDS);
  const shown: { readonly text: string; readonly at: number }[] = [];
  let last: TurnEvent | null = null;
  for await (const event of streamReply(context, { userId, sessionId, inboundId, signal })) {
    if (event.kind === 'token') shown.push({ text: event.text, at: performance.now() });
    last = event;
  }
  if (last?.kind !== 'completed' && last?.kind !== 'failed') throw new Error(`No reply to “${text}”.`);
  const turn = await context.database.store.conversations.getTurn(last.turnId);
  const totalMilliseconds = performance.now() - started;
  return {
    text: last.kind === 'completed' ? last.content : last.message,
    facts: turn?.facts ?? null,
    model: modelOf(turn?.facts ?? null),
    firstWordsMilliseconds: shown[0] === undefined ? totalMilliseconds : shown[0].at - started,
    shown,
    totalMilliseconds,
  };
}

/** A reply that a model worded keeps the report of its check. */
function modelOf(facts: Json): string | null {
  return typeof facts === 'object' && facts !== null && 'check' in facts ? 'model' : null;
}
