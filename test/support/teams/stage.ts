import express from 'express';
import type { CoreDoors } from '../../../adapters/shared/adapter.js';
import { createTeamsAdapter, type TeamsAdapter } from '../../../adapters/teams/index.js';
import { correlate } from '../../../src/api/middleware/correlation.js';
import { answerError } from '../../../src/api/mount.js';
import type { ReplyTarget } from '../../../src/core/ports/chat-platform.js';
import type { Logger } from '../../../src/core/ports/runtime.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../../src/infrastructure/runtime/ids.js';
import { type Served, serve } from '../api/serve.js';
import { quietLog } from '../conversation/quiet.js';
import type { Setting } from './activities.js';
import type { BotEndpoint, TeamsServer } from './server.js';

/** Teams itself waits for 15 seconds. */
const ANSWER_MILLISECONDS = 2_000;

/** An adapter whose endpoint is served as the API serves it. */
export interface ServedAdapter {
  readonly adapter: TeamsAdapter;
  readonly endpoint: BotEndpoint;
  readonly served: Served;
  close(): Promise<void>;
}

/** Serves an adapter's endpoint, with the error answers of the product's own. */
export async function serveTeamsAdapter(
  server: TeamsServer,
  doors: CoreDoors,
  log: Logger = quietLog,
  config: Partial<TeamsServer['config']> = {},
): Promise<ServedAdapter> {
  const adapter = createTeamsAdapter({ ...server.config, ...config }, { doors, log });
  const app = express();
  app.use(correlate({ ids: randomIds, log: quietLog, clock: systemClock }));
  app.use(adapter.router);
  app.use(answerError(quietLog));
  const served = await serve(app);
  return {
    adapter,
    served,
    endpoint: { url: `${served.url}/api/messages`, deadlineMilliseconds: ANSWER_MILLISECONDS },
    close: async () => {
      await adapter.stop();
      await served.close();
    },
  };
}

/** A conversation as the core has stored it. */
export function targetOf(setting: Setting): ReplyTarget {
  const { tenantId, conversationId, conversationType, serviceUrl, bot } = setting;
  return {
    platform: 'teams',
    tenant: tenantId,
    address: conversationId,
    reference: {
      conversation: {
        channelId: 'msteams',
        serviceUrl,
        bot: { id: bot.id, name: bot.name },
        conversation: { id: conversationId, conversationType },
      },
    },
  };
}
