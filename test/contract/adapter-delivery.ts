import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createReplyStream, type ReplyStream } from '../../src/core/conversation/reply-stream.js';
import { createWritePace } from '../../src/core/conversation/write-pace.js';
import {
  type ChatPlatform,
  PlatformWriteError,
  type ReplyExtras,
} from '../../src/core/ports/chat-platform.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import type { Stage } from './adapter-recorder.js';
import type { AdapterSubject } from './adapter-subject.js';

/** Quick enough for a test, in the same proportions as the real ones. */
const PACE = { writes: 5, windowMilliseconds: 500 };

/** A text of numbered words in paragraphs, so that what is missing, doubled or out of order shows. */
function numbered(characters: number): string {
  let text = '';
  for (let count = 1; text.length < characters; count += 1) {
    text += `word${count}`;
    text += count % 40 === 0 ? '.\n\n' : ' ';
  }
  return `${text.trim()} end.`;
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** The core's reply stream with the real adapter, at a pace that a test can wait for. */
function streamTo({ adapter, target }: AdapterSubject, key = 'turn'): ReplyStream {
  const { capabilities } = adapter.platform;
  const platform: ChatPlatform = {
    ...adapter.platform,
    capabilities: { ...capabilities, pace: PACE, editIntervalMilliseconds: 50 },
  };
  return createReplyStream({
    platform,
    target,
    pace: createWritePace(platform.capabilities),
    clock: systemClock,
    log: quietLog,
    metrics: quietMetrics,
    key,
    posted: [],
    resumed: false,
    savePosted: async () => undefined,
    signal: AbortSignal.timeout(25_000),
  });
}

/** Lets a text flow for a while, piece by piece, then finishes it. */
async function flow(
  stream: ReplyStream,
  text: string,
  milliseconds: number,
  extras?: ReplyExtras,
): Promise<void> {
  const steps = Math.max(1, Math.round(milliseconds / 50));
  for (let step = 1; step <= steps; step += 1) {
    stream.show(text.slice(0, Math.ceil((text.length * step) / steps)));
    await sleep(50);
  }
  await stream.finish(text, extras);
}

function expectOnce(subject: AdapterSubject, text: string): void {
  expect(words(subject.visible().join(' '))).toEqual(words(text));
}

/** How replies get through, whatever the server does. */
export function describeDelivery(stage: () => Stage): void {
  const signal = () => AbortSignal.timeout(20_000);

  describe('delivery through the reply stream', () => {
    test('a short reply is one message', async () => {
      const { subject } = stage();
      await flow(streamTo(subject), 'Two ideas for tonight.', 100);
      expect(subject.visible()).toEqual(['Two ideas for tonight.']);
    });

    test('a long reply is continued in further messages, whole and once', async () => {
      const { subject } = stage();
      const { messageLimit } = subject.adapter.platform.capabilities;
      const text = numbered(Math.min(2.5 * messageLimit, 60_000));
      await flow(streamTo(subject), text, 400);
      expectOnce(subject, text);
      expect(subject.visible().length).toBeGreaterThan(1);
    });

    test('a limit that is as stated is kept: nothing is refused', async () => {
      const { subject } = stage();
      subject.limit(PACE);
      const text = numbered(3_000);
      await flow(streamTo(subject), text, 1_500);
      expectOnce(subject, text);
      expect(subject.refusals()).toBe(0);
      expect(subject.writes()).toBeGreaterThan(5);
    });

    test('a limit that is half of what is stated loses nothing', async () => {
      const { subject } = stage();
      subject.limit({ writes: 2, windowMilliseconds: 500 });
      const text = numbered(3_000);
      await flow(streamTo(subject), text, 1_500);
      expectOnce(subject, text);
      expect(subject.refusals()).toBeGreaterThan(0);
    });

    test('a server that fails for a moment delays the reply', async () => {
      const { subject } = stage();
      subject.next({ kind: 'status', status: 503, times: 2 });
      await flow(streamTo(subject), 'Still here, once.', 60);
      expect(subject.visible()).toEqual(['Still here, once.']);
    });

    test('a write whose connection breaks is made again', async () => {
      const { subject } = stage();
      subject.next({ kind: 'drop', applied: false, times: 1 });
      await flow(streamTo(subject), 'Made again.', 60);
      expect(subject.visible()).toEqual(['Made again.']);
    });

    test('a post that took effect without its answer arriving is found, not doubled', async () => {
      const { subject } = stage();
      if (!subject.adapter.platform.findPosted) return;
      subject.next({ kind: 'drop', applied: true, times: 1 });
      await flow(streamTo(subject), 'Posted once.', 60);
      expect(subject.visible()).toEqual(['Posted once.']);
    });

    test('twenty replies at once to one server all arrive', async () => {
      const { subject } = stage();
      const texts = Array.from({ length: 20 }, (_, index) => `Reply ${index} of twenty.`);
      await Promise.all(texts.map((text, index) => streamTo(subject, `turn-${index}`).finish(text)));
      expect([...subject.visible()].sort()).toEqual([...texts].sort());
    });
  });

  describe('a single write', () => {
    test('that is refused for its pace names the time to wait', async () => {
      const { adapter, target, next } = stage().subject;
      next({ kind: 'status', status: 429, retryAfterSeconds: 2, times: 1 });
      const refused = await adapter.platform
        .post(target, 'Hello.', {}, signal())
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(PlatformWriteError);
      expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
      expect(refused).toHaveProperty('retryAfterMilliseconds', 2_000);
    });

    test('that a server fails is told at once, and is temporary', async () => {
      const { adapter, target, next } = stage().subject;
      next({ kind: 'status', status: 502, times: 1 });
      const began = performance.now();
      await expect(adapter.platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
        code: 'TEMPORARY',
      });
      expect(performance.now() - began).toBeLessThan(3_000);
    });

    test('that is slow ends when it is no longer wanted', async () => {
      const { adapter, target, next } = stage().subject;
      next({ kind: 'slow', milliseconds: 10_000, times: 1 });
      const began = performance.now();
      const write = adapter.platform.post(target, 'Too late.', {}, AbortSignal.timeout(150));
      await expect(write).rejects.toBeDefined();
      expect(performance.now() - began).toBeLessThan(3_000);
    });

    test('does not hold up the next one', async () => {
      const { subject } = stage();
      const { adapter, target } = subject;
      subject.next({ kind: 'status', status: 429, retryAfterSeconds: 20, times: 1 });
      await adapter.platform.post(target, 'First.', {}, signal()).catch(() => undefined);
      const began = performance.now();
      await adapter.platform.post(target, 'Second.', {}, signal());
      expect(performance.now() - began).toBeLessThan(3_000);
    });
  });
}
