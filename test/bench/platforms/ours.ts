import { createSlackAdapter } from '../../../adapters/slack/index.js';
import { createReplyStream } from '../../../src/core/conversation/reply-stream.js';
import { createPaces } from '../../../src/core/conversation/write-pace.js';
import { systemClock } from '../../../src/infrastructure/runtime/clock.js';
import { quietLog, quietMetrics } from '../../support/conversation/quiet.js';
import type { SlackServer } from '../../support/slack/server.js';
import { directChannelOf } from '../../support/slack/workspace.js';
import { flow } from './script.js';

/** Delivers a text to a person while it flows. @returns when it flowed out */
export type Deliver = (user: string, text: string, perSecond: number) => Promise<{ readonly flowed: number }>;

const unused = () => Promise.reject(new Error('Nothing comes in here.'));

/** The core's reply stream and the Slack adapter, as the product puts them together. */
export function createOurs(server: SlackServer): Deliver {
  const doors = {
    receiveMessage: unused,
    receiveAction: unused,
    editMessage: unused,
    withdrawMessage: unused,
    overview: unused,
  };
  const { platform } = createSlackAdapter(
    { botToken: server.workspace.botToken, signingSecret: server.signingSecret, apiUrl: server.apiUrl },
    { doors, log: quietLog },
  );
  const paces = createPaces();
  return async (user, text, perSecond) => {
    const address = directChannelOf(user);
    const tenant = server.workspace.teamId;
    const stream = createReplyStream({
      platform,
      target: { platform: platform.name, tenant, address, reference: { channel: address } },
      pace: paces.of(platform, `${tenant} ${address}`),
      clock: systemClock,
      log: quietLog,
      metrics: quietMetrics,
      key: user,
      posted: [],
      resumed: false,
      savePosted: async () => undefined,
      signal: AbortSignal.timeout(180_000),
    });
    for await (const soFar of flow(text, perSecond)) stream.show(soFar);
    const flowed = performance.now();
    await stream.finish(text);
    return { flowed };
  };
}
