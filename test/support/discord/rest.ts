import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import busboy from 'busboy';
import type { Fault } from '../platform-fault.js';
import type { Desk, Request } from './desk.js';
import type { Faults } from './faults.js';
import type { Upload } from './forms.js';
import { type RateLimits, tooManyRequests } from './limits.js';
import { type Answer, Refusal } from './problems.js';
import { findRoute } from './routes.js';

/** Requests that are remembered. */
const KEPT_REQUESTS = 20_000;

/** A request that came in, and how it was answered. */
export interface Handled {
  readonly route: string;
  readonly at: number;
  readonly status: number;
  readonly userAgent: string;
}

interface Raw {
  readonly body: unknown;
  readonly files: readonly Upload[];
}

async function readBody(request: IncomingMessage): Promise<Raw> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return { body: text === '' ? undefined : JSON.parse(text), files: [] };
}

/** `payload_json` and `files[n]`: https://docs.discord.com/developers/reference#uploading-files */
function readMultipart(request: IncomingMessage): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: { 'content-type': request.headers['content-type'] ?? '' } });
    const files: Upload[] = [];
    let body: unknown = {};
    parser.on('field', (name, value) => {
      if (name === 'payload_json') body = JSON.parse(value);
    });
    parser.on('file', (key, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        files.push({ key, name: filename ?? 'file', contentType: mimeType, bytes: Buffer.concat(chunks) });
      });
    });
    parser.on('close', () => resolve({ body, files }));
    parser.on('error', reject);
    request.pipe(parser);
  });
}

/** REST v10 and the files' addresses, over HTTP. */
export class Rest {
  readonly server: Server;
  readonly handled: Handled[] = [];
  readonly #desk: Desk;
  readonly #limits: RateLimits;
  readonly #faults: Faults;
  readonly #ending = new AbortController();

  constructor(desk: Desk, limits: RateLimits, faults: Faults) {
    this.#desk = desk;
    this.#limits = limits;
    this.#faults = faults;
    this.server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async end(): Promise<void> {
    this.#ending.abort();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://discord');
    if (url.pathname.startsWith('/attachments/')) return this.#file(url, response);
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const match = url.pathname.startsWith('/api/v10/') ? findRoute(method, path) : null;
    if (!match) return write(response, { status: 404, body: { message: '404: Not Found', code: 0 } });
    const { body, files } = await readBody(request);
    const { authorization } = request.headers;
    const asked: Request = { method, path, query: url.searchParams, authorization, body, files };
    const run = () => attempt(() => match.run(this.#desk, asked));
    const note = (status: number) => {
      const userAgent = request.headers['user-agent'] ?? '';
      this.handled.push({ route: match.name, at: performance.now(), status, userAgent });
      if (this.handled.length > KEPT_REQUESTS) this.handled.shift();
    };

    const fault = this.#faults.take(match.name);
    if (fault) return this.#befall(fault, response, run, note);
    const { refused, headers } = this.#limits.take(match.name, match.major);
    const answer = refused ?? run();
    note(answer.status);
    write(response, { ...answer, headers: { ...headers, ...answer.headers } });
  }

  async #befall(
    fault: Fault,
    response: ServerResponse,
    run: () => Answer,
    note: (status: number) => void,
  ): Promise<void> {
    if (fault.kind === 'drop') {
      note(fault.applied ? run().status : 0);
      response.destroy();
      return;
    }
    if (fault.kind === 'slow') {
      await sleep(fault.milliseconds, undefined, { signal: this.#ending.signal });
      const answer = run();
      note(answer.status);
      return write(response, answer);
    }
    note(fault.status);
    if (fault.status === 429) {
      // A limit on what is shared, which the route's own headers say nothing about.
      return write(
        response,
        tooManyRequests((fault.retryAfterSeconds ?? 1) * 1_000, { 'x-ratelimit-scope': 'shared' }),
      );
    }
    response.writeHead(fault.status, { 'content-type': 'text/html' });
    response.end('<html><body>upstream connect error</body></html>');
  }

  #file(url: URL, response: ServerResponse): void {
    try {
      const { bytes, contentType, trouble } = this.#desk.world.file(url);
      if (trouble === 'sign-in-page') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end('<!doctype html><title>Sign in</title>');
        return;
      }
      response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
      response.end(bytes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.writeHead(error.answer.status, { 'content-type': 'text/plain' });
      response.end(error.message);
    }
  }
}

function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
