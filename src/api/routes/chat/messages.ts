import type { Request, Response } from 'express';
import { getSession } from '../../../core/conversation/get-session.js';
import type { ReceivedMessage } from '../../../core/conversation/receive-message.js';
import { sendSessionMessage } from '../../../core/conversation/send-session-message.js';
import type { TurnCompleted, TurnEvent } from '../../../core/ports/events.js';
import {
  type Caller,
  defineRoute,
  type RawReply,
  type RequestScope,
  type Route,
  reply,
} from '../../define-route.js';
import { claimKey } from '../../idempotency.js';
import { RequestError } from '../../problem.js';
import { problemTypes } from '../../problem-types.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { answerEvents } from '../../streaming/answer.js';
import { writeEventStream } from '../../streaming/event-stream.js';
import { presentReply, renderTurnEvent, resumeAfter } from '../../streaming/turn-events.js';
import * as schemas from './schemas.js';

const ROUTE = 'POST /api/chat/sessions/{id}/messages';
/** A cold model on a small machine takes its two minutes; a reply that waits for others may take longer. */
const REPLY_DEADLINE_MILLISECONDS = 240_000;
/** JSON of the longest message: each character may be an escape of six, and there are documents beside it. */
const BODY_LIMIT = 512 * 1024;
const MAX_TIMER_MILLISECONDS = 2 ** 31 - 1;

/** Messages to Matinee, and its replies in whichever way the client likes. */
export function createMessageRoutes(services: ApiServices): Route[] {
  return [messageRoute(services), eventsRoute(services)];
}

function messageRoute(services: ApiServices): Route {
  return defineRoute({
    method: 'post',
    path: '/api/chat/sessions/{id}/messages',
    operationId: 'sendMessage',
    tag: 'Chat',
    summary: 'Say something to Matinee',
    description:
      'With `Accept: text/event-stream` the reply streams as the events `started`, `progress`, `token` (text to append), and at the end `completed` (the whole text) or `failed`, each with an id; a `started` with a higher `attempt` voids what was shown. After a broken line send the same message with the same `Idempotency-Key` and the `Last-Event-ID`, or listen at `…/events`. For any other `Accept` the whole reply comes as JSON. A client that leaves for good stops the reply, unless others listen.',
    params: idParams,
    headers: schemas.messageHeaders,
    body: schemas.newMessage,
    bodyExample: { content: 'What can I do this weekend for under $30?' },
    bodyLimit: BODY_LIMIT,
    limit: 'message',
    deadline: null,
    responses: {
      200: {
        description: 'The reply.',
        schema: schemas.reply,
        alternatives: {
          'text/event-stream': 'Events `started`, `progress`, `token`, `completed`, `failed`.',
        },
      },
    },
    problems: { 504: 'The reply did not end in time; it goes on, and stands in the session later.' },
    handler: async ({ caller, params, headers, body, scope }) => {
      const key = headers['idempotency-key'];
      if (key !== undefined) {
        const fingerprint = JSON.stringify([params.id, body]);
        await claimKey(services.context, { userId: caller.userId, route: ROUTE, key, fingerprint });
      }
      const received = await sendSessionMessage(services.context, {
        userId: caller.userId,
        sessionId: params.id,
        content: body.content,
        messageKey: key === undefined ? services.context.ids.uuid() : `key:${key}`,
        ...(body.documentIds && { documentIds: body.documentIds }),
        ...(body.action && { action: body.action }),
      });
      if (wantsEvents(scope.request))
        return streamAnswer(services, received, headers['last-event-id'], scope);
      return reply(200, presentReply(await wholeAnswer(services, received, scope)));
    },
  });
}

/** Server-sent events are for those who name them; JSON is for everybody else, any type included. */
function wantsEvents(request: Request): boolean {
  return request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}

function streamAnswer(
  services: ApiServices,
  received: ReceivedMessage,
  lastEventId: string | undefined,
  { signal }: RequestScope,
): RawReply {
  const events = resumeAfter(answerEvents(services, received, signal), lastEventId);
  return {
    raw: (response) => writeEventStream(response, events, streamOptions(services, signal)),
  };
}

async function wholeAnswer(
  services: ApiServices,
  received: ReceivedMessage,
  scope: RequestScope,
): Promise<TurnCompleted> {
  const late = AbortSignal.timeout(REPLY_DEADLINE_MILLISECONDS);
  const signal = AbortSignal.any([scope.signal, late]);
  for await (const event of answerEvents(services, received, signal)) {
    if (event.kind === 'completed') return event;
    if (event.kind === 'failed') throw new RequestError(problemTypes.unavailable, event.code, event.message);
  }
  throw new RequestError(
    problemTypes.timeout,
    'REPLY_LATE',
    'The reply is taking long. It goes on; look into the conversation in a while.',
  );
}

function eventsRoute(services: ApiServices): Route {
  return defineRoute({
    method: 'get',
    path: '/api/chat/sessions/{id}/events',
    operationId: 'listenToSession',
    tag: 'Chat',
    summary: 'Listen to a conversation',
    description:
      'All replies of the conversation as they are written, whoever asked and in whichever process; a reply that is under way comes from its start, or after the `Last-Event-ID`. Open until the client leaves.',
    params: idParams,
    headers: schemas.eventHeaders,
    deadline: null,
    responses: {
      200: {
        description: 'Events `started`, `progress`, `token`, `completed`, `failed`, each with an id.',
        contentType: 'text/event-stream',
      },
    },
    handler: async ({ caller, params, headers, scope }) => {
      const { userId } = caller;
      await getSession(services.context, { userId, sessionId: params.id, limit: 1 });
      return {
        raw: (response) =>
          followSession(services, caller, params.id, response, headers['last-event-id'], scope),
      };
    },
  });
}

/** Writes a session's events until the client leaves or its token expires: it comes back with a fresh one. */
async function followSession(
  services: ApiServices,
  caller: Caller,
  sessionId: string,
  response: Response,
  lastEventId: string | undefined,
  scope: RequestScope,
): Promise<void> {
  const leave = services.audience.attend(sessionId);
  const lifetime = caller.tokenExpiresAt.getTime() - services.context.clock.now().getTime();
  const ended = new AbortController();
  const end = () => ended.abort();
  const timer = setTimeout(end, Math.min(Math.max(lifetime, 0), MAX_TIMER_MILLISECONDS));
  scope.signal.addEventListener('abort', end, { once: true });
  if (scope.signal.aborted) end();
  try {
    const { signal } = ended;
    const events = services.context.events.subscribe(sessionId, {
      signal,
      ...(lastEventId !== undefined && { after: lastEventId }),
    });
    await writeEventStream(response, events, streamOptions(services, signal));
  } finally {
    clearTimeout(timer);
    leave();
  }
}

function streamOptions({ context, options }: ApiServices, signal: AbortSignal) {
  const { streamingChat } = context.settings;
  return {
    signal,
    heartbeatMilliseconds: options.heartbeatMilliseconds,
    render: (event: TurnEvent) => renderTurnEvent(event, streamingChat),
  };
}
