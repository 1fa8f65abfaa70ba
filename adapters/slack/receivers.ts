import {
  type App,
  ExpressReceiver,
  type ReceiverEvent,
  type Logger as SlackLogger,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import { SLACK_EVENTS_PATH } from './config.js';

/**
 * Socket Mode that acknowledges an event after it was stored, not before: Bolt acknowledges events first, and what
 * then fails would be lost. Without the acknowledgement Slack delivers again.
 */
class StoringSocketModeReceiver extends SocketModeReceiver {
  override init(app: App): void {
    const storing: App = Object.create(app, {
      processEvent: {
        value: (event: ReceiverEvent) => acknowledgeAfter(event, (held) => app.processEvent(held)),
      },
    });
    super.init(storing);
  }
}

/** Handles the event with its acknowledgement held back until the handling has succeeded. */
async function acknowledgeAfter(
  event: ReceiverEvent,
  handle: (event: ReceiverEvent) => Promise<void>,
): Promise<void> {
  const held: (() => Promise<void>)[] = [];
  await handle({
    ...event,
    ack: async (response) => {
      held.push(() => event.ack(response));
    },
  });
  for (const acknowledge of held) await acknowledge();
}

/** For one connection; it ends with it, and the next connection gets a receiver of its own. */
export function createSocketModeReceiver(options: {
  readonly appToken: string;
  readonly logger: SlackLogger;
  readonly clientOptions: webApi.WebClientOptions;
}): SocketModeReceiver {
  const { appToken, logger, clientOptions } = options;
  return new StoringSocketModeReceiver({
    appToken,
    logger,
    // Bolt's own reconnecting waits 5 s, and an unreachable API ends the process with an unhandled rejection.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    // A failure that is not acknowledged is delivered again.
    processEventErrorHandler: async () => false,
  });
}

/** HTTP events for the API's own Express app: signature and age checked, answered after the event was stored. */
export function createHttpReceiver(options: {
  readonly signingSecret: string;
  readonly logger: SlackLogger;
}): ExpressReceiver {
  return new ExpressReceiver({ ...options, endpoints: SLACK_EVENTS_PATH, processBeforeResponse: true });
}
