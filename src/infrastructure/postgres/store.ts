import type { Store } from '../../core/ports/database.js';
import type { JobSender } from '../../core/ports/job-queue.js';
import type { PrismaTransaction } from './client.js';
import { createConversationStore } from './conversations.js';

function missing(area: string): never {
  throw new Error(`The ${area} store is not wired.`);
}

/** Every area's store on one client, so that all of them share its transaction. */
export function createStore(client: PrismaTransaction, jobs: JobSender): Store {
  return {
    jobs,
    get accounts() {
      return missing('accounts');
    },
    get documents() {
      return missing('documents');
    },
    get finance() {
      return missing('finance');
    },
    get catalogue() {
      return missing('catalogue');
    },
    get recommendations() {
      return missing('recommendations');
    },
    conversations: createConversationStore(client),
    get idempotency() {
      return missing('idempotency');
    },
  };
}
