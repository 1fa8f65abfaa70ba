import { ComponentType, MessageFlags, MessageType } from 'discord.js';
import { z } from 'zod';
import type {
  ConversationAddress,
  InboundActionPress,
  InboundAttachment,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';
import { DISCORD_COMMANDS } from './commands.js';

export const DISCORD = 'discord';

/** https://docs.discord.com/developers/resources/user#user-object */
const user = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().optional(),
});
type DiscordUser = z.output<typeof user>;

/** https://docs.discord.com/developers/resources/message#attachment-object */
const attachment = z.object({
  id: z.string(),
  filename: z.string(),
  content_type: z.string().nullish(),
  size: z.number(),
  url: z.string(),
});

/** https://docs.discord.com/developers/resources/message#message-object */
export const discordMessage = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  type: z.number(),
  author: user,
  webhook_id: z.string().optional(),
  content: z.string(),
  edited_timestamp: z.string().nullish(),
  mentions: z.array(user),
  attachments: z.array(attachment),
  /** What was forwarded: https://docs.discord.com/developers/resources/message#message-snapshot-object */
  message_snapshots: z
    .array(z.object({ message: z.object({ content: z.string(), attachments: z.array(attachment) }) }))
    .optional(),
});
export type DiscordMessage = z.output<typeof discordMessage>;

/** https://docs.discord.com/developers/events/gateway-events#message-delete, and the same for many at once */
export const discordDeletion = z.object({
  id: z.string().optional(),
  ids: z.array(z.string()).optional(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
});

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export const discordInteraction = z.object({
  id: z.string(),
  application_id: z.string(),
  type: z.number(),
  token: z.string(),
  channel_id: z.string(),
  guild_id: z.string().optional(),
  locale: z.string().optional(),
  user: user.optional(),
  member: z.object({ user }).optional(),
  data: z
    .object({
      name: z.string().optional(),
      options: z.array(z.object({ name: z.string(), value: z.unknown() })).optional(),
      custom_id: z.string().optional(),
      component_type: z.number().optional(),
    })
    .optional(),
  message: z
    .object({
      id: z.string(),
      flags: z.number().optional(),
      components: z
        .array(
          z.object({
            type: z.number(),
            components: z
              .array(z.object({ custom_id: z.string().optional(), label: z.string().nullish() }))
              .optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});
export type DiscordInteraction = z.output<typeof discordInteraction>;

/** Users are the same person in every server, so identities have no tenant; conversations do. */
export function userOf(person: DiscordUser, locale?: string): PlatformUser {
  return {
    platform: DISCORD,
    tenant: '',
    userId: person.id,
    displayName: person.global_name ?? person.username,
    ...(locale !== undefined && { locale }),
  };
}

export function addressOf(channelId: string, guildId: string | undefined): ConversationAddress {
  return { platform: DISCORD, tenant: guildId ?? '', address: channelId };
}

/** Who began an interaction; in a server the member holds the user. */
export function personOf(interaction: DiscordInteraction): DiscordUser | null {
  return interaction.member?.user ?? interaction.user ?? null;
}

function attachmentsOf(message: DiscordMessage): InboundAttachment[] {
  const forwarded = (message.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments);
  return [...message.attachments, ...forwarded].map(({ id, filename, content_type: type, size, url }) => ({
    id,
    fileName: filename,
    contentType: type ?? null,
    size,
    // Addresses expire after a day; with its message a fresh one is found.
    source: { url, channel: message.channel_id, message: message.id },
  }));
}

/** The words without the mention of the bot; other people are named. */
function wordsOf(message: DiscordMessage, botId: string): string {
  const words = message.content || (message.message_snapshots?.[0]?.message.content ?? '');
  return words
    .replaceAll(/<@!?(\d+)>/g, (mention, id: string) => {
      if (id === botId) return '';
      const named = message.mentions.find((one) => one.id === id);
      return named ? `@${named.global_name ?? named.username}` : mention;
    })
    .trim();
}

/** Whether somebody speaks to the bot: a person, directly or with a mention. Everything else is none of its business. */
export function speaksToBot(message: DiscordMessage, botId: string): boolean {
  if (message.author.bot || message.author.id === botId || message.webhook_id !== undefined) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  return message.guild_id === undefined || message.mentions.some(({ id }) => id === botId);
}

/** A message for the core. */
export function toInboundMessage(message: DiscordMessage, botId: string): InboundMessage {
  const direct = message.guild_id === undefined;
  return {
    conversation: addressOf(message.channel_id, message.guild_id),
    direct,
    messageKey: message.id,
    sender: userOf(message.author),
    text: wordsOf(message, botId),
    attachments: attachmentsOf(message),
    reference: direct ? {} : { replyTo: message.id },
  };
}

/** An edited message for the core. */
export function toEdit(message: DiscordMessage, botId: string) {
  return {
    conversation: addressOf(message.channel_id, message.guild_id),
    messageKey: message.id,
    text: wordsOf(message, botId),
  };
}

/** A pressed button for the core; null for what is no button of ours. */
export function toActionPress(interaction: DiscordInteraction): InboundActionPress | null {
  const { data, message } = interaction;
  const person = personOf(interaction);
  if (!person || !message || data?.custom_id === undefined) return null;
  if (data.component_type !== ComponentType.Button) return null;
  const buttons = (message.components ?? []).flatMap(({ components }) => components ?? []);
  const label = buttons.find(({ custom_id }) => custom_id === data.custom_id)?.label ?? data.custom_id;
  const direct = interaction.guild_id === undefined;
  // What only one person sees cannot be replied to.
  const replied = !direct && ((message.flags ?? 0) & MessageFlags.Ephemeral) === 0;
  return {
    conversation: addressOf(interaction.channel_id, interaction.guild_id),
    direct,
    actionKey: interaction.id,
    actionId: data.custom_id,
    label,
    sender: userOf(person, interaction.locale),
    reference: replied ? { replyTo: message.id } : {},
  };
}

/**
 * A slash command as a message to the direct conversation `channelId`: the answer holds figures, wherever the command
 * was given. Null for a command that is not served any more.
 */
export function toCommandMessage(interaction: DiscordInteraction, channelId: string): InboundMessage | null {
  const { data } = interaction;
  const person = personOf(interaction);
  const command = DISCORD_COMMANDS.find(({ name }) => name === data?.name);
  if (!command || !person) return null;
  const typed = data?.options?.find(({ name }) => name === command.option?.name)?.value;
  return {
    conversation: addressOf(channelId, undefined),
    direct: true,
    messageKey: `command:${interaction.id}`,
    sender: userOf(person, interaction.locale),
    text: command.toText(typeof typed === 'string' ? typed : ''),
    attachments: [],
    reference: {},
  };
}
