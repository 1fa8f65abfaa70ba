import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the fake server got. */
export interface OllamaRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** True once the client has gone before the answer was whole. */
  aborted: boolean;
}

/** How the server answers one chat request. */
export interface ChatScript {
  /** Pieces of text, sent one by one. */
  readonly pieces?: readonly string[];
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: Record<string, unknown> }[];
  readonly pauseMilliseconds?: number;
  readonly status?: number;
  readonly error?: string;
  /** Ends the connection after this many pieces, without the last word. */
  readonly dieAfter?: number;
  readonly delayMilliseconds?: number;
}

/** A server on the loopback that speaks Ollama's protocol: lines of JSON for chats, JSON for the rest. */
export interface FakeOllama {
  readonly url: string;
  readonly requests: OllamaRequest[];
  /** Scripts of the next chat requests, in order; the last one stays. */
  script(...scripts: ChatScript[]): void;
  models: string[];
  close(): Promise<void>;
}

export async function startFakeOllama(): Promise<FakeOllama> {
  const requests: OllamaRequest[] = [];
  let scripts: ChatScript[] = [{ pieces: ['Hello.'] }];
  const state = { models: ['test-model:latest'] };
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString();
    const record: OllamaRequest = {
      path: request.url ?? '',
      body: text ? JSON.parse(text) : {},
      aborted: false,
    };
    requests.push(record);
    response.on('close', () => {
      record.aborted = !response.writableEnded;
    });
    if (record.path === '/api/tags')
      return json(response, 200, { models: state.models.map((name) => ({ name })) });
    if (record.path === '/api/embed') {
      const input = Array.isArray(record.body.input) ? record.body.input : [record.body.input];
      return json(response, 200, { embeddings: input.map(() => [0.1, 0.2, 0.3]) });
    }
    const script = scripts.length > 1 ? scripts.shift() : scripts[0];
    await chat(response, script ?? {});
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    script: (...next) => {
      scripts = next;
    },
    get models() {
      return state.models;
    },
    set models(names) {
      state.models = names;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function chat(response: ServerResponse, script: ChatScript): Promise<void> {
  if (script.delayMilliseconds) await pause(script.delayMilliseconds);
  if (script.status) return json(response, script.status, { error: script.error ?? 'refused' });
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  const line = (message: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    response.write(
      `${JSON.stringify({ model: 'test-model', message: { role: 'assistant', content: '', ...message }, done: false, ...more })}\n`,
    );
  for (const call of script.toolCalls ?? []) line({ tool_calls: [{ function: call }] });
  for (const [index, piece] of (script.pieces ?? []).entries()) {
    if (script.dieAfter === index) {
      // What was written must be on its way before the line breaks.
      await pause(30);
      response.destroy();
      return;
    }
    if (response.destroyed) return;
    line({ content: piece });
    if (script.pauseMilliseconds) await pause(script.pauseMilliseconds);
  }
  line({}, { done: true, prompt_eval_count: 10, eval_count: 5 });
  response.end();
}
