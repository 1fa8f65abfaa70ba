import { setTimeout as sleep } from 'node:timers/promises';
import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { CoreDoors } from '../shared/adapter.js';
import type { DirectChannels } from './direct-channels.js';
import { isAnswer } from './errors.js';
import { type DiscordInteraction, personOf, toActionPress, toCommandMessage } from './inbound.js';

const CALL_MILLISECONDS = 10_000;

const WORDS = {
  here: 'One moment.',
  // A link to a channel opens it: https://docs.discord.com/developers/reference#message-formatting
  direct: (channelId: string) =>
    `I answer you in our [direct messages](https://discord.com/channels/@me/${channelId}).`,
  lost: 'That did not get through to me. Please try it once more.',
  old: 'That is no longer something I do. Please just tell me in words what you’d like.',
};

/** What an interaction became: the words for whoever began it, or null where there is nothing to say. */
type Outcome = { readonly words: string | null };

/** Takes slash commands and pressed buttons: stored first, answered within three seconds whatever happens. */
export function createInteractionDesk(options: {
  readonly rest: REST;
  readonly doors: CoreDoors;
  readonly direct: DirectChannels;
  readonly log: Logger;
  readonly acknowledgeMilliseconds: number;
}): (interaction: DiscordInteraction) => Promise<void> {
  const { rest, doors, direct, log } = options;
  const signal = () => AbortSignal.timeout(CALL_MILLISECONDS);

  const press = async (interaction: DiscordInteraction): Promise<Outcome> => {
    const pressed = toActionPress(interaction);
    if (!pressed) return { words: WORDS.old };
    await doors.receiveAction(pressed);
    return { words: null };
  };

  const command = async (interaction: DiscordInteraction): Promise<Outcome> => {
    const person = personOf(interaction);
    const public_ = interaction.guild_id !== undefined;
    if (!person) return { words: WORDS.old };
    const channelId = public_ ? await direct.open(person.id, signal()) : interaction.channel_id;
    if (public_) {
      const { application_id: applicationId, token } = interaction;
      direct.asked(person.id, { kind: 'interaction', applicationId, token });
    }
    const message = toCommandMessage(interaction, channelId);
    if (!message) return { words: WORDS.old };
    await doors.receiveMessage(message);
    return { words: public_ ? WORDS.direct(channelId) : WORDS.here };
  };

  /** The one answer that an interaction takes. A repeat, or one that came too late, is refused and does no harm. */
  const respond = async (
    { id, token }: DiscordInteraction,
    type: InteractionResponseType,
    words?: string,
  ) => {
    const data = words === undefined ? undefined : ephemeral(words);
    const body = { type, ...(data && { data }) };
    const send = () =>
      rest.post(Routes.interactionCallback(id, token), { auth: false, signal: signal(), body });
    try {
      await send().catch((error: unknown) => {
        if (isSettled(error)) throw error;
        // A break on the way is made up for while there is time.
        return send();
      });
    } catch (error) {
      if (!isSettled(error)) throw error;
      log.debug({ interaction: id }, 'an interaction was answered before, or too late');
    }
  };

  const hurry = async (interaction: DiscordInteraction, work: Promise<Outcome>) => {
    const { DeferredMessageUpdate, DeferredChannelMessageWithSource } = InteractionResponseType;
    const pressed = interaction.type === InteractionType.MessageComponent;
    if (pressed) await respond(interaction, DeferredMessageUpdate);
    else await respond(interaction, DeferredChannelMessageWithSource, '');
    const { words } = await work;
    const { application_id: application, token } = interaction;
    if (words === null) return;
    const call = { auth: false, signal: signal(), body: ephemeral(words) };
    if (pressed) await rest.post(Routes.webhook(application, token), call);
    else await rest.patch(Routes.webhookMessage(application, token, '@original'), call);
  };

  return async (interaction) => {
    const pressed = interaction.type === InteractionType.MessageComponent;
    const work = (pressed ? press(interaction) : command(interaction)).catch((error: unknown): Outcome => {
      log.error({ err: error, event: 'interaction' }, 'a Discord event could not be taken');
      return { words: WORDS.lost };
    });
    const done = await within(work, options.acknowledgeMilliseconds);
    if (done === null) return hurry(interaction, work);
    if (done.words === null) return respond(interaction, InteractionResponseType.DeferredMessageUpdate);
    return respond(interaction, InteractionResponseType.ChannelMessageWithSource, done.words);
  };
}

/** Words that only their reader sees. */
function ephemeral(words: string) {
  return {
    ...(words !== '' && { content: words }),
    allowed_mentions: { parse: [] },
    flags: MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds,
  };
}

function isSettled(error: unknown): boolean {
  return (
    isAnswer(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) ||
    isAnswer(error, RESTJSONErrorCodes.UnknownInteraction)
  );
}

/** What the work gives, or null when it takes longer. */
async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  const done = new AbortController();
  try {
    return await Promise.race([work, sleep(milliseconds, null, { signal: done.signal })]);
  } finally {
    done.abort();
  }
}
