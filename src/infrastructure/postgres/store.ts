import type { Store } from '../../core/ports/database.js';
import type { JobSender } from '../../core/ports/job-queue.js';
import { createAccountStore } from './accounts.js';
import { createCatalogueStore } from './catalogue.js';
import type { PrismaTransaction } from './client.js';
import { createConversationStore } from './conversations.js';
import { createDocumentStore } from './documents.js';
import { createFinanceStore } from './finance.js';
import { createIdempotencyStore } from './idempotency.js';
import { createListenerStore } from './listeners.js';
import { createRecommendationStore } from './recommendations.js';

/** Every area's store on one client, so that all of them share its transaction. */
export function createStore(client: PrismaTransaction, jobs: JobSender): Store {
  return {
    jobs,
    accounts: createAccountStore(client),
    documents: createDocumentStore(client),
    finance: createFinanceStore(client),
    catalogue: createCatalogueStore(client),
    recommendations: createRecommendationStore(client),
    conversations: createConversationStore(client),
    idempotency: createIdempotencyStore(client),
    listeners: createListenerStore(client),
  };
}
