import { afterEach, describe, expect, test } from '@jest/globals';
import { ComponentType, MessageFlags } from 'discord.js';
import { DISCORD_PERMISSIONS } from '../../adapters/discord/config.js';
import { createDiscordAdapter } from '../../adapters/discord/index.js';
import { createReplyStream } from '../../src/core/conversation/reply-stream.js';
import { createWritePace } from '../../src/core/conversation/write-pace.js';
import { PlatformWriteError, type ReplyTarget } from '../../src/core/ports/chat-platform.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import { openDiscord } from '../support/discord/adapter-subject.js';
import type { DiscordServerOptions } from '../support/discord/discord-server.js';
import { createRecordingDoors, createRecordingLog, until } from './adapter-recorder.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const signal = () => AbortSignal.timeout(30_000);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

async function connect(options: DiscordServerOptions = {}) {
  const doors = createRecordingDoors();
  const discord = await openDiscord({ doors, log: createRecordingLog() }, options);
  closers.push(discord.close);
  const target = (person: number): ReplyTarget => ({
    platform: 'discord',
    tenant: '',
    address: discord.server.world.person(person).channel.id,
    reference: {},
  });
  const inGeneral: ReplyTarget = {
    platform: 'discord',
    tenant: discord.server.world.guildId,
    address: discord.server.world.general.id,
    reference: {},
  };
  return { ...discord, doors, target, inGeneral, platform: discord.adapter.platform };
}

async function failureOf(write: Promise<unknown>): Promise<PlatformWriteError> {
  const error = await write.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof PlatformWriteError)) throw new Error(`Not a refused write: ${String(error)}`);
  return error;
}

describe('Discord’s limits', () => {
  test('that its headers announce are kept without asking: a post beyond them is not even sent', async () => {
    const { server, platform, target } = await connect();
    server.limitWrites({ writes: 5, windowMilliseconds: 800, announced: true });
    for (let count = 0; count < 5; count += 1) await platform.post(target(0), `Post ${count}`, {}, signal());
    const refused = await failureOf(platform.post(target(0), 'Post 5', {}, signal()));
    expect(refused.code).toBe('RATE_LIMITED');
    expect(refused.retryAfterMilliseconds).toBeGreaterThan(0);
    expect(refused.retryAfterMilliseconds).toBeLessThanOrEqual(800);
    expect(server.limits.refusals).toBe(0);
    // Another conversation has a limit of its own.
    await platform.post(target(1), 'Elsewhere.', {}, signal());
  });

  test('on everything together, 50 in a second, are kept over many conversations, and all replies arrive', async () => {
    const { server, platform, target } = await connect();
    const people = Array.from({ length: 75 }, (_, index) => index);
    const deliver = (person: number) =>
      createReplyStream({
        platform,
        target: target(person),
        pace: createWritePace(platform.capabilities),
        clock: systemClock,
        log: quietLog,
        metrics: quietMetrics,
        key: `turn-${person}`,
        posted: [],
        resumed: false,
        savePosted: async () => undefined,
        signal: signal(),
      }).finish(`For person ${person}.`);
    await Promise.all(people.map(deliver));
    const shown = people.map((person) => server.replies(person).map(({ payload }) => payload.content));
    expect(shown).toEqual(people.map((person) => [`For person ${person}.`]));
    // The SDK holds back what is beyond; on a busy machine the next second may begin later at the server, once.
    expect(server.limits.refusals).toBeLessThanOrEqual(25);
  });

  test('on length: 2,000 characters pass, one more is refused for good', async () => {
    const { server, platform, target } = await connect();
    await platform.post(target(0), 'x'.repeat(2_000), {}, signal());
    expect(server.replies(0)[0]?.payload.content).toHaveLength(2_000);
    const refused = await failureOf(platform.post(target(0), 'x'.repeat(2_001), {}, signal()));
    expect(refused).toMatchObject({ code: 'REFUSED', message: 'Discord answered 50035.' });
  });

  test('on buttons: twenty-five at most, short names, no twins', async () => {
    const { server, platform, target } = await connect();
    const buttons = Array.from({ length: 30 }, (_, index) => ({
      id: `like:${index % 28}`,
      label: `Choice ${index} ${'of many '.repeat(20)}`,
    }));
    await platform.post(target(0), 'Choose.', { buttons }, signal());
    const rows = server.replies(0)[0]?.payload.components ?? [];
    expect(rows.map((row) => (row.type === ComponentType.ActionRow ? row.components.length : 0))).toEqual([
      5, 5, 5, 5, 5,
    ]);
  });
});

