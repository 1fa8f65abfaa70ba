import { randomBytes } from 'node:crypto';
import express, { type Router } from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who may ask for tokens. */
export interface BotRegistration {
  readonly appId: string;
  readonly password: string;
  readonly tenantId: string;
}

/** How an activity's token is made; a call that nobody should believe differs in one point. */
export interface SigningOptions {
  readonly serviceUrl: string;
  readonly audience: string;
  /** Seconds from now at which it ended. */
  readonly endedSecondsAgo?: number;
  /** Signed by a key that isn't published, under the name of one that is. */
  readonly forged?: boolean;
}

/** Microsoft's side of trust: it signs what bots receive, and gives tokens for what they send. */
export interface LoginService {
  readonly router: Router;
  readonly issuer: string;
  sign(options: SigningOptions): Promise<string>;
  /** Whether a call carries a token that is still good. */
  accepts(authorization: string | undefined): boolean;
  /** Tokens given so far are worth nothing any more. */
  revoke(): void;
  /** How often a token was asked for. */
  asked(): number;
}

const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'loopback-key';

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>;
let keys: Promise<{ readonly published: SigningKey; readonly strange: SigningKey }> | undefined;

/** Made once for all servers of a test file: keys take a moment. */
function signingKeys() {
  keys ??= Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]).then(([published, strange]) => ({ published, strange }));
  return keys;
}

/**
 * OpenID metadata, keys and tokens of incoming calls:
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
 * The token endpoint: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function createLoginService(
  registration: BotRegistration,
  baseUrl: () => string,
): Promise<LoginService> {
  const { published, strange } = await signingKeys();
  const publicKey = await exportJWK(published.publicKey);
  const given = new Set<string>();
  let asked = 0;
  const router = express.Router();

  router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    response.json({
      issuer: ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${baseUrl()}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });

  router.get('/v1/.well-known/keys', (_request, response) => {
    response.json({
      keys: [{ ...publicKey, use: 'sig', kid: KEY_ID, x5t: KEY_ID, endorsements: ['msteams', 'skype'] }],
    });
  });

  router.post('/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false }), (request, response) => {
    asked += 1;
    const { grant_type, client_id, client_secret, scope } = request.body;
    const { appId, password, tenantId } = registration;
    const complaint =
      request.params.tenant !== tenantId
        ? { error: 'invalid_request', error_description: 'AADSTS90002: Tenant not found.' }
        : grant_type !== 'client_credentials'
          ? { error: 'unsupported_grant_type', error_description: 'AADSTS70003' }
          : client_id !== appId
            ? { error: 'unauthorized_client', error_description: 'AADSTS700016: Application not found.' }
            : client_secret !== password
              ? { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' }
              : scope !== `${ISSUER}/.default`
                ? { error: 'invalid_scope', error_description: 'AADSTS1002012' }
                : null;
    if (complaint) {
      response.status(complaint.error === 'invalid_client' ? 401 : 400).json(complaint);
      return;
    }
    const token = randomBytes(24).toString('base64url');
    given.add(token);
    response.json({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token });
  });

  return {
    router,
    issuer: ISSUER,
    sign: ({ serviceUrl, audience, endedSecondsAgo, forged = false }) => {
      const now = Math.floor(Date.now() / 1000);
      const ends = endedSecondsAgo === undefined ? now + 3_600 : now - endedSecondsAgo;
      return new SignJWT({ serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setNotBefore(ends - 3_900)
        .setExpirationTime(ends)
        .sign((forged ? strange : published).privateKey);
    },
    accepts: (authorization) => given.has(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''),
    revoke: () => given.clear(),
    asked: () => asked,
  };
}
