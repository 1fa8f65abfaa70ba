import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnEvent } from '../../src/core/ports/events.js';
import { runApi } from '../support/api/client.js';
import { openApiContext } from '../support/api/context.js';

const STREAMS = Number(process.env.BENCH_STREAMS ?? 2_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const EVENTS_PER_SECOND = 5;

/** Many open event streams at five events a second each: how late an event arrives, and what a stream costs. */
export async function run(): Promise<void> {
  const opened = await openApiContext();
  const api = await runApi(opened, { rateLimitScale: 1_000_000 });
  try {
    const token: string = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const { id } = (await api.call('POST', '/api/chat/sessions', { token })).body;
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const late: number[] = [];
    const agent = new Agent({ keepAlive: true, maxSockets: STREAMS });
    const url = `${api.url}/api/chat/sessions/${id}/events`;
    await Promise.all(Array.from({ length: STREAMS }, () => open(url, token, agent, late)));
    await sleep(500);
    globalThis.gc?.();
    const kilobytes = (process.memoryUsage().rss - before) / 1024 / STREAMS;
    const turnId = randomUUID();
    const messageId = randomUUID();
    for (let count = 0; count < SECONDS * EVENTS_PER_SECOND; count += 1) {
      opened.context.events.publish(tick(id, turnId, messageId, count));
      await sleep(1000 / EVENTS_PER_SECOND);
    }
    await sleep(500);
    agent.destroy();
    late.sort((left, right) => left - right);
    const quantile = (share: number) => (late[Math.floor(late.length * share)] ?? 0).toFixed(1);
    console.log(
      `${STREAMS} streams, ${EVENTS_PER_SECOND} events/s each: ${late.length} delivered, p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, ${kilobytes.toFixed(0)} kB a stream (client and server together)`,
    );
  } finally {
    await api.close();
    await opened.close();
  }
}

function tick(sessionId: string, turnId: string, messageId: string, count: number): TurnEvent {
  const text = `@${performance.now().toFixed(2)}@`;
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

/** Resolves once the stream is open; notes how long after its publication each event is read. */
function open(url: string, token: string, agent: Agent, late: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}.`));
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        for (const [, at] of chunk.matchAll(/@([\d.]+)@/g)) late.push(performance.now() - Number(at));
      });
      response.on('error', () => undefined);
      resolve();
    });
    sent.on('error', (error) => {
      reject(error);
    });
    sent.end();
  });
}
