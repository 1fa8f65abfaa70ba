import type { CoreContext } from '../ports/context.js';
import type { BegunTurn, ConversationRow, PostedMessage, TurnRow } from '../ports/stores/conversations.js';
import type { Answer, Answerer } from './answer.js';
import { failedAnswer, stoppedAnswer } from './closing-words.js';
import { ReplyUndeliverableError } from './reply-stream.js';
import { createTurnOutput, type TurnOutput } from './turn-output.js';
import { recordedButtons } from './turn-record.js';
import type { Paces } from './write-pace.js';

/** A turn that failed this often in one process is answered with an honest word instead. */
const MAX_FAILURES = 3;
/** So is one that was begun this often over this time: its processes died, and it may be what they died of. */
const MAX_ATTEMPTS = 12;
const GIVE_UP_MILLISECONDS = 10 * 60_000;
/** Messages that one turn answers at most. */
const MAX_MESSAGES = 20;
const RETRY_MILLISECONDS = 300;

export interface RunTurnOptions {
  readonly conversation: ConversationRow;
  readonly owner: string;
  readonly pace: Paces;
  readonly answer: Answerer;
  /** Fires when the conversation is no longer ours, or the process ends: everything is left as it is. */
  readonly signal: AbortSignal;
  /** No new turn begins after this. */
  readonly closing: AbortSignal;
}

/**
 * Answers a leased conversation's next turn, again where its messages change or it fails, and gives the lease back.
 * @returns whether more messages wait in the conversation
 */
export async function runTurns(context: CoreContext, options: RunTurnOptions): Promise<boolean> {
  const store = context.database.store.conversations;
  const { conversation, owner, signal } = options;
  const settle = context.platforms.get(conversation.platform)?.capabilities.settleMilliseconds ?? 0;
  if (settle > 0) await context.clock.sleep(settle, signal);
  for (let failures = 0; ; failures += 1) {
    const begun = await store.beginTurn({
      conversationId: conversation.id,
      userId: conversation.userId,
      sessionId: conversation.sessionId,
      turnId: context.ids.uuid(),
      replyMessageId: context.ids.uuid(),
      maxMessages: MAX_MESSAGES,
      at: context.clock.now(),
    });
    if (!begun) {
      await store.releaseLease(owner, conversation.id);
      return false;
    }
    const next = await runTurn(context, options, begun, failures);
    if (next !== 'again') return next === 'more';
    await context.clock.sleep(RETRY_MILLISECONDS * (failures + 1), signal);
  }
}

/** What follows a turn: it is tried again, further messages wait, or nothing does. */
type Next = 'again' | 'more' | 'nothing';
type Ending = 'completed' | 'stopped' | 'failed' | 'again' | 'withdrawn';

async function runTurn(
  context: CoreContext,
  options: RunTurnOptions,
  begun: BegunTurn,
  failures: number,
): Promise<Next> {
  const { turn, messages } = begun;
  const startedAt = context.clock.now().getTime();
  const output = createTurnOutput(context, { ...options, turn });
  if (turn.status === 'delivering') return redeliver(context, options, turn, output);
  output.started(messages.map((message) => message.id));
  const stop = new AbortController();
  const offStop = context.events.onStop((turnId) => {
    if (turnId === turn.id) stop.abort(new Error('The turn was told to stop.'));
  });
  try {
    const [ending, answer] = await makeAnswer(context, { ...options, failures }, begun, output, stop.signal);
    if (ending === 'again') return 'again';
    const queued = startedAt - (messages[0]?.receivedAt.getTime() ?? startedAt);
    const more = await conclude(context, options, turn, output, ending, answer, { queued, startedAt });
    return more ? 'more' : 'nothing';
  } finally {
    offStop();
  }
}

/** The answer, or what takes its place when it was stopped, taken back or failed too often. */
async function makeAnswer(
  context: CoreContext,
  options: RunTurnOptions & { readonly failures: number },
  begun: BegunTurn,
  output: TurnOutput,
  stop: AbortSignal,
): Promise<[Ending, Answer]> {
  const { turn, messages } = begun;
  if (messages.length === 0) return ['withdrawn', stoppedAnswer('')];
  const age = context.clock.now().getTime() - turn.startedAt.getTime();
  if (turn.attempts > MAX_ATTEMPTS && age > GIVE_UP_MILLISECONDS)
    return ['failed', failedAnswer(output.written())];
  const signal = AbortSignal.any([stop, options.signal]);
  try {
    const input = { conversation: options.conversation, ...begun };
    const answer = await interruptible(options.answer(context, input, output, signal), signal);
    return ['completed', answer];
  } catch (cause) {
    options.signal.throwIfAborted();
    if (!stop.aborted) {
      context.log.error({ err: cause, turnId: turn.id, attempt: turn.attempts }, 'a turn failed');
      return options.failures + 1 < MAX_FAILURES
        ? ['again', failedAnswer('')]
        : ['failed', failedAnswer(output.written())];
    }
    const left = await context.database.store.conversations.turnMessages(turn.id);
    if (left.length === 0) return ['withdrawn', stoppedAnswer('')];
    // An edit put its message back: the turn begins again with the new text.
    if (left.some((message) => message.status === 'pending')) return ['again', stoppedAnswer('')];
    return ['stopped', stoppedAnswer(output.written())];
  }
}

