import { setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import express, { type Express } from 'express';
import { findOrCreateUserForClaims } from '../core/accounts/find-or-create-user-for-claims.js';
import { cancelTurn } from '../core/conversation/cancel-turn.js';
import type { CoreContext } from '../core/ports/context.js';
import { createAudience, RENEWAL_MILLISECONDS, type SharedAudience } from './audience.js';
import type { Route } from './define-route.js';
import { mountDocs } from './docs/mount-docs.js';
import { type AttachedHub, attachHub, createNegotiation, HUB_PATH } from './hub/attach.js';
import { createAuthenticator } from './middleware/authenticate.js';
import { correlate } from './middleware/correlation.js';
import { createRateLimits } from './middleware/rate-limits.js';
import { crossOrigin, securityHeaders } from './middleware/security.js';
import { answerError, mountRoutes, refuseUnknownAddress } from './mount.js';
import type { OpenApiDocument } from './openapi/document.js';
import type { ApiOptions } from './options.js';
import { mountPage } from './page.js';
import { createRoutes } from './routes/index.js';
import type { ApiServices } from './services.js';

const ABANDON_MILLISECONDS = 5_000;

/** The HTTP side of Matinee. */
export interface Api {
  readonly app: Express;
  /** What was mounted, for tests that hold the server against its own declarations. */
  readonly routes: readonly Route[];
  readonly document: OpenApiDocument;
  /** Takes the hub's WebSocket connections on the server that serves the app. */
  attachHub(server: Server): void;
  /** Ends open streams and hub connections, telling clients to come back. */
  close(): void;
}

/** Builds the API on the core: every declared route, the hub, the documentation, the page. */
export function createApi(context: CoreContext, options: ApiOptions): Api {
  const closing = new AbortController();
  // One listener for each open request; they go with it.
  setMaxListeners(0, closing.signal);
  const services = createServices(context, options, closing.signal);
  const { routes, document } = createRoutes(services);
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustedProxies ?? 0);
  app.use(correlate(context));
  app.use(securityHeaders(options.production));
  for (const { path, router } of options.extraRouters ?? []) app.use(path, router);
  app.use(crossOrigin(options.corsOrigins ?? []));
  app.post(`${HUB_PATH}/negotiate`, createNegotiation(services));
  mountRoutes(app, routes, {
    log: context.log,
    authenticator: services.authenticator,
    rateLimits: services.rateLimits,
    operatorToken: options.operatorToken,
    closing: closing.signal,
  });
  mountDocs(app, document);
  if (options.pageDirectory !== undefined) mountPage(app, options.pageDirectory);
  app.use(refuseUnknownAddress);
  app.use(answerError(context.log));
  return { app, routes, document, ...lifeOf(services, closing) };
}

function createServices(context: CoreContext, options: ApiOptions, closing: AbortSignal): ApiServices {
  const { log, metrics } = context;
  const severalProcesses = options.severalProcesses ?? options.rateLimitClient !== undefined;
  return {
    context,
    options,
    closing,
    authenticator: createAuthenticator({
      identity: context.identity,
      clock: context.clock,
      findUser: (input) => findOrCreateUserForClaims(context, input),
    }),
    rateLimits: createRateLimits({
      client: options.rateLimitClient,
      scale: options.rateLimitScale,
      log,
      metrics,
    }),
    audience: createAudience({
      stop: (input) => cancelTurn(context, input),
      graceMilliseconds: options.abandonAfterMilliseconds ?? ABANDON_MILLISECONDS,
      log,
      ...(severalProcesses && { shared: shareAudience(context) }),
    }),
  };
}

/** What this process and the others of the same database know of each other's listeners. */
function shareAudience({ database, clock, ids }: CoreContext): SharedAudience {
  const { listeners } = database.store;
  const processId = ids.uuid();
  return {
    keep: (sessionIds) => {
      const until = new Date(clock.now().getTime() + 3 * RENEWAL_MILLISECONDS);
      return listeners.keep(processId, sessionIds, until);
    },
    leave: (sessionIds) => listeners.leave(processId, sessionIds),
    elsewhere: (sessionId) => listeners.elsewhere(sessionId, processId, clock.now()),
  };
}

function lifeOf(services: ApiServices, closing: AbortController): Pick<Api, 'attachHub' | 'close'> {
  const hubs: AttachedHub[] = [];
  return {
    attachHub: (server) => {
      hubs.push(attachHub(server, services));
    },
    close: () => {
      closing.abort(new DOMException('The server is closing.', 'AbortError'));
      services.audience.close();
      for (const hub of hubs) hub.close();
    },
  };
}
