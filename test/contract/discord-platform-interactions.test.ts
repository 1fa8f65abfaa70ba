import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { DISCORD_COMMANDS } from '../../adapters/discord/commands.js';
import type { ReplyTarget } from '../../src/core/ports/chat-platform.js';
import { openDiscord } from '../support/discord/adapter-subject.js';
import type { Interaction } from '../support/discord/interactions.js';
import { createRecordingDoors, createRecordingLog, type RecordingDoors, until } from './adapter-recorder.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Interactions are answered after 200 ms at the latest, so that a slow store can be waited for. */
async function connect(change: (doors: RecordingDoors) => Partial<RecordingDoors> = () => ({})) {
  const recording = createRecordingDoors();
  const doors = { ...recording, ...change(recording) };
  const log = createRecordingLog();
  const discord = await openDiscord({ doors, log }, { times: { acknowledgeMilliseconds: 200 } });
  closers.push(discord.close);
  const { world } = discord.server;
  const direct: ReplyTarget = {
    platform: 'discord',
    tenant: '',
    address: world.person(0).channel.id,
    reference: {},
  };
  const general = { ...direct, tenant: world.guildId, address: world.general.id };
  return { ...discord, doors: recording, log, direct, general, platform: discord.adapter.platform };
}

const signal = () => AbortSignal.timeout(30_000);
const like = { buttons: [{ id: 'like:1', label: 'Like' }] };
const answered = (interaction: Interaction) => until('an answer', () => interaction.acknowledged !== null);
const words = ({ responses }: Interaction) => responses.map(({ payload }) => payload.content);
const hidden = ({ responses }: Interaction) => responses.every(({ ephemeral }) => ephemeral);

describe('Discord’s slash commands', () => {
  test('are registered from the objects that serve them', async () => {
    const { server } = await connect();
    expect(server.world.commands.map(({ name, description }) => ({ name, description }))).toEqual(
      DISCORD_COMMANDS.map(({ name, description }) => ({ name, description })),
    );
  });

  test('each reach the core as words, in the direct conversation, and are answered at once', async () => {
    const { server, doors, direct } = await connect();
    for (const { name, option, toText } of DISCORD_COMMANDS) {
      const interaction = server.command(0, name, option ? { [option.name]: 'a film for two' } : {});
      await answered(interaction);
      const message = doors.messages.at(-1);
      expect(message?.text).toBe(toText(option ? 'a film for two' : ''));
      expect(message).toMatchObject({ direct: true, conversation: { address: direct.address, tenant: '' } });
      expect(interaction.acknowledged?.after).toBeLessThan(3_000);
    }
  });

  test('given in a channel are answered in private: nobody else sees a word', async () => {
    const { server, doors, direct } = await connect();
    const interaction = server.command(0, 'budget', {}, 'channel');
    await answered(interaction);
    expect(words(interaction)).toEqual([expect.stringContaining('direct messages')]);
    expect(hidden(interaction)).toBe(true);
    expect(server.inChannel()).toEqual([]);
    expect(doors.messages[0]).toMatchObject({ direct: true, conversation: { address: direct.address } });
  });

  test('that are slow to store are answered in time, and again once stored', async () => {
    const { server } = await connect((doors) => ({
      receiveMessage: async (message) => {
        await sleep(500);
        return doors.receiveMessage(message);
      },
    }));
    const interaction = server.command(0, 'budget', {}, 'channel');
    await answered(interaction);
    expect(interaction.acknowledged?.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    await until('the words', () => words(interaction)[0] !== '');
    expect(words(interaction)).toEqual([expect.stringContaining('direct messages')]);
    expect(hidden(interaction)).toBe(true);
    expect((interaction.responses[0]?.payload.flags ?? 0) & MessageFlags.Loading).toBe(0);
  });

  test('that could not be stored say so', async () => {
    const { server, doors } = await connect();
    doors.failNext(1);
    const interaction = server.command(0, 'budget');
    await answered(interaction);
    expect(words(interaction)).toEqual(['That did not get through to me. Please try it once more.']);
  });

  test('say where the answer cannot arrive when direct messages are closed', async () => {
    const { server, platform, direct, doors } = await connect();
    const interaction = server.command(0, 'budget', {}, 'channel');
    await until('the command', () => doors.messages.length === 1);
    await answered(interaction);
    server.world.person(0).acceptsDirect = false;
    await platform.post(direct, 'You have $42 left.', {}, signal()).catch(() => undefined);
    await until('the word', () => words(interaction).length === 2);
    expect(words(interaction)[1]).toMatch(/direct messages.*privacy settings/);
    expect(hidden(interaction)).toBe(true);
  });
});

describe('Discord’s buttons', () => {
  test('are acknowledged in time without changing anything; what was pressed is known', async () => {
    const { server, platform, direct, doors } = await connect();
    await platform.post(direct, 'Catan', like, signal());
    const press = server.press(0, 'like:1');
    await answered(press);
    expect(press.acknowledged?.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(doors.presses).toMatchObject([{ actionId: 'like:1', label: 'Like', direct: true }]);
  });

  test('that arrive twice, or too late, do no harm', async () => {
    const { server, platform, direct, doors, log } = await connect();
    await platform.post(direct, 'Catan', like, signal());
    const press = server.press(0, 'like:1', { deliveries: 2 });
    await until('both deliveries', () => doors.repeats.length === 1);
    const late = server.press(0, 'like:1', { agedMilliseconds: 5_000 });
    await until('the late one', () => doors.presses.length === 2);
    await answered(press);
    await sleep(100);
    expect(late.acknowledged).toBeNull();
    expect(log.entries.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  test('that are slow to store, or fail to be, are acknowledged and then told', async () => {
    const { server, platform, direct } = await connect(() => ({
      receiveAction: async () => {
        await sleep(400);
        throw new Error('The database is away.');
      },
    }));
    await platform.post(direct, 'Catan', like, signal());
    const press = server.press(0, 'like:1');
    await answered(press);
    expect(press.acknowledged?.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    await until('the word', () => press.responses.length === 2);
    expect(words(press)[1]).toContain('once more');
    expect(press.responses[1]?.ephemeral).toBe(true);
  });

  test('whose acknowledgement breaks on the way are acknowledged again', async () => {
    const { server, platform, direct } = await connect();
    await platform.post(direct, 'Catan', like, signal());
    server.faults.plan(['POST callback'], { kind: 'drop', applied: false });
    await answered(server.press(0, 'like:1'));
    server.faults.plan(['POST callback'], { kind: 'status', status: 503 });
    await answered(server.press(0, 'like:1'));
  });

  test('in a channel keep to the channel, and are answered beside their message', async () => {
    const { server, platform, general, doors } = await connect();
    const message = await platform.post(general, 'Catan', like, signal());
    await answered(server.press(3, 'like:1', { place: 'channel' }));
    expect(doors.presses[0]).toMatchObject({
      direct: false,
      conversation: { tenant: general.tenant, address: general.address },
      reference: { replyTo: message },
      sender: { userId: server.world.person(3).user.id },
    });
  });
});
