import type { DocumentReader } from '../../documents/ports.js';
import type { ChartRenderer } from './charts.js';
import type { ChatPlatform } from './chat-platform.js';
import type { Database } from './database.js';
import type { DocumentEvents } from './document-events.js';
import type { TurnEvents } from './events.js';
import type { ExchangeRateProvider } from './exchange-rates.js';
import type { IdentityProvider } from './identity-provider.js';
import type { LanguageModel } from './language-model.js';
import type { ObjectStore } from './object-store.js';
import type { PriceProvider, ReviewProvider } from './prices-reviews.js';
import type { Clock, Ids, Logger, Metrics } from './runtime.js';
import type { SecretBox } from './secret-box.js';
import type { TextEmbedder } from './text-embedder.js';

/** What the core asks of the outside, in one place. A use case takes the part of it that it needs (`Pick`). */
export interface CoreContext {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly identity: IdentityProvider;
  readonly charts: ChartRenderer;
  /** Rates beyond the shipped table, where a provider is configured. */
  readonly exchangeRates?: ExchangeRateProvider;
  readonly documentReader: DocumentReader;
  readonly model: LanguageModel;
  /** Vectors without a model server; see docs/decisions. */
  readonly embedder: TextEmbedder;
  readonly priceProviders: readonly PriceProvider[];
  readonly reviewProviders: readonly ReviewProvider[];
  readonly platforms: ReadonlyMap<string, ChatPlatform>;
  readonly events: TurnEvents;
  readonly documentEvents: DocumentEvents;
  readonly secrets: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly settings: CoreSettings;
}

/** Configuration that the core needs, already validated. */
export interface CoreSettings {
  readonly documentParsing: boolean;
  readonly streamingChat: boolean;
  readonly maxDocumentBytes: number;
  readonly defaultCurrency: string;
  readonly defaultLocale: string;
  readonly defaultTimeZone: string;
}
