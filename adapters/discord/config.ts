import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';

/** Credentials of a Discord application, and where Discord's API is. */
export interface DiscordAdapterConfig {
  /** `DISCORD_TOKEN` of the bot. */
  readonly token: string;
  /** `DISCORD_API_URL`, for emulators and proxies; the gateway's address comes from it. */
  readonly apiUrl?: string;
  /** `DISCORD_SHARDS`: the part of the servers that this process hears; all of them unless given. */
  readonly shards?: DiscordShards;
}

/** Server `id` is heard by shard `(id >> 22) % count`, direct messages by shard 0. */
export interface DiscordShards {
  readonly ids: readonly number[];
  /** Of all processes together. */
  readonly count: number;
}

/**
 * The fewest intents: direct messages, and messages in servers that mention the bot. Neither needs the privileged
 * message content intent: https://docs.discord.com/developers/events/gateway#message-content-intent
 * Servers, channels and members are never asked for; an interaction comes without any intent.
 */
export const DISCORD_INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const;

/** What the invite link asks for; `manifest/discord` holds the same sum. */
export const DISCORD_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;

/** How long the adapter waits for what. */
export interface DiscordTimes {
  /** A request. */
  readonly callMilliseconds: number;
  /** The opening of the gateway's socket, and its closing. */
  readonly handshakeMilliseconds: number;
  /** From the start to READY. */
  readonly readyMilliseconds: number;
  /**
   * An interaction is answered after this, stored or not: Discord takes three seconds for a failure.
   * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response
   */
  readonly acknowledgeMilliseconds: number;
}

export const DISCORD_TIMES: DiscordTimes = {
  callMilliseconds: 15_000,
  handshakeMilliseconds: 5_000,
  readyMilliseconds: 30_000,
  acknowledgeMilliseconds: 1_500,
};
