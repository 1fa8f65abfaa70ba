import { GatewayDispatchEvents, InteractionType, Routes } from 'discord.js';
import type { z } from 'zod';
import type { Adapter, AdapterDependencies } from '../shared/adapter.js';
import { toDiscordCommands } from './commands.js';
import { DISCORD_TIMES, type DiscordAdapterConfig, type DiscordTimes } from './config.js';
import { createDirectChannels } from './direct-channels.js';
import { startError } from './errors.js';
import { createDiscordGateway } from './gateway.js';
import {
  addressOf,
  discordDeletion,
  discordInteraction,
  discordMessage,
  speaksToBot,
  toEdit,
  toInboundMessage,
} from './inbound.js';
import { createInteractionDesk } from './interactions.js';
import { createDiscordPlatform } from './outbound.js';
import { createSequence } from './sequence.js';

/** Kinds of events that are named in the log once. */
const MAX_NAMED = 100;
/** Kinds that come along without anybody asking, and mean nothing here. */
const EXPECTED = new Set<string>([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.GuildDelete,
  GatewayDispatchEvents.UserUpdate,
  GatewayDispatchEvents.ApplicationCommandPermissionsUpdate,
]);

/** Connects Discord by its gateway. @param times shorter waits, for tests */
export function createDiscordAdapter(
  config: DiscordAdapterConfig,
  dependencies: AdapterDependencies,
  times: Partial<DiscordTimes> = {},
): Adapter {
  const log = dependencies.log.child({ platform: 'discord' });
  const { doors } = dependencies;
  const limits = { ...DISCORD_TIMES, ...times };
  const gateway = createDiscordGateway(config, limits, log);
  const { client } = gateway;
  const { rest } = client;
  const direct = createDirectChannels({ rest, log });
  const { acknowledgeMilliseconds } = limits;
  const interact = createInteractionDesk({ rest, doors, direct, log, acknowledgeMilliseconds });
  const botId = () => client.user?.id ?? '';
  const nameOnce = createNaming((event) =>
    log.info({ event }, 'Discord sends events of a kind that is ignored'),
  );
  const inOrder = createSequence();
  let listening = false;

  /** An event that could not be stored is named in the log; the gateway knows no acknowledgement to hold back. */
  function on<T>(
    event: GatewayDispatchEvents,
    schema: z.ZodType<T>,
    take: (data: T) => Promise<unknown>,
  ): void {
    client.ws.on(event, (data: unknown) => {
      if (!listening) return;
      const read = schema.safeParse(data);
      if (!read.success) return nameOnce(`${event} of an unknown shape`);
      take(read.data).catch((error: unknown) =>
        log.error({ err: error, event }, 'a Discord event could not be taken'),
      );
    });
    EXPECTED.add(event);
  }

  on(GatewayDispatchEvents.MessageCreate, discordMessage, async (message) => {
    if (!speaksToBot(message, botId())) return;
    if (message.guild_id !== undefined) {
      direct.asked(message.author.id, {
        kind: 'message',
        channelId: message.channel_id,
        messageId: message.id,
      });
    }
    await inOrder(message.channel_id, () => doors.receiveMessage(toInboundMessage(message, botId())));
  });
  on(GatewayDispatchEvents.MessageUpdate, discordMessage, async (message) => {
    // Without the time of an edit, it was Discord itself that changed the message: a link got its preview.
    if (message.edited_timestamp == null || !speaksToBot(message, botId())) return;
    await inOrder(message.channel_id, () => doors.editMessage(toEdit(message, botId())));
  });
  for (const event of [GatewayDispatchEvents.MessageDelete, GatewayDispatchEvents.MessageDeleteBulk]) {
    on(event, discordDeletion, async ({ id, ids = [], channel_id: channel, guild_id: guild }) => {
      for (const messageKey of id === undefined ? ids : [id]) {
        const conversation = addressOf(channel, guild);
        await inOrder(channel, () => doors.withdrawMessage({ conversation, messageKey }));
      }
    });
  }
  on(GatewayDispatchEvents.InteractionCreate, discordInteraction, async (interaction) => {
    const { type } = interaction;
    if (type === InteractionType.ApplicationCommand || type === InteractionType.MessageComponent) {
      await interact(interaction);
    } else nameOnce(`INTERACTION_CREATE of type ${type}`);
  });
  client.on('raw', ({ t }: { readonly t?: string | null }) => {
    if (listening && typeof t === 'string' && !EXPECTED.has(t)) nameOnce(t);
  });

  return {
    platform: createDiscordPlatform({ ...config, rest, direct }),
    start: async () => {
      listening = true;
      try {
        await gateway.connect();
        await rest.put(Routes.applicationCommands(client.application?.id ?? botId()), {
          body: toDiscordCommands(),
        });
      } catch (cause) {
        listening = false;
        await gateway.end();
        throw startError(cause, gateway.closeCode());
      }
    },
    stop: async () => {
      listening = false;
      await gateway.end();
    },
  };
}

/** Calls `name` once for each kind. */
function createNaming(name: (kind: string) => void): (kind: string) => void {
  const named = new Set<string>();
  return (kind) => {
    if (named.has(kind) || named.size >= MAX_NAMED) return;
    named.add(kind);
    name(kind);
  };
}
