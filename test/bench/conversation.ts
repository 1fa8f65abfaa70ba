import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readSeed } from '../../src/composition/seed.js';
import { seedCatalogue } from '../../src/core/catalogue/seed-catalogue.js';
import type { Answerer } from '../../src/core/conversation/answer.js';
import { answerTurn } from '../../src/core/conversation/answer-turn.js';
import { receiveMessage } from '../../src/core/conversation/receive-message.js';
import { createTurnRunner } from '../../src/core/conversation/turn-runner.js';
import { createOfflineEmbedder } from '../../src/infrastructure/embeddings/offline-embedder.js';
import {
  buildMessage,
  echo,
  openTestConversation,
  type TestConversation,
} from '../support/conversation/conversation-context.js';
import { createScriptedModel } from '../support/conversation/scripted-model.js';
import { type BenchLine, under } from './summary.js';

const OVERHEAD_TURNS = Number(process.env.TURNS ?? 200);
const CONVERSATIONS = 200;

let ended: (() => void) | null = null;

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => {
    ended = resolve;
  });
}
const TOKENS = 60;
const TOKENS_PER_SECOND = 20;

/** The platform's own pace is not the core's time. */
const UNPACED = { pace: { writes: 1_000_000, windowMilliseconds: 1_000 }, editIntervalMilliseconds: 0 };

/** The conversation core's own time per turn, and what many conversations at once cost. */
export async function run(): Promise<readonly BenchLine[]> {
  const model = createScriptedModel();
  const conversation = await openTestConversation(
    {
      model,
      embedder: await createOfflineEmbedder(),
      // The last thing that a turn does: its reply is delivered and everything is stored.
      metrics: { count: () => undefined, observe: (name) => name === 'turn_seconds' && ended?.() },
    },
    UNPACED,
  );
  await seedCatalogue(conversation.context, { records: readSeed() });
  const lines: BenchLine[] = [];
  const time = async (label: string, answer: Answerer, text: string) => {
    lines.push(await overhead(conversation, label, answer, text));
  };
  try {
    await time('inbox and delivery alone', echo(), 'hello');
    model.reachable = false;
    await time('budget question, templates', answerTurn, 'how much is left?');
    await time('recommendation, templates', answerTurn, 'a board game for four under $40');
    model.reachable = true;
    model.script(() => ({ says: 'Nice wish! Here are some ideas that fit. Enjoy your evening with them.' }));
    await time(
      'recommendation, scripted model and claims check',
      answerTurn,
      'a board game for four under $40',
    );
  } finally {
    await conversation.close();
  }
  // Edits a quarter of a second apart, which no platform's own limit undercuts.
  const crowded = await openTestConversation({}, { ...UNPACED, editIntervalMilliseconds: 250 });
  try {
    return [...lines, await crowd(crowded)];
  } finally {
    await crowded.close();
  }
}

async function overhead(
  conversation: TestConversation,
  label: string,
  answer: Answerer,
  text: string,
): Promise<BenchLine> {
  const runner = createTurnRunner(conversation.context, { answer });
  runner.start();
  const times: number[] = [];
  let statements = 0;
  let cpu = process.cpuUsage();
  const count = () => {
    statements += 1;
  };
  for (let turn = 0; turn < OVERHEAD_TURNS + 20; turn += 1) {
    const started = performance.now();
    const end = endOfTurn();
    await receiveMessage(conversation.context, buildMessage(text));
    await end;
    if (turn >= 20) times.push(performance.now() - started);
    // Outside transactions each statement borrows the connection once.
    if (turn === 19) {
      conversation.test.database.pool.on('acquire', count);
      cpu = process.cpuUsage();
    }
  }
  conversation.test.database.pool.off('acquire', count);
  const { user, system } = process.cpuUsage(cpu);
  await runner.stop(1_000);
  console.log(
    `${label}: p50 ${percentile(times, 0.5)} ms, p99 ${percentile(times, 0.99)} ms, ${((user + system) / 1_000 / OVERHEAD_TURNS).toFixed(1)} ms of processor (database included), ${(statements / OVERHEAD_TURNS).toFixed(1)} statements per turn`,
  );
  return {
    what: `${label}, p50 / p99`,
    ours: `${percentile(times, 0.5)} / ${percentile(times, 0.99)} ms`,
  };
}

/** Many conversations that stream at once: how long others wait, then, in a second run, what they hold on to. */
async function crowd(conversation: TestConversation): Promise<BenchLine> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  await stream(conversation, 'fast', async () => {
    delay.enable();
  });
  delay.disable();
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const idle = process.memoryUsage().heapUsed;
  let held = 0;
  await stream(conversation, 'held', async () => {
    await new Promise((resolve) => setTimeout(resolve, (TOKENS / TOKENS_PER_SECOND) * 700));
    collect();
    held = process.memoryUsage().heapUsed - idle;
  });
  console.log(
    `${CONVERSATIONS} conversations at ${TOKENS_PER_SECOND} tokens/s: event loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, ${Math.round(held / CONVERSATIONS / 1_024)} kB of heap held by each`,
  );
  const late = delay.percentile(99) / 1e6;
  return {
    what: `event loop delay with ${CONVERSATIONS} replies streaming, p99`,
    ours: `${late.toFixed(1)} ms`,
    goal: under(late, 50, 'ms'),
  };
}

/** @param begun called once all of them run */
async function stream(
  conversation: TestConversation,
  label: string,
  begun: () => Promise<void>,
): Promise<void> {
  const answer: Answerer = async (context, _input, sink, signal) => {
    for (let token = 0; token < TOKENS; token += 1) {
      sink.write('word ');
      await context.clock.sleep(1_000 / TOKENS_PER_SECOND, signal);
    }
    return { content: sink.written().trim(), extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };
  };
  const runner = createTurnRunner(conversation.context, { answer, concurrency: CONVERSATIONS });
  const before = conversation.platform.messages.length;
  const person = (index: number) => ({
    conversation: { platform: 'fake', tenant: 't', address: `${label}-${index}` },
    sender: { platform: 'fake', tenant: 't', userId: `${label}-${index}`, displayName: null },
  });
  for (let index = 0; index < CONVERSATIONS; index += 1)
    await receiveMessage(conversation.context, buildMessage('go', person(index)));
  runner.start();
  await begun();
  const finished = () =>
    conversation.platform.messages.slice(before).filter((message) => message.text.split(' ').length >= TOKENS)
      .length;
  while (finished() < CONVERSATIONS) await new Promise((resolve) => setTimeout(resolve, 50));
  await runner.stop(2_000);
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}
