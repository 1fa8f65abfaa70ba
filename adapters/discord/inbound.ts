import type { Attachment, ButtonInteraction, ChatInputCommandInteraction, Message, User } from 'discord.js';
import type {
  ConversationAddress,
  InboundActionPress,
  InboundAttachment,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';
import { DISCORD_COMMANDS } from './commands.js';

export const DISCORD = 'discord';

/** Users are the same person in every server, so identities have no tenant; conversations do. */
export function userOf(user: User, locale?: string): PlatformUser {
  return {
    platform: DISCORD,
    tenant: '',
    userId: user.id,
    displayName: user.globalName ?? user.username,
    ...(locale !== undefined && { locale }),
  };
}

export function addressOf(channelId: string, guildId: string | null): ConversationAddress {
  return { platform: DISCORD, tenant: guildId ?? '', address: channelId };
}

function attachmentOf(attachment: Attachment): InboundAttachment {
  return {
    id: attachment.id,
    fileName: attachment.name,
    contentType: attachment.contentType,
    size: attachment.size,
    source: { url: attachment.url },
  };
}

/** Text without the mention of the bot. */
export function plainInput(content: string, botId: string): string {
  return content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), '').trim();
}

/** A person's message in a direct conversation, or one that mentions the bot; null for everything else. */
export function toInboundMessage(message: Message, botId: string): InboundMessage | null {
  if (message.author.bot || message.system || message.webhookId !== null) return null;
  const direct = message.guildId === null;
  if (!direct && !message.mentions.users.has(botId)) return null;
  return {
    conversation: addressOf(message.channelId, message.guildId),
    direct,
    messageKey: message.id,
    sender: userOf(message.author),
    text: plainInput(message.content, botId),
    attachments: message.attachments.map(attachmentOf),
    reference: direct ? {} : { replyTo: message.id },
  };
}

/** A pressed button for the core. */
export function toActionPress(interaction: ButtonInteraction): InboundActionPress {
  const { channelId, guildId, customId, component } = interaction;
  return {
    conversation: addressOf(channelId, guildId),
    direct: guildId === null,
    actionKey: interaction.id,
    actionId: customId,
    label: 'label' in component ? (component.label ?? customId) : customId,
    sender: userOf(interaction.user, interaction.locale),
    reference: guildId === null ? {} : { replyTo: interaction.message.id },
  };
}

/**
 * A slash command as a message to the direct conversation `channelId`: the answer holds figures, wherever the command
 * was given. Null for a command that is not served any more.
 */
export function commandToMessage(
  interaction: ChatInputCommandInteraction,
  channelId: string,
): InboundMessage | null {
  const command = DISCORD_COMMANDS.find(({ name }) => name === interaction.commandName);
  if (!command) return null;
  const option = command.option ? (interaction.options.getString(command.option.name) ?? '') : '';
  return {
    conversation: addressOf(channelId, null),
    direct: true,
    messageKey: `command:${interaction.id}`,
    sender: userOf(interaction.user, interaction.locale),
    text: command.toText(option),
    attachments: [],
    reference: {},
  };
}
