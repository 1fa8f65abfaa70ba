import { createHmac } from 'node:crypto';
import type { Delivery } from './payloads.js';
import type { EventDoor } from './socket-mode.js';

/** https://docs.slack.dev/apis/events-api/#retries */
const RETRIES = 3;
const RETRY_MILLISECONDS = 60;
const ANSWER_MILLISECONDS = 3_000;

export interface HttpDoor extends EventDoor {
  /** Posts an event that nobody should believe. @returns the status it was answered with */
  forge(kind: 'unsigned' | 'forged' | 'stale', delivery: Delivery): Promise<number>;
  /** https://docs.slack.dev/reference/events/url_verification */
  verifyUrl(): Promise<{ readonly status: number; readonly text: string }>;
}

/** Commands and interactions are forms: https://docs.slack.dev/interactivity/handling-user-interaction */
function encode(delivery: Delivery): { readonly type: string; readonly body: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (delivery.kind) {
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(delivery.body) };
    case 'interactive':
      return { type: form, body: new URLSearchParams({ payload: JSON.stringify(delivery.body) }).toString() };
    case 'slash_commands':
      return {
        type: form,
        body: new URLSearchParams(
          Object.entries(delivery.body).map(([name, value]) => [name, String(value)]),
        ).toString(),
      };
  }
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
function signature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Events over HTTP, signed, repeated when they are not answered with success. */
export function createHttpDoor(url: string, signingSecret: string): HttpDoor {
  let response: unknown = null;

  const post = async (
    delivery: Delivery,
    headers: (body: string) => Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly text: string }> => {
    const { type, body } = encode(delivery);
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...headers(body),
      },
      body,
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    return { status: answer.status, text: await answer.text() };
  };

  const signed = (body: string, timestamp = Math.floor(Date.now() / 1000), secret = signingSecret) => ({
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature(secret, timestamp, body),
  });

  const send = async (delivery: Delivery, attempt: number): Promise<void> => {
    const retried: Record<string, string> =
      attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' };
    const answer = await post(delivery, (body) => ({ ...signed(body), ...retried })).catch(() => null);
    if (answer?.status === 200) {
      response = answer.text;
      return;
    }
    if (attempt >= RETRIES || delivery.kind !== 'events_api') return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    await send(delivery, attempt + 1);
  };

  return {
    deliver: (delivery) => send(delivery, 0),
    lastResponse: () => response,
    forge: async (kind, delivery) => {
      const old = Math.floor(Date.now() / 1000) - 6 * 60;
      const headers = {
        unsigned: () => ({}),
        forged: (body: string) => signed(body, undefined, 'another secret'),
        stale: (body: string) => signed(body, old),
      }[kind];
      return (await post(delivery, headers)).status;
    },
    verifyUrl: () =>
      post(
        { kind: 'events_api', body: { type: 'url_verification', token: 't', challenge: 'a-challenge' } },
        (body) => signed(body),
      ),
  };
}
