import { randomBytes } from 'node:crypto';
import { type APIMessage, ComponentType, GatewayDispatchEvents } from 'discord.js';
import { announceMessage, announceRemoval } from './events.js';
import type { Gateway } from './gateway.js';
import type { Interaction } from './interactions.js';
import { buildCommandInteraction, buildMessage, buildPressInteraction, buildUser } from './payloads.js';
import { type AwaitedReply, awaitReply, type Reply } from './replies.js';
import { snowflake } from './snowflake.js';
import type { Channel, Person, StoredMessage, World } from './world.js';

/** A file that somebody sends. */
export interface SentFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly size?: number;
  readonly trouble?: 'sign-in-page' | 'missing';
}

/** How somebody says something. */
export interface Saying {
  readonly files?: readonly SentFile[];
  /** The direct messages unless given; in the channel with the bot mentioned, or without. */
  readonly place?: 'direct' | 'mention' | 'channel';
  readonly author?: 'person' | 'bot' | 'other-bot' | 'webhook';
  /** Forwarded: the words and files are in a snapshot, the message itself is empty. */
  readonly forwarded?: boolean;
}

/** The people of the server, who write, press and read. */
export function createPeople(world: World, gateway: Gateway, interactions: Map<string, Interaction>) {
  const otherBot = buildUser('Beeper', { bot: true });
  const visibleOf = (channel: Channel) => [...channel.messages.values()];
  const own = (channel: Channel) =>
    visibleOf(channel).filter(({ payload }) => payload.author.id === world.bot.id);

  const placeOf = (person: Person, channel: Channel) => ({
    applicationId: world.applicationId,
    token: randomBytes(48).toString('base64url'),
    user: person.user,
    channelId: channel.id,
    guildId: channel.guildId,
    permissions: world.permissions.toString(),
  });

  const begin = (interaction: Interaction, deliveries: number) => {
    interactions.set(interaction.payload.id, interaction);
    for (let time = 0; time < deliveries; time += 1) {
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, 0, interaction.payload);
    }
    return interaction;
  };

  /** Whom the words name: https://docs.discord.com/developers/reference#message-formatting */
  const namedIn = (content: string) => {
    const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id));
    if (ids.size === 0) return [];
    return [world.bot, ...[...world.people.values()].map(({ user }) => user)].filter(({ id }) => ids.has(id));
  };
  const mentioned = (content: string) => namedIn(content).includes(world.bot);

  return {
    /** Somebody says something: in their direct messages, unless `place` says otherwise. */
    say(user: number, text: string, saying: Saying = {}) {
      const person = world.person(user);
      const channel = (saying.place ?? 'direct') === 'direct' ? person.channel : world.general;
      const content = saying.place === 'mention' ? `<@${world.bot.id}> ${text}` : text;
      const attachments = (saying.files ?? []).map(({ size, trouble, ...file }) =>
        world.attach(channel, file, { ...(size !== undefined && { size }), ...(trouble && { trouble }) }),
      );
      const author = { person: person.user, bot: world.bot, 'other-bot': otherBot, webhook: otherBot }[
        saying.author ?? 'person'
      ];
      const base = buildMessage({ channel_id: channel.id, author, content: '' });
      const { type, timestamp, edited_timestamp, flags, mention_roles, embeds } = base;
      const snapshot = {
        message: {
          type,
          timestamp,
          edited_timestamp,
          flags: flags ?? 0,
          mention_roles,
          embeds,
          content,
          mentions: [],
          attachments,
        },
      };
      const message: APIMessage = {
        ...base,
        ...(saying.forwarded
          ? {
              message_reference: { type: 1, channel_id: snowflake(), message_id: snowflake() },
              message_snapshots: [snapshot],
            }
          : { content, attachments }),
        mentions: namedIn(content),
        ...(saying.author === 'webhook' && { webhook_id: snowflake() }),
      };
      world.keep(channel, message);
      const event = GatewayDispatchEvents.MessageCreate;
      const deliver = () =>
        announceMessage(gateway, event, channel, message, {
          own: false,
          mentioned: mentioned(content),
        });
      deliver();
      return { messageId: message.id, channel, at: performance.now(), deliverAgain: deliver };
    },

    /** Somebody edits what they said. */
    edit(channel: Channel, messageId: string, text: string): void {
      const stored = world.message(channel, messageId);
      stored.payload = {
        ...stored.payload,
        content: text,
        mentions: namedIn(text),
        edited_timestamp: new Date().toISOString(),
      };
      const { payload } = stored;
      announceMessage(gateway, GatewayDispatchEvents.MessageUpdate, channel, payload, {
        own: false,
        mentioned: mentioned(text),
      });
    },

    /** Discord itself updates a message: a link got its preview. Nobody edited anything. */
    unfurl(channel: Channel, messageId: string): void {
      const stored = world.message(channel, messageId);
      stored.payload = {
        ...stored.payload,
        embeds: [{ title: 'A page' }],
      };
      announceMessage(gateway, GatewayDispatchEvents.MessageUpdate, channel, stored.payload, { own: false });
    },

    /** Somebody deletes what they said. */
    withdraw(channel: Channel, messageId: string): void {
      world.message(channel, messageId);
      world.remove(channel, messageId);
      announceRemoval(gateway, channel, messageId);
    },

    /**
     * Presses a button that can be seen in the conversation. The same press arrives `deliveries` times, and counts as
     * `agedMilliseconds` old for the three seconds that an answer may take.
     */
    press(
      user: number,
      customId: string,
      more: {
        readonly place?: 'direct' | 'channel';
        readonly deliveries?: number;
        readonly agedMilliseconds?: number;
      } = {},
    ) {
      const person = world.person(user);
      const channel = more.place === 'channel' ? world.general : person.channel;
      const message = own(channel).findLast((stored) => buttonsOf(stored).includes(customId));
      if (!message) throw new Error(`There is no button ${customId} to press.`);
      const payload = buildPressInteraction(placeOf(person, channel), message.payload, customId);
      const at = performance.now() - (more.agedMilliseconds ?? 0);
      return begin(
        { payload, person, channel, message, at, acknowledged: null, responses: [] },
        more.deliveries ?? 1,
      );
    },

    /** Gives a slash command that is registered. */
    command(
      user: number,
      name: string,
      commandOptions: Readonly<Record<string, string>> = {},
      place: 'direct' | 'channel' = 'direct',
    ) {
      const command = world.commands.find((one) => one.name === name);
      if (!command) throw new Error(`There is no command /${name}.`);
      const person = world.person(user);
      const channel = place === 'channel' ? world.general : person.channel;
      const payload = buildCommandInteraction(placeOf(person, channel), {
        id: command.id,
        name,
        options: commandOptions,
      });
      return begin(
        { payload, person, channel, message: null, at: performance.now(), acknowledged: null, responses: [] },
        1,
      );
    },

    /** The bot's messages in a person's direct conversation. */
    replies: (user: number): readonly StoredMessage[] => own(world.person(user).channel),
    /** The bot's messages in the server's channel that everybody sees. */
    inChannel: (): readonly StoredMessage[] => own(world.general).filter(({ ephemeral }) => !ephemeral),

    /**
     * What the bot answers to a person: everything after a message, once nothing has changed for a while and `until`
     * holds for the text. @throws Error when that does not happen in time
     */
    awaitReply: (user: number, wanted: AwaitedReply): Promise<Reply> =>
      awaitReply(world, world.person(user).channel, wanted),
  };
}

function buttonsOf({ payload }: StoredMessage): string[] {
  return (payload.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((button) => ('custom_id' in button ? [button.custom_id] : []))
      : [],
  );
}
