import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDiscordAdapter } from '../../adapters/discord/index.js';
import type { Adapter } from '../../adapters/shared/adapter.js';
import { createDoors } from '../../src/composition/doors.js';
import type { Answerer } from '../../src/core/conversation/answer.js';
import type { ChatPlatform } from '../../src/core/ports/chat-platform.js';
import { openTestConversation, type TestConversation } from '../support/conversation/conversation-context.js';
import { type DiscordServer, startDiscordServer } from '../support/discord/discord-server.js';
import { createRecordingLog, until } from './adapter-recorder.js';

/** Answers with what was said, to "slowly" only after a long while; "fail" fails as a database does. */
const answer: Answerer = async (context, { messages }, _sink, signal) => {
  const said = messages.map(({ content }) => content).join(' + ');
  if (said.includes('slowly')) await context.clock.sleep(20_000, signal);
  if (said.includes('fail')) throw new Error('connect ECONNREFUSED 10.0.0.7:5432 password=hunter2');
  const files = messages.flatMap(({ attachments }) => attachments.map(({ fileName }) => fileName));
  const content = files.length > 0 ? `Files: ${files.join(', ')}` : `You said: ${said}`;
  return { content, extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
};

/** The whole way: Discord's gateway, the core on its database, the reply stream, Discord's REST. */
describe('a conversation on Discord', () => {
  let server: DiscordServer;
  let adapter: Adapter;
  let conversation: TestConversation;
  let failures = 0;
  const log = createRecordingLog();

  beforeAll(async () => {
    server = await startDiscordServer();
    const platforms = new Map<string, ChatPlatform>();
    conversation = await openTestConversation({ platforms });
    const { context } = conversation;
    const doors = createDoors(context);
    // Jest lets nothing be imported on behalf of a socket: what the first query loads is loaded here.
    await context.database.store.conversations.findConversations({ platform: '', tenant: '', address: '' });
    const config = { token: server.token, apiUrl: server.apiUrl };
    const failing = {
      ...doors,
      receiveMessage: (message: Parameters<typeof doors.receiveMessage>[0]) => {
        failures -= 1;
        return failures >= 0
          ? Promise.reject(new Error('The database is away.'))
          : doors.receiveMessage(message);
      },
    };
    adapter = createDiscordAdapter(config, { doors: failing, log });
    platforms.set('discord', adapter.platform);
    await adapter.start();
    conversation.startRunner({ answer });
  });

  afterAll(async () => {
    await adapter.stop();
    await conversation.close();
    await server.close();
  });

  test('answers a direct message once, however often it is delivered', async () => {
    const sent = server.say(1, 'hello');
    sent.deliverAgain();
    const reply = await server.awaitReply(1, { after: sent.messageId, quietMilliseconds: 300 });
    sent.deliverAgain();
    expect(reply.messages).toEqual(['You said: hello']);
    server.say(1, 'and?');
    await until('the second answer', () => server.replies(1).length === 2);
    expect(server.replies(1).map(({ payload }) => payload.content)).toEqual([
      'You said: hello',
      'You said: and?',
    ]);
  });

  test('takes a message that could not be stored when it is delivered once more: it is not “seen” before it is kept', async () => {
    failures = 1;
    const sent = server.say(2, 'keep this');
    await until('the failure', () => log.entries.some(({ level }) => level === 'error'));
    expect(server.replies(2)).toEqual([]);
    sent.deliverAgain();
    const reply = await server.awaitReply(2, { after: sent.messageId, quietMilliseconds: 100 });
    expect(reply.text).toBe('You said: keep this');
  });

  test('shows nobody an error of ours: a channel reads a sentence, and the details stay in the log', async () => {
    server.say(3, 'please fail', { place: 'mention' });
    await until('the sentence', () => server.inChannel().length > 0);
    await until('its end', () => server.inChannel()[0]?.payload.content.includes('ask me again') === true);
    const [shown] = server.inChannel();
    expect(shown?.payload.content).not.toMatch(/ECONNREFUSED|5432|hunter2|Error/);
    expect([...(shown?.pings ?? [])]).toEqual([]);
  });

  test('keeps the order of what happens to a message: its edit and its deletion find it, however close they are', async () => {
    const edited = server.say(4, 'slowly, under 20');
    server.edit(edited.channel, edited.messageId, 'under 30');
    const deleted = server.say(5, 'slowly, never mind');
    server.withdraw(deleted.channel, deleted.messageId);
    await until('an answer to the edit', () =>
      server.replies(4).some(({ payload }) => payload.content === 'You said: under 30'),
    );
    expect(server.replies(4)).toHaveLength(1);
    expect(server.replies(5)).toEqual([]);
  });

  test('answers fifteen people at once, each once, within Discord’s limits', async () => {
    const people = Array.from({ length: 15 }, (_, index) => 100 + index);
    const before = server.limits.refusals;
    const asked = people.map((person) => server.say(person, `I am ${person}`).messageId);
    const replies = await Promise.all(
      people.map((person, index) =>
        server.awaitReply(person, { after: asked[index] ?? '', quietMilliseconds: 100 }),
      ),
    );
    expect(replies.map(({ messages }) => messages)).toEqual(
      people.map((person) => [`You said: I am ${person}`]),
    );
    expect(server.limits.refusals - before).toBeLessThanOrEqual(1);
  });
});
