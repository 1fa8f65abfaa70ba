import { createDiscordAdapter } from '../../../adapters/discord/index.js';
import type { Adapter, CoreDoors } from '../../../adapters/shared/adapter.js';
import type { Logger } from '../../../src/core/ports/runtime.js';
import type { OpenAdapter } from '../../contract/adapter.js';
import type { Said } from '../../contract/adapter-subject.js';
import { type DiscordServer, type DiscordServerOptions, startDiscordServer } from './discord-server.js';
import type { Channel } from './world.js';

/** What people read: no markdown, no escapes, no zero-width spaces. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\\([^\w\s])/g, '$1')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|~~|[*_`])(\S(?:[\s\S]*?\S)?)\1/g, '$2')
    .replaceAll('\u200b', '');
}

/** An adapter that is connected to a server of its own. */
export async function openDiscord(
  dependencies: { readonly doors: CoreDoors; readonly log: Logger },
  options: DiscordServerOptions & { readonly times?: Parameters<typeof createDiscordAdapter>[2] } = {},
): Promise<{ readonly server: DiscordServer; readonly adapter: Adapter; close(): Promise<void> }> {
  const server = await startDiscordServer(options);
  const config = { token: server.token, apiUrl: server.apiUrl };
  const adapter = createDiscordAdapter(config, dependencies, options.times);
  try {
    await adapter.start();
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    server,
    adapter,
    async close() {
      await adapter.stop();
      await server.close();
    },
  };
}

/** Discord, as the contract of all adapters sees it. */
export const openDiscordSubject: OpenAdapter = async (doors, log, options) => {
  // The suite sets limits of its own, which a test can wait for.
  const server = await startDiscordServer({ limits: false });
  const token = options?.credentials === 'wrong' ? 'a.wrong.token' : server.token;
  const adapter = createDiscordAdapter({ token, apiUrl: server.apiUrl }, { doors, log });
  await adapter.start().catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const said = new Map<
    string,
    { readonly messageId: string; readonly channel: Channel; deliverAgain(): void }
  >();
  const wrote = (key: string) => {
    const known = said.get(key);
    if (!known) throw new Error(`Nothing was said under ${key}.`);
    return known;
  };
  return {
    adapter,
    target: { platform: 'discord', tenant: '', address: server.world.person(0).channel.id, reference: {} },
    redelivers: false,
    visible: () => server.replies(0).map(({ payload }) => plainWords(payload.content)),
    say: async (what) => {
      const known = what.key === undefined ? undefined : said.get(what.key);
      if (known) return known.deliverAgain();
      const sent = server.say(0, what.text, sayingOf(what));
      if (what.key !== undefined) said.set(what.key, sent);
    },
    change: async (key, text) => server.edit(wrote(key).channel, wrote(key).messageId, text),
    withdraw: async (key) => server.withdraw(wrote(key).channel, wrote(key).messageId),
    press: async (id, deliveries = 1) => {
      server.press(0, id, { deliveries });
    },
    sayUnknown: async () => {
      server.gateway.dispatch('LAMP_LIT', 0, { lamp: 'green' });
      return 'LAMP_LIT';
    },
    next: ({ times, ...fault }) => server.breakWrites(fault, times),
    // Not announced in headers, as some of Discord's limits are not: the SDK then runs into it.
    limit: (limit) => server.limitWrites({ ...limit, announced: false }),
    cut: () => server.gateway.drop(),
    refusals: () => server.limits.refusals,
    writes: () =>
      server.requests.filter(({ route, status }) => /(messages|message)$/.test(route) && status === 200)
        .length,
    async close() {
      await adapter.stop();
      await server.close();
    },
  };
};

function sayingOf({ files = [], from = 'person', place = 'direct' }: Said) {
  return {
    files: files.map(({ declaredSize, ...file }) => ({
      ...file,
      ...(declaredSize !== undefined && { size: declaredSize }),
    })),
    author: ({ person: 'person', self: 'bot', 'another-bot': 'other-bot' } as const)[from],
    place: ({ direct: 'direct', 'channel-mention': 'mention', channel: 'channel' } as const)[place],
  };
}
