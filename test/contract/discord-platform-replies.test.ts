import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord.js';
import { createReplyStream, ReplyUndeliverableError } from '../../src/core/conversation/reply-stream.js';
import { createWritePace } from '../../src/core/conversation/write-pace.js';
import type { ChatPlatform, ReplyTarget } from '../../src/core/ports/chat-platform.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import { openDiscord, plainWords } from '../support/discord/adapter-subject.js';
import { createRecordingDoors, createRecordingLog, until } from './adapter-recorder.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A pace that a test can wait for, in the real one's proportions. */
const pace = { writes: 5, windowMilliseconds: 500 };

/** The core's reply stream to a person on Discord. */
async function begin(more: { readonly key?: string; readonly resumed?: boolean } = {}) {
  const { server, adapter, close } = await openDiscord(
    { doors: createRecordingDoors(), log: createRecordingLog() },
    { limits: false },
  );
  const ending = new AbortController();
  closers.push(close, async () => ending.abort());
  const { capabilities } = adapter.platform;
  const quick: ChatPlatform = {
    ...adapter.platform,
    capabilities: { ...capabilities, pace, editIntervalMilliseconds: 50 },
  };
  const target: ReplyTarget = {
    platform: 'discord',
    tenant: '',
    address: server.world.person(0).channel.id,
    reference: {},
  };
  const open = (again: { readonly resumed: boolean }) =>
    createReplyStream({
      platform: quick,
      target,
      pace: createWritePace(quick.capabilities),
      clock: systemClock,
      log: quietLog,
      metrics: quietMetrics,
      key: more.key ?? 'turn',
      posted: [],
      savePosted: async () => undefined,
      signal: ending.signal,
      ...again,
    });
  const shown = () => server.replies(0).map(({ payload }) => plainWords(payload.content));
  return { server, stream: open({ resumed: false }), openAgain: () => open({ resumed: true }), shown };
}

/** Faults that others had to fix in their streaming to chats. */
describe('a reply that grows on Discord', () => {
  test('is one message: the preview becomes the final text, and both never stand side by side', async () => {
    const { server, stream, shown } = await begin();
    stream.show('Let me see');
    await until('the preview', () => shown().length === 1);
    await stream.finish('Two ideas for tonight.');
    await sleep(150);
    expect(shown()).toEqual(['Two ideas for tonight.']);
    expect(server.replies(0)[0]?.history.map(({ text }) => text)).toEqual([
      'Let me see',
      'Two ideas for tonight.',
    ]);
  });

  test('stays once it is finished: a late word of its preview changes nothing and removes nothing', async () => {
    const { stream, shown } = await begin();
    stream.show('Begin');
    await stream.finish('The end.');
    stream.show('Begin and more');
    await sleep(200);
    expect(shown()).toEqual(['The end.']);
  });

  test('does not keep a short answer back: its only words are there before it ends', async () => {
    const { stream, shown } = await begin();
    stream.show('Yes.');
    await until('the words', () => shown()[0] === 'Yes.', 1_000);
    await stream.finish('Yes.');
    expect(shown()).toEqual(['Yes.']);
  });

  test('goes on growing after a token that changes nothing to be seen', async () => {
    const { stream, shown } = await begin();
    stream.show('One');
    await until('the first words', () => shown()[0] === 'One');
    await sleep(100);
    stream.show('One ');
    stream.show('One \n\n');
    await sleep(100);
    stream.show('One \n\nTwo');
    await until('the next words', () => shown()[0]?.includes('Two') === true, 2_000);
    await stream.finish('One \n\nTwo');
  });

  test('leaves no orphan: a preview of three messages gives way to a short end in the first one', async () => {
    const { server, stream, shown } = await begin();
    stream.show(`${'Something to read. '.repeat(250)}`);
    await until('three messages', () => shown().length === 3);
    await stream.finish('Something went wrong on my side.');
    expect(shown()).toEqual(['Something went wrong on my side.']);
    expect(server.requests.filter(({ route }) => route === 'DELETE message')).toHaveLength(2);
  });

  test('carries its buttons under its last message, and nowhere else', async () => {
    const { server, stream } = await begin();
    stream.show('Begin');
    const text = 'Something to read. '.repeat(150);
    await stream.finish(text, { buttons: [{ id: 'like:1', label: 'Like' }] });
    const rows = server.replies(0).map(({ payload }) => payload.components ?? []);
    expect(rows.map((components) => components.length)).toEqual([0, 1]);
    expect(rows[1]?.[0]?.type).toBe(ComponentType.ActionRow);
  });

  test('does not lose its final edit to a limit, whether it was announced or not', async () => {
    for (const announced of [true, false]) {
      const { server, stream, shown } = await begin();
      server.limitWrites({ writes: 2, windowMilliseconds: 400, announced });
      for (const text of ['One', 'One two', 'One two three', 'One two three four']) {
        stream.show(text);
        await sleep(60);
      }
      await stream.finish('One two three four five.');
      expect(shown()).toEqual(['One two three four five.']);
    }
  });

  test('loses no tail, and every message of it reads well on its own', async () => {
    const { stream, server } = await begin();
    const lines = Array.from({ length: 120 }, (_, index) => `line ${index} of a long listing of things`);
    await stream.finish(['Here it is:', '```', ...lines, '```', 'That was **all of it**.'].join('\n'));
    const contents = server.replies(0).map(({ payload }) => payload.content);
    expect(contents.length).toBeGreaterThan(2);
    for (const content of contents) {
      expect(content.length).toBeLessThanOrEqual(2_000);
      expect((content.match(/```/g) ?? []).length % 2).toBe(0);
    }
    const arrived = contents.join('\n').match(/line \d+ of a long listing of things/g);
    expect(arrived).toEqual(lines);
    expect(contents.at(-1)).toContain('That was **all of it**.');
  });

  test('that is taken up by another process after a crash goes on in its message, though its answer was lost', async () => {
    const { server, stream, openAgain, shown } = await begin();
    server.breakWrites({ kind: 'drop', applied: true });
    stream.show('Half a');
    await until('the half', () => shown().length === 1);
    await openAgain().finish('Half a reply, now whole.');
    expect(shown()).toEqual(['Half a reply, now whole.']);
  });

  test('that Discord refuses for good ends with an error, and is not tried for ever', async () => {
    const { server, stream } = await begin();
    server.world.person(0).acceptsDirect = false;
    await expect(stream.finish('Hello.')).rejects.toBeInstanceOf(ReplyUndeliverableError);
    expect(server.requests.filter(({ route }) => route === 'POST messages')).toHaveLength(1);
  });
});
