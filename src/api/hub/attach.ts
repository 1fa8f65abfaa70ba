import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestHandler } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Caller } from '../define-route.js';
import { bearerToken } from '../middleware/authenticate.js';
import { presentError } from '../problem.js';
import type { ApiServices } from '../services.js';
import { createChatHub } from './chat-hub.js';
import { type HubClient, serveHubConnection } from './connection.js';

export const HUB_PATH = '/hubs/chat';
const KEEP_ALIVE_MILLISECONDS = 15_000;
/** Room for the longest message as escaped JSON. */
const MAX_PAYLOAD = 512 * 1024;
const MAX_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** Answers the first request of a SignalR client. Any process can take the connection, so the token is a name only. */
export function createNegotiation(services: ApiServices): RequestHandler {
  return async (request, response) => {
    await services.rateLimits.address(request.ip ?? 'unknown');
    await services.authenticator.authenticate(bearerToken(request) ?? queryToken(request.url));
    const connectionId = randomUUID();
    const second = /[?&]negotiateVersion=1(?:&|$)/.test(request.url);
    response.set('Cache-Control', 'no-store').json({
      negotiateVersion: second ? 1 : 0,
      connectionId,
      ...(second && { connectionToken: randomUUID() }),
      availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text'] }],
    });
  };
}

export interface AttachedHub {
  /** Tells every client to come back and closes their connections. */
  close(): void;
}

/** Takes WebSocket connections to the hub on an HTTP server. */
export function attachHub(server: Server, services: ApiServices): AttachedHub {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const clients = new Set<HubClient>();

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(request.url ?? '/', 'http://hub').pathname !== HUB_PATH) {
      refuse(socket, 404, 'Not Found');
      return;
    }
    socket.on('error', () => socket.destroy());
    admit(request, services).then(
      (caller) =>
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          const client = serve(webSocket, caller, services);
          clients.add(client);
          client.signal.addEventListener('abort', () => clients.delete(client), { once: true });
        }),
      (error: unknown) => {
        const { problem, unexpected } = presentError(error, '');
        if (unexpected) services.context.log.error({ err: error }, 'hub upgrade failed');
        refuse(socket, problem.status, problem.title);
      },
    );
  };
  server.on('upgrade', upgrade);
  return {
    close: () => {
      server.removeListener('upgrade', upgrade);
      for (const client of clients) client.close(undefined, true);
      sockets.close();
    },
  };
}

async function admit(request: IncomingMessage, services: ApiServices): Promise<Caller> {
  await services.rateLimits.address(clientAddress(request, services.options.trustedProxies ?? 0));
  return services.authenticator.authenticate(bearerToken(request) ?? queryToken(request.url));
}

/** Whose connection it is, past as many proxies as are trusted: as Express has it for requests. */
function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const way = [request.socket.remoteAddress ?? 'unknown', ...forwarded.reverse()];
  return way[Math.min(trustedProxies, way.length - 1)] ?? 'unknown';
}

/** Browsers cannot set headers on a WebSocket, so SignalR sends the token in the query. */
function queryToken(url: string | undefined): string | undefined {
  return new URL(url ?? '/', 'http://hub').searchParams.get('access_token') ?? undefined;
}

function serve(socket: WebSocket, caller: Caller, services: ApiServices): HubClient {
  const { context, options } = services;
  const client = serveHubConnection(socket, {
    log: context.log,
    keepAliveMilliseconds: options.heartbeatMilliseconds ?? KEEP_ALIVE_MILLISECONDS,
    createMethods: (connection) => createChatHub(services, caller, connection),
  });
  const lifetime = caller.tokenExpiresAt.getTime() - context.clock.now().getTime();
  const expiry = setTimeout(
    () => client.close('The access token has expired.', true),
    Math.min(Math.max(lifetime, 0), MAX_TIMER_MILLISECONDS),
  );
  client.signal.addEventListener('abort', () => clearTimeout(expiry), { once: true });
  return client;
}

function refuse(socket: Duplex, status: number, reason: string): void {
  const challenge = status === 401 ? 'WWW-Authenticate: Bearer realm="matinee"\r\n' : '';
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${challenge}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
