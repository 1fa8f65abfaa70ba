import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { LanguageModel, ModelChunk } from '../../../../src/core/ports/language-model.js';
import { createOllamaModel } from '../../../../src/infrastructure/ollama/language-model.js';
import { createOllamaLayoutAdvisor } from '../../../../src/infrastructure/ollama/layout-advisor.js';
import { type FakeOllama, startFakeOllama } from '../../../support/conversation/fake-ollama.js';
import { quietLog, quietMetrics } from '../../../support/conversation/quiet.js';

let server: FakeOllama;
beforeEach(async () => {
  server = await startFakeOllama();
});
afterEach(async () => {
  await server.close();
});

function build(
  changes: { baseUrl?: string; timeoutMilliseconds?: number; concurrency?: number } = {},
): LanguageModel {
  return createOllamaModel({
    baseUrl: server.url,
    model: 'test-model',
    embeddingModel: 'test-embedding',
    timeoutMilliseconds: 5_000,
    contextWindow: 2_048,
    concurrency: 2,
    log: quietLog,
    metrics: quietMetrics,
    ...changes,
  });
}

const question = [{ role: 'user' as const, content: 'Hi' }];

async function collect(chunks: AsyncIterable<ModelChunk>): Promise<ModelChunk[]> {
  const all: ModelChunk[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

/** Waits for what the other end of a socket sees a moment later. @throws after five seconds */
async function until(seen: () => boolean): Promise<void> {
  for (let tries = 0; !seen(); tries += 1) {
    if (tries > 500) throw new Error('It was not seen in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the language model', () => {
  test('streams: a sign of life, the text, the count of tokens', async () => {
    server.script({ pieces: ['Hel', 'lo'] });
    expect(await collect(build().stream(question))).toEqual([
      { type: 'start' },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo' },
      { type: 'end', promptTokens: 10, replyTokens: 5 },
    ]);
  });

  test('a follow-up is asked in the same call, after what was said word for word, which the server need not read again', async () => {
    server.script({ pieces: ['One', '.'] }, { pieces: ['Two.'] });
    const followUps = [{ content: 'Go on', maxTokens: 7 }];
    const chunks = await collect(build({ concurrency: 1 }).stream(question, { followUps, maxTokens: 3 }));
    const ends = chunks.map((chunk) => (chunk.type === 'text' ? chunk.text : chunk.type));
    expect(ends).toEqual(['start', 'One', '.', 'end', 'Two.', 'end']);
    expect(server.requests.map(({ body }) => body)).toMatchObject([
      { messages: question, options: { num_predict: 3 } },
      {
        messages: [...question, { role: 'assistant', content: 'One.' }, { role: 'user', content: 'Go on' }],
        options: { num_predict: 7 },
      },
    ]);
  });

  test('always streams and states the window, which the server would cut in silence', async () => {
    await build().generate(question);
    expect(server.requests[0]?.body).toMatchObject({ stream: true, options: { num_ctx: 2_048 } });
  });

  test('cancelling ends the request on the server', async () => {
    server.script({ pieces: Array(200).fill('word '), pauseMilliseconds: 10 });
    const cancel = new AbortController();
    const reading = (async () => {
      for await (const chunk of build().stream(question, { signal: cancel.signal }))
        if (chunk.type === 'text') cancel.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'MODEL_CANCELLED' });
    await until(() => server.requests[0]?.aborted === true);
  });

  test('whoever stops reading ends the request as well', async () => {
    server.script({ pieces: Array(200).fill('word '), pauseMilliseconds: 10 });
    for await (const chunk of build().stream(question)) if (chunk.type === 'text') break;
    await until(() => server.requests[0]?.aborted === true);
  });

  test('a server that is silent too long is a typed failure', async () => {
    server.script({ pieces: ['late'], delayMilliseconds: 2_000 });
    await expect(build({ timeoutMilliseconds: 100 }).generate(question)).rejects.toMatchObject({
      code: 'MODEL_TIMEOUT',
    });
  });

  test('a missing model says which command installs it', async () => {
    server.script({ status: 404, error: 'model not found' });
    await expect(build().generate(question)).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining('ollama pull test-model'),
    });
  });

  test('a model without tools says so', async () => {
    server.script({ status: 400, error: 'test-model does not support tools' });
    const tools = [{ name: 'search', description: 'Searches', parameters: z.object({ query: z.string() }) }];
    await expect(collect(build().stream(question, { tools }))).rejects.toMatchObject({
      code: 'MODEL_NO_TOOLS',
    });
  });

  test('native tool calls arrive with their arguments', async () => {
    server.script({ toolCalls: [{ name: 'search', arguments: { query: 'Catan' } }] });
    const tools = [{ name: 'search', description: 'Searches', parameters: z.object({ query: z.string() }) }];
    const chunks = await collect(build().stream(question, { tools }));
    expect(chunks).toContainEqual({ type: 'tool-call', name: 'search', arguments: { query: 'Catan' } });
    expect(server.requests[0]?.body.tools).toMatchObject([
      {
        function: {
          name: 'search',
          parameters: { properties: { query: { type: 'string' } }, required: ['query'] },
        },
      },
    ]);
  });

  test('a model that dies midway fails after what it had said', async () => {
    server.script({ pieces: ['One. ', 'Two. ', 'Three.'], dieAfter: 2 });
    const said: string[] = [];
    const reading = (async () => {
      for await (const chunk of build().stream(question)) if (chunk.type === 'text') said.push(chunk.text);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'LanguageModelError' });
    expect(said).toEqual(['One. ', 'Two. ']);
  });

  test('embeds while the only place for a chat is taken', async () => {
    server.script({ pieces: ['a', 'b'], pauseMilliseconds: 10_000 });
    const model = build({ concurrency: 1 });
    const ended = new AbortController();
    const chat = collect(model.stream(question, { signal: ended.signal })).catch(() => []);
    await until(() => server.requests.length === 1);
    expect(await model.embed(['a'])).toHaveLength(1);
    ended.abort();
    await chat;
  });

  test('embeds', async () => {
    expect(await build().embed(['a', 'b'])).toEqual([
      [0.1, 0.2, 0.3],
      [0.1, 0.2, 0.3],
    ]);
  });

  test('a value that does not fit its schema is asked for again, a bounded number of times', async () => {
    const schema = z.object({ price: z.number() });
    server.script({ pieces: ['{"price":"cheap"}'] }, { pieces: ['not json'] }, { pieces: ['{"price":12}'] });
    expect(await build().generateObject(schema, question)).toEqual({ price: 12 });
    expect(server.requests).toHaveLength(3);
    expect(server.requests[0]?.body.format).toMatchObject({ type: 'object' });
    server.script({ pieces: ['{}'] });
    await expect(build().generateObject(schema, question)).rejects.toMatchObject({
      code: 'MODEL_INVALID_OUTPUT',
    });
    expect(server.requests).toHaveLength(6);
  });

  test('no more calls at once than allowed; the others wait', async () => {
    server.script({ pieces: ['a', 'b', 'c'], pauseMilliseconds: 40 });
    const model = build({ concurrency: 1 });
    const first = model.generate(question);
    const second = model.generate(question);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(server.requests).toHaveLength(1);
    await Promise.all([first, second]);
    expect(server.requests).toHaveLength(2);
  });

  test('after failures in a row it is not asked any more, until a quiet look finds it back', async () => {
    const model = build();
    await server.close();
    expect(model.available()).toBe(true);
    await expect(model.generate(question)).rejects.toMatchObject({ code: 'MODEL_UNREACHABLE' });
    await expect(model.generate(question)).rejects.toMatchObject({ code: 'MODEL_UNREACHABLE' });
    expect(model.available()).toBe(false);
    await expect(model.generate(question)).rejects.toMatchObject({ code: 'MODEL_UNREACHABLE' });
  });

  test('checks that the server has the model', async () => {
    await build().check();
    server.models = ['another'];
    await expect(build().check()).rejects.toMatchObject({ code: 'MODEL_MISSING' });
  });
});

describe('the layout advisor', () => {
  test('points within the document only', async () => {
    server.script({
      pieces: [
        JSON.stringify({
          kind: 'bank_statement',
          transactionLines: [2, 1, 9, 2],
          openingBalanceLine: 0,
          closingBalanceLine: 40,
          amountColumn: 'first',
        }),
      ],
    });
    const advice = await createOllamaLayoutAdvisor(build(), quietLog).adviseLayout([
      'Opening 10',
      '1 Jan Shop 5',
      '2 Jan Cafe 3',
    ]);
    expect(advice).toEqual({
      kind: 'bank_statement',
      transactionLines: [1, 2],
      openingBalanceLine: 0,
      closingBalanceLine: null,
      amountColumn: 'first',
    });
  });

  test('has no advice where the model gives none', async () => {
    server.script({ status: 500 });
    expect(await createOllamaLayoutAdvisor(build(), quietLog).adviseLayout(['a'])).toBeNull();
  });
});
