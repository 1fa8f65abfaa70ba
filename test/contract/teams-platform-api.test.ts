import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTeamsAdapter } from '../../adapters/teams/index.js';
import { createApi } from '../../src/api/app.js';
import { createDoors } from '../../src/composition/doors.js';
import { answerTurn } from '../../src/core/conversation/answer-turn.js';
import { createTurnRunner } from '../../src/core/conversation/turn-runner.js';
import type { ChatPlatform } from '../../src/core/ports/chat-platform.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';
import { type Served, serve } from '../support/api/serve.js';
import { quietLog } from '../support/conversation/quiet.js';
import { executeActivity, installationActivity, messageActivity } from '../support/teams/activities.js';
import { buttonsOf, sourceOf } from '../support/teams/conversations.js';
import { DOCUMENTED_LIMITS } from '../support/teams/limits.js';
import { type BotEndpoint, startTeamsServer, type TeamsServer } from '../support/teams/server.js';
import { until } from './adapter-recorder.js';

/** The product with Teams as its only platform: the API's own app, the core on a database, a worker, one process. */
interface Product {
  readonly endpoint: BotEndpoint;
  readonly served: Served;
  stop(): Promise<void>;
}

let server: TeamsServer;
let base: ApiContext;
let platforms: Map<string, ChatPlatform>;
let product: Product;

async function startProduct(): Promise<Product> {
  const { context } = base;
  const adapter = createTeamsAdapter(server.config, { doors: createDoors(context), log: quietLog });
  platforms.set('teams', adapter.platform);
  await adapter.start();
  const api = createApi(context, {
    production: false,
    host: '127.0.0.1',
    version: 'test',
    extraRouters: [{ path: '/', router: adapter.router }],
  });
  const served = await serve(api.app);
  const runner = createTurnRunner(context, { answer: answerTurn });
  runner.start();
  return {
    served,
    endpoint: { url: `${served.url}/api/messages`, deadlineMilliseconds: 10_000 },
    stop: async () => {
      await runner.stop(1_000);
      await adapter.stop();
      api.close();
      await served.close();
    },
  };
}

beforeAll(async () => {
  platforms = new Map();
  server = await startTeamsServer({ limits: DOCUMENTED_LIMITS });
  base = await openApiContext({ platforms });
  // The database client loads its parts with the first query, and Jest lets nothing be loaded between two tests.
  await base.context.database.store.conversations.lastDirectConversation(base.context.ids.uuid(), ['teams']);
  product = await startProduct();
}, 60_000);
afterAll(async () => {
  await product.stop();
  await base.close();
  await server.close();
});

let count = 0;
const say = (text: string, place: 'personal' | 'channel' = 'personal') => {
  count += 1;
  const said = { id: `${count}`, from: server.person, text, mention: place === 'channel' };
  return server.deliver(messageActivity(server[place], said), product.endpoint);
};
const messages = (place: 'personal' | 'channel' = 'personal') => [
  ...server.connector.conversation(server[place].conversationId).messages,
];
const texts = (place: 'personal' | 'channel' = 'personal') => messages(place).map(([, one]) => sourceOf(one));
const answered = (what: string, place: 'personal' | 'channel' = 'personal') =>
  until(`a reply with “${what}”`, () => texts(place).some((text) => text.includes(what)), 15_000);

describe('Matinee in Teams, on the API’s own app and within Teams’ documented limits', () => {
  it('greets whoever installs it', async () => {
    const event = { id: 'i:1', from: server.person, action: 'add' } as const;
    const { status } = await server.deliver(installationActivity(server.personal, event), product.endpoint);
    expect(status).toBe(200);
    await answered('budget');
    expect(messages()).toHaveLength(1);
  });

  it('remembers what it is told, and answers from it, after a restart as well', async () => {
    await say('I make 4000 a month and my rent is 1500');
    await until('an acknowledgement', () => messages().length === 2, 15_000);
    await product.stop();
    product = await startProduct();
    await say('budget');
    await until('its budget', () => messages().length === 3 && texts()[2]?.includes('$200') === true, 15_000);
  });

  it('keeps money out of the channel, and continues in the personal chat', async () => {
    const before = messages().length;
    await say('how much is left this month?', 'channel');
    await answered('our direct chat', 'channel');
    await until('an answer in private', () => texts().slice(before).join().includes('$200'), 15_000);
    expect(texts('channel').join()).not.toMatch(/\$\s?\d/);
  });

  it('asks twice before it forgets, and takes a pressed button for an answer', async () => {
    await say('forget me');
    const found = () =>
      messages().flatMap(([messageId, one]) =>
        buttonsOf(one)
          .filter(({ title }) => title === 'Keep it')
          .map(({ data }) => ({ messageId, data })),
      );
    await until('the question', () => found().length === 1, 15_000);
    const [keep] = found();
    if (!keep) throw new Error('There is no such button.');
    const press = { id: 'f:1', from: server.person, verb: 'matinee', ...keep };
    const before = messages().length;
    await server.deliver(executeActivity(server.personal, press), product.endpoint);
    await server.deliver(executeActivity(server.personal, press), product.endpoint);
    await until('the answer', () => messages().length > before, 15_000);
    await say('budget');
    await until('figures that are still there', () => texts().at(-1)?.includes('$200') ?? false, 15_000);
    expect(messages().length).toBe(before + 2);
  });

  it('offers an export as a file', async () => {
    await say('export');
    await answered('everything I have about you');
    const names = messages().flatMap(([, { attachments = [] }]) => attachments.map(({ name }) => name));
    expect(names).toContain('matinee-export.json');
  });

  it('answers a forged call with a problem document, as everywhere', async () => {
    const activity = messageActivity(server.personal, { id: 'x', from: server.person, text: 'hello' });
    const { status, body } = await server.postUnchecked(activity, product.endpoint, null);
    expect(status).toBe(401);
    expect(body).toMatchObject({ status: 401, code: 'TEAMS_TOKEN' });
  });
});
