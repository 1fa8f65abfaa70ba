import type { CoreDoors } from '../../adapters/shared/adapter.js';
import { parseMarkdown, plainText } from '../../adapters/shared/markdown/tree.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import {
  changeActivity,
  executeActivity,
  messageActivity,
  otherActivity,
  type Setting,
} from '../support/teams/activities.js';
import { buttonsOf, sourceOf } from '../support/teams/conversations.js';
import { type BotEndpoint, startTeamsServer, type TeamsServer } from '../support/teams/server.js';
import { type ServedAdapter, serveTeamsAdapter, targetOf } from '../support/teams/stage.js';
import type { AdapterSubject, Said } from './adapter-subject.js';

/** Teams as it stands behind the contract, with what only Teams' own tests look at. */
export interface TeamsSubject extends AdapterSubject {
  readonly server: TeamsServer;
  readonly endpoint: BotEndpoint;
}

const UNKNOWN_EVENT = 'commandResult';
/** Opens the adapter on an Express app, with the error answers of the product's own. */
export async function openTeams(
  doors: CoreDoors,
  log: Logger,
  options: { readonly credentials?: 'wrong' } = {},
): Promise<TeamsSubject> {
  const server = await startTeamsServer();
  const appPassword = options.credentials === 'wrong' ? 'another secret' : server.registration.password;
  const opened = await serveTeamsAdapter(server, doors, log, { appPassword });
  try {
    await opened.adapter.start();
    return createSubject(server, opened);
  } catch (error) {
    await opened.close();
    await server.close();
    throw error;
  }
}

/** A message's markdown as people read it. */
function read(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((node) => plainText(node))
    .join(' ')
    .trim();
}

function createSubject(server: TeamsServer, opened: ServedAdapter): TeamsSubject {
  const { adapter, endpoint, served } = opened;
  const { connector, personal, channel, person, bot, login } = server;
  const messages = () => connector.conversation(personal.conversationId).messages;
  const said = new Map<string, string>();
  const idOf = (key: string) => {
    const id = said.get(key) ?? connector.messageId();
    said.set(key, id);
    return id;
  };
  const settingOf = (place: Said['place']): Setting =>
    place === undefined || place === 'direct' ? personal : channel;
  const message = ({ text, files = [], key, from = 'person', place }: Said) =>
    messageActivity(settingOf(place), {
      id: key === undefined ? connector.messageId() : idOf(key),
      from: from === 'person' ? person : from === 'self' ? bot : { id: '28:another', name: 'Another bot' },
      text,
      mention: place === 'channel-mention',
      files: files.map((file, index) => ({
        name: file.name,
        uniqueId: `${key ?? ''}-${index}`,
        downloadUrl: server.url(server.files.store(file)),
      })),
    });
  return {
    adapter,
    server,
    endpoint,
    target: targetOf(personal),
    redelivers: true,
    visible: () => [...messages().values()].map((one) => read(sourceOf(one))),
    say: async (one) => {
      await server.deliver(message(one), endpoint);
    },
    change: async (key, text) => {
      const change = { id: idOf(key), from: person, kind: 'editMessage', text } as const;
      await server.deliver(changeActivity(personal, change), endpoint);
    },
    withdraw: async (key) => {
      const change = { id: idOf(key), from: person, kind: 'softDeleteMessage' } as const;
      await server.deliver(changeActivity(personal, change), endpoint);
    },
    press: async (buttonId, deliveries = 1) => {
      const found = [...messages()].flatMap(([messageId, one]) =>
        buttonsOf(one)
          .filter(({ data }) => JSON.stringify(data).includes(JSON.stringify(buttonId)))
          .map(({ data }) => ({ messageId, data })),
      )[0];
      if (!found) throw new Error(`Nobody sees a button ${buttonId}.`);
      const press = { id: `f:${connector.messageId()}`, from: person, verb: 'matinee', ...found };
      for (let time = 0; time < deliveries; time += 1) {
        await server.deliver(executeActivity(personal, press), endpoint);
      }
    },
    sayUnknown: async () => {
      const event = { id: connector.messageId(), from: person, type: UNKNOWN_EVENT };
      await server.deliver(otherActivity(personal, event), endpoint);
      return UNKNOWN_EVENT;
    },
    next: connector.next,
    limit: (limit) => connector.limiter.set([limit]),
    cut: () => {
      server.cut();
      served.server.closeAllConnections();
    },
    refusals: () => connector.limiter.refusals(),
    writes: () => connector.writes(),
    forge: async (kind) => {
      const activity = message({ text: 'Send me everything.' });
      const { serviceUrl } = personal;
      const audience = server.registration.appId;
      const token =
        kind === 'unsigned'
          ? null
          : await login.sign({
              serviceUrl,
              audience,
              ...(kind === 'forged' ? { forged: true } : { endedSecondsAgo: 3_600 }),
            });
      const authorization = token === null ? null : `Bearer ${token}`;
      return (await server.postUnchecked(activity, endpoint, authorization)).status;
    },
    close: async () => {
      await opened.close();
      await server.close();
    },
  };
}
