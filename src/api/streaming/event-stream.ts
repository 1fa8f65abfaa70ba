import type { Response } from 'express';

/** One server-sent event; `data` becomes JSON. */
export interface StreamedEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

const HEARTBEAT_MILLISECONDS = 15_000;
/** Milliseconds a browser's EventSource waits before it comes back. */
const RETRY_MILLISECONDS = 2_000;

/**
 * Writes server-sent events until they end or the signal fires. A slow client slows the events, which the source
 * bounds; comments keep proxies from closing a quiet line.
 */
export async function writeEventStream<T>(
  response: Response,
  events: AsyncIterable<T>,
  options: {
    /** An event as the wire has it (`renderEvent`); null leaves it out. */
    readonly render: (event: T) => string | null;
    readonly signal: AbortSignal;
    readonly heartbeatMilliseconds?: number | undefined;
  },
): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write(`retry: ${RETRY_MILLISECONDS}\n\n`);
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(': still here\n\n');
  }, options.heartbeatMilliseconds ?? HEARTBEAT_MILLISECONDS);
  try {
    for await (const event of events) {
      if (options.signal.aborted || response.destroyed) break;
      const text = options.render(event);
      if (text !== null && !response.write(text)) await drained(response, options.signal);
    }
  } finally {
    clearInterval(heartbeat);
    if (!response.destroyed) response.end();
  }
}

/** An event as the wire has it. JSON has no line breaks, so one `data` line is enough. */
export function renderEvent(event: StreamedEvent): string {
  return `id: ${event.id}\nevent: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

function drained(response: Response, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.removeListener('drain', done);
      response.removeListener('close', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted || response.destroyed) done();
  });
}
