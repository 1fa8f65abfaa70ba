import { z } from 'zod';
import { cancelTurn } from '../../core/conversation/cancel-turn.js';
import { getSession } from '../../core/conversation/get-session.js';
import { sendSessionMessage } from '../../core/conversation/send-session-message.js';
import { MatineeError } from '../../core/ports/errors.js';
import type { TurnEvent } from '../../core/ports/events.js';
import type { Caller } from '../define-route.js';
import { unstorableText } from '../parse-input.js';
import { RequestError } from '../problem.js';
import { newMessage } from '../routes/chat/schemas.js';
import type { ApiServices } from '../services.js';
import { answerEvents } from '../streaming/answer.js';
import { presentReply } from '../streaming/turn-events.js';
import { type HubClient, HubError, type HubMethods } from './connection.js';

/** Sessions one connection may have joined at once. */
const MAX_JOINED = 50;

const sessionArguments = z.tuple([z.uuid()]);
const messageArguments = z.tuple([z.uuid(), newMessage.shape.content]);

/** The methods of /hubs/chat for one connection of a signed-in user. */
export function createChatHub(services: ApiServices, caller: Caller, client: HubClient): HubMethods {
  const joined = new Map<string, AbortController>();
  const { context } = services;
  const { userId } = caller;

  async function join(sessionId: string): Promise<void> {
    if (joined.has(sessionId)) return;
    if (joined.size >= MAX_JOINED) throw new HubError('Too many conversations at once. Leave one first.');
    const left = new AbortController();
    joined.set(sessionId, left);
    try {
      await getSession(context, { userId, sessionId, limit: 1 });
    } catch (error) {
      joined.delete(sessionId);
      throw error;
    }
    void relay(sessionId, AbortSignal.any([left.signal, client.signal]));
  }

  async function relay(sessionId: string, signal: AbortSignal): Promise<void> {
    const leave = services.audience.attend(sessionId);
    try {
      for await (const event of context.events.subscribe(sessionId, { signal })) {
        await tell(client, event, context.settings.streamingChat);
      }
    } catch (error) {
      context.log.warn({ err: error }, 'a hub subscription broke');
      client.close('The conversation cannot be followed right now.', true);
    } finally {
      leave();
    }
  }

  async function* send(sessionId: string, content: string, signal: AbortSignal): AsyncIterable<string> {
    await services.rateLimits.consume('message', userId);
    const message = { userId, sessionId, content, messageKey: context.ids.uuid() };
    const received = await sendSessionMessage(context, message);
    yield* textOf(answerEvents(services, received, signal), context.settings.streamingChat);
  }

  const methods: HubMethods = {
    invoke: async (target, args) => {
      const [sessionId] = parseArguments(sessionArguments, args);
      if (target === 'JoinSession') return join(sessionId);
      if (target === 'LeaveSession') {
        joined.get(sessionId)?.abort();
        joined.delete(sessionId);
        return undefined;
      }
      if (target === 'CancelMessage') return (await cancelTurn(context, { userId, sessionId })).length;
      throw unknownMethod(target);
    },
    stream: (target, args, signal) => {
      if (target !== 'SendMessage') throw unknownMethod(target);
      const [sessionId, content] = parseArguments(messageArguments, args);
      return send(sessionId, content, signal);
    },
  };
  return checked(methods, () => services.authenticator.authenticate(caller.accessToken));
}

/** Checks the token at every call, because it may have been revoked since, and words errors for the client. */
function checked(methods: HubMethods, authenticate: () => Promise<unknown>): HubMethods {
  return {
    invoke: async (target, args) => {
      try {
        await authenticate();
        return await methods.invoke(target, args);
      } catch (error) {
        throw hubError(error);
      }
    },
    stream: async function* (target, args, signal) {
      try {
        await authenticate();
        yield* methods.stream(target, args, signal);
      } catch (error) {
        throw hubError(error);
      }
    },
  };
}

/** Calls the client's method for an event of a session it joined. */
async function tell(client: HubClient, event: TurnEvent, streaming: boolean): Promise<void> {
  const { sessionId, messageId } = event;
  if (event.kind === 'completed') {
    await client.call('MessageCompleted', sessionId, messageId, presentReply(event));
  } else if (event.kind === 'failed') {
    await client.call('MessageFailed', sessionId, messageId, { code: event.code, message: event.message });
  } else if (streaming && event.kind === 'started') {
    await client.call('MessageStarted', sessionId, messageId);
  } else if (streaming && event.kind === 'token') {
    await client.call('ReceiveToken', sessionId, messageId, event.text);
  }
}

/** The reply's text, piece by piece; whole where streaming is off or where it came in one. */
async function* textOf(events: AsyncIterable<TurnEvent>, streaming: boolean): AsyncIterable<string> {
  let told = '';
  for await (const event of events) {
    if (event.kind === 'started' && told !== '') {
      throw new HubError('The reply had to begin again. It arrives with MessageCompleted.');
    }
    if (event.kind === 'failed') throw new HubError(event.message);
    if (streaming && event.kind === 'token') {
      told += event.text;
      yield event.text;
    }
    if (event.kind === 'completed') {
      const rest = restOf(event.content, told);
      if (rest !== '') yield rest;
    }
  }
}

/** What the final text adds; a text that had to be corrected comes whole below what was told. */
function restOf(content: string, told: string): string {
  return content.startsWith(told) ? content.slice(told.length) : `\n\n${content}`;
}

function parseArguments<T>(schema: z.ZodType<T>, args: readonly unknown[]): T {
  const parsed = schema.safeParse(args);
  if (parsed.success && unstorableText(args, []).length === 0) return parsed.data;
  throw new HubError(
    `The arguments do not fit: ${parsed.error?.issues[0]?.message ?? 'a character cannot be stored.'}`,
  );
}

function unknownMethod(target: string): HubError {
  return new HubError(`The hub has no method '${target.slice(0, 50)}' of this kind.`);
}

function hubError(error: unknown): unknown {
  if (error instanceof MatineeError || error instanceof RequestError)
    return new HubError(error.message, error);
  return error;
}
