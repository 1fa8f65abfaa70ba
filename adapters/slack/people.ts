import { z } from 'zod';
import type { PlatformUser } from '../../src/core/ports/chat-platform.js';
import { userOf } from './inbound.js';
import type { SlackWorkspaces } from './workspaces.js';

/** Slack wants an acknowledgement within 3 s; a name is not worth that. */
const MILLISECONDS = 1_000;
const REMEMBERED = 2_000;

/** https://docs.slack.dev/reference/objects/user-object */
const answer = z.object({
  user: z.object({
    tz: z.string().nullish(),
    locale: z.string().nullish(),
    real_name: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish() }).optional(),
  }),
});

/** Who somebody is. */
export type DescribePerson = (teamId: string, userId: string) => Promise<PlatformUser>;

/**
 * People with their name, language and time zone, as far as Slack says so in time; asked once per person. Who Slack says
 * nothing about is described by their id.
 */
export function createPeople(workspaces: SlackWorkspaces): DescribePerson {
  const known = new Map<string, Promise<PlatformUser>>();
  const ask = async (teamId: string, userId: string): Promise<PlatformUser> => {
    const client = await workspaces.clientOf(teamId);
    const { user } = answer.parse(await client.users.info({ user: userId, include_locale: true }));
    return {
      ...userOf(teamId, userId, user.profile?.display_name || user.real_name || null),
      ...(user.locale && { locale: user.locale }),
      ...(user.tz && { timeZone: user.tz }),
    };
  };
  return (teamId, userId) => {
    const key = `${teamId}:${userId}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const nameless = userOf(teamId, userId);
    const described = inTime(
      ask(teamId, userId).catch(() => nameless),
      nameless,
    );
    known.set(key, described);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? '');
    return described;
  };
}

function inTime<T>(work: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), MILLISECONDS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
