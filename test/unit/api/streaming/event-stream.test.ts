import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import {
  renderEvent,
  type StreamedEvent,
  writeEventStream,
} from '../../../../src/api/streaming/event-stream.js';
import { type Served, serve } from '../../../support/api/serve.js';

let served: Served | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function stream(events: () => AsyncIterable<StreamedEvent>, left = new AbortController()) {
  const app = express();
  app.get('/', (request, response) => {
    request.once('close', () => left.abort());
    response.once('close', () => left.abort());
    return writeEventStream(response, events(), {
      render: renderEvent,
      signal: left.signal,
      heartbeatMilliseconds: 20,
    });
  });
  served = await serve(app);
  return served.url;
}

describe('renderEvent', () => {
  it('keeps line breaks of the text inside one data line', () => {
    expect(renderEvent({ id: 'a:1', name: 'token', data: { text: 'one\n\ntwo\r' } })).toBe(
      'id: a:1\nevent: token\ndata: {"text":"one\\n\\ntwo\\r"}\n\n',
    );
  });
});

describe('writeEventStream', () => {
  it('writes each event with its id and ends with the source', async () => {
    const url = await stream(async function* () {
      yield { id: '1', name: 'started', data: {} };
      yield { id: '2', name: 'completed', data: { content: 'Done' } };
    });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    const text = await response.text();
    expect(text).toContain('id: 1\nevent: started\ndata: {}\n\n');
    expect(text.trimEnd().endsWith('data: {"content":"Done"}')).toBe(true);
  });

  it('says that it is still there while nothing happens', async () => {
    const url = await stream(async function* () {
      await new Promise((resolve) => setTimeout(resolve, 90));
      yield { id: '1', name: 'completed', data: {} };
    });
    const text = await (await fetch(url)).text();
    expect(text.match(/: still here/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('lets the source clean up when the client leaves', async () => {
    let cleaned: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      cleaned = resolve;
    });
    const left = new AbortController();
    const url = await stream(async function* () {
      try {
        for (let id = 0; ; id += 1) {
          yield { id: String(id), name: 'token', data: { text: 'x'.repeat(50_000) } };
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      } finally {
        cleaned();
      }
    }, left);
    const client = new AbortController();
    const response = await fetch(url, { signal: client.signal });
    await response.body?.getReader().read();
    client.abort();
    await done;
    expect(left.signal.aborted).toBe(true);
  });
});
