import { describe, expect, test } from '@jest/globals';
import { createReplyStream } from '../../../../src/core/conversation/reply-stream.js';
import { createWritePace } from '../../../../src/core/conversation/write-pace.js';
import { createVirtualClock } from '../../../support/clock/virtual-clock.js';
import { createFakePlatform, type Trouble } from '../../../support/conversation/fake-platform.js';
import { quietLog, quietMetrics } from '../../../support/conversation/quiet.js';
import { fc } from '../../../support/properties.js';

const target = { platform: 'fake', tenant: '', address: 'c1', reference: {} };

function begin(options: Partial<Parameters<typeof createFakePlatform>[0]> = {}) {
  const clock = createVirtualClock();
  const platform = createFakePlatform({ clock, ...options });
  const saved: unknown[] = [];
  const stream = createReplyStream({
    platform,
    target,
    pace: createWritePace(platform.capabilities),
    clock,
    log: quietLog,
    metrics: quietMetrics,
    key: 'turn',
    posted: [],
    resumed: false,
    savePosted: async (posted) => {
      saved.push(posted);
    },
    signal: new AbortController().signal,
  });
  return { clock, platform, stream, saved };
}

async function streamWords(
  { clock, stream }: Pick<ReturnType<typeof begin>, 'clock' | 'stream'>,
  text: string,
  wordsPerSecond: number,
) {
  const pieces = text.split(/(?<= )/);
  let shown = '';
  for (const piece of pieces) {
    shown += piece;
    stream.show(shown);
    await clock.sleep(1_000 / wordsPerSecond);
  }
  await stream.finish(text);
}

const text = (paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, index) => `Paragraph ${index}: ${'something to read '.repeat(8).trim()}.`,
  ).join('\n\n');

describe('a reply on a platform', () => {
  test('is posted early, then edited, and ends with its final text in one message', async () => {
    const reply = begin();
    await reply.clock.run(streamWords(reply, text(2), 20));
    expect(reply.platform.messages.map((message) => message.text)).toEqual([text(2)]);
    expect(reply.platform.writes.length).toBeGreaterThan(2);
    expect(reply.platform.inFlightAtMost()).toBe(1);
  });

  test('a short answer is written once', async () => {
    const reply = begin();
    await reply.clock.run(reply.stream.finish('Short.'));
    expect(reply.platform.writes).toHaveLength(1);
  });

  test('identical text is not written again', async () => {
    const reply = begin();
    reply.stream.show('Same.');
    await reply.clock.advance(3_000);
    reply.stream.show('Same.');
    await reply.clock.run(reply.stream.finish('Same.'));
    expect(reply.platform.writes).toHaveLength(1);
  });

  test('keeps the documented pace: the platform never has to refuse', async () => {
    const reply = begin();
    await reply.clock.run(streamWords(reply, text(12), 30));
    const { writes } = reply.platform;
    for (const write of writes) {
      const inWindow = writes.filter((other) => other.at > write.at - 5_000 && other.at <= write.at);
      expect(inWindow.length).toBeLessThanOrEqual(5);
    }
  });

  test('Retry-After is obeyed', async () => {
    const reply = begin({ troubles: [{ kind: 'rate-limited', retryAfter: 7_000 }] });
    await reply.clock.run(reply.stream.finish('Later.'));
    const [first, second] = reply.platform.writes;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(7_000);
  });

  test('an absurd Retry-After is bounded', async () => {
    const reply = begin({ troubles: [{ kind: 'rate-limited', retryAfter: 30 * 60_000 }] });
    await reply.clock.run(reply.stream.finish('Later.'));
    const [first, second] = reply.platform.writes;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThanOrEqual(5 * 60_000);
  });

  test('a message that somebody deleted is posted anew', async () => {
    const reply = begin();
    reply.stream.show('Begin');
    await reply.clock.advance(2_000);
    reply.platform.messages.length = 0;
    await reply.clock.run(reply.stream.finish('Begin and end.'));
    expect(reply.platform.messages.map((message) => message.text)).toEqual(['Begin and end.']);
  });

  test('a reply taken up after a crash goes on in the message already begun', async () => {
    const clock = createVirtualClock();
    const platform = createFakePlatform({ clock });
    const options = {
      platform,
      target,
      pace: createWritePace(platform.capabilities),
      clock,
      log: quietLog,
      metrics: quietMetrics,
      key: 'turn',
      savePosted: async () => undefined,
      signal: new AbortController().signal,
    };
    const first = createReplyStream({ ...options, posted: [], resumed: false });
    first.show('Half a');
    await clock.advance(1_000);
    // The first process died before it could record its post.
    const second = createReplyStream({ ...options, posted: [], resumed: true });
    await clock.run(second.finish('Half a reply, now whole.'));
    expect(platform.messages.map((message) => message.text)).toEqual(['Half a reply, now whole.']);
  });

  test('buttons come with the end of the reply', async () => {
    const reply = begin({ capabilities: { messageLimit: 200 } });
    const buttons = [{ id: 'save:1', label: 'Save' }];
    await reply.clock.run(reply.stream.finish(text(3), { buttons }));
    const { messages } = reply.platform;
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map((message) => message.extras.buttons)).toEqual([
      ...messages.slice(1).map(() => undefined),
      buttons,
    ]);
  });

  test('messages that the final text no longer needs are taken away', async () => {
    const reply = begin({ capabilities: { messageLimit: 200 } });
    reply.stream.show(text(4));
    await reply.clock.advance(20_000);
    await reply.clock.run(reply.stream.finish('Never mind.'));
    expect(reply.platform.messages.map((message) => message.text)).toEqual(['Never mind.']);
  });

  test('what the platform refuses for good is an error that says so', async () => {
    const { PlatformWriteError } = await import('../../../../src/core/ports/chat-platform.js');
    const reply = begin();
    const refusing = {
      ...reply.platform,
      post: () => Promise.reject(new PlatformWriteError('REFUSED', 'no such channel')),
    };
    const stream = createReplyStream({
      platform: refusing,
      target,
      pace: createWritePace(refusing.capabilities),
      clock: reply.clock,
      log: quietLog,
      metrics: quietMetrics,
      key: 'turn',
      posted: [],
      resumed: false,
      savePosted: async () => undefined,
      signal: new AbortController().signal,
    });
    await expect(reply.clock.run(stream.finish('Hello'))).rejects.toMatchObject({
      code: 'REPLY_UNDELIVERABLE',
    });
  });

  test('whatever the rate of tokens and the troubles, the final text arrives whole and once', async () => {
    const trouble: fc.Arbitrary<Trouble> = fc.oneof(
      { weight: 4, arbitrary: fc.constant({ kind: 'none' } as const) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('rate-limited' as const),
          retryAfter: fc.option(fc.integer({ min: 0, max: 60_000 })),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('error' as const), applied: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('slow' as const),
          milliseconds: fc.integer({ min: 0, max: 45_000 }),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(trouble, { maxLength: 14 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(2, 20, 200),
        fc.constantFrom(200, 600, 2_000),
        async (troubles, paragraphs, rate, messageLimit) => {
          const reply = begin({ troubles, capabilities: { messageLimit } });
          const whole = text(paragraphs);
          await reply.clock.run(streamWords(reply, whole, rate));
          await reply.clock.advance(120_000);
          const arrived = reply.platform.messages.map((message) => message.text).join('\n\n');
          expect(arrived.split(/\s+/)).toEqual(whole.split(/\s+/));
        },
      ),
      { numRuns: 60 },
    );
  });
});
