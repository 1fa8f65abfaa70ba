import type { CoreContext } from '../core/ports/context.js';
import type { Audience } from './audience.js';
import type { Authenticator } from './middleware/authenticate.js';
import type { RateLimits } from './middleware/rate-limits.js';
import type { ApiOptions } from './options.js';

/** What the routes share: the core, and the server's own parts. */
export interface ApiServices {
  readonly context: CoreContext;
  readonly options: ApiOptions;
  readonly authenticator: Authenticator;
  readonly rateLimits: RateLimits;
  readonly audience: Audience;
  /** Fires when the server shuts down. */
  readonly closing: AbortSignal;
}
