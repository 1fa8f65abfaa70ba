import { Client, Events, type Interaction, MessageFlags, Partials } from 'discord.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Adapter, AdapterDependencies } from '../shared/adapter.js';
import { toDiscordCommands } from './commands.js';
import { DISCORD_INTENTS, type DiscordAdapterConfig } from './config.js';
import { addressOf, commandToMessage, plainInput, toActionPress, toInboundMessage } from './inbound.js';
import { createDiscordPlatform } from './outbound.js';

const CALL_TIMEOUT_MS = 15_000;
const READY_TIMEOUT_MS = 30_000;

/** Connects Discord by its gateway. */
export function createDiscordAdapter(
  config: DiscordAdapterConfig,
  dependencies: AdapterDependencies,
): Adapter {
  const log = dependencies.log.child({ platform: 'discord' });
  const client = new Client({
    intents: [...DISCORD_INTENTS],
    // Direct channels are not announced beforehand; without partials their messages are dropped.
    partials: [Partials.Channel, Partials.Message],
    rest: {
      ...(config.apiUrl !== undefined && { api: config.apiUrl }),
      timeout: CALL_TIMEOUT_MS,
      retries: 0,
      // The reply stream does the waiting: a queue of outdated edits would only delay the latest.
      rejectOnRateLimit: () => true,
    },
  });
  const botId = () => client.user?.id ?? '';
  /** An event that could not be stored is named in the log; the gateway knows no acknowledgement to hold back. */
  const take = (name: string, work: () => Promise<unknown>) => {
    work().catch((error: unknown) =>
      log.error({ err: error, event: name }, 'a Discord event could not be taken'),
    );
  };
  const { doors } = dependencies;

  client.on(Events.Error, (error) => log.warn({ err: error }, 'the Discord gateway reports an error'));
  client.on(Events.MessageCreate, (message) => {
    const inbound = toInboundMessage(message, botId());
    if (inbound !== null) take('message', () => doors.receiveMessage(inbound));
  });
  client.on(Events.MessageUpdate, (_before, message) => {
    if (message.author?.bot || message.content === null) return;
    const { id, channelId, guildId, content } = message;
    take('edit', () =>
      doors.editMessage({
        conversation: addressOf(channelId, guildId),
        messageKey: id,
        text: plainInput(content, botId()),
      }),
    );
  });
  client.on(Events.MessageDelete, ({ id, channelId, guildId }) => {
    take('delete', () =>
      doors.withdrawMessage({ conversation: addressOf(channelId, guildId), messageKey: id }),
    );
  });
  client.on(Events.InteractionCreate, (interaction) => take('interaction', () => answer(interaction)));

  const answer = async (interaction: Interaction): Promise<void> => {
    if (interaction.isButton()) {
      await doors.receiveAction(toActionPress(interaction));
      await interaction.deferUpdate();
    } else if (interaction.isChatInputCommand()) {
      const channel = await interaction.user.createDM();
      const message = commandToMessage(interaction, channel.id);
      if (message !== null) await doors.receiveMessage(message);
      const content = interaction.guildId === null ? 'One moment.' : 'I answer you in our direct messages.';
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
    }
  };

  return {
    platform: createDiscordPlatform({
      client,
      ...(config.apiUrl !== undefined && { apiUrl: config.apiUrl }),
    }),
    start: async () => {
      const ready = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('The gateway did not get ready.')), READY_TIMEOUT_MS);
        client.once(Events.ClientReady, () => {
          clearTimeout(timer);
          resolve();
        });
      });
      try {
        await Promise.all([client.login(config.token), ready]);
        await client.application?.commands.set(
          toDiscordCommands().map((command) => JSON.parse(JSON.stringify(command))),
        );
      } catch (cause) {
        await client.destroy();
        throw new MatineeError(
          'unavailable',
          'DISCORD_CREDENTIALS',
          'Discord refuses the bot or cannot be reached: check DISCORD_TOKEN.',
          {
            cause,
          },
        );
      }
    },
    stop: () => client.destroy(),
  };
}
