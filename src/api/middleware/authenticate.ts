import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { MatineeError } from '../../core/ports/errors.js';
import type { Claims, IdentityProvider } from '../../core/ports/identity-provider.js';
import type { Clock } from '../../core/ports/runtime.js';
import type { Caller } from '../define-route.js';
import { RequestError } from '../problem.js';
import { problemTypes } from '../problem-types.js';

/** Tokens are a few hundred characters; what is longer is not worth hashing. */
const MAX_TOKEN_CHARACTERS = 8_192;
/** A user is looked up again after this long, so that merged and deleted accounts are noticed on every process. */
const USER_CACHE_MILLISECONDS = 5_000;
const USER_CACHE_SIZE = 5_000;

export interface Authenticator {
  /** @throws RequestError 401 without a good token, 503 when it cannot be checked. */
  authenticate(accessToken: string | undefined): Promise<Caller>;
  /** Looks accounts up anew: some were merged, separated or deleted. */
  forgetUsers(): void;
}

/** Checks access tokens and finds whose they are. */
export function createAuthenticator(context: {
  identity: Pick<IdentityProvider, 'verify'>;
  clock: Clock;
  findUser: (input: { claims: Claims; accessToken: string }) => Promise<{ readonly id: string }>;
}): Authenticator {
  const users = new Map<string, { readonly userId: string; readonly until: number }>();

  async function userOf(claims: Claims, accessToken: string): Promise<string> {
    const now = context.clock.now().getTime();
    const known = users.get(claims.subject);
    if (known && known.until > now) return known.userId;
    const { id } = await context.findUser({ claims, accessToken });
    if (users.size >= USER_CACHE_SIZE) users.clear();
    users.set(claims.subject, { userId: id, until: now + USER_CACHE_MILLISECONDS });
    return id;
  }

  return {
    authenticate: async (accessToken) => {
      if (!accessToken)
        throw new RequestError(problemTypes.unauthenticated, 'TOKEN_MISSING', 'Sign in first.');
      const claims = await verify(context.identity, accessToken);
      return {
        userId: await userOf(claims, accessToken),
        subject: claims.subject,
        email: claims.email,
        tokenExpiresAt: claims.expiresAt,
        accessToken,
      };
    },
    forgetUsers: () => users.clear(),
  };
}

async function verify(identity: Pick<IdentityProvider, 'verify'>, accessToken: string): Promise<Claims> {
  if (accessToken.length > MAX_TOKEN_CHARACTERS) throw invalidToken(undefined);
  try {
    return await identity.verify(accessToken);
  } catch (cause) {
    if (!(cause instanceof MatineeError)) throw cause;
    if (cause.kind === 'unauthenticated') throw invalidToken(cause);
    if (cause.kind !== 'unavailable' && cause.kind !== 'timeout') throw cause;
    throw new RequestError(
      problemTypes.keysUnavailable,
      'IDENTITY_PROVIDER_UNAVAILABLE',
      'The access token cannot be checked right now. Keep it and try again in a moment.',
      { cause },
    );
  }
}

function invalidToken(cause: unknown): RequestError {
  return new RequestError(
    problemTypes.unauthenticated,
    'TOKEN_INVALID',
    'The access token is not good, or not good any more. Refresh it or sign in again.',
    { cause, headers: { 'WWW-Authenticate': 'Bearer realm="matinee", error="invalid_token"' } },
  );
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(request: Pick<Request, 'headers'>): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Lets the operator in and nobody else. @throws RequestError 401 */
export function requireOperator(request: Pick<Request, 'headers'>, operatorToken: string | undefined): void {
  const given = bearerToken(request);
  if (given && operatorToken && sameSecret(given, operatorToken)) return;
  throw new RequestError(
    problemTypes.unauthenticated,
    given ? 'TOKEN_INVALID' : 'TOKEN_MISSING',
    'This is for the operator of this installation (OPERATOR_TOKEN).',
  );
}

/** Compares in the same time whatever differs, the length included. */
function sameSecret(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
