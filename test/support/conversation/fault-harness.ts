import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtModule } from '../../../src/infrastructure/built-module.js';
import { copyDatabaseTemplate } from '../database.js';

/** Where a process is killed: from outside at a random moment, or by itself at one of the places that matter. */
export const killPlaces = [
  'at random',
  'stored, not yet acknowledged',
  'acknowledged, turn not begun',
  'in the middle of the reply',
  'decided, not yet posted',
  'posted, not yet recorded',
  'shown whole, turn not ended',
] as const;
export type KillPlace = (typeof killPlaces)[number];

export interface FaultPlan {
  readonly messages: number;
  readonly conversations: number;
  /** SIGKILLs of the answering process, in turn at each of the places. */
  readonly kills: number;
  /** Share of platform writes that fail, and of answers that throw at their first attempt. */
  readonly failingShare: number;
  readonly databaseUrl?: string;
}

export interface FaultReport {
  readonly acknowledged: number;
  readonly kills: number;
  readonly killsAt: Readonly<Record<string, number>>;
  /** Other failures: refused, broken and unanswered writes. */
  readonly writeFailures: number;
  readonly lost: readonly string[];
  readonly answeredTwice: readonly string[];
}

interface Posted {
  readonly reference: string;
  readonly key: string;
  text: string;
}

/** Sends messages to a process that is killed again and again, and counts the answers that arrive. */
export async function runFaults(plan: FaultPlan): Promise<FaultReport> {
  const platform = await startPlatform(plan.failingShare);
  const dataDir = await mkdtemp(join(tmpdir(), 'matinee-faults-'));
  // The database's first start is no part of what is tested.
  if (plan.databaseUrl === undefined) await copyDatabaseTemplate(dataDir);
  const keys = Array.from({ length: plan.messages }, (_, index) => `${Date.now()}-key${index}`);
  const acknowledged = new Set<string>();
  let kills = 0;
  const killsAt: Record<string, number> = {};
  const place = (): KillPlace | null =>
    kills < plan.kills ? (killPlaces[kills % killPlaces.length] ?? 'at random') : null;
  const start = () => startWorker(plan, platform.url, dataDir, acknowledged, place());
  let worker = await start();
  try {
    while (acknowledged.size < keys.length || kills < plan.kills) {
      send(
        worker,
        keys
          .filter((key) => !acknowledged.has(key))
          .slice(0, Math.ceil(plan.messages / (plan.kills + 1)) + 1),
        plan.conversations,
      );
      const where = place();
      if (where === null || where === 'at random') await pause(40 + Math.random() * 160);
      else await Promise.race([exited(worker), pause(SELF_KILL_MILLISECONDS)]);
      if (where === null) continue;
      const by = worker.signalCode === null ? 'at random' : where;
      await kill(worker);
      kills += 1;
      killsAt[by] = (killsAt[by] ?? 0) + 1;
      worker = await start();
    }
    await settled(platform.posted, acknowledged);
  } finally {
    await kill(worker);
    await platform.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  const counts = countAnswers(platform.posted, acknowledged);
  return {
    acknowledged: acknowledged.size,
    kills,
    killsAt,
    writeFailures: platform.failures(),
    lost: [...counts].filter(([, count]) => count === 0).map(([key]) => key),
    answeredTwice: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
  };
}

/** A process that does not come to its place in this time is killed from outside. */
const SELF_KILL_MILLISECONDS = 5_000;

function exited(worker: ChildProcess): Promise<unknown> {
  if (worker.exitCode !== null || worker.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => worker.once('exit', resolve));
}

function countAnswers(posted: readonly Posted[], keys: ReadonlySet<string>): Map<string, number> {
  return new Map(
    [...keys].map((key) => [key, posted.filter((message) => message.text.includes(`[${key}]`)).length]),
  );
}

/** Waits until every acknowledged message is answered, or clearly will not be. */
async function settled(posted: readonly Posted[], keys: ReadonlySet<string>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if ([...countAnswers(posted, keys).values()].every((count) => count > 0)) {
      // A second answer would come soon, if it came at all.
      await pause(400);
      return;
    }
    await pause(50);
  }
}

function send(worker: ChildProcess, keys: readonly string[], conversations: number): void {
  for (const key of keys) {
    const conversation = `c${Number(key.split('key')[1]) % conversations}`;
    if (worker.connected) worker.send({ key, conversation }, () => undefined);
  }
}

async function startWorker(
  plan: FaultPlan,
  platformUrl: string,
  dataDir: string,
  acknowledged: Set<string>,
  dieAt: KillPlace | null,
): Promise<ChildProcess> {
  const worker = fork(builtModule('./fault-worker.js', import.meta.url), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: { ready?: true; acknowledged?: string }) => {
      if (message.ready) resolve();
      if (message.acknowledged) acknowledged.add(message.acknowledged);
    });
    worker.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready.`)));
    worker.send({
      platformUrl,
      dataDir,
      failingShare: plan.failingShare,
      dieAt,
      ...(plan.databaseUrl && { databaseUrl: plan.databaseUrl }),
    });
  });
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = exited(worker);
  worker.kill('SIGKILL');
  await gone;
}

/** The platform: remembers posts by their key, and fails as often as it is told, before or after a write took effect. */
async function startPlatform(failingShare: number) {
  const posted: Posted[] = [];
  let failures = 0;
  const apply = (
    path: string,
    body: { key: string; reference: string; text: string },
  ): { status: number; reference: string | null } => {
    if (path === '/find')
      return { status: 200, reference: posted.find((one) => one.key === body.key)?.reference ?? null };
    if (path === '/post') {
      const known = posted.find((one) => one.key === body.key);
      if (known) return { status: 200, reference: known.reference };
      const reference = `m${posted.length + 1}`;
      posted.push({ reference, key: body.key, text: body.text });
      return { status: 200, reference };
    }
    const message = posted.find((one) => one.reference === body.reference);
    if (!message) return { status: 404, reference: null };
    message.text = body.text;
    return { status: 200, reference: message.reference };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const trouble = Math.random();
    if (trouble < failingShare) {
      failures += 1;
      if (trouble < failingShare / 3) apply(request.url ?? '', body);
      response.writeHead(trouble < (failingShare * 2) / 3 ? 502 : 429).end('{}');
      return;
    }
    const { status, reference } = apply(request.url ?? '', body);
    response.writeHead(status).end(JSON.stringify({ reference }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    failures: () => failures,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
