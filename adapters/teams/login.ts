import { z } from 'zod';

const REQUEST_TIMEOUT_MS = 10_000;
/** A token is renewed this long before it ends, so that none ends on its way. */
const RENEWAL_MS = 5 * 60_000;

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#successful-response-1 */
const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refused = z.object({ error: z.string(), error_description: z.string().optional() });

/** Microsoft gave no token. `refused`: the credentials are wrong; otherwise the service cannot be reached. */
export class LoginError extends Error {
  readonly refused: boolean;
  constructor(message: string, options: { readonly refused: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'LoginError';
    this.refused = options.refused;
  }
}

/** The token that our calls to the Bot Connector carry. */
export interface TokenSource {
  /** A token that is good for minutes at least. @throws LoginError */
  token(): Promise<string>;
  /** The token was refused: the next call asks for a new one. */
  forget(): void;
}

/**
 * The client credentials grant, once for all who wait. botbuilder would leave this to MSAL, which knows no deadline here
 * and accepts hosts of Microsoft's own list alone.
 */
export function createTokenSource(options: {
  readonly url: string;
  readonly appId: string;
  readonly password: string;
  readonly audience: string;
}): TokenSource {
  let current: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const { access_token: token, expires_in: seconds } = await requestToken(options);
    const lifetime = seconds * 1000;
    current = { token, until: performance.now() + Math.max(lifetime - RENEWAL_MS, lifetime / 2) };
    return token;
  };

  return {
    token: () => {
      if (current !== null && current.until > performance.now()) return Promise.resolve(current.token);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    forget: () => {
      current = null;
    },
  };
}

async function requestToken(options: Parameters<typeof createTokenSource>[0]) {
  const response = await fetch(options.url, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: options.appId,
      client_secret: options.password,
      scope: `${options.audience}/.default`,
    }),
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new LoginError('The login service cannot be reached.', { refused: false, cause });
  });
  const body: unknown = await response.json().catch(() => null);
  const answer = granted.safeParse(body);
  if (response.ok && answer.success) return answer.data;
  const reason = refused.safeParse(body);
  throw new LoginError(
    `The login service answers ${response.status}${reason.success ? ` (${reason.data.error})` : ''}.`,
    { refused: response.status >= 400 && response.status < 500 && response.status !== 429 },
  );
}
