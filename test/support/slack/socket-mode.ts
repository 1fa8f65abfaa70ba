import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Delivery } from './payloads.js';
import { APP_ID } from './workspace.js';

/** https://docs.slack.dev/apis/events-api/#retries: at once, after a minute, after five; here without the waiting. */
const RETRIES = 3;
const PING_MILLISECONDS = 10_000;
const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

/** Where events go: a connection, or an address. */
export interface EventDoor {
  /** Resolves when the event is on the wire for the first time; it is sent again until it is acknowledged. */
  deliver(delivery: Delivery): Promise<void>;
  /** What the last acknowledgement said. */
  lastResponse(): unknown;
}

export interface SocketModeDoor extends EventDoor {
  readonly url: string;
  connections(): number;
  /** Breaks every connection without a word. */
  cut(): void;
  /** Says that the connection will be replaced, as Slack does every few hours. */
  refresh(): void;
  close(): void;
}

/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSocketModeDoor(
  server: Server,
  origin: string,
  ackMilliseconds: number,
): SocketModeDoor {
  const sockets = new WebSocketServer({ server, path: '/link/' });
  const open = new Set<WebSocket>();
  const waitingForConnection: (() => void)[] = [];
  const waitingForAck = new Map<string, () => void>();
  const timers = new Set<NodeJS.Timeout>();
  let response: unknown = null;

  sockets.on('connection', (socket) => {
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size + 1,
        connection_info: { app_id: APP_ID },
        debug_info: { host: 'applink-1', build_number: 10, approximate_connection_time: 18_060 },
      }),
    );
    const ping = setInterval(() => socket.ping(), PING_MILLISECONDS);
    timers.add(ping);
    socket.on('close', () => {
      clearInterval(ping);
      open.delete(socket);
    });
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      const said = acknowledgement.safeParse(JSON.parse(String(data)));
      if (!said.success) return;
      response = said.data.payload;
      waitingForAck.get(said.data.envelope_id)?.();
    });
    open.add(socket);
    for (const go of waitingForConnection.splice(0)) go();
  });

  const connected = async (): Promise<WebSocket> => {
    for (;;) {
      const [socket] = open;
      if (socket) return socket;
      await new Promise<void>((resolve) => waitingForConnection.push(resolve));
    }
  };

  const send = async (delivery: Delivery, attempt: number): Promise<void> => {
    const socket = await connected();
    const envelopeId = randomUUID();
    socket.send(
      JSON.stringify({
        envelope_id: envelopeId,
        type: delivery.kind,
        accepts_response_payload: delivery.kind !== 'events_api',
        payload: delivery.body,
        ...(delivery.kind === 'events_api' && {
          retry_attempt: attempt,
          retry_reason: attempt === 0 ? '' : 'timeout',
        }),
      }),
    );
    const timer = setTimeout(() => {
      waitingForAck.delete(envelopeId);
      timers.delete(timer);
      // Commands and buttons are not repeated: the person sees that nothing came of it.
      if (attempt < RETRIES && delivery.kind === 'events_api')
        void send(delivery, attempt + 1).catch(() => undefined);
    }, ackMilliseconds);
    timers.add(timer);
    waitingForAck.set(envelopeId, () => {
      clearTimeout(timer);
      timers.delete(timer);
      waitingForAck.delete(envelopeId);
    });
  };

  return {
    url: `${origin.replace('http', 'ws')}/link/?ticket=${randomUUID()}&app_id=${APP_ID}`,
    deliver: (delivery) => send(delivery, 0),
    lastResponse: () => response,
    connections: () => open.size,
    cut: () => {
      for (const socket of open) socket.terminate();
      open.clear();
    },
    refresh: () => {
      for (const socket of open) {
        socket.send(
          JSON.stringify({
            type: 'disconnect',
            reason: 'refresh_requested',
            debug_info: { host: 'applink-1' },
          }),
        );
      }
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
