import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';

/** Credentials of a Discord application, and where Discord's API is. */
export interface DiscordAdapterConfig {
  /** `DISCORD_TOKEN` of the bot. */
  readonly token: string;
  /** `DISCORD_API_URL`, for emulators and proxies; the gateway's address comes from it. */
  readonly apiUrl?: string;
}

/**
 * The fewest intents: direct messages, and messages in servers that mention the bot. Neither needs the privileged
 * message content intent: https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export const DISCORD_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

/** What the invite link asks for; `manifest/discord` holds the same sum. */
export const DISCORD_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;
