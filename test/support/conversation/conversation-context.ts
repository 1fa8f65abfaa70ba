import type { Answerer } from '../../../src/core/conversation/answer.js';
import { answerTurn } from '../../../src/core/conversation/answer-turn.js';
import { createTurnEvents } from '../../../src/core/conversation/turn-events.js';
import { createTurnRunner, type TurnRunnerOptions } from '../../../src/core/conversation/turn-runner.js';
import type { InboundMessage, PlatformCapabilities } from '../../../src/core/ports/chat-platform.js';
import type { CoreContext } from '../../../src/core/ports/context.js';
import type { TurnEvents } from '../../../src/core/ports/events.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { openTestContext, type TestContext } from '../context.js';
import { createFakePlatform, type FakePlatform } from './fake-platform.js';

/** A core with a running worker and a platform that keeps what is written to it. */
export interface TestConversation {
  readonly context: CoreContext;
  readonly platform: FakePlatform;
  readonly test: TestContext;
  /** Starts another worker over the same database, as a further process would be. */
  startRunner(options?: Partial<TurnRunnerOptions>): { stop(): Promise<void> };
  close(): Promise<void>;
}

/** Fast enough for tests, slow enough to need more than one edit. */
export const quickCapabilities: Partial<PlatformCapabilities> = {
  pace: { writes: 50, windowMilliseconds: 1_000 },
  editIntervalMilliseconds: 10,
};

export async function openTestConversation(
  overrides: Partial<CoreContext> = {},
  capabilities: Partial<PlatformCapabilities> = quickCapabilities,
): Promise<TestConversation> {
  const platform = createFakePlatform({ clock: systemClock, capabilities });
  // The events need the database that the context opens: they are put in afterwards.
  const events: { current: TurnEvents | null } = { current: null };
  const delegate = (): TurnEvents => {
    if (!events.current) throw new Error('The events are not there yet.');
    return events.current;
  };
  const test = await openTestContext({
    platforms: new Map([['fake', platform]]),
    events: {
      publish: (event) => delegate().publish(event),
      subscribe: (sessionId, options) => delegate().subscribe(sessionId, options),
      announceArrival: () => delegate().announceArrival(),
      onArrival: (listener) => delegate().onArrival(listener),
      announceStop: (turnId) => delegate().announceStop(turnId),
      onStop: (listener) => delegate().onStop(listener),
      close: () => delegate().close(),
    },
    ...overrides,
  });
  events.current = createTurnEvents(test.context);
  const runners: { stop(): Promise<void> }[] = [];
  return {
    context: test.context,
    platform,
    test,
    startRunner(options = {}) {
      const runner = createTurnRunner(test.context, { answer: answerTurn, ...options });
      runner.start();
      const stoppable = { stop: () => runner.stop(200) };
      runners.push(stoppable);
      return stoppable;
    },
    async close() {
      for (const runner of runners) await runner.stop();
      await delegate().close();
      await test.close();
    },
  };
}

let keys = 0;

/** A message of somebody on the fake platform. */
export function buildMessage(text: string, changes: Partial<InboundMessage> = {}): InboundMessage {
  keys += 1;
  return {
    conversation: { platform: 'fake', tenant: 't', address: 'dm-1' },
    direct: true,
    messageKey: `key-${keys}`,
    sender: { platform: 'fake', tenant: 't', userId: 'u1', displayName: 'Kim' },
    text,
    attachments: [],
    reference: {},
    ...changes,
  };
}

/** An answerer that says what it was asked, after a while if told so. */
export function echo(milliseconds = 0): Answerer {
  return async (context, input, sink, signal) => {
    if (milliseconds > 0) {
      sink.write('Let me see. ');
      await context.clock.sleep(milliseconds, signal);
    }
    const said = input.messages.map((message) => message.content).join(' + ');
    const content = `${sink.written()}You said: ${said}`;
    return { content, extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
  };
}

/** Waits until the condition holds, up to a few seconds. */
export async function until(condition: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const deadline = Date.now() + 8_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
