import type { ConversationStore } from '../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from './client.js';
import { createEvents } from './conversations/events.js';
import { createInbox } from './conversations/inbox.js';
import { createSessions } from './conversations/sessions.js';
import { createTurns } from './conversations/turns.js';

/** The store of conversations, their inbox, turns, messages and events. */
export function createConversationStore(client: PrismaTransaction): ConversationStore {
  return {
    ...createInbox(client),
    ...createTurns(client),
    ...createSessions(client),
    ...createEvents(client),
  };
}
