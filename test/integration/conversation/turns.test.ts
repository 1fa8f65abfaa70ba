import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { forgetUser } from '../../../src/core/accounts/forget-user.js';
import { cancelTurn } from '../../../src/core/conversation/cancel-turn.js';
import { createSession } from '../../../src/core/conversation/create-session.js';
import { editMessage } from '../../../src/core/conversation/edit-message.js';
import { getSession } from '../../../src/core/conversation/get-session.js';
import { receiveMessage } from '../../../src/core/conversation/receive-message.js';
import { sendSessionMessage } from '../../../src/core/conversation/send-session-message.js';
import { streamReply } from '../../../src/core/conversation/stream-reply.js';
import { createTurnRunner } from '../../../src/core/conversation/turn-runner.js';
import { withdrawMessage } from '../../../src/core/conversation/withdraw-message.js';
import type { TurnEvent } from '../../../src/core/ports/events.js';
import {
  buildMessage,
  echo,
  openTestConversation,
  type TestConversation,
  until,
} from '../../support/conversation/conversation-context.js';

let conversation: TestConversation;
let runners: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  conversation = await openTestConversation();
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  runners = [];
  conversation.platform.messages.length = 0;
  await conversation.test.database.reset();
});
afterAll(async () => {
  await conversation.close();
});

function start(options: Parameters<TestConversation['startRunner']>[0]) {
  runners.push(conversation.startRunner(options));
}
const texts = () => conversation.platform.messages.map((message) => message.text);

