import { RESTJSONErrorCodes } from 'discord.js';
import { type Desk, noContent, ok, type Request, type Route, removeMessage } from './desk.js';
import { type MessageForm, readCommands, readMessage, readRecipient, refuseEmpty } from './forms.js';
import { INTERACTION_ROUTES } from './interactions.js';
import { buildDmChannel, buildGuildChannel } from './payloads.js';
import { type Answer, cannotMessageUser, notSnowflake, Refusal, unauthorized, unknown } from './problems.js';
import { snowflake } from './snowflake.js';
import type { Channel, StoredMessage, World } from './world.js';

function channelOf(desk: Desk, id: string): Channel {
  if (!/^\d{17,20}$/.test(id)) throw notSnowflake('channel_id', id);
  const channel = desk.world.channel(id);
  desk.world.demand(channel, 'ViewChannel');
  return channel;
}

function messageOf(desk: Desk, channel: Channel, id: string): StoredMessage {
  if (!/^\d{17,20}$/.test(id)) throw notSnowflake('message_id', id);
  const stored = desk.world.message(channel, id);
  // What only one person sees is out of reach for the channel's own routes.
  if (stored.ephemeral) throw unknown.message();
  return stored;
}

function ownMessageOf(desk: Desk, channel: Channel, id: string): StoredMessage {
  const stored = messageOf(desk, channel, id);
  if (stored.payload.author.id === desk.world.bot.id) return stored;
  throw new Refusal(
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  );
}

function createMessage(desk: Desk, request: Request, channelId: string): Answer {
  const { world } = desk;
  const channel = channelOf(desk, channelId);
  if (channel.person && !channel.person.acceptsDirect) throw cannotMessageUser();
  world.demand(channel, 'SendMessages');
  const form = readMessage(request.body, request.files);
  refuseEmpty(form, request.files);
  if (request.files.length > 0) world.demand(channel, 'AttachFiles');
  checkReference(world, channel, form);
  const repeated = world.repeated(channel, form);
  if (repeated) return ok({ ...repeated.payload, nonce: repeated.nonce });
  const stored = world.post(channel, form, request.files);
  desk.announce('created', channel, stored);
  return ok({ ...stored.payload, ...(form.nonce !== undefined && { nonce: form.nonce }) });
}

/** Replies need READ_MESSAGE_HISTORY: https://docs.discord.com/developers/resources/message#message-reference */
function checkReference(world: World, channel: Channel, form: MessageForm): void {
  const reference = form.message_reference;
  if (!reference) return;
  world.demand(channel, 'ReadMessageHistory');
  if (channel.messages.has(reference.message_id) || reference.fail_if_not_exists === false) return;
  throw new Refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', {
    message_reference: {
      _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }],
    },
  });
}

