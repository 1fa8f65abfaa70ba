import express from 'express';
import type { CoreDoors } from '../../adapters/shared/adapter.js';
import { parseMarkdown, plainText } from '../../adapters/shared/markdown/tree.js';
import { createTeamsAdapter, type TeamsAdapter } from '../../adapters/teams/index.js';
import { correlate } from '../../src/api/middleware/correlation.js';
import { answerError } from '../../src/api/mount.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../src/infrastructure/runtime/ids.js';
import { type Served, serve } from '../support/api/serve.js';
import { quietLog } from '../support/conversation/quiet.js';
import {
  changeActivity,
  executeActivity,
  messageActivity,
  otherActivity,
  type Setting,
} from '../support/teams/activities.js';
import { buttonsOf, sourceOf } from '../support/teams/conversations.js';
import { type BotEndpoint, startTeamsServer, type TeamsServer } from '../support/teams/server.js';
import type { AdapterSubject, Said } from './adapter-subject.js';

/** Teams as it stands behind the contract, with what only Teams' own tests look at. */
export interface TeamsSubject extends AdapterSubject {
  readonly server: TeamsServer;
  readonly endpoint: BotEndpoint;
}

const UNKNOWN_EVENT = 'commandResult';
/** Teams itself waits for 15 seconds. */
const ANSWER_MILLISECONDS = 2_000;

/** Opens the adapter on an Express app, with the error answers of the product's own. */
export async function openTeams(
  doors: CoreDoors,
  log: Logger,
  options: { readonly credentials?: 'wrong' } = {},
): Promise<TeamsSubject> {
  const server = await startTeamsServer();
  const appPassword = options.credentials === 'wrong' ? 'another secret' : server.registration.password;
  const adapter = createTeamsAdapter({ ...server.config, appPassword }, { doors, log });
  try {
    await adapter.start();
    return createSubject(server, adapter, await serveAdapter(adapter));
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Serves an adapter's endpoint as the API does. */
export function serveAdapter(adapter: TeamsAdapter): Promise<Served> {
  const app = express();
  app.use(correlate({ ids: randomIds, log: quietLog, clock: systemClock }));
  app.use(adapter.router);
  app.use(answerError(quietLog));
  return serve(app);
}

/** A message's markdown as people read it. */
function read(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((node) => plainText(node))
    .join(' ')
    .trim();
}

function createSubject(server: TeamsServer, adapter: TeamsAdapter, served: Served): TeamsSubject {
  const { connector, personal, channel, person, bot, login } = server;
  const endpoint = { url: `${served.url}/api/messages`, deadlineMilliseconds: ANSWER_MILLISECONDS };
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
    target: {
      platform: 'teams',
      tenant: personal.tenantId,
      address: personal.conversationId,
      reference: {
        conversation: {
          channelId: 'msteams',
          serviceUrl: personal.serviceUrl,
          bot: { id: bot.id, name: bot.name },
          conversation: { id: personal.conversationId, conversationType: 'personal' },
        },
      },
    },
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
      await adapter.stop();
      await served.close();
      await server.close();
    },
  };
}
