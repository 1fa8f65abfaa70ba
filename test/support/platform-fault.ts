/** What befalls a request to a platform's stand-in. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The answer comes late; the request takes effect when it goes out. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection breaks without an answer, before or after the request took effect. */
  | { readonly kind: 'drop'; readonly applied: boolean };

/** A fault of the next so many writes. */
export type RepeatedFault = Fault & { readonly times: number };
