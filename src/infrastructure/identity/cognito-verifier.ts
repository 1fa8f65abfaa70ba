import { JwtVerifier } from 'aws-jwt-verify';
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  WaitPeriodNotYetEndedJwkError,
} from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { z } from 'zod';
import { identityUnavailable, invalidToken } from './problems.js';

export interface CognitoClaims {
  readonly subject: string;
  readonly tokenId: string;
  /** The id of the sign-in that the token came from, where the client revokes tokens. */
  readonly originId: string | null;
  readonly expiresAt: Date;
}

const claimsSchema = z.object({
  sub: z.string(),
  jti: z.string(),
  origin_jti: z.string().optional(),
  exp: z.number(),
  client_id: z.string(),
  token_use: z.string(),
});

const fetchMilliseconds = 3_000;
const largestKeySet = 100_000;

/**
 * Checks a pool's access tokens: signature, issuer, expiry, use and client. Keys are fetched once and kept; a token
 * that names an unknown key makes it look again, at most every ten seconds.
 */
export function createCognitoVerifier(options: {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly authority?: string;
}) {
  const issuer =
    options.authority ?? `https://cognito-idp.${options.region}.amazonaws.com/${options.userPoolId}`;
  const jwksUri = `${issuer}/.well-known/jwks.json`;
  let keysSeen = false;
  const jwksCache = new SimpleJwksCache({
    fetcher: {
      fetch: async (uri) => {
        const keys = await fetchKeys(uri);
        keysSeen = true;
        return keys;
      },
    },
  });
  const verifier = JwtVerifier.create(
    {
      issuer,
      audience: null,
      jwksUri,
      customJwtCheck: ({ payload }) => {
        const { client_id, token_use } = claimsSchema.parse(payload);
        if (token_use !== 'access') throw new Error('The token is not meant for access.');
        if (client_id !== options.clientId) throw new Error('The token was made for another client.');
      },
    },
    { jwksCache },
  );

  return {
    /** @throws MatineeError unauthenticated for a bad token; unavailable when the keys cannot be had */
    verify: async (token: string): Promise<CognitoClaims> => {
      try {
        const { sub, jti, origin_jti, exp } = claimsSchema.parse(await verifier.verify(token));
        return { subject: sub, tokenId: jti, originId: origin_jti ?? null, expiresAt: new Date(exp * 1000) };
      } catch (error) {
        throw isOutage(error, keysSeen) ? identityUnavailable(error) : invalidToken(error);
      }
    },
    /** @throws MatineeError unavailable */
    check: async (): Promise<void> => {
      await jwksCache.getJwks(jwksUri).catch((error: unknown) => {
        throw identityUnavailable(error);
      });
    },
  };
}

/** While no keys were ever had, being told to wait for them is an outage as well. */
function isOutage(error: unknown, keysSeen: boolean): boolean {
  if (error instanceof WaitPeriodNotYetEndedJwkError) return !keysSeen;
  return (
    error instanceof FetchError ||
    error instanceof JwksNotAvailableInCacheError ||
    error instanceof JwksValidationError
  );
}

async function fetchKeys(uri: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await fetch(uri, { signal: AbortSignal.timeout(fetchMilliseconds), redirect: 'error' });
    if (!response.ok) throw new Error(`The key server answered ${response.status}.`);
    const body = await response.arrayBuffer();
    if (body.byteLength > largestKeySet) throw new Error('The key set is too large.');
    return body;
  } catch (error) {
    throw new FetchError(uri, error instanceof Error ? error.message : 'unknown reason');
  }
}
