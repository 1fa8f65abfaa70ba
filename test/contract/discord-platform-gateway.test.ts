import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { GatewayCloseCodes, GatewayOpcodes } from 'discord.js';
import type { DiscordTimes } from '../../adapters/discord/config.js';
import { createDiscordAdapter } from '../../adapters/discord/index.js';
import { builtModule } from '../../src/infrastructure/built-module.js';
import { openDiscord } from '../support/discord/adapter-subject.js';
import { type DiscordServerOptions, startDiscordServer } from '../support/discord/discord-server.js';
import { createRecordingDoors, createRecordingLog, until } from './adapter-recorder.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function connect(options: DiscordServerOptions & { readonly times?: Partial<DiscordTimes> } = {}) {
  const doors = createRecordingDoors();
  const log = createRecordingLog();
  const discord = await openDiscord({ doors, log }, options);
  closers.push(discord.close);
  return { ...discord, doors, log };
}

/** A server and an adapter that has not been started. */
async function prepare(times: Partial<DiscordTimes> = {}) {
  const server = await startDiscordServer();
  const log = createRecordingLog();
  const config = { token: server.token, apiUrl: server.apiUrl };
  const adapter = createDiscordAdapter(config, { doors: createRecordingDoors(), log }, times);
  closers.push(async () => {
    await adapter.stop();
    await server.close();
  });
  return { server, adapter, log };
}

const opcodes = (server: { readonly gateway: { readonly received: readonly { readonly op: number }[] } }) =>
  server.gateway.received.map(({ op }) => op);

