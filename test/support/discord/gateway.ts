import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { World } from './world.js';

/** https://docs.discord.com/developers/events/gateway-events#payload-structure */
const received = z.object({ op: z.number().int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

const KNOWN_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);
/** https://docs.discord.com/developers/events/gateway#privileged-intents */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
/** 120 events in 60 seconds: https://docs.discord.com/developers/events/gateway#rate-limiting */
const EVENTS_A_MINUTE = 120;
/** Events that a session keeps for its resumption. */
const KEPT_EVENTS = 20_000;

interface Session {
  readonly id: string;
  readonly intents: number;
  /** Its number, and how many there are: https://docs.discord.com/developers/events/gateway#sharding */
  readonly shard: readonly [number, number];
  seq: number;
  readonly events: { readonly s: number; readonly payload: string }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatMilliseconds: number;
  /** Privileged intents that are switched on in the developer portal. */
  readonly privilegedIntents: number;
}

/** The gateway: https://docs.discord.com/developers/events/gateway. Sessions outlive their sockets and are resumed. */
export class Gateway {
  /** What came in from bots, newest last; for tests that look at the conversation. */
  readonly received: { readonly op: number; readonly at: number }[] = [];
  /** Withholds READY or heartbeat ACKs. */
  readonly silent = { ready: false, ack: false };
  /** What becomes of new connections: opened, broken, or left without an answer. */
  connections: 'opened' | 'broken' | 'held' = 'opened';
  /** Closes with this code instead of identifying a bot. */
  refuseWith: GatewayCloseCodes | null = null;
  /** How many events before the last one seen a resumption repeats. */
  repeatOnResume = 0;
  url = '';
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #held = new Set<Duplex>();

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  /** Whether a bot is connected and identified. */
  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== null);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://gateway');
    const known = url.searchParams.get('v') === '10' && url.searchParams.get('encoding') === 'json';
    if (this.connections === 'broken' || !known) {
      socket.destroy();
      return;
    }
    if (this.connections === 'held') {
      this.#held.add(socket);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      this.#server.emit('connection', opened, request);
    });
  }

  /** Sends an event to every session whose intents cover it, or keeps it until the session is resumed. */
  dispatch(event: string, intent: number, data: unknown): void {
    for (const session of this.#sessions.values()) {
      const wanted = intent === 0 || (session.intents & intent) !== 0;
      if (wanted && isHeardBy(session.shard, data)) this.#deliver(session, event, data);
    }
  }

  /** An event whose content depends on what a session may read. */
  dispatchTo(event: string, intent: number, data: (intents: number) => unknown): void {
    for (const session of this.#sessions.values()) {
      const content = data(session.intents);
      if ((session.intents & intent) !== 0 && isHeardBy(session.shard, content))
        this.#deliver(session, event, content);
    }
  }

  /** Breaks every connection without a word. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  close(code: number): void {
    for (const socket of this.#server.clients) socket.close(code);
  }

  /** Opcode 7: https://docs.discord.com/developers/events/gateway-events#reconnect */
  askToReconnect(): void {
    this.#broadcast({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Opcode 9: https://docs.discord.com/developers/events/gateway-events#invalid-session */
  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    this.#broadcast({ op: GatewayOpcodes.InvalidSession, d: resumable });
  }

  async end(): Promise<void> {
    this.drop();
    for (const socket of this.#held) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #broadcast(payload: unknown): void {
    for (const socket of this.#server.clients) socket.send(JSON.stringify(payload));
  }

  #deliver(session: Session, event: string, data: unknown): void {
    session.seq += 1;
    const payload = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: session.seq, d: data });
    session.events.push({ s: session.seq, payload });
    if (session.events.length > KEPT_EVENTS) session.events.shift();
    session.socket?.send(payload);
  }

  #greet(socket: WebSocket): void {
    let session: Session | null = null;
    let count = 0;
    const lull = setInterval(() => {
      count = 0;
    }, 60_000);
    socket.on('close', () => {
      clearInterval(lull);
      if (session?.socket === socket) session.socket = null;
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      count += 1;
      if (count > EVENTS_A_MINUTE) return socket.close(GatewayCloseCodes.RateLimited);
      const payload = received.safeParse(parse(data.toString()));
      if (!payload.success) return socket.close(GatewayCloseCodes.DecodeError);
      this.received.push({ op: payload.data.op, at: performance.now() });
      session = this.#take(socket, session, payload.data) ?? session;
    });
    const hello = { heartbeat_interval: this.#options.heartbeatMilliseconds };
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, s: null, t: null, d: hello }));
  }

  #take(socket: WebSocket, session: Session | null, payload: z.output<typeof received>): Session | null {
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        if (!this.silent.ack) socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
        return null;
      case GatewayOpcodes.Identify:
        if (session) return this.#refuse(socket, GatewayCloseCodes.AlreadyAuthenticated);
        return this.#identify(socket, payload.d);
      case GatewayOpcodes.Resume:
        return this.#resume(socket, payload.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.RequestGuildMembers:
      case GatewayOpcodes.VoiceStateUpdate:
        return session ? null : this.#refuse(socket, GatewayCloseCodes.NotAuthenticated);
      default:
        return this.#refuse(socket, GatewayCloseCodes.UnknownOpcode);
    }
  }

  #refuse(socket: WebSocket, code: GatewayCloseCodes): null {
    socket.close(code);
    return null;
  }

  #identify(socket: WebSocket, data: unknown): Session | null {
    const form = identify.safeParse(data);
    if (!form.success) return this.#refuse(socket, GatewayCloseCodes.DecodeError);
    const { token, intents, shard = [0, 1] } = form.data;
    if (shard[0] >= shard[1]) return this.#refuse(socket, GatewayCloseCodes.InvalidShard);
    if (token !== this.#options.token) return this.#refuse(socket, GatewayCloseCodes.AuthenticationFailed);
    if ((intents & ~KNOWN_INTENTS) !== 0) return this.#refuse(socket, GatewayCloseCodes.InvalidIntents);
    if ((intents & PRIVILEGED & ~this.#options.privilegedIntents) !== 0) {
      return this.#refuse(socket, GatewayCloseCodes.DisallowedIntents);
    }
    if (this.refuseWith !== null) return this.#refuse(socket, this.refuseWith);
    if (this.silent.ready) return null;
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, intents, shard, seq: 0, events: [], socket };
    this.#sessions.set(session.id, session);
    // https://docs.discord.com/developers/events/gateway-events#ready-ready-event-fields
    this.#deliver(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: this.#world.bot,
      guilds: [{ id: this.#world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.url,
      shard,
      application: { id: this.#world.applicationId, flags: 0 },
    });
    return session;
  }

  /** Replays what was missed, then says RESUMED: https://docs.discord.com/developers/events/gateway#resuming */
  #resume(socket: WebSocket, data: unknown): Session | null {
    const form = resume.safeParse(data);
    if (!form.success) return this.#refuse(socket, GatewayCloseCodes.DecodeError);
    if (form.data.token !== this.#options.token) {
      return this.#refuse(socket, GatewayCloseCodes.AuthenticationFailed);
    }
    const session = this.#sessions.get(form.data.session_id);
    if (!session) {
      socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return null;
    }
    if (form.data.seq > session.seq) return this.#refuse(socket, GatewayCloseCodes.InvalidSeq);
    session.socket = socket;
    for (const { s, payload } of session.events) {
      if (s > form.data.seq - this.repeatOnResume && s > 1) socket.send(payload);
    }
    this.#deliver(session, GatewayDispatchEvents.Resumed, {});
    return session;
  }
}

const ofServer = z.object({ guild_id: z.string() });

/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula */
function isHeardBy([shard, count]: readonly [number, number], data: unknown): boolean {
  const server = ofServer.safeParse(data).data?.guild_id;
  return shard === (server === undefined ? 0 : Number((BigInt(server) >> 22n) % BigInt(count)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
