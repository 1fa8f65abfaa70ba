import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSlackServer, type WriteRecord } from '../support/slack/server.js';
import { directChannelOf, seenText } from '../support/slack/workspace.js';
import { type Limit, measure, type Run, summarise } from './platforms/measure.js';
import { createOurs, type Deliver } from './platforms/ours.js';
import { type Script, writeText } from './platforms/script.js';
import { createTheirs } from './platforms/theirs.js';
import type { BenchLine } from './summary.js';

/** What Matinee's Slack adapter states, and what a server may do to it. */
const STATED: Limit = { writes: 5, windowMilliseconds: 5_000 };
const HALF: Limit = { writes: 5, windowMilliseconds: 10_000 };

/** Lengths from 200 to 12,000 characters at 20 to 400 a second, so that none flows for more than a minute. */
const SCRIPTS: readonly Script[] = [
  [200, 20],
  [1_200, 20],
  [500, 50],
  [3_000, 50],
  [1_000, 100],
  [6_000, 100],
  [4_000, 200],
  [12_000, 200],
  [200, 400],
  [2_000, 400],
  [6_000, 400],
  [12_000, 400],
].map(([characters = 0, perSecond = 0]) => ({ characters, perSecond }));
const AT_ONCE: readonly Script[] = Array.from({ length: 20 }, () => ({ characters: 2_000, perSecond: 100 }));

/** They begin one after the other, so that their first words don't wait for each other in this one process. */
const APART_MILLISECONDS = 4_000;

/** What never ends is given up, and counts as it then stands. */
const GIVE_UP_MILLISECONDS = 110_000;
const SETTLE_MILLISECONDS = 45_000;

interface Contestant {
  readonly name: string;
  readonly limit: Limit;
  readonly deliver: (server: Awaited<ReturnType<typeof createSlackServer>>) => Deliver | Promise<Deliver>;
}

const CONTESTANTS: readonly Contestant[] = [
  { name: 'Matinee', limit: STATED, deliver: createOurs },
  { name: 'Matinee, half the limit', limit: HALF, deliver: createOurs },
  { name: 'chat, as it comes (500 ms)', limit: STATED, deliver: (server) => createTheirs(server, 500) },
  { name: 'chat, slowed to 1 s', limit: STATED, deliver: (server) => createTheirs(server, 1_000) },
];

/**
 * Replies through a limiter of 5 writes in 5 s per conversation, on servers that speak Slack's protocol, side by side
 * with the best-known SDK for several chat platforms. In real time, overlapping, each on a server of their own.
 */
export async function run(): Promise<readonly BenchLine[]> {
  console.log(
    `${SCRIPTS.length} replies of 200 to 12,000 characters at 20 to 400 a second (none flows for more than a minute), and ${AT_ONCE.length} at once`,
  );
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  const rows = await Promise.all(
    CONTESTANTS.map((contestant, index) => contend(contestant, index * APART_MILLISECONDS)),
  );
  lag.disable();
  console.log(
    `load ${loadavg()[0]?.toFixed(1)}; the bench's own event loop was late by ${milliseconds(lag.percentile(50))} ms (p50), ${milliseconds(lag.percentile(99))} ms (p99)`,
  );
  console.table(rows.map(({ row }) => row));
  for (const { name, errors } of rows) {
    for (const [error, times] of errors) console.log(`${name}: ${times} × ${error}`);
  }
  const [ours, , theirs] = rows.map(({ whole }) => whole);
  const replies = SCRIPTS.length + AT_ONCE.length;
  return [
    {
      what: `whole replies of ${replies} through the limiter`,
      ours: String(ours),
      beside: { name: CONTESTANTS[2]?.name ?? '', figure: String(theirs) },
      ratio: (ours ?? 0) / (theirs ?? 0),
      goal: { text: `all ${replies}`, met: ours === replies },
    },
  ];
}

const milliseconds = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0);

async function contend({ name, limit, deliver }: Contestant, afterMilliseconds: number) {
  await sleep(afterMilliseconds);
  const records: WriteRecord[] = [];
  const server = await createSlackServer({ onWrite: (record) => records.push(record) });
  server.limit(limit);
  const delivering = await deliver(server);
  // The first request of a process is slow for everybody.
  await delivering('U0WARM', 'Warming up.', 400);
  const scripts = [...SCRIPTS, ...AT_ONCE];
  const unfinished = new Set<Promise<unknown>>();
  const runs = await Promise.all(
    scripts.map((script, index) => play(delivering, script, `U0P${index}`, unfinished)),
  );
  const figures = runs.map((run) => {
    const visible = server.workspace.messages.filter(({ channel }) => channel === run.channel).map(seenText);
    return measure(run, records, visible, limit);
  });
  // What was given up goes on in the SDK for up to half an hour: without a limit it comes to its end.
  server.limit(null);
  await Promise.race([Promise.allSettled(unfinished), sleep(SETTLE_MILLISECONDS)]);
  await server.close();
  const errors = new Map<string, number>();
  for (const { error } of runs) if (error) errors.set(error, (errors.get(error) ?? 0) + 1);
  const whole = figures.filter(({ delivered, doubled }) => delivered === 1 && doubled === 0).length;
  return { name, errors, whole, row: summarise(name, runs, figures) };
}

async function play(
  deliver: Deliver,
  { characters, perSecond }: Script,
  user: string,
  unfinished: Set<Promise<unknown>>,
): Promise<Run> {
  const text = writeText(characters);
  const began = performance.now();
  const shared = { text, channel: directChannelOf(user), perSecond, began };
  const flowing = began + (text.length / perSecond) * 1000;
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('gave up waiting')), GIVE_UP_MILLISECONDS).unref();
  });
  try {
    const delivery = deliver(user, text, perSecond);
    unfinished.add(delivery);
    const { flowed } = await Promise.race([delivery, late]);
    return { ...shared, flowed, error: null };
  } catch (error) {
    return { ...shared, flowed: flowing, error: error instanceof Error ? error.message : String(error) };
  }
}
