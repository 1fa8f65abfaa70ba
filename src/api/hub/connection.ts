import type { RawData, WebSocket } from 'ws';
import type { Logger } from '../../core/ports/runtime.js';
import {
  type ClientMessage,
  HubProtocolError,
  hubRecords,
  parseClientMessage,
  parseHandshake,
  splitRecords,
} from './protocol.js';

const HANDSHAKE_MILLISECONDS = 15_000;
/** The official client pings every 15 s; twice that without a sign of life is a dead line. */
const SILENCE_MILLISECONDS = 30_000;
/** Streams one client may have open at once. */
const MAX_STREAMS = 20;

/** Sends to one client; resolves when the bytes have left, so that a slow client slows its producers. */
export interface HubClient {
  /** Calls a method of the client. */
  call(target: string, ...args: unknown[]): Promise<void>;
  /** Ends the connection; `allowReconnect` tells the client whether to come back. */
  close(error: string | undefined, allowReconnect: boolean): void;
  /** Fires when the connection has ended. */
  readonly signal: AbortSignal;
}

/** The methods of a hub, for one connection. Errors become completions; `HubError` speaks to the client. */
export interface HubMethods {
  invoke(target: string, args: readonly unknown[]): Promise<unknown>;
  stream(target: string, args: readonly unknown[], signal: AbortSignal): AsyncIterable<unknown>;
}

/** A refusal whose sentence the client may read. */
export class HubError extends Error {
  readonly code = 'HUB';
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'HubError';
  }
}

export interface HubConnectionOptions {
  readonly log: Logger;
  readonly keepAliveMilliseconds: number;
  readonly createMethods: (client: HubClient) => HubMethods;
}

/** Speaks the SignalR JSON protocol on an open WebSocket until it closes. */
export function serveHubConnection(socket: WebSocket, options: HubConnectionOptions): HubClient {
  const ended = new AbortController();
  const streams = new Map<string, AbortController>();
  const { log } = options;
  let shaken = false;
  let heard = Date.now();

  const send = (record: string): Promise<void> =>
    new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) resolve();
      else socket.send(record, () => resolve());
    });

  const client: HubClient = {
    call: (target, ...args) => send(hubRecords.invocation(target, args)),
    close: (error, allowReconnect) => {
      void send(hubRecords.close(error, allowReconnect)).then(() => socket.close(1000));
    },
    signal: ended.signal,
  };
  const methods = options.createMethods(client);

  async function invoke(message: Extract<ClientMessage, { kind: 'invoke' }>): Promise<void> {
    const { id } = message;
    try {
      const result = await methods.invoke(message.target, message.args);
      if (id !== null) await send(hubRecords.completion(id, result === undefined ? {} : { result }));
    } catch (error) {
      const sentence = sentenceOf(error, log);
      if (id !== null) await send(hubRecords.completion(id, { error: sentence }));
    }
  }

  async function stream(message: Extract<ClientMessage, { kind: 'stream' }>): Promise<void> {
    const { id } = message;
    const cancelled = new AbortController();
    streams.set(id, cancelled);
    try {
      const signal = AbortSignal.any([cancelled.signal, ended.signal]);
      for await (const item of methods.stream(message.target, message.args, signal)) {
        if (signal.aborted) break;
        await send(hubRecords.item(id, item));
      }
      await send(hubRecords.completion(id, {}));
    } catch (error) {
      await send(hubRecords.completion(id, { error: sentenceOf(error, log) }));
    } finally {
      streams.delete(id);
    }
  }

  function receive(message: ClientMessage): void {
    if (message.kind === 'invoke') void invoke(message);
    else if (message.kind === 'cancel') streams.get(message.id)?.abort();
    else if (message.kind === 'close') socket.close(1000);
    else if (message.kind === 'stream') {
      if (streams.has(message.id)) throw new HubProtocolError('That invocation id is in use.');
      if (streams.size < MAX_STREAMS) void stream(message);
      else void send(hubRecords.completion(message.id, { error: 'Too many streams at once.' }));
    }
  }

  function shakeHands(record: string): void {
    try {
      parseHandshake(record);
    } catch (error) {
      void send(hubRecords.handshake(error instanceof Error ? error.message : 'Bad handshake.')).then(() =>
        socket.close(1002),
      );
      return;
    }
    shaken = true;
    void send(hubRecords.handshake());
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    heard = Date.now();
    try {
      if (isBinary) throw new HubProtocolError('The JSON protocol is text.');
      for (const record of splitRecords(String(data))) {
        if (shaken) receive(parseClientMessage(record));
        else shakeHands(record);
      }
    } catch (error) {
      log.info({ err: error }, 'hub connection refused');
      client.close(error instanceof HubProtocolError ? error.message : undefined, false);
    }
  });

  const handshakeTimer = setTimeout(() => {
    if (!shaken) socket.terminate();
  }, HANDSHAKE_MILLISECONDS);
  const keepAlive = setInterval(() => {
    if (Date.now() - heard > SILENCE_MILLISECONDS) socket.terminate();
    else if (shaken) void send(hubRecords.ping());
  }, options.keepAliveMilliseconds);
  socket.on('error', (error) => log.info({ err: error }, 'hub connection broke'));
  socket.once('close', () => {
    clearTimeout(handshakeTimer);
    clearInterval(keepAlive);
    ended.abort(new DOMException('The connection closed.', 'AbortError'));
  });
  return client;
}

function sentenceOf(error: unknown, log: Logger): string {
  if (error instanceof HubError) return error.message;
  log.error({ err: error }, 'hub method failed');
  return 'Something went wrong on our side. Try again in a while.';
}