describe('a message', () => {
  test('is answered, and question and answer are in its session', async () => {
    start({ answer: echo() });
    const received = await receiveMessage(conversation.context, buildMessage('hello'));
    await until(() => texts().includes('You said: hello'));
    const { messages } = await getSession(conversation.context, received);
    expect(messages.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'hello'],
      ['assistant', 'You said: hello'],
    ]);
  });

  test('that brings a file and no words stands in its session under the name of the file', async () => {
    const attachments = [
      { id: 'f1', fileName: 'june-2026.pdf', contentType: 'application/pdf', size: 1, source: {} },
    ];
    start({ answer: echo() });
    const received = await receiveMessage(conversation.context, buildMessage('', { attachments }));
    await until(() => texts().length > 0);
    const { messages } = await getSession(conversation.context, received);
    expect(messages.map(({ role, content }) => [role, content])).toEqual([
      ['user', '📎 june-2026.pdf'],
      // The turn itself gets what was typed: nothing.
      ['assistant', 'You said: '],
    ]);
  });

  test('that the platform delivers again is answered once', async () => {
    const message = buildMessage('once');
    const first = await receiveMessage(conversation.context, message);
    const again = await Promise.all([1, 2, 3].map(() => receiveMessage(conversation.context, message)));
    expect(first.repeated).toBe(false);
    expect(again.map((one) => [one.repeated, one.inboundId])).toEqual(
      [1, 2, 3].map(() => [true, first.inboundId]),
    );
    start({ answer: echo() });
    await until(() => texts().length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(texts()).toEqual(['You said: once']);
  });

  test('and others that came quickly are answered as one turn, in order', async () => {
    for (const text of ['one', 'two', 'three'])
      await receiveMessage(conversation.context, buildMessage(text));
    start({ answer: echo() });
    await until(() => texts().length > 0);
    expect(texts()).toEqual(['You said: one + two + three']);
  });

  test('waits while another turn of its conversation runs, whoever runs it', async () => {
    let running = 0;
    let most = 0;
    const answer: typeof echo extends () => infer A ? A : never = async (context, input, sink, signal) => {
      running += 1;
      most = Math.max(most, running);
      await context.clock.sleep(60, signal);
      running -= 1;
      return echo()(context, input, sink, signal);
    };
    start({ answer });
    start({ answer });
    for (const text of ['#1', '#2', '#3', '#4']) {
      await receiveMessage(conversation.context, buildMessage(text));
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await until(() => texts().join(' ').includes('#4'));
    expect(most).toBe(1);
    expect(texts().join(' ').match(/#\d/g)).toEqual(['#1', '#2', '#3', '#4']);
  });

  test('that is edited before its answer is answered as it now reads', async () => {
    const message = buildMessage('films');
    await receiveMessage(conversation.context, message);
    await editMessage(conversation.context, { ...message, text: 'books' });
    start({ answer: echo() });
    await until(() => texts().length > 0);
    expect(texts()).toEqual(['You said: books']);
  });

  test('that is edited while it is answered is answered anew in the same reply', async () => {
    start({ answer: echo(300) });
    const message = buildMessage('films');
    await receiveMessage(conversation.context, message);
    await until(() => texts().length > 0);
    await editMessage(conversation.context, { ...message, text: 'books' });
    await until(() => texts()[0]?.includes('books') === true);
    expect(texts()).toEqual(['Let me see. You said: books']);
  });

  test('that is deleted while it is answered takes the reply with it', async () => {
    start({ answer: echo(2_000) });
    const message = buildMessage('secret');
    const received = await receiveMessage(conversation.context, message);
    await until(() => texts().length > 0);
    await withdrawMessage(conversation.context, message);
    await until(() => texts().length === 0);
    const { messages } = await getSession(conversation.context, received);
    expect(messages).toEqual([]);
  });

  test('"stop" ends a running reply at once, and says so', async () => {
    start({ answer: echo(5_000) });
    await receiveMessage(conversation.context, buildMessage('long story'));
    await until(() => texts().length > 0);
    const before = Date.now();
    const stop = await receiveMessage(conversation.context, buildMessage('stop!'));
    expect(stop.stopsTurnId).not.toBeNull();
    await until(() => texts()[0]?.includes('Stopped') === true);
    expect(Date.now() - before).toBeLessThan(1_500);
    expect(texts()).toHaveLength(1);
  });

  test('whose turn fails is tried again, then answered honestly', async () => {
    let attempts = 0;
    start({
      answer: async () => {
        attempts += 1;
        throw new Error('broken');
      },
    });
    await receiveMessage(conversation.context, buildMessage('hello'));
    await until(() => texts().length > 0);
    expect(attempts).toBe(3);
    expect(texts()[0]).toContain('Something went wrong on my side');
  });

  test('that a dead process left is answered by the next one, in the message already begun', async () => {
    const first = conversation.startRunner({ answer: echo(60_000) });
    await receiveMessage(conversation.context, buildMessage('are you there'));
    await until(() => texts().length === 1);
    await first.stop();
    expect(texts()).toEqual(['Let me see.']);
    start({ answer: echo(), exclusive: true });
    await until(() => texts()[0]?.includes('are you there') === true);
    expect(texts()).toEqual(['You said: are you there']);
  });

  test('that deletes its user is answered, though the lease that is renewed meanwhile is gone with them', async () => {
    const { context } = conversation;
    let renewals = 0;
    const { store } = context.database;
    const conversations: typeof store.conversations = {
      ...store.conversations,
      renewLeases: (input) => {
        renewals += 1;
        return store.conversations.renewLeases(input);
      },
    };
    const database = { ...context.database, store: { ...store, conversations } };
    let wasLeft: boolean | null = null;
    const runner = createTurnRunner(
      { ...context, database },
      {
        answer: async (given, input, _sink, signal) => {
          await forgetUser(given, { userId: input.conversation.userId });
          const before = renewals;
          // The second renewal begins when what follows from the first one is decided.
          await until(() => renewals >= before + 2, 'two renewals of the lease');
          wasLeft = signal.aborted;
          const content = 'Everything is deleted.';
          return { content, extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
        },
      },
    );
    runner.start();
    runners.push({ stop: () => runner.stop(200) });
    await receiveMessage(context, buildMessage('forget me'));
    await until(() => wasLeft !== null && texts().length > 0, 'the farewell');
    expect(wasLeft).toBe(false);
    expect(texts()).toEqual(['Everything is deleted.']);
  });
});

describe('a session of the API', () => {
  async function user() {
    const received = await receiveMessage(conversation.context, buildMessage('hi'));
    return received.userId;
  }
  async function collect(events: AsyncIterable<TurnEvent>): Promise<TurnEvent[]> {
    const all: TurnEvent[] = [];
    for await (const event of events) all.push(event);
    return all;
  }

  test('streams the reply to its message: started, the text, completed', async () => {
    const userId = await user();
    const session = await createSession(conversation.context, { userId });
    start({ answer: echo(50) });
    const sent = await sendSessionMessage(conversation.context, {
      userId,
      sessionId: session.id,
      content: 'hello',
      messageKey: 'm1',
    });
    const signal = AbortSignal.timeout(5_000);
    const events = await collect(
      streamReply(conversation.context, { userId, sessionId: session.id, inboundId: sent.inboundId, signal }),
    );
    expect(events[0]).toMatchObject({ kind: 'started', inboundIds: [sent.inboundId] });
    const streamed = events.flatMap((event) => (event.kind === 'token' ? [event.text] : [])).join('');
    expect(streamed).toBe('Let me see. You said: hello');
    expect(events.at(-1)).toMatchObject({ kind: 'completed', content: streamed, stopped: false });
    const late = await collect(
      streamReply(conversation.context, { userId, sessionId: session.id, inboundId: sent.inboundId, signal }),
    );
    expect(late.at(-1)).toMatchObject({ kind: 'completed', content: streamed });
  });

  test('hears, on another process, what this one says, each piece once', async () => {
    const { createTurnEvents } = await import('../../../src/core/conversation/turn-events.js');
    const elsewhere = { ...conversation.context, events: createTurnEvents(conversation.context) };
    const userId = await user();
    const session = await createSession(conversation.context, { userId });
    start({
      answer: async (context, _input, sink, signal) => {
        for (let word = 0; word < 12; word += 1) {
          sink.write(`word${word} `);
          await context.clock.sleep(50, signal);
        }
        return { content: sink.written(), extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
      },
    });
    const signal = AbortSignal.timeout(8_000);
    const sent = await sendSessionMessage(conversation.context, {
      userId,
      sessionId: session.id,
      content: 'go',
      messageKey: 'm1',
    });
    const events = await collect(
      streamReply(elsewhere, { userId, sessionId: session.id, inboundId: sent.inboundId, signal }),
    );
    const streamed = events.flatMap((event) => (event.kind === 'token' ? [event.text] : [])).join('');
    expect(streamed).toBe(Array.from({ length: 12 }, (_, word) => `word${word} `).join(''));
    expect(events.filter((event) => event.kind === 'completed')).toHaveLength(1);
    await elsewhere.events.close();
  });

  test('is cancelled by its user alone', async () => {
    const userId = await user();
    const session = await createSession(conversation.context, { userId });
    start({ answer: echo(5_000) });
    const sent = await sendSessionMessage(conversation.context, {
      userId,
      sessionId: session.id,
      content: 'long',
      messageKey: 'm1',
    });
    const stranger = await receiveMessage(
      conversation.context,
      buildMessage('x', { sender: { platform: 'fake', tenant: 't', userId: 'u2', displayName: null } }),
    );
    await until(
      async () =>
        (await conversation.context.database.store.conversations.runningTurns({ sessionId: session.id }))
          .length > 0,
    );
    await expect(
      cancelTurn(conversation.context, { userId: stranger.userId, sessionId: session.id }),
    ).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' });
    expect(await cancelTurn(conversation.context, { userId, sessionId: session.id })).toHaveLength(1);
    const signal = AbortSignal.timeout(5_000);
    const events = await collect(
      streamReply(conversation.context, { userId, sessionId: session.id, inboundId: sent.inboundId, signal }),
    );
    expect(events.at(-1)).toMatchObject({ kind: 'completed', stopped: true });
  });
});