describe('Discord’s gateway, while connected', () => {
  test('hears heartbeats', async () => {
    // Long enough that a busy machine still answers one before the next.
    const { server } = await connect({ heartbeatMilliseconds: 300 });
    await until(
      'a few heartbeats',
      () => opcodes(server).filter((op) => op === GatewayOpcodes.Heartbeat).length > 3,
    );
    expect(opcodes(server)).not.toContain(GatewayOpcodes.Resume);
  });

  test('that acknowledges no heartbeat any more is left and resumed', async () => {
    const { server, doors } = await connect({ heartbeatMilliseconds: 60 });
    server.gateway.silent.ack = true;
    await until('the session is resumed', () => opcodes(server).includes(GatewayOpcodes.Resume));
    server.gateway.silent.ack = false;
    server.say(0, 'still there?');
    await until('the message arrives', () => doors.messages.length === 1);
  });

  test('that breaks gives what was said meanwhile, and what it repeats counts once', async () => {
    const { server, doors } = await connect();
    server.say(0, 'one');
    await until('the first message', () => doors.messages.length === 1);
    server.gateway.repeatOnResume = 3;
    server.gateway.drop();
    server.say(0, 'two');
    server.say(0, 'three');
    await until('the others', () => doors.messages.length === 3);
    expect(doors.messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(doors.repeats).toEqual([doors.messages[0]?.messageKey]);
  });

  test('that asks to reconnect is resumed: nothing is lost', async () => {
    const { server, doors, log } = await connect();
    server.gateway.askToReconnect();
    await until('the connection is left', () => !server.gateway.connected);
    server.say(0, 'meanwhile');
    await until('the message arrives', () => doors.messages.length === 1);
    expect(opcodes(server)).toContain(GatewayOpcodes.Resume);
    expect(log.entries.map(({ message }) => message)).toContain('the Discord gateway is back');
  });

  test('that ends the session is identified anew', async () => {
    const { server, doors } = await connect();
    server.gateway.invalidate(false);
    // The SDK leaves five seconds and a bit between two identifications, as Discord wants it.
    await server.connected(9_000);
    server.say(0, 'a new session');
    await until('the message arrives', () => doors.messages.length === 1);
    expect(opcodes(server).filter((op) => op === GatewayOpcodes.Identify)).toHaveLength(2);
  });

  test('that refuses a token which was reset is named in one line, once', async () => {
    const { server, log } = await connect();
    server.gateway.close(GatewayCloseCodes.AuthenticationFailed);
    await until('the line', () => log.entries.some(({ level }) => level === 'error'));
    await sleep(100);
    const errors = log.entries.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
  });

  test('is not connected again after a stop, though it was just lost', async () => {
    const { server, adapter } = await connect();
    server.gateway.drop();
    await sleep(50);
    await adapter.stop();
    await sleep(700);
    expect(server.gateway.connected).toBe(false);
    expect(opcodes(server)).not.toContain(GatewayOpcodes.Resume);
  });
});

describe('a start at Discord', () => {
  type Prepared = Awaited<ReturnType<typeof prepare>>;
  const obstacles: readonly [string, (gateway: Prepared['server']['gateway']) => void, number][] = [
    ['no READY', (gateway) => Object.assign(gateway.silent, { ready: true }), 400],
    ['broken sockets', (gateway) => Object.assign(gateway, { connections: 'broken' }), 400],
    ['sockets that never open', (gateway) => Object.assign(gateway, { connections: 'held' }), 400],
  ];

  test('that never gets READY ends with one line, and for good', async () => {
    const outcomes = obstacles.map(async ([name, hinder, readyMilliseconds]) => {
      const { server, adapter } = await prepare({ readyMilliseconds, handshakeMilliseconds: 300 });
      hinder(server.gateway);
      const error = await adapter.start().catch((cause: unknown) => cause);
      Object.assign(server.gateway, { connections: 'opened' });
      server.gateway.silent.ready = false;
      // The SDK on its own would connect half a second later.
      await sleep(800);
      return { name, error, sessions: server.gateway.sessions };
    });
    for (const { name, error, sessions } of await Promise.all(outcomes)) {
      expect({ name, error, sessions }).toMatchObject({
        error: {
          code: 'DISCORD_UNREACHABLE',
          message: expect.stringMatching(/^[^\n]*DISCORD_API_URL[^\n]*$/),
        },
        sessions: 0,
      });
    }
  });

  test('that is given up while a socket is opening does not end the process later', async () => {
    const worker = builtModule('../support/discord/held-start-worker.js', import.meta.url);
    const child = spawn(process.execPath, [fileURLToPath(worker)], { stdio: 'ignore', timeout: 15_000 });
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test('where nobody listens ends at once', async () => {
    const { server, log } = await prepare();
    await server.close();
    const config = { token: server.token, apiUrl: server.apiUrl };
    const adapter = createDiscordAdapter(config, { doors: createRecordingDoors(), log });
    const began = performance.now();
    await expect(adapter.start()).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('whose intents are refused says so in one line', async () => {
    const { server, adapter } = await prepare();
    server.gateway.refuseWith = GatewayCloseCodes.DisallowedIntents;
    await expect(adapter.start()).rejects.toMatchObject({
      code: 'DISCORD_CREDENTIALS',
      message: expect.stringMatching(/^[^\n]*intents[^\n]*DISCORD_TOKEN[^\n]*$/),
    });
  });

  test('whose token is refused by the gateway names it', async () => {
    const { server, adapter } = await prepare();
    server.gateway.refuseWith = GatewayCloseCodes.AuthenticationFailed;
    await expect(adapter.start()).rejects.toMatchObject({
      code: 'DISCORD_CREDENTIALS',
      message: expect.stringMatching(/^[^\n]*DISCORD_TOKEN[^\n]*$/),
    });
  });
});

describe('Discord’s servers, divided between two processes', () => {
  test('each hears its own; direct messages come to the one with shard 0', async () => {
    const server = await startDiscordServer();
    const config = { token: server.token, apiUrl: server.apiUrl };
    const heard = await Promise.all(
      [0, 1].map(async (shard) => {
        const doors = createRecordingDoors();
        const shards = { ids: [shard], count: 2 };
        const adapter = createDiscordAdapter({ ...config, shards }, { doors, log: createRecordingLog() });
        await adapter.start();
        closers.push(() => adapter.stop());
        return doors.messages;
      }),
    );
    closers.push(() => server.close());
    server.say(0, 'in private');
    server.say(0, 'in the channel', { place: 'mention' });
    await until('both are heard', () => heard.flat().length === 2);
    const ofServer = Number((BigInt(server.world.guildId) >> 22n) % 2n);
    expect(heard[0]?.map(({ text }) => text)).toContain('in private');
    expect(heard[ofServer]?.map(({ text }) => text)).toContain('in the channel');
    expect(
      heard
        .flat()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['in private', 'in the channel']);
  });
});
