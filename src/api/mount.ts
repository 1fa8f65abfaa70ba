import { createHash } from 'node:crypto';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { CoreContext } from '../core/ports/context.js';
import type { AnyReply, Caller, Route } from './define-route.js';
import { type Authenticator, bearerToken, requireOperator } from './middleware/authenticate.js';
import { correlationOf, nameRoute } from './middleware/correlation.js';
import type { RateLimits } from './middleware/rate-limits.js';
import { presentError, RequestError } from './problem.js';
import { problemTypes } from './problem-types.js';

const BODY_LIMIT = 64 * 1024;
const DEADLINE_MILLISECONDS = 30_000;

export interface MountContext extends Pick<CoreContext, 'log'> {
  readonly authenticator: Authenticator;
  readonly rateLimits: RateLimits;
  readonly operatorToken: string | undefined;
  /** Fires when the server shuts down: open streams end. */
  readonly closing: AbortSignal;
}

/** Mounts the declared routes, fixed paths before those with parameters, and answers 405 for other methods. */
export function mountRoutes(app: Express, routes: readonly Route[], context: MountContext): void {
  const parsers = new Map<number, RequestHandler>();
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  for (const [path, declared] of [...paths].sort(([left], [right]) => bySpecificity(left, right))) {
    const address = path.replaceAll(/\{(\w+)\}/g, ':$1');
    for (const route of declared) {
      const limit = route.bodyLimit ?? BODY_LIMIT;
      const parser = parsers.get(limit) ?? express.json({ limit, type: isJson, strict: true });
      parsers.set(limit, parser);
      app[route.method](address, handle(route, parser, context));
    }
    app.all(address, refuseMethod(declared));
  }
}

function bySpecificity(left: string, right: string): number {
  return left.split('{').length - right.split('{').length;
}

function isJson(request: { headers: { 'content-type'?: string | undefined } }): boolean {
  return /^application\/(?:[\w.-]+\+)?json(?:;|$)/i.test(request.headers['content-type'] ?? '');
}

function refuseMethod(declared: readonly Route[]): RequestHandler {
  const allowed = declared.map((route) => route.method.toUpperCase());
  if (allowed.includes('GET')) allowed.push('HEAD');
  return () => {
    throw new RequestError(
      problemTypes.methodNotAllowed,
      'METHOD_NOT_ALLOWED',
      `Here are ${allowed.join(', ')}.`,
      { headers: { Allow: allowed.join(', ') } },
    );
  };
}

/** One request: limits, who it is, the body, the handler, the answer; in this order, so that strangers cost little. */
function handle(route: Route, parser: RequestHandler, context: MountContext): RequestHandler {
  return async (request, response) => {
    const { correlationId, log } = correlationOf(response);
    nameRoute(response, `${route.method.toUpperCase()} ${route.path}`);
    response.setHeader('Cache-Control', 'no-store');
    await context.rateLimits.address(request.ip ?? 'unknown');
    const caller = await identify(route, request, context);
    const who = caller ? caller.userId : (request.ip ?? 'unknown');
    if (caller) await context.rateLimits.consume('general', who);
    if (route.limit && route.limit !== 'general') await context.rateLimits.consume(route.limit, who);
    if (route.body) await readBody(parser, request, response);
    const life = lifeOf(route, request, response, context.closing);
    try {
      const reply = await route.run({
        params: request.params,
        query: request.query,
        headers: request.headers,
        body: request.body,
        caller,
        scope: { signal: life.signal, correlationId, log, request },
      });
      await send(route, request, response, reply);
    } catch (error) {
      if (response.destroyed) return;
      throw life.timedOut() ? deadlinePassed(error) : error;
    } finally {
      life.end();
    }
  };
}

async function identify(route: Route, request: Request, context: MountContext): Promise<Caller | undefined> {
  if (route.auth === 'none') return undefined;
  if (route.auth === 'user') return context.authenticator.authenticate(bearerToken(request));
  requireOperator(request, context.operatorToken);
  return undefined;
}

function readBody(parser: RequestHandler, request: Request, response: Response): Promise<void> {
  const hasBody = request.headers['transfer-encoding'] || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !isJson(request)) {
    throw new RequestError(
      problemTypes.unsupportedMediaType,
      'NOT_JSON',
      'Send the body as JSON, with Content-Type: application/json.',
    );
  }
  return new Promise((resolve, reject) => {
    void parser(request, response, (error?: unknown) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** The signal of one request: fires when its client leaves, its deadline passes or the server closes. */
function lifeOf(route: Route, request: Request, response: Response, closing: AbortSignal) {
  const left = new AbortController();
  const leave = () => {
    if (!response.writableFinished) left.abort(new DOMException('The client left.', 'AbortError'));
  };
  response.once('close', leave);
  request.once('aborted', leave);
  const deadline = route.deadline === undefined ? DEADLINE_MILLISECONDS : route.deadline;
  let late = false;
  const timer =
    deadline === null
      ? undefined
      : setTimeout(() => {
          late = true;
          left.abort(new DOMException('The deadline passed.', 'TimeoutError'));
        }, deadline);
  const close = () => left.abort(new DOMException('The server is closing.', 'AbortError'));
  closing.addEventListener('abort', close, { once: true });
  if (closing.aborted) close();
  return {
    signal: left.signal,
    timedOut: () => late,
    end: () => {
      clearTimeout(timer);
      closing.removeEventListener('abort', close);
      response.removeListener('close', leave);
    },
  };
}

function deadlinePassed(cause: unknown): RequestError {
  return new RequestError(
    problemTypes.timeout,
    'DEADLINE_PASSED',
    'That took too long and was given up. Try again in a while.',
    { cause },
  );
}

async function send(route: Route, request: Request, response: Response, reply: AnyReply): Promise<void> {
  // A stream has no end that a HEAD could wait for.
  if (request.method === 'HEAD' && route.deadline === null) {
    response.status(200).end();
    return;
  }
  if ('raw' in reply) return reply.raw(response);
  response.status(reply.status).set(reply.headers ?? {});
  if (reply.body === undefined) {
    response.end();
    return;
  }
  const body = JSON.stringify(reply.body);
  if (route.revalidate && reply.status === 200) {
    response.set('Cache-Control', 'private, no-cache');
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    response.set('ETag', etag);
    if (matches(request.get('if-none-match'), etag)) {
      response.status(304).end();
      return;
    }
  }
  response.type('application/json').send(body);
}

/** Express would not answer 304 to `Cache-Control: no-cache`, which `fetch` adds to every If-None-Match. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const given = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return given?.some((tag) => tag === etag || tag === '*') ?? false;
}

/** Answers every error as a problem; the log keeps what the client is not told. */
export function answerError(log: { error: CoreContext['log']['error'] }) {
  return (error: unknown, _request: Request, response: Response, next: (error: unknown) => void): void => {
    const { correlationId, log: requestLog } = correlationOf(response);
    const { problem, headers, unexpected } = presentError(error, correlationId);
    if (unexpected) (requestLog ?? log).error({ err: error, code: problem.code }, 'unexpected error');
    else if (problem.status >= 500) requestLog.warn({ err: error, code: problem.code }, 'request failed');
    if (response.headersSent) {
      next(error);
      return;
    }
    if (problem.status === 413) response.set('Connection', 'close');
    response
      .status(problem.status)
      .set(headers)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  };
}

/** For addresses that nothing answers. */
export const refuseUnknownAddress: RequestHandler = () => {
  throw new RequestError(
    problemTypes['not-found'],
    'NO_SUCH_ADDRESS',
    'There is nothing at this address. /docs lists what there is.',
  );
};
