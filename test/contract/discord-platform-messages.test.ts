import { afterEach, describe, expect, test } from '@jest/globals';
import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import { openDiscord } from '../support/discord/adapter-subject.js';
import type { DiscordServerOptions } from '../support/discord/discord-server.js';
import { createRecordingDoors, createRecordingLog, until } from './adapter-recorder.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function connect(options: DiscordServerOptions = {}) {
  const doors = createRecordingDoors();
  const log = createRecordingLog();
  const discord = await openDiscord({ doors, log }, options);
  closers.push(discord.close);
  return { ...discord, doors, log };
}

const pdf = (name: string) => ({
  name,
  contentType: 'application/pdf',
  bytes: new TextEncoder().encode(`%PDF-1.7 ${name}`),
});

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('a file on Discord', () => {
  async function received(options: DiscordServerOptions = {}, forwarded = false) {
    const discord = await connect(options);
    const sent = discord.server.say(0, 'my statement', { files: [pdf('march.pdf')], forwarded });
    await until('the message', () => discord.doors.messages.length === 1);
    const attachment: InboundAttachment | undefined = discord.doors.messages[0]?.attachments[0];
    if (!attachment) throw new Error('There is no attachment.');
    const download = () => discord.adapter.platform.download(attachment, AbortSignal.timeout(5_000));
    return { ...discord, sent, attachment, download };
  }

  test('whose address has expired is fetched by a fresh one', async () => {
    const { server, download } = await received({ attachmentMilliseconds: -1 });
    server.world.attachmentMilliseconds = 60_000;
    expect(await textOf(await download())).toBe('%PDF-1.7 march.pdf');
    expect(server.requests.map(({ route }) => route)).toContain('GET message');
  });

  test('whose address has expired and whose message is gone is asked for again', async () => {
    const { server, sent, download } = await received({ attachmentMilliseconds: -1 });
    server.withdraw(sent.channel, sent.messageId);
    const failure = await download().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MatineeError);
    expect(failure).toHaveProperty('message', expect.stringContaining('Please send it again.'));
  });

  test('that was forwarded is one as well, and so are the words', async () => {
    const { doors, download } = await received({}, true);
    expect(doors.messages[0]?.text).toBe('my statement');
    expect(await textOf(await download())).toBe('%PDF-1.7 march.pdf');
  });

  test('is described by plain data: no token goes with its address', async () => {
    const { server, attachment } = await received();
    expect(JSON.stringify(attachment)).not.toContain(server.token);
    expect(attachment).toMatchObject({ fileName: 'march.pdf', contentType: 'application/pdf', size: 18 });
  });
});

describe('what people write on Discord', () => {
  test('is theirs to edit; a link’s preview is no edit, and an edit that hides the words from us is none either', async () => {
    const { server, doors } = await connect();
    const link = server.say(0, 'see https://example.org');
    const mention = server.say(0, 'any ideas?', { place: 'mention' });
    await until('both', () => doors.messages.length === 2);
    server.unfurl(link.channel, link.messageId);
    server.edit(mention.channel, mention.messageId, 'forget it');
    server.edit(mention.channel, mention.messageId, `<@${server.world.bot.id}> any cheap ideas?`);
    await until('the edit', () => doors.edits.length > 0);
    expect(doors.edits).toEqual([{ messageKey: mention.messageId, text: 'any cheap ideas?' }]);
  });

  test('names other people as people do', async () => {
    const { server, doors } = await connect();
    const { bot, general } = server.world;
    const friend = server.world.person(1).user;
    server.say(0, `dinner with <@${friend.id}>?`, { place: 'mention' });
    await until('the message', () => doors.messages.length === 1);
    expect(doors.messages[0]?.text).toBe(`dinner with @${friend.global_name}?`);
    expect(doors.messages[0]?.conversation.address).toBe(general.id);
    expect(doors.messages[0]?.text).not.toContain(bot.id);
  });

  test('counts when a person writes it: no webhook, no other bot, no word of Discord’s own', async () => {
    const { server, doors } = await connect();
    server.say(0, 'posted by a webhook', { author: 'webhook' });
    server.say(0, 'beep', { author: 'other-bot', place: 'mention' });
    server.gateway.dispatch('MESSAGE_CREATE', 0, { id: 'of an unknown shape' });
    server.say(0, 'me');
    await until('the person', () => doors.messages.length > 0);
    expect(doors.messages.map(({ text }) => text)).toEqual(['me']);
  });

  test('arrives from a thousand people, each in a conversation of their own', async () => {
    const { server, doors, adapter } = await connect({ limits: false });
    const people = Array.from({ length: 1_000 }, (_, index) => index);
    const asked = people.map((person) => server.say(person, `I am ${person}`).messageId);
    await until('all of them', () => doors.messages.length === people.length, 20_000);
    expect(new Set(doors.messages.map(({ conversation }) => conversation.address)).size).toBe(people.length);
    // As many as Discord lets anybody write in a second.
    const last = doors.messages.slice(-40);
    for (const { conversation, reference, text } of last) {
      await adapter.platform.post(
        { ...conversation, reference },
        `You said: ${text}`,
        {},
        AbortSignal.timeout(5_000),
      );
    }
    const reply = await server.awaitReply(999, { after: asked[999] ?? '', quietMilliseconds: 10 });
    expect(reply.text).toBe('You said: I am 999');
    expect(server.replies(0)).toEqual([]);
  });
});
