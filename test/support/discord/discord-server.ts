import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { PermissionFlagsBits } from 'discord.js';
import type { Fault } from '../platform-fault.js';
import type { Desk } from './desk.js';
import { announce } from './events.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import type { Interaction } from './interactions.js';
import { RateLimits, type WriteLimit } from './limits.js';
import { createPeople } from './people.js';
import { Rest } from './rest.js';
import { World } from './world.js';

/*
 * Discord on one machine: REST v10 and gateway v10 over real sockets, for the real discord.js.
 *
 *   const server = await startDiscordServer();
 *   // DISCORD_TOKEN = server.token, DISCORD_API_URL = server.apiUrl; the gateway's address comes from there.
 *   await server.connected();
 *   const { messageId } = server.say(0, 'what can I spend?');      // person 0, in their direct messages
 *   const reply = await server.awaitReply(0, { after: messageId }); // text, messages, firstAt, lastAt
 *   await server.close();
 *
 * People are made as they are named: say(999, …) is the thousandth. `replies(n)` is what person n sees of the bot.
 * `limits: false` lifts Discord's usual rate limits, `limitWrites` sets one, `faults` breaks requests, `gateway` breaks
 * connections. Shapes follow the official documentation, named beside each, and the types of discord-api-types.
 */

export interface DiscordServerOptions {
  readonly token?: string;
  /** Whether Discord's usual limits hold; they do unless switched off. */
  readonly limits?: boolean;
  readonly heartbeatMilliseconds?: number;
  /** What the bot may do in the server's channel, as the invitation says. */
  readonly permissions?: bigint;
  /** How long a file's address is valid; a day at Discord. */
  readonly attachmentMilliseconds?: number;
  /** Privileged intents that the developer portal has on; none unless given. */
  readonly privilegedIntents?: number;
}

export type DiscordServer = Awaited<ReturnType<typeof startDiscordServer>>;

const DAY = 86_400_000;
const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);
/** Posts and edits of messages, in a channel or in answer to an interaction. */
const WRITE_ROUTES = ['POST messages', 'PATCH message', 'POST webhook', 'PATCH webhook message'] as const;

/** Starts Discord on a free port of the loopback interface. */
export async function startDiscordServer(options: DiscordServerOptions = {}) {
  const token =
    options.token ?? `${randomBytes(18).toString('base64url')}.test.${randomBytes(24).toString('base64url')}`;
  const world = new World({
    permissions: options.permissions ?? ALL_PERMISSIONS,
    attachmentMilliseconds: options.attachmentMilliseconds ?? DAY,
  });
  const gateway = new Gateway(world, {
    token,
    heartbeatMilliseconds: options.heartbeatMilliseconds ?? 41_250,
    privilegedIntents: options.privilegedIntents ?? 0,
  });
  const limits = new RateLimits(options.limits ?? true);
  const faults = new Faults();
  const interactions = new Map<string, Interaction>();
  const typing: string[] = [];
  const desk: Desk = {
    world,
    token,
    interactions,
    gatewayUrl: () => gateway.url,
    typed: ({ id }) => typing.push(id),
    announce: (kind, channel, stored) => announce(gateway, kind, channel, stored),
  };
  const rest = new Rest(desk, limits, faults);
  rest.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => rest.server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = rest.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  gateway.url = `ws://127.0.0.1:${address.port}/gateway`;
  world.filesUrl = `http://127.0.0.1:${address.port}`;
  const people = createPeople(world, gateway, interactions);

  return {
    token,
    apiUrl: `http://127.0.0.1:${address.port}/api`,
    world,
    gateway,
    faults,
    limits,
    /** Requests that came in, newest last. */
    requests: rest.handled as readonly {
      readonly route: string;
      readonly at: number;
      readonly status: number;
    }[],
    /** Channels in which the bot was typing. */
    typing: typing as readonly string[],
    interactions: interactions as ReadonlyMap<string, Interaction>,
    ...people,
    limitWrites: (limit: WriteLimit) => limits.limitWrites(limit),
    /** The next posts and edits meet a fault. */
    breakWrites: (fault: Fault, times = 1) => faults.plan(WRITE_ROUTES, fault, times),
    /** Resolves once a bot is connected and identified. */
    connected: (milliseconds = 10_000) =>
      waitFor(() => gateway.connected, milliseconds, 'the bot to connect'),
    async close() {
      await gateway.end();
      await rest.end();
    },
  };
}

async function waitFor(isSo: () => boolean, milliseconds: number, what: string): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited ${milliseconds} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
