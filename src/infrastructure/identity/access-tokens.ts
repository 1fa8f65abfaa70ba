import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock, Ids } from '../../core/ports/runtime.js';
import { invalidToken } from './problems.js';

const algorithm = 'ES256';
const issuer = 'matinee:embedded';
const client = 'matinee';
/** As Cognito's access tokens live unless the pool says otherwise. */
export const accessTokenSeconds = 3600;

const keySchema = z.looseObject({ kty: z.literal('EC'), d: z.string() });

const payloadSchema = z.object({
  sub: z.string(),
  jti: z.string(),
  origin_jti: z.string(),
  exp: z.number(),
  client_id: z.literal(client),
  token_use: z.literal('access'),
});

/** A new private key as text, to be kept. */
export async function createSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

export interface AccessTokens {
  /** @param origin the id of the refresh token that stands behind it, so that both can be refused together */
  issue(subject: string, origin: string): Promise<string>;
  /** @throws MatineeError unauthenticated TOKEN_INVALID */
  verify(token: string): Promise<z.infer<typeof payloadSchema>>;
}

/** Access tokens with the claims of Cognito's, signed with a key of this installation. */
export async function createAccessTokens(
  signingKey: string,
  context: { readonly clock: Clock; readonly ids: Ids },
): Promise<AccessTokens> {
  const jwk = keySchema.parse(JSON.parse(signingKey));
  const { d: _, ...publicJwk } = jwk;
  const privateKey = await importJWK({ ...jwk, alg: algorithm }, algorithm);
  const publicKey = await importJWK({ ...publicJwk, alg: algorithm }, algorithm);
  return {
    issue: (subject, origin) => {
      const now = Math.floor(context.clock.now().getTime() / 1000);
      return new SignJWT({ client_id: client, token_use: 'access', origin_jti: origin })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setSubject(subject)
        .setJti(context.ids.uuid())
        .setIssuedAt(now)
        .setExpirationTime(now + accessTokenSeconds)
        .sign(privateKey);
    },
    verify: async (token) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          issuer,
          algorithms: [algorithm],
          currentDate: context.clock.now(),
        });
        return payloadSchema.parse(payload);
      } catch (error) {
        throw invalidToken(error);
      }
    },
  };
}