const ROUTES: readonly Route[] = [
  ...INTERACTION_ROUTES,
  {
    // https://docs.discord.com/developers/events/gateway#get-gateway-bot
    name: 'GET gateway',
    method: 'GET',
    path: /^\/gateway\/bot$/,
    handle: (desk) =>
      ok({
        url: desk.gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1_000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  {
    name: 'GET user',
    method: 'GET',
    path: /^\/users\/@me$/,
    handle: ({ world }) => ok({ ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 }),
  },
  {
    // https://docs.discord.com/developers/resources/user#create-dm
    name: 'POST user channels',
    method: 'POST',
    path: /^\/users\/@me\/channels$/,
    handle: ({ world }, { body }) => {
      const { recipient_id: id } = readRecipient(body);
      const person = [...world.people.values()].find(({ user }) => user.id === id);
      if (!person) throw unknown.user();
      return ok(buildDmChannel(person.channel.id, person.user));
    },
  },
  {
    // https://docs.discord.com/developers/interactions/application-commands#bulk-overwrite-global-application-commands
    name: 'PUT commands',
    method: 'PUT',
    path: /^\/applications\/(\d+)\/commands$/,
    handle: ({ world }, { body }, [application]) => {
      if (application !== world.applicationId)
        throw new Refusal(403, 20_012, 'You are not authorized to perform this action on this application');
      world.commands = readCommands(body).map((command) => ({
        id: snowflake(),
        application_id: world.applicationId,
        version: snowflake(),
        ...command,
      }));
      return ok(world.commands);
    },
  },
  {
    name: 'GET channel',
    method: 'GET',
    path: /^\/channels\/([^/]+)$/,
    handle: (desk, _request, [id = '']) => {
      const channel = channelOf(desk, id);
      return ok(
        channel.person
          ? buildDmChannel(channel.id, channel.person.user)
          : buildGuildChannel(channel.id, channel.guildId ?? ''),
      );
    },
  },
  {
    name: 'GET messages',
    method: 'GET',
    path: /^\/channels\/([^/]+)\/messages$/,
    handle: (desk, { query }, [id = '']) => {
      const channel = channelOf(desk, id);
      desk.world.demand(channel, 'ReadMessageHistory');
      const limit = Number(query.get('limit') ?? 50);
      const visible = [...channel.messages.values()].filter(({ ephemeral }) => !ephemeral);
      return ok(
        visible
          .slice(-limit)
          .reverse()
          .map((stored) => desk.world.fetched(stored)),
      );
    },
  },
  {
    name: 'GET message',
    method: 'GET',
    path: /^\/channels\/([^/]+)\/messages\/([^/]+)$/,
    handle: (desk, _request, [id = '', message = '']) => {
      const channel = channelOf(desk, id);
      desk.world.demand(channel, 'ReadMessageHistory');
      return ok(desk.world.fetched(messageOf(desk, channel, message)));
    },
  },
  {
    name: 'POST messages',
    method: 'POST',
    path: /^\/channels\/([^/]+)\/messages$/,
    handle: (desk, request, [id = '']) => createMessage(desk, request, id),
  },
  {
    name: 'PATCH message',
    method: 'PATCH',
    path: /^\/channels\/([^/]+)\/messages\/([^/]+)$/,
    handle: (desk, request, [id = '', message = '']) => {
      const channel = channelOf(desk, id);
      const stored = ownMessageOf(desk, channel, message);
      const form = readMessage(request.body, request.files);
      desk.world.rewrite(channel, stored, form, request.files);
      desk.announce('changed', channel, stored);
      return ok(stored.payload);
    },
  },
  {
    name: 'DELETE message',
    method: 'DELETE',
    path: /^\/channels\/([^/]+)\/messages\/([^/]+)$/,
    handle: (desk, _request, [id = '', message = '']) => {
      const channel = channelOf(desk, id);
      return removeMessage(desk, channel, ownMessageOf(desk, channel, message));
    },
  },
  {
    // https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
    name: 'POST typing',
    method: 'POST',
    path: /^\/channels\/([^/]+)\/typing$/,
    handle: (desk, _request, [id = '']) => {
      const channel = channelOf(desk, id);
      desk.world.demand(channel, 'SendMessages');
      desk.typed(channel);
      return noContent;
    },
  },
];

/** A route that a request matched. */
export interface Match {
  readonly name: string;
  /** What the route's limit counts by: the channel, or the webhook with its token. */
  readonly major: string;
  /** @throws Refusal */
  readonly run: (desk: Desk, request: Request) => Answer;
}

/** Finds the route of a request under `/api/v10`; null where Discord has none. */
export function findRoute(method: string, path: string): Match | null {
  for (const route of ROUTES) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (!found) continue;
    const parameters = found.slice(1).map((part) => decodeURIComponent(part ?? ''));
    return {
      name: route.name,
      major: parameters[0] ?? '',
      run: (desk, request) => {
        if (!route.open && request.authorization !== `Bot ${desk.token}`) throw unauthorized();
        return route.handle(desk, request, parameters);
      },
    };
  }
  return null;
}
