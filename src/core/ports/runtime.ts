/** The present. Everything that asks for the time asks this, so that tests can stand still. */
export interface Clock {
  now(): Date;
  /** Resolves after the time has passed, or rejects with the signal's reason. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** New identifiers (UUIDs) and randomness, passed in so that tests can repeat themselves. */
export interface Ids {
  uuid(): string;
  /** Cryptographically random bytes, for codes and secrets. */
  bytes(length: number): Uint8Array;
}

/** Structured logging. Fields never hold message texts, figures, file names, tokens or passwords. */
export interface Logger {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
  child(fields: Record<string, unknown>): Logger;
}

/** Counters and timings for operators; names are Prometheus names, labels have few values. */
export interface Metrics {
  count(name: MetricName, labels?: Readonly<Record<string, string>>, by?: number): void;
  observe(name: MetricName, seconds: number, labels?: Readonly<Record<string, string>>): void;
}

export type MetricName =
  | 'turns_total'
  | 'turn_seconds'
  | 'model_tokens_total'
  | 'model_seconds'
  | 'reply_edits_total'
  | 'rate_limited_total'
  | 'document_seconds'
  | 'documents_total';
