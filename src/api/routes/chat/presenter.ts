import type { z } from 'zod';
import type { SessionWithMessages } from '../../../core/conversation/get-session.js';
import type { SessionRow } from '../../../core/ports/stores/conversations.js';
import type * as schemas from './schemas.js';

export function presentSession(row: SessionRow): z.input<typeof schemas.session> {
  return {
    id: row.id,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentSessionWithMessages(
  found: SessionWithMessages,
): z.input<typeof schemas.sessionWithMessages> {
  return {
    ...presentSession(found.session),
    messages: found.messages.map(({ id, role, content, createdAt }) => ({
      id,
      role,
      content,
      createdAt: createdAt.toISOString(),
    })),
    totalMessages: found.totalMessages,
  };
}
