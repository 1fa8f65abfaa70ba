import type { JobSender } from './job-queue.js';
import type { AccountStore } from './stores/accounts.js';
import type { CatalogueStore } from './stores/catalogue.js';
import type { ConversationStore } from './stores/conversations.js';
import type { DocumentStore } from './stores/documents.js';
import type { FinanceStore } from './stores/finance.js';
import type { IdempotencyStore } from './stores/idempotency.js';
import type { ListenerStore } from './stores/listeners.js';
import type { RecommendationStore } from './stores/recommendations.js';

/** Everything that is stored, by area. Each store's methods scope by user wherever a row belongs to one. */
export interface Store {
  readonly accounts: AccountStore;
  readonly documents: DocumentStore;
  readonly finance: FinanceStore;
  readonly catalogue: CatalogueStore;
  readonly recommendations: RecommendationStore;
  readonly conversations: ConversationStore;
  readonly idempotency: IdempotencyStore;
  readonly listeners: ListenerStore;
  /** Jobs queued here belong to the surrounding transaction. */
  readonly jobs: JobSender;
}

/**
 * The database. `store` works outside a transaction, one statement at a time. Inside `transaction` only the store
 * that is passed in may be used: the embedded database has one backend, so a second connection would wait for ever.
 */
export interface Database {
  readonly store: Store;
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** @throws MatineeError unavailable */
  check(signal?: AbortSignal): Promise<void>;
}
