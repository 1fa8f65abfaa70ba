import { z } from 'zod';
import { nextCursor } from '../../pagination.js';
import { id, idempotencyHeader, instant, text, wholeNumber } from '../../schemas.js';

/** The longest message that is taken; a turn reads what its model's window holds. */
export const MAX_MESSAGE_CHARACTERS = 50_000;

export const session = z
  .strictObject({ id, title: z.string().nullable(), createdAt: instant, updatedAt: instant })
  .meta({ id: 'ChatSession' });

export const newSession = z.strictObject({ title: text(255).optional() }).optional();

export const sessionList = z.strictObject({ sessions: z.array(session), total: z.int(), nextCursor });

export const chatMessage = z
  .strictObject({
    id,
    role: z.enum(['user', 'assistant', 'system']),
    content: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'ChatMessage' });

export const sessionQuery = z.strictObject({
  limit: wholeNumber(1, 200).default(50),
  before: id.optional().meta({ description: 'A message’s id: only older ones are given.' }),
});

export const sessionWithMessages = z.strictObject({
  ...session.shape,
  messages: z.array(chatMessage).meta({ description: 'The latest ones, oldest first.' }),
  totalMessages: z.int(),
});

export const newMessage = z
  .strictObject({
    content: text(MAX_MESSAGE_CHARACTERS),
    documentIds: z
      .array(id)
      .max(10)
      .optional()
      .meta({ description: 'Documents uploaded before that belong to this message.' }),
    action: z
      .strictObject({ id: text(300), label: text(200) })
      .optional()
      .meta({ description: 'A button of an earlier reply that was pressed.' }),
  })
  .meta({ id: 'NewMessage' });

export const messageHeaders = idempotencyHeader.extend({
  'last-event-id': z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Go on after this event; with the Idempotency-Key of the message.' }),
});

export const eventHeaders = z.object({
  'last-event-id': z.string().max(100).optional().meta({ description: 'Go on after this event.' }),
});

export const reply = z
  .strictObject({
    sessionId: id,
    turnId: id,
    messageId: id,
    role: z.literal('assistant'),
    content: z.string().meta({ description: 'Markdown.' }),
    buttons: z
      .array(z.strictObject({ id: z.string(), label: z.string() }))
      .meta({ description: 'Press one by sending its id and label as `action`.' }),
    stopped: z.boolean().meta({ description: 'It was ended early on request.' }),
  })
  .meta({ id: 'Reply' });

export const stopped = z.strictObject({
  stopped: z.int().meta({ description: 'How many replies were told to stop.' }),
});