describe('a message on Discord', () => {
  test('whose answer got lost is not posted twice: the same key is the same message', async () => {
    const { server, platform, target } = await connect();
    server.breakWrites({ kind: 'drop', applied: true });
    const write = () => platform.post(target(0), 'Once.', { key: 'turn:0:0' }, signal());
    expect((await failureOf(write())).code).toBe('TEMPORARY');
    await write();
    expect(server.replies(0).map(({ payload }) => payload.content)).toEqual(['Once.']);
  });

  test('that was begun before a crash shows the later text, its buttons and its picture, not what was there', async () => {
    const { server, platform, target } = await connect();
    const first = await platform.post(target(0), 'Half a', { key: 'turn:0:0' }, signal());
    const extras = {
      key: 'turn:0:0',
      buttons: [{ id: 'like:1', label: 'Like' }],
      image: { png: PNG, description: 'A chart of your month' },
    };
    expect(await platform.post(target(0), 'Half a reply, now whole.', extras, signal())).toBe(first);
    const [message, ...others] = server.replies(0);
    expect(others).toEqual([]);
    expect(message?.payload).toMatchObject({
      content: 'Half a reply, now whole.',
      attachments: [{ filename: 'matinee.png', description: 'A chart of your month' }],
    });
    expect(message?.payload.components).toHaveLength(1);
  });

  test('takes a picture, a file and buttons with its last edit; the same edit again doubles nothing', async () => {
    const { server, platform, target } = await connect();
    const message = await platform.post(target(0), 'Working on it', {}, signal());
    const extras = {
      buttons: [{ id: 'why:1', label: 'Why?' }],
      image: { png: PNG, description: 'A chart' },
      file: { name: 'export.json', contentType: 'application/json', bytes: new TextEncoder().encode('{}') },
    };
    server.breakWrites({ kind: 'drop', applied: true });
    const edit = () => platform.edit(target(0), message, 'Done.', extras, signal());
    expect((await failureOf(edit())).code).toBe('TEMPORARY');
    await edit();
    const attachments = server.replies(0)[0]?.payload.attachments ?? [];
    expect(attachments.map(({ filename }) => filename)).toEqual(['matinee.png', 'export.json']);
    await platform.edit(target(0), message, 'Done, and said.', {}, signal());
    expect(server.replies(0)[0]?.payload.attachments).toHaveLength(2);
  });

  test('that somebody deleted is gone, and says so', async () => {
    const { server, platform, target } = await connect();
    const message = await platform.post(target(0), 'Here.', {}, signal());
    server.world.remove(server.world.person(0).channel, message);
    expect((await failureOf(platform.edit(target(0), message, 'There.', {}, signal()))).code).toBe(
      'MESSAGE_GONE',
    );
    expect((await failureOf(platform.remove?.(target(0), message, signal()) ?? Promise.resolve())).code).toBe(
      'MESSAGE_GONE',
    );
  });

  test('pings nobody, neither in its first words nor in its last, nor whom it replies to', async () => {
    const { server, platform, inGeneral } = await connect();
    const { messageId } = server.say(0, 'who is here?', { place: 'mention' });
    const text = `@everyone @here <@${server.world.person(0).user.id}> <@&${server.world.guildId}>`;
    const to = { ...inGeneral, reference: { replyTo: messageId } };
    const message = await platform.post(to, text, {}, signal());
    await platform.edit(to, message, `${text} again`, {}, signal());
    const [shown] = server.inChannel();
    expect(shown?.payload.message_reference?.message_id).toBe(messageId);
    expect([...(shown?.pings ?? ['nothing was shown'])]).toEqual([]);
    expect(shown?.payload.content).not.toMatch(/@(everyone|here)\b|<@&?\d+>/);
  });

  test('grows no preview of its links', async () => {
    const { server, platform, target } = await connect();
    await platform.post(target(0), 'See https://example.org/catan for more.', {}, signal());
    const flags = server.replies(0)[0]?.payload.flags ?? 0;
    expect(flags & MessageFlags.SuppressEmbeds).toBe(MessageFlags.SuppressEmbeds);
  });

  test('needs no more permissions than the invitation asks for', async () => {
    const { server, platform, inGeneral } = await connect({ permissions: DISCORD_PERMISSIONS });
    const { messageId } = server.say(0, 'any ideas?', { place: 'mention' });
    const to = { ...inGeneral, reference: { replyTo: messageId } };
    const message = await platform.post(
      to,
      'A few.',
      { image: { png: PNG, description: 'A chart' } },
      signal(),
    );
    await platform.edit(to, message, 'A few!', {}, signal());
    await platform.startTyping?.(to, signal());
    await platform.remove?.(to, message, signal());
    expect(server.typing).toEqual([server.world.general.id]);
    server.world.permissions = 0n;
    expect((await failureOf(platform.post(to, 'More.', {}, signal()))).code).toBe('REFUSED');
  });

  test('is written by a process that answers and does not listen, and by one whose connection has ended', async () => {
    const { server, adapter, target } = await connect();
    const dependencies = { doors: createRecordingDoors(), log: createRecordingLog() };
    const worker = createDiscordAdapter({ token: server.token, apiUrl: server.apiUrl }, dependencies);
    await worker.platform.post(target(0), 'From a worker.', {}, signal());
    await adapter.stop();
    await adapter.platform.post(target(0), 'To the end.', {}, signal());
    expect(server.replies(0)).toHaveLength(2);
    expect(server.gateway.sessions).toBe(1);
  });

  test('waits for a new token instead of being given up, when the old one was reset', async () => {
    const { server, platform, target } = await connect();
    server.breakWrites({ kind: 'status', status: 401 });
    expect((await failureOf(platform.post(target(0), 'Hello.', {}, signal()))).code).toBe('TEMPORARY');
  });
});

describe('somebody who takes no direct messages', () => {
  test('is told so where they asked, without a figure', async () => {
    const { server, platform, doors, target } = await connect();
    const person = server.world.person(0);
    server.say(0, 'what is left?', { place: 'mention' });
    await until('the question arrives', () => doors.messages.length === 1);
    const sender = doors.messages[0]?.sender;
    const direct = sender && (await platform.openDirect?.(sender, signal()));
    expect(direct?.address).toBe(person.channel.id);
    person.acceptsDirect = false;
    expect((await failureOf(platform.post(target(0), 'You have $42 left.', {}, signal()))).code).toBe(
      'REFUSED',
    );
    await until('the word in the channel', () => server.inChannel().length === 1);
    expect(server.inChannel()[0]?.payload.content).toMatch(/direct messages.*privacy settings/);
    expect(server.inChannel()[0]?.payload.content).not.toContain('42');
  });
});
