import type { RequestHandler, Response } from 'express';
import type { Clock, Ids, Logger } from '../../core/ports/runtime.js';

interface Correlated {
  readonly correlationId: string;
  readonly log: Logger;
}

const correlated = new WeakMap<Response, Correlated>();

/** A client's own id is kept where it is plain enough to stand in a log line. */
const PLAIN_ID = /^[\w.-]{8,64}$/;

/** Gives every request an id that the answer, its problem body and the log bear, and logs how it ended. */
export function correlate(context: { log: Logger; ids: Ids; clock: Clock }): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-correlation-id');
    const correlationId = given && PLAIN_ID.test(given) ? given : context.ids.uuid();
    const log = context.log.child({ correlationId });
    correlated.set(response, { correlationId, log });
    response.setHeader('X-Correlation-Id', correlationId);
    const started = context.clock.now().getTime();
    response.once('close', () => {
      // The route's pattern, never the address itself: ids and queries stay out of the log.
      log.info(
        {
          method: request.method,
          route: routeOf(response),
          status: response.statusCode,
          milliseconds: context.clock.now().getTime() - started,
          finished: response.writableFinished,
        },
        'request',
      );
    });
    next();
  };
}

/** The request's id and its log. */
export function correlationOf(response: Response): Correlated {
  const found = correlated.get(response);
  if (!found) throw new Error('The correlation middleware has not run.');
  return found;
}

const routes = new WeakMap<Response, string>();

/** Names the route of a request for the log. */
export function nameRoute(response: Response, route: string): void {
  routes.set(response, route);
}

function routeOf(response: Response): string {
  return routes.get(response) ?? 'none';
}
