import { z } from 'zod';
import { MatineeError } from '../../../core/ports/errors.js';
import type {
  ConversationRow,
  InboxRow,
  Json,
  TurnRow,
  TurnWorld,
} from '../../../core/ports/stores/conversations.js';

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

const conversation = z.object({
  id: z.string(),
  userId: z.string(),
  sessionId: z.string(),
  platform: z.string(),
  tenant: z.string(),
  address: z.string(),
  direct: z.boolean(),
  awaitsSecret: z.boolean(),
  reference: z.record(z.string(), z.unknown()),
});

const attachment = z.object({
  id: z.string(),
  fileName: z.string(),
  contentType: z.string().nullable(),
  size: z.number().nullable(),
  source: z.record(z.string(), z.unknown()),
});

const payload = z.object({
  files: z.array(attachment),
  action: z.object({ id: z.string(), label: z.string() }).nullable(),
});

const inbound = z.object({
  id: z.string(),
  conversationId: z.string(),
  messageKey: z.string(),
  content: z.string(),
  attachments: payload,
  status: z.enum(['pending', 'answering', 'answered', 'withdrawn']),
  turnId: z.string().nullable(),
  chatMessageId: z.string().nullable(),
  receivedAt: z.date(),
});

const posted = z.array(z.object({ key: z.string(), reference: z.string().nullable() }));

const turn = z.object({
  id: z.string(),
  conversationId: z.string(),
  sessionId: z.string(),
  status: z.enum(['running', 'delivering', 'completed', 'failed', 'stopped']),
  attempts: z.number(),
  posted,
  replyMessageId: z.string(),
  facts: json,
  startedAt: z.date(),
  stopRequested: z.boolean(),
});

export function parseConversation(row: unknown): ConversationRow {
  return conversation.parse(row);
}

export function parseInbound(row: unknown): InboxRow {
  const { attachments, ...rest } = inbound.parse(row);
  return { ...rest, attachments: attachments.files, action: attachments.action };
}

export function parseTurn(row: unknown): TurnRow {
  return turn.parse(row);
}

const text = z.string().nullable();
const texts = z.array(z.string());
const world = z.object({
  currency: text,
  locale: text,
  timeZone: text,
  displayName: text,
  sessionTitle: text,
  contextSummary: text,
  homeConversationId: text,
  facts: json,
  home: text,
  known: z.object({
    subscriptions: texts,
    preferredGenres: texts,
    dislikedGenres: texts,
    preferredActivities: texts,
    priceSensitivity: text,
    likes: texts,
  }),
});

/** @throws MatineeError not-found for a user who is gone */
export function parseWorld(value: unknown): TurnWorld {
  if (value === null) throw new MatineeError('not-found', 'USER_NOT_FOUND', 'That user is gone.');
  return world.parse(value);
}

export function parseJson(value: unknown): Json {
  return json.parse(value ?? null);
}
