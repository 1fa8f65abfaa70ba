import type { Router } from 'express';
import type { LinkedFileStore } from '../core/ports/object-store.js';

/** A database client that shares limits between server processes (a `pg.Pool`). */
export interface RateLimitClient {
  query(...parameters: never[]): unknown;
}

/** HTTP endpoints of an adapter on the same server, which authenticate by their platform's own signature. */
export interface ExtraRouter {
  readonly path: `/${string}`;
  readonly router: Router;
}

/** What the API needs of the configuration; every value has been validated. */
export interface ApiOptions {
  readonly production: boolean;
  /** The address the server binds: guests are let in on a loopback address only. */
  readonly host: string;
  readonly version: string;
  /** Origins of frontends that live elsewhere. */
  readonly corsOrigins?: readonly string[];
  /** Hops of reverse proxies whose X-Forwarded-For is believed; 0 unless told. */
  readonly trustedProxies?: number;
  /** Opens catalogue administration to whoever bears it; without it nobody gets in. */
  readonly operatorToken?: string;
  /** Other server processes may serve the same database: they tell each other who listens. Unless told, where limits are shared. */
  readonly severalProcesses?: boolean;
  /** Without it limits are counted in this process alone. */
  readonly rateLimitClient?: RateLimitClient;
  /** Multiplies every limit: for benchmarks and tests that must not meet one. 1 unless told. */
  readonly rateLimitScale?: number;
  /** Serves the signed links of the folder store; S3 serves its own. */
  readonly linkedFiles?: LinkedFileStore;
  /** The folder of the built page's `index.html` and `assets`. */
  readonly pageDirectory?: string;
  readonly extraRouters?: readonly ExtraRouter[];
  /** Milliseconds between signs of life on open streams; 15 s unless told. */
  readonly heartbeatMilliseconds?: number;
  /** Milliseconds that a turn goes on without a listener before it is stopped; 5 s unless told. */
  readonly abandonAfterMilliseconds?: number;
}

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Whether a host name or address is this machine itself. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
