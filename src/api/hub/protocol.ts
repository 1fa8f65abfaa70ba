import { z } from 'zod';

/** Ends every record of the SignalR JSON protocol. */
const RECORD_SEPARATOR = '\u001e';

/** Message types of the SignalR hub protocol (aspnetcore, docs/specs/HubProtocol.md). */
const INVOCATION = 1;
const STREAM_ITEM = 2;
const COMPLETION = 3;
const STREAM_INVOCATION = 4;
const CANCEL_INVOCATION = 5;
const PING = 6;
const CLOSE = 7;

const handshake = z.object({ protocol: z.string(), version: z.number() });

const call = {
  target: z.string().max(100),
  arguments: z.array(z.unknown()).max(10),
  streamIds: z.array(z.string()).optional(),
};

const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal(INVOCATION), invocationId: z.string().max(100).nullish(), ...call }),
  z.object({ type: z.literal(STREAM_ITEM), invocationId: z.string().max(100) }),
  z.object({ type: z.literal(COMPLETION), invocationId: z.string().max(100) }),
  z.object({ type: z.literal(STREAM_INVOCATION), invocationId: z.string().max(100), ...call }),
  z.object({ type: z.literal(CANCEL_INVOCATION), invocationId: z.string().max(100) }),
  z.object({ type: z.literal(PING) }),
  z.object({ type: z.literal(CLOSE), error: z.string().nullish() }),
]);

/** What a client asks of the hub; records that carry nothing for the server are `ping`. */
export type ClientMessage =
  | { readonly kind: 'invoke'; readonly id: string | null; readonly target: string; readonly args: unknown[] }
  | { readonly kind: 'stream'; readonly id: string; readonly target: string; readonly args: unknown[] }
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'ping' }
  | { readonly kind: 'close' };

/** Thrown for bytes that are not the protocol; the connection cannot go on after them. */
export class HubProtocolError extends Error {
  readonly code = 'HUB_PROTOCOL';
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'HubProtocolError';
  }
}

/**
 * Splits a WebSocket text into its records. The JSON protocol never cuts a record across WebSocket messages.
 * @throws HubProtocolError when the last record does not end
 */
export function splitRecords(text: string): string[] {
  if (!text.endsWith(RECORD_SEPARATOR)) throw new HubProtocolError('A record does not end.');
  return text.slice(0, -1).split(RECORD_SEPARATOR);
}

/** @throws HubProtocolError when the client speaks another protocol */
export function parseHandshake(record: string): void {
  const { protocol, version } = decode(record, handshake);
  if (protocol !== 'json') throw new HubProtocolError(`The protocol '${protocol}' is not spoken here.`);
  if (version !== 1) throw new HubProtocolError(`Version ${version} of the protocol is not spoken here.`);
}

/** @throws HubProtocolError */
export function parseClientMessage(record: string): ClientMessage {
  const message = decode(record, clientMessage);
  switch (message.type) {
    case INVOCATION:
      return {
        kind: 'invoke',
        id: message.invocationId ?? null,
        target: message.target,
        args: message.arguments,
      };
    case STREAM_INVOCATION:
      return { kind: 'stream', id: message.invocationId, target: message.target, args: message.arguments };
    case CANCEL_INVOCATION:
      return { kind: 'cancel', id: message.invocationId };
    case CLOSE:
      return { kind: 'close' };
    default:
      return { kind: 'ping' };
  }
}

function decode<T>(record: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch (cause) {
    throw new HubProtocolError('A record is not JSON.', cause);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HubProtocolError('A record is not a message of the protocol.', parsed.error);
  return parsed.data;
}

function encode(message: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(message)}${RECORD_SEPARATOR}`;
}

/** The server's side of the protocol, as text to send. */
export const hubRecords = {
  handshake: (error?: string) => encode(error === undefined ? {} : { error }),
  invocation: (target: string, args: readonly unknown[]) =>
    encode({ type: INVOCATION, target, arguments: args }),
  item: (invocationId: string, item: unknown) => encode({ type: STREAM_ITEM, invocationId, item }),
  completion: (invocationId: string, outcome: { result?: unknown } | { error: string }) =>
    encode({ type: COMPLETION, invocationId, ...outcome }),
  ping: () => encode({ type: PING }),
  close: (error: string | undefined, allowReconnect: boolean) =>
    encode({ type: CLOSE, ...(error !== undefined && { error }), allowReconnect }),
} as const;
