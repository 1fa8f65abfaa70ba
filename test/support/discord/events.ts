import { type APIMessage, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import type { Gateway } from './gateway.js';
import { buildMember } from './payloads.js';
import type { Channel, StoredMessage } from './world.js';

const DIRECT = GatewayIntentBits.DirectMessages;
const GUILD = GatewayIntentBits.GuildMessages;

/** Tells the gateway's sessions what the bot did; its own messages come back to it, as at Discord. */
export function announce(
  gateway: Gateway,
  kind: 'created' | 'changed' | 'removed',
  channel: Channel,
  stored: StoredMessage,
): void {
  if (kind === 'removed') {
    announceRemoval(gateway, channel, stored.payload.id);
    return;
  }
  const event =
    kind === 'created' ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
  announceMessage(gateway, event, channel, stored.payload, { nonce: stored.nonce, own: true });
}

/** Tells of a deletion. */
export function announceRemoval(gateway: Gateway, channel: Channel, id: string): void {
  // https://docs.discord.com/developers/events/gateway-events#message-delete
  gateway.dispatch(GatewayDispatchEvents.MessageDelete, channel.guildId === null ? DIRECT : GUILD, {
    id,
    channel_id: channel.id,
    ...(channel.guildId !== null && { guild_id: channel.guildId }),
  });
}

/**
 * https://docs.discord.com/developers/events/gateway-events#message-create. Without the message content intent, what
 * people write in channels is empty unless it mentions the bot: https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function announceMessage(
  gateway: Gateway,
  event: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate,
  channel: Channel,
  message: APIMessage,
  more: { readonly nonce?: string | null; readonly own: boolean; readonly mentioned?: boolean },
): void {
  const direct = channel.guildId === null;
  const readable = direct || more.own || more.mentioned === true;
  const data = {
    ...message,
    ...(more.nonce != null && { nonce: more.nonce }),
    channel_type: direct ? 1 : 0,
    ...(!direct && { guild_id: channel.guildId, member: buildMember() }),
  };
  gateway.dispatchTo(event, direct ? DIRECT : GUILD, (intents) =>
    readable || (intents & GatewayIntentBits.MessageContent) !== 0
      ? data
      : { ...data, content: '', attachments: [], embeds: [], components: [] },
  );
}
