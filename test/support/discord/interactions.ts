import {
  type APIInteraction,
  InteractionResponseType,
  MessageFlags,
  MessageType,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type Desk, noContent, ok, type Request, type Route, removeMessage } from './desk.js';
import { type MessageForm, readCallback, readMessage, refuseEmpty, type Upload } from './forms.js';
import { type Answer, alreadyAcknowledged, Refusal, unknown } from './problems.js';
import type { Channel, Person, StoredMessage } from './world.js';

/** "You must send an initial response within 3 seconds"; tokens last 15 minutes: https://docs.discord.com/developers/interactions/receiving-and-responding */
const RESPONSE_MILLISECONDS = 3_000;
const TOKEN_MILLISECONDS = 15 * 60_000;

/** An interaction and what became of it. */
export interface Interaction {
  readonly payload: APIInteraction;
  readonly person: Person;
  readonly channel: Channel;
  /** The message whose button was pressed. */
  readonly message: StoredMessage | null;
  readonly at: number;
  /** How it was answered, and after how many milliseconds; null while it was not. */
  acknowledged: { readonly type: InteractionResponseType; readonly after: number } | null;
  /** Messages that answer it, the original response first. */
  readonly responses: StoredMessage[];
}

function interactionOf(desk: Desk, token: string): Interaction {
  const found = [...desk.interactions.values()].find(({ payload }) => payload.token === token);
  if (!found?.acknowledged) throw unknown.webhook();
  if (performance.now() - found.at > TOKEN_MILLISECONDS) {
    throw new Refusal(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token');
  }
  return found;
}

function responseOf(interaction: Interaction, id: string): StoredMessage {
  const found =
    id === '@original'
      ? interaction.responses[0]
      : interaction.responses.find(({ payload }) => payload.id === id);
  if (!found) throw unknown.message();
  return found;
}

/** A message of the bot that answers an interaction. */
function respond(
  desk: Desk,
  interaction: Interaction,
  form: MessageForm,
  files: readonly Upload[],
  flags = 0,
): StoredMessage {
  const { world } = desk;
  const stored = world.post(interaction.channel, form, files, {
    type: MessageType.ChatInputCommand,
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    flags,
  });
  interaction.responses.push(stored);
  if (!stored.ephemeral) desk.announce('created', interaction.channel, stored);
  return stored;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response */
function callback(desk: Desk, request: Request, id: string, token: string): Answer {
  const interaction = desk.interactions.get(id);
  if (interaction?.payload.token !== token) throw unknown.interaction();
  if (interaction.acknowledged) throw alreadyAcknowledged();
  const after = performance.now() - interaction.at;
  if (after > RESPONSE_MILLISECONDS) throw unknown.interaction();
  const { type, data } = readCallback(request.body);
  if (type === InteractionResponseType.ChannelMessageWithSource) {
    const form = readMessage(data ?? {}, request.files);
    refuseEmpty(form, request.files);
    respond(desk, interaction, form, request.files);
  } else if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
    const flags = (data?.flags ?? 0) & MessageFlags.Ephemeral;
    respond(desk, interaction, {}, [], MessageFlags.Loading | flags);
  } else if (type === InteractionResponseType.UpdateMessage && interaction.message) {
    desk.world.rewrite(
      interaction.channel,
      interaction.message,
      readMessage(data ?? {}, request.files),
      request.files,
    );
  } else if (type !== InteractionResponseType.DeferredMessageUpdate || !interaction.message) {
    throw new Refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body');
  }
  if (interaction.message && interaction.responses.length === 0)
    interaction.responses.push(interaction.message);
  interaction.acknowledged = { type, after };
  return request.query.get('with_response') === 'true'
    ? ok({ interaction: { id, type: interaction.payload.type } })
    : noContent;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message */
function followUp(desk: Desk, request: Request, token: string): Answer {
  const interaction = interactionOf(desk, token);
  const form = readMessage(request.body, request.files);
  refuseEmpty(form, request.files);
  return ok(respond(desk, interaction, form, request.files).payload);
}

function editResponse(desk: Desk, request: Request, token: string, id: string): Answer {
  const interaction = interactionOf(desk, token);
  const stored = responseOf(interaction, id);
  const form = readMessage(request.body, request.files);
  desk.world.rewrite(interaction.channel, stored, form, request.files);
  stored.payload.flags = (stored.payload.flags ?? 0) & ~MessageFlags.Loading;
  return ok(stored.payload);
}

/** What an interaction's own token opens. */
export const INTERACTION_ROUTES: readonly Route[] = [
  {
    name: 'POST callback',
    method: 'POST',
    path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    open: true,
    handle: (desk, request, [id = '', token = '']) => callback(desk, request, id, token),
  },
  {
    name: 'POST webhook',
    method: 'POST',
    path: /^\/webhooks\/\d+\/([^/]+)$/,
    open: true,
    handle: (desk, request, [token = '']) => followUp(desk, request, token),
  },
  {
    name: 'PATCH webhook message',
    method: 'PATCH',
    path: /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
    open: true,
    handle: (desk, request, [token = '', id = '']) => editResponse(desk, request, token, id),
  },
  {
    name: 'DELETE webhook message',
    method: 'DELETE',
    path: /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
    open: true,
    handle: (desk, _request, [token = '', id = '']) => {
      const { channel, responses } = interactionOf(desk, token);
      const stored = responses.find(({ payload }) => id === '@original' || payload.id === id);
      if (!stored) throw unknown.message();
      return removeMessage(desk, channel, stored);
    },
  },
];
