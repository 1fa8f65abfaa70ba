import { MessageFlags, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Logger } from '../../src/core/ports/runtime.js';

/** People whose direct channel is remembered; the longest unused are forgotten first. */
const MAX_PEOPLE = 5_000;
/** An interaction's token lasts 15 minutes: https://docs.discord.com/developers/interactions/receiving-and-responding */
const TOKEN_MILLISECONDS = 15 * 60_000;
const TELL_MILLISECONDS = 10_000;

const CLOSED =
  'I can’t send you direct messages. Please allow them in this server’s privacy settings, then ask me again.';

/** Where somebody last asked in public, so that they can be told there what does not reach them in private. */
export type AskedAt =
  | { readonly kind: 'message'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'interaction'; readonly applicationId: string; readonly token: string };

/** The direct channels of people, and what is said where one is closed. */
export interface DirectChannels {
  /** The direct channel with somebody. @throws the SDK's errors */
  open(userId: string, signal: AbortSignal): Promise<string>;
  /** Somebody asked something in a server. */
  asked(userId: string, at: AskedAt): void;
  /** A direct channel takes no messages from the bot: its person is told where they asked, once for each time. */
  tellClosed(channelId: string): void;
}

export function createDirectChannels(options: { readonly rest: REST; readonly log: Logger }): DirectChannels {
  const { rest, log } = options;
  const channels = new Map<string, string>();
  const places = new Map<string, { readonly at: AskedAt; readonly time: number }>();

  const tell = async ({ at, time }: { readonly at: AskedAt; readonly time: number }) => {
    const signal = AbortSignal.timeout(TELL_MILLISECONDS);
    const body = { content: CLOSED, allowed_mentions: { parse: [], replied_user: false } };
    if (at.kind === 'message') {
      const reply = { message_id: at.messageId, fail_if_not_exists: false };
      await rest.post(Routes.channelMessages(at.channelId), {
        signal,
        body: { ...body, message_reference: reply },
      });
    } else if (performance.now() - time < TOKEN_MILLISECONDS) {
      const hidden = { ...body, flags: MessageFlags.Ephemeral };
      await rest.post(Routes.webhook(at.applicationId, at.token), { signal, auth: false, body: hidden });
    }
  };

  return {
    async open(userId, signal) {
      const known = channels.get(userId);
      const id =
        known ??
        z
          .object({ id: z.string() })
          .parse(await rest.post(Routes.userChannels(), { signal, body: { recipient_id: userId } })).id;
      remember(channels, userId, id);
      return id;
    },
    asked(userId, at) {
      remember(places, userId, { at, time: performance.now() });
    },
    tellClosed(channelId) {
      const [userId] = [...channels].find(([, id]) => id === channelId) ?? [];
      const place = userId === undefined ? undefined : places.get(userId);
      if (userId === undefined || !place) return;
      places.delete(userId);
      tell(place).catch((error: unknown) =>
        log.warn({ err: error }, 'somebody could not be told that their direct messages are closed'),
      );
    },
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > MAX_PEOPLE) map.delete(map.keys().next().value ?? '');
}
