import { createSlackServer, type WriteRecord } from '../support/slack/server.js';
import { directChannelOf, seenText } from '../support/slack/workspace.js';
import { type Limit, measure, type Run, summarise } from './platforms/measure.js';
import { createOurs, type Deliver } from './platforms/ours.js';
import { type Script, writeText } from './platforms/script.js';
import { createTheirs } from './platforms/theirs.js';

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

/** What never ends is given up, and counts as it then stands. */
const GIVE_UP_MILLISECONDS = 150_000;

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
 * with the best-known SDK for several chat platforms. In real time, everybody at once, each on a server of their own.
 */
export async function run(): Promise<void> {
  console.log(
    `${SCRIPTS.length} replies of 200 to 12,000 characters at 20 to 400 a second (none flows for more than a minute), and ${AT_ONCE.length} at once`,
  );
  const rows = await Promise.all(CONTESTANTS.map(contend));
  console.table(rows.map(({ row }) => row));
  for (const { name, errors } of rows) {
    for (const [error, times] of errors) console.log(`${name}: ${times} × ${error}`);
  }
}

async function contend({ name, limit, deliver }: Contestant) {
  const records: WriteRecord[] = [];
  const server = await createSlackServer({ onWrite: (record) => records.push(record) });
  server.limit(limit);
  const delivering = await deliver(server);
  const scripts = [...SCRIPTS, ...AT_ONCE];
  const runs = await Promise.all(scripts.map((script, index) => play(delivering, script, `U0P${index}`)));
  const figures = runs.map((run) => {
    const visible = server.workspace.messages.filter(({ channel }) => channel === run.channel).map(seenText);
    return measure(run, records, visible, limit);
  });
  await server.close();
  const errors = new Map<string, number>();
  for (const { error } of runs) if (error) errors.set(error, (errors.get(error) ?? 0) + 1);
  return { name, errors, row: summarise(name, runs, figures) };
}

async function play(deliver: Deliver, { characters, perSecond }: Script, user: string): Promise<Run> {
  const text = writeText(characters);
  const began = performance.now();
  const shared = { text, channel: directChannelOf(user), perSecond, began };
  const flowing = began + (text.length / perSecond) * 1000;
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('gave up waiting')), GIVE_UP_MILLISECONDS).unref();
  });
  try {
    const { flowed } = await Promise.race([deliver(user, text, perSecond), late]);
    return { ...shared, flowed, error: null };
  } catch (error) {
    return { ...shared, flowed: flowing, error: error instanceof Error ? error.message : String(error) };
  }
}