/** Stopping must not wait for work that does not listen. */
function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * Stores the reply, delivers it, ends the turn: in this order, so that a crash at any point repeats nothing.
 * @returns whether more messages wait
 */
async function conclude(
  context: CoreContext,
  options: RunTurnOptions,
  turn: TurnRow,
  output: TurnOutput,
  ending: Exclude<Ending, 'again'>,
  answer: Answer,
  times: { readonly queued: number; readonly startedAt: number },
): Promise<boolean> {
  const store = context.database.store.conversations;
  const timings = {
    ...answer.timings,
    queuedMilliseconds: times.queued,
    answerMilliseconds: context.clock.now().getTime() - times.startedAt,
  };
  let posted: readonly PostedMessage[] | null = null;
  if (ending === 'withdrawn') {
    await output.withdraw();
  } else {
    const held = await store.saveOutcome(options.owner, {
      turnId: turn.id,
      sessionId: turn.sessionId,
      replyMessageId: turn.replyMessageId,
      content: answer.content,
      facts: answer.facts,
      toolCalls: answer.toolCalls,
      timings,
      model: answer.model,
      summary: answer.summary ?? null,
      title: answer.title ?? null,
      at: context.clock.now(),
    });
    // Somebody who had everything deleted is told so, though nothing of the turn can be kept.
    const forgotten = !held && (await store.getConversation(turn.conversationId)) === null;
    if (!held && !forgotten) throw new Error('The conversation was taken over by another process.');
    posted = await deliver(context, turn, output, ending, answer);
  }
  const at = context.clock.now();
  const total = at.getTime() - times.startedAt;
  const more = await store.finishTurn({
    turnId: turn.id,
    conversationId: turn.conversationId,
    owner: options.owner,
    status: ending === 'withdrawn' ? 'stopped' : ending,
    timings: { ...timings, totalMilliseconds: total },
    posted,
    at,
  });
  output.ended(ending === 'withdrawn' ? 'stopped' : ending, answer);
  context.metrics.count('turns_total', { outcome: ending });
  context.metrics.observe('turn_seconds', total / 1_000);
  return more;
}

/** @returns the reply's messages, where they are not recorded yet */
async function deliver(
  context: CoreContext,
  turn: TurnRow,
  output: TurnOutput,
  ending: Exclude<Ending, 'again' | 'withdrawn'>,
  answer: Answer,
): Promise<readonly PostedMessage[] | null> {
  try {
    return await output.finish(answer.content, answer.extras);
  } catch (cause) {
    if (!(cause instanceof ReplyUndeliverableError)) throw cause;
    // The reply stays in its session; a platform that refuses it for good cannot be told more.
    context.log.error({ err: cause, turnId: turn.id, ending }, 'a reply could not be delivered');
    return null;
  }
}

/** A crash came between deciding the reply and its delivery: the same text goes out, nothing is made anew. */
async function redeliver(
  context: CoreContext,
  options: RunTurnOptions,
  turn: TurnRow,
  output: TurnOutput,
): Promise<Next> {
  const store = context.database.store.conversations;
  const message = await store.getMessage(turn.replyMessageId);
  const buttons = recordedButtons(turn.facts);
  const answer: Answer = {
    content: message?.content ?? '',
    extras: buttons.length > 0 ? { buttons } : {},
    facts: turn.facts,
    toolCalls: null,
    timings: {},
    model: null,
  };
  output.started((await store.turnMessages(turn.id)).map((row) => row.id));
  const posted = answer.content === '' ? null : await deliver(context, turn, output, 'completed', answer);
  const more = await store.finishTurn({
    turnId: turn.id,
    conversationId: turn.conversationId,
    owner: options.owner,
    status: 'completed',
    timings: null,
    posted,
    at: context.clock.now(),
  });
  output.ended('completed', answer);
  return more ? 'more' : 'nothing';
}
