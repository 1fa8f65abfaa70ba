import {
  type APIApplicationCommandInteraction,
  type APIAttachment,
  type APIDMChannel,
  type APIGuildMember,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APITextChannel,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GuildMemberFlags,
  InteractionContextType,
  InteractionType,
  Locale,
  MessageType,
} from 'discord.js';
import { snowflake } from './snowflake.js';

/** https://docs.discord.com/developers/resources/user#user-object; the new names have the discriminator "0". */
export function buildUser(username: string, changes: Partial<APIUser> = {}): APIUser {
  return {
    id: snowflake(),
    username: username.toLowerCase().replaceAll(/[^a-z0-9_.]/g, '_'),
    discriminator: '0',
    global_name: username,
    avatar: null,
    ...changes,
  };
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
export function buildMember(): Omit<APIGuildMember, 'user'> {
  return {
    roles: [],
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    nick: null,
    avatar: null,
    banner: null,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
}

/** https://docs.discord.com/developers/resources/channel#channel-object-example-dm-channel */
export function buildDmChannel(id: string, recipient: APIUser): APIDMChannel {
  return { id, type: ChannelType.DM, last_message_id: null, recipients: [recipient], name: null };
}

/** https://docs.discord.com/developers/resources/channel#channel-object-example-guild-text-channel */
export function buildGuildChannel(id: string, guildId: string): APITextChannel {
  return {
    id,
    type: ChannelType.GuildText,
    guild_id: guildId,
    name: 'general',
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: [],
  };
}

/** https://docs.discord.com/developers/resources/message#message-object */
export function buildMessage(
  changes: Pick<APIMessage, 'channel_id' | 'author' | 'content'> & Partial<APIMessage>,
): APIMessage {
  return {
    id: snowflake(),
    type: MessageType.Default,
    timestamp: new Date().toISOString().replace('Z', '000+00:00'),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    ...changes,
  };
}

/** https://docs.discord.com/developers/resources/message#attachment-object */
export function buildAttachment(
  changes: Pick<APIAttachment, 'filename' | 'size' | 'url'> & Partial<APIAttachment>,
): APIAttachment {
  return { id: snowflake(), proxy_url: changes.url, ...changes };
}

/** Where an interaction happens and who began it. */
export interface InteractionPlace {
  readonly applicationId: string;
  readonly token: string;
  readonly user: APIUser;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly permissions: string;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function baseOf(place: InteractionPlace) {
  const { guildId, user, permissions } = place;
  return {
    id: snowflake(),
    application_id: place.applicationId,
    token: place.token,
    version: 1 as const,
    channel_id: place.channelId,
    app_permissions: permissions,
    locale: Locale.EnglishUS,
    entitlements: [],
    authorizing_integration_owners: { 0: guildId ?? '0' },
    attachment_size_limit: 10_485_760,
    ...(guildId === null
      ? { user, context: InteractionContextType.BotDM }
      : {
          guild_id: guildId,
          guild_locale: Locale.EnglishUS,
          member: { ...buildMember(), user, permissions },
          context: InteractionContextType.Guild,
        }),
  };
}

function partialChannel({ channelId: id, guildId }: InteractionPlace) {
  return guildId === null
    ? { id, type: ChannelType.DM as const }
    : { id, type: ChannelType.GuildText as const };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-application-command-data-structure */
export function buildCommandInteraction(
  place: InteractionPlace,
  command: { readonly id: string; readonly name: string; readonly options: Readonly<Record<string, string>> },
): APIApplicationCommandInteraction {
  const options = Object.entries(command.options).map(([name, value]) => ({
    type: ApplicationCommandOptionType.String as const,
    name,
    value,
  }));
  return {
    ...baseOf(place),
    type: InteractionType.ApplicationCommand,
    channel: partialChannel(place),
    data: {
      id: command.id,
      name: command.name,
      type: ApplicationCommandType.ChatInput,
      ...(options.length > 0 && { options }),
    },
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-message-component-data-structure */
export function buildPressInteraction(
  place: InteractionPlace,
  message: APIMessage,
  customId: string,
): APIMessageComponentInteraction {
  return {
    ...baseOf(place),
    type: InteractionType.MessageComponent,
    channel: partialChannel(place),
    message,
    data: { custom_id: customId, component_type: ComponentType.Button },
  };
}
