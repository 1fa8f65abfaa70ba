import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import type { TurnEvent } from '../../src/core/ports/events.js';
import { runApi } from '../support/api/client.js';
import { openApiContext } from '../support/api/context.js';
import { repositoryPath } from '../support/repository-path.js';
import { type BenchLine, none, under } from './summary.js';

const STREAMS = Number(process.env.BENCH_STREAMS ?? 2_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const EVENTS_PER_SECOND = 5;

/** Many open event streams at five events a second each: how late an event arrives, and what a stream costs the server. */
export async function run(): Promise<readonly BenchLine[]> {
  const opened = await openApiContext();
  const api = await runApi(opened, { rateLimitScale: 1_000_000 });
  try {
    const token: string = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const { id } = (await api.call('POST', '/api/chat/sessions', { token })).body;
    const before = held();
    const url = `${api.url}/api/chat/sessions/${id}/events`;
    const readers = fork(repositoryPath('dist/test/support/api/stream-worker.js'), [
      url,
      token,
      String(STREAMS),
    ]);
    await once(readers, 'message', { signal: AbortSignal.timeout(60_000) });
    await sleep(1_000);
    const after = held();
    const kilobytes = (part: 'live' | 'resident') =>
      ((after[part] - before[part]) / 1024 / STREAMS).toFixed(0);
    const turnId = randomUUID();
    const messageId = randomUUID();
    for (let count = 0; count < SECONDS * EVENTS_PER_SECOND; count += 1) {
      opened.context.events.publish(tick(id, turnId, messageId, count));
      await sleep(1000 / EVENTS_PER_SECOND);
    }
    await sleep(1_000);
    readers.send('report');
    const [reported] = await once(readers, 'message', { signal: AbortSignal.timeout(30_000) });
    const late = z
      .array(z.number())
      .parse(reported)
      .sort((left, right) => left - right);
    const quantile = (share: number) => (late[Math.floor(late.length * share)] ?? 0).toFixed(1);
    console.log(
      `${STREAMS} streams, ${EVENTS_PER_SECOND} events/s each: ${late.length} of ${STREAMS * SECONDS * EVENTS_PER_SECOND} delivered, p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, ${kilobytes('live')} kB held by the server for a stream, ${kilobytes('resident')} kB resident`,
    );
    const lost = STREAMS * SECONDS * EVENTS_PER_SECOND - late.length;
    return [
      {
        what: `lateness of an event, ${STREAMS} streams, p99`,
        ours: `${quantile(0.99)} ms`,
        goal: under(Number(quantile(0.99)), 100, 'ms'),
      },
      { what: 'events that did not arrive', ours: String(lost), goal: none(lost) },
      { what: 'held by the server for a stream', ours: `${kilobytes('live')} kB` },
    ];
  } finally {
    await api.close();
    await opened.close();
  }
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes that are in use once rubbish is collected, and what the process has taken from the machine. */
function held(): { readonly live: number; readonly resident: number } {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { live: heapUsed + external, resident: rss };
}

function tick(sessionId: string, turnId: string, messageId: string, count: number): TurnEvent {
  const text = `@${(performance.timeOrigin + performance.now()).toFixed(2)}@`;
  return {
    kind: 'progress',
    id: `${turnId}:1:${count}`,
    sessionId,
    turnId,
    messageId,
    attempt: 1,
    text,
  };
}
