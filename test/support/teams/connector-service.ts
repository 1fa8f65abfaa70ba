import { setTimeout as sleep } from 'node:timers/promises';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { type Conversation, type SentActivity, sentActivity } from './conversations.js';
import { createLimiter, type Limiter, type WriteLimit } from './limits.js';

/** What befalls the next writes. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSeconds?: number;
      readonly times: number;
    }
  | { readonly kind: 'slow'; readonly milliseconds: number; readonly times: number }
  | { readonly kind: 'drop'; readonly applied: boolean; readonly times: number };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const SIZE_LIMIT_BYTES = 100 * 1024;

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis */
const CODES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['Bad Argument', 'Invalid request payload.'],
  403: ['BotNotInConversationRoster', 'The bot is not part of the conversation roster.'],
  412: ['PreconditionFailed', 'Precondition failed, please try again.'],
  413: ['MessageSizeTooBig', 'Message size too large.'],
  429: ['Throttled', 'Too many requests.'],
  500: ['ServiceError', 'Internal server error.'],
  502: ['ServiceError', 'Service dependency issue.'],
};

/** The Bot Connector, as far as a bot of Teams uses it. */
export interface ConnectorService {
  readonly router: Router;
  readonly limiter: Limiter;
  readonly conversations: ReadonlyMap<string, Conversation>;
  conversation(id: string): Conversation;
  next(fault: Fault): void;
  /** Requests that came in for activities, those that failed included. */
  requests(): number;
  /** Posts and edits that took effect. */
  writes(): number;
  /** A time that no message has yet: Teams' message ids are milliseconds. */
  messageId(): string;
}

const conversationParameters = z.object({
  bot: z.object({ id: z.string() }),
  isGroup: z.boolean().optional(),
  members: z.tuple([z.object({ id: z.string() })]),
  tenantId: z.string().optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }) }).optional(),
});

function refuse(response: Response, status: number, code?: string, message?: string): void {
  const [usualCode, usualMessage] = CODES[status] ?? ['ServiceError', 'The service is unavailable.'];
  response.status(status).json({ error: { code: code ?? usualCode, message: message ?? usualMessage } });
}

/** Teams counts two bytes for a character and leaves pictures out. */
function sizeOf(activity: SentActivity): number {
  const bare = JSON.stringify(activity).replace(/"data:image\/[^"]*"/g, '""');
  return bare.length * 2;
}

export function createConnectorService(options: {
  readonly accepts: (authorization: string | undefined) => boolean;
  readonly botId: string;
  readonly tenantId: string;
  readonly limits: readonly WriteLimit[];
  /** The personal chat of somebody, by their Teams id or their id in the directory; null for strangers. */
  readonly personalChatOf: (memberId: string) => string | null;
}): ConnectorService {
  const conversations = new Map<string, Conversation>();
  const limiter = createLimiter(options.limits);
  const faults: { fault: Fault; left: number }[] = [];
  let requests = 0;
  let writes = 0;
  let lastId = 1_700_000_000_000;
  const messageId = () => {
    lastId += 1;
    return String(lastId);
  };
  const conversation = (id: string): Conversation => {
    const known = conversations.get(id) ?? { id, messages: new Map(), typings: 0 };
    conversations.set(id, known);
    return known;
  };

  const router = express.Router();
  router.use(express.json({ limit: '5mb' }));
  router.use('/v3', (request, response, next) => {
    requests += 1;
    if (options.accepts(request.headers.authorization)) next();
    else refuse(response, 401, 'BotNotRegistered', 'No registration found for this bot.');
  });

  router.post('/v3/conversations', (request, response) => {
    const parsed = conversationParameters.safeParse(request.body);
    if (!parsed.success) return refuse(response, 400);
    const { bot, members, tenantId, channelData } = parsed.data;
    if (bot.id !== options.botId || (tenantId ?? channelData?.tenant.id) !== options.tenantId) {
      return refuse(response, 403);
    }
    const id = options.personalChatOf(members[0].id);
    if (id === null) return refuse(response, 403);
    conversation(id);
    response.status(201).json({ id });
  });

  const limited = (request: Request, response: Response, next: NextFunction) => {
    const wait = limiter.take(String(request.params.conversation));
    if (wait === null) return next();
    response.set('Retry-After', String(Math.ceil(wait / 1000)));
    refuse(response, 429);
  };

  const troubled = async (_request: Request, response: Response, next: NextFunction) => {
    const [first] = faults;
    if (!first) return next();
    first.left -= 1;
    if (first.left === 0) faults.shift();
    const { fault } = first;
    if (fault.kind === 'slow') {
      await sleep(fault.milliseconds, undefined, { ref: false });
      if (!response.destroyed && !response.socket?.destroyed) next();
    } else if (fault.kind === 'status') {
      if (fault.retryAfterSeconds !== undefined) response.set('Retry-After', String(fault.retryAfterSeconds));
      refuse(response, fault.status);
    } else {
      if (fault.applied) {
        response.json = () => response;
        next();
      }
      response.socket?.destroy();
    }
  };

  /** Finds the conversation and reads the activity. */
  const activityOf = (request: Request, response: Response) => {
    const found = conversations.get(String(request.params.conversation));
    if (!found) {
      refuse(response, 404, 'ConversationNotFound', 'Conversation not found.');
      return null;
    }
    const parsed = sentActivity.safeParse(request.body);
    if (!parsed.success) {
      refuse(response, 400);
      return null;
    }
    if (sizeOf(parsed.data) > SIZE_LIMIT_BYTES) {
      refuse(response, 413);
      return null;
    }
    return { found, activity: parsed.data };
  };

  const post = (request: Request, response: Response) => {
    const read = activityOf(request, response);
    if (!read) return;
    const { found, activity } = read;
    if (activity.type === 'typing') {
      found.typings += 1;
      return response.status(201).json({ id: messageId() });
    }
    const { attachments = [] } = activity;
    if ((activity.text ?? '') === '' && attachments.length === 0) return refuse(response, 400);
    writes += 1;
    if (activity.text && attachments.length > 0) {
      // "Teams splits this activity into two […] you do not receive the message ID":
      // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#send-a-message
      found.messages.set(messageId(), { ...activity, attachments: [] });
      found.messages.set(messageId(), { ...activity, text: '' });
      return response.status(201).json({});
    }
    const id = messageId();
    found.messages.set(id, activity);
    response.status(201).json({ id });
  };

  const path = '/v3/conversations/:conversation/activities';
  router.post(path, limited, troubled, post);
  router.post(`${path}/:activity`, limited, troubled, post);
  router.put(`${path}/:activity`, limited, troubled, (request, response) => {
    const read = activityOf(request, response);
    if (!read) return;
    const id = String(request.params.activity);
    if (!read.found.messages.has(id)) {
      return refuse(response, 404, 'ActivityNotFoundInConversation', 'Conversation not found.');
    }
    writes += 1;
    read.found.messages.set(id, read.activity);
    response.json({ id });
  });
  router.delete(`${path}/:activity`, limited, (request, response) => {
    const found = conversations.get(String(request.params.conversation));
    if (!found?.messages.delete(String(request.params.activity))) {
      return refuse(response, 404, 'ActivityNotFoundInConversation', 'Conversation not found.');
    }
    response.status(200).end();
  });

  return {
    router,
    limiter,
    conversations,
    conversation,
    next: (fault) => faults.push({ fault, left: fault.times }),
    requests: () => requests,
    writes: () => writes,
    messageId,
  };
}
