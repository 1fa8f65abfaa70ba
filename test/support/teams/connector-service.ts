import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { RepeatedFault } from '../platform-fault.js';
import { type Conversation, type SentActivity, sentActivity } from './conversations.js';
import { createFaults, refuse } from './faults.js';
import { createLimiter, type Limiter, type WriteLimit } from './limits.js';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const SIZE_LIMIT_BYTES = 100 * 1024;

/** The Bot Connector, as far as a bot of Teams uses it. */
export interface ConnectorService {
  readonly router: Router;
  readonly limiter: Limiter;
  conversation(id: string): Conversation;
  next(fault: RepeatedFault): void;
  /** Calls that came in, those that failed included. */
  requests(): number;
  /** Posts and edits that took effect. */
  writes(): number;
  /** A time that no message has yet: Teams' message ids are milliseconds. */
  messageId(): string;
}

export interface ConnectorOptions {
  readonly accepts: (authorization: string | undefined) => boolean;
  readonly botId: string;
  readonly tenantId: string;
  readonly limits: readonly WriteLimit[];
  /** The personal chat of somebody, by their Teams id or their id in the directory; null for strangers. */
  readonly personalChatOf: (memberId: string) => string | null;
}

/** Everything that was said, and how much was written. */
interface Store {
  readonly conversations: Map<string, Conversation>;
  requests: number;
  writes: number;
  lastId: number;
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#conversationparameters-object */
const conversationParameters = z.object({
  bot: z.object({ id: z.string() }),
  isGroup: z.boolean().optional(),
  members: z.tuple([z.object({ id: z.string() })]),
  tenantId: z.string().optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }) }).optional(),
});

export function createConnectorService(options: ConnectorOptions): ConnectorService {
  const store: Store = { conversations: new Map(), requests: 0, writes: 0, lastId: 1_700_000_000_000 };
  const limiter = createLimiter(options.limits);
  const faults = createFaults();
  const router = express.Router();
  router.use(express.json({ limit: '5mb' }));
  router.use('/v3', (request, response, next) => {
    store.requests += 1;
    if (options.accepts(request.headers.authorization)) next();
    else refuse(response, 401, 'BotNotRegistered', 'No registration found for this bot.');
  });
  router.post('/v3/conversations', openConversation(store, options));
  const path = '/v3/conversations/:conversation/activities';
  const limited = limitWrites(limiter);
  router.post([path, `${path}/:activity`], limited, faults.handler, postActivity(store));
  router.put(`${path}/:activity`, limited, faults.handler, updateActivity(store));
  router.delete(`${path}/:activity`, limited, deleteActivity(store));
  return {
    router,
    limiter,
    conversation: (id) => conversationIn(store, id),
    next: faults.add,
    requests: () => store.requests,
    writes: () => store.writes,
    messageId: () => nextId(store),
  };
}

function nextId(store: Store): string {
  store.lastId += 1;
  return String(store.lastId);
}

function conversationIn({ conversations }: Store, id: string): Conversation {
  const known = conversations.get(id) ?? { id, messages: new Map(), typings: 0 };
  conversations.set(id, known);
  return known;
}

function openConversation(store: Store, options: ConnectorOptions): RequestHandler {
  return (request, response) => {
    const parsed = conversationParameters.safeParse(request.body);
    if (!parsed.success) return refuse(response, 400);
    const { bot, members, tenantId, channelData } = parsed.data;
    const ours = bot.id === options.botId && (tenantId ?? channelData?.tenant.id) === options.tenantId;
    const id = ours ? options.personalChatOf(members[0].id) : null;
    if (id === null) return refuse(response, 403);
    conversationIn(store, id);
    response.status(201).json({ id });
  };
}

/** Refuses what is too much, with the seconds to wait. */
function limitWrites(limiter: Limiter): RequestHandler {
  return (request, response, next) => {
    const wait = limiter.take(String(request.params.conversation));
    if (wait === null) return next();
    response.set('Retry-After', String(Math.ceil(wait / 1000)));
    refuse(response, 429);
  };
}

/** Teams counts two bytes for a character and leaves pictures out. */
function sizeOf(activity: SentActivity): number {
  const bare = JSON.stringify(activity).replace(/"data:image\/[^"]*"/g, '""');
  return bare.length * 2;
}

/** Finds the conversation and reads the activity; null when it was refused. */
function readWrite(store: Store, request: Request, response: Response) {
  const found = store.conversations.get(String(request.params.conversation));
  const parsed = sentActivity.safeParse(request.body);
  if (!found) refuse(response, 404, 'ConversationNotFound', 'Conversation not found.');
  else if (!parsed.success) refuse(response, 400);
  else if (sizeOf(parsed.data) > SIZE_LIMIT_BYTES) refuse(response, 413);
  else return { found, activity: parsed.data };
  return null;
}

function postActivity(store: Store): RequestHandler {
  return (request, response) => {
    const write = readWrite(store, request, response);
    if (!write) return;
    const { found, activity } = write;
    if (activity.type === 'typing') {
      found.typings += 1;
      return response.status(201).json({ id: nextId(store) });
    }
    const { text = '', attachments = [] } = activity;
    if (text === '' && attachments.length === 0) return refuse(response, 400);
    store.writes += 1;
    if (text !== '' && attachments.length > 0) {
      // "Teams splits this activity into two […] you do not receive the message ID":
      // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#send-a-message
      found.messages.set(nextId(store), { ...activity, attachments: [] });
      found.messages.set(nextId(store), { ...activity, text: '' });
      return response.status(201).json({});
    }
    const id = nextId(store);
    found.messages.set(id, activity);
    response.status(201).json({ id });
  };
}

function updateActivity(store: Store): RequestHandler {
  return (request, response) => {
    const write = readWrite(store, request, response);
    if (!write) return;
    const id = String(request.params.activity);
    if (!write.found.messages.has(id)) return refuseUnknown(response);
    store.writes += 1;
    write.found.messages.set(id, write.activity);
    response.json({ id });
  };
}

function deleteActivity(store: Store): RequestHandler {
  return (request, response) => {
    const found = store.conversations.get(String(request.params.conversation));
    if (!found?.messages.delete(String(request.params.activity))) return refuseUnknown(response);
    response.status(200).end();
  };
}

function refuseUnknown(response: Response): void {
  refuse(response, 404, 'ActivityNotFoundInConversation', 'Conversation not found.');
}
