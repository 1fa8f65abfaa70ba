/** An answer that was given to a request with an Idempotency-Key, or is being prepared. */
export interface IdempotentRequest {
  readonly requestHash: string;
  /** Null while the first request with this key is still at work. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
  readonly createdAt: Date;
}

/** Remembers answers by user, route and key, so that a repeated request does its work once. */
export interface IdempotencyStore {
  /**
   * Claims a key for a new request. @returns null when it is claimed now, or what the key already stands for.
   * A claim older than `staleBefore` that never got its answer is taken over: its process is gone.
   */
  claim(input: {
    userId: string;
    route: string;
    key: string;
    requestHash: string;
    staleBefore: Date;
  }): Promise<IdempotentRequest | null>;
  /** A sign of life of the request that holds the key: its claim is as new as now. */
  renew(input: { userId: string; route: string; key: string }): Promise<void>;
  /** Keeps the answer. */
  complete(input: {
    userId: string;
    route: string;
    key: string;
    status: number;
    body: unknown;
  }): Promise<void>;
  /** Gives the key back after a failure, so that the same request can be tried again. */
  release(input: { userId: string; route: string; key: string }): Promise<void>;
}
