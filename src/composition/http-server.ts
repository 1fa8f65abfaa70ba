import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApi } from '../api/app.js';
import type { ExtraRouter } from '../api/options.js';
import type { Config } from '../config/config.js';
import { MatineeError } from '../core/ports/errors.js';
import type { Closers } from './closers.js';
import type { Core } from './core.js';
import { productVersion } from './version.js';

/** Answers that are under way get this long to end. */
const closeMilliseconds = 5_000;
/** Longer than load balancers keep idle connections (60 s), so that they, not we, close first. */
const keepAliveMilliseconds = 65_000;

/**
 * Serves the API, the hub and the page.
 * @returns the address to reach them at
 * @throws MatineeError conflict PORT_TAKEN or ADDRESS_UNUSABLE, in one sentence
 */
export async function startHttpServer(
  core: Core,
  config: Config,
  closers: Closers,
  extraRouters: readonly ExtraRouter[],
): Promise<string> {
  const api = createApi(core.context, {
    production: config.production,
    host: config.HOST,
    version: productVersion,
    corsOrigins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    pageDirectory: fileURLToPath(new URL('../web/', import.meta.url)),
    extraRouters,
    ...(config.OPERATOR_TOKEN && { operatorToken: config.OPERATOR_TOKEN }),
    ...(core.linkedFiles && { linkedFiles: core.linkedFiles }),
    // The embedded database serves this process alone, so its memory counts as well, and faster.
    ...(!core.connected.embedded && { rateLimitClient: core.connected.pool }),
  });
  const server = createServer(api.app);
  server.keepAliveTimeout = keepAliveMilliseconds;
  api.attachHub(server);
  await listen(server, config.HOST, config.PORT);
  closers.add(
    'the API',
    async (deadline) => {
      api.close();
      await closeServer(server, deadline);
    },
    closeMilliseconds,
  );
  const url = addressOf(server, config.HOST);
  core.setPublicUrl(url);
  return url;
}

/**
 * Finds a taken port before anything else is started, so that the one sentence comes at once and stands alone.
 * @throws MatineeError conflict PORT_TAKEN or ADDRESS_UNUSABLE
 */
export async function requireFreePort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config.HOST, config.PORT);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): MatineeError {
  if (error.code === 'EADDRINUSE') {
    return new MatineeError(
      'conflict',
      'PORT_TAKEN',
      `Port ${port} is taken on ${host}: stop what uses it, or choose another with PORT.`,
      { cause: error },
    );
  }
  return new MatineeError(
    'conflict',
    'ADDRESS_UNUSABLE',
    `Cannot listen on ${host}, port ${port} (${error.code ?? 'unknown reason'}): check HOST and PORT.`,
    { cause: error },
  );
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const reachable = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

/** Lets running answers end, then closes what is still open. */
async function closeServer(server: Server, deadlineMilliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), deadlineMilliseconds);
  await closed;
  clearTimeout(timer);
}
