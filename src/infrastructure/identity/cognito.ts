import {
  AdminDeleteUserCommand,
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  ConfirmSignUpCommand,
  DescribeUserPoolClientCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  ResendConfirmationCodeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { IdentityProvider } from '../../core/ports/identity-provider.js';
import type { Clock, Ids } from '../../core/ports/runtime.js';
import type { AccountStore } from '../../core/ports/stores/accounts.js';
import { createCognitoVerifier } from './cognito-verifier.js';
import {
  identityUnavailable,
  invalidEmail,
  invalidToken,
  tooManyAttempts,
  weakPassword,
  wrongConfirmationCode,
  wrongCredentials,
} from './problems.js';

export interface CognitoIdentityOptions {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  /** Issuer of the tokens; the pool's own on AWS unless given. */
  readonly authority?: string;
  readonly revocations: Pick<AccountStore, 'revokeToken' | 'isRevoked'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** For tests; the SDK's own AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and credential chain serve otherwise. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const connectMilliseconds = 3_000;
const requestMilliseconds = 10_000;
/** Longer than Cognito lets any access token live (a day). */
const longestTokenMilliseconds = 25 * 3_600_000;

/** Registers and signs in with an AWS Cognito user pool; tokens are checked here with the pool's public keys. */
export function createCognitoIdentity(options: CognitoIdentityOptions): IdentityProvider & { close(): void } {
  const { clientId: ClientId, userPoolId: UserPoolId, revocations } = options;
  const client = new CognitoIdentityProviderClient({
    region: options.region,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: connectMilliseconds, requestTimeout: requestMilliseconds },
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(options.credentials && { credentials: options.credentials }),
  });
  const verifier = createCognitoVerifier(options);

  return {
    register: async ({ email, password, displayName }) => {
      const UserAttributes = [
        { Name: 'email', Value: email.trim().toLowerCase() },
        ...(displayName ? [{ Name: 'name', Value: displayName }] : []),
      ];
      const Username = email.trim().toLowerCase();
      try {
        const command = new SignUpCommand({ ClientId, Username, Password: password, UserAttributes });
        const { UserSub, UserConfirmed } = await client.send(command);
        return { subject: UserSub ?? options.ids.uuid(), confirmationRequired: UserConfirmed !== true };
      } catch (error) {
        // Somebody who has the address already is not told to strangers: the answer is the same.
        if (named(error, 'UsernameExistsException')) {
          return { subject: options.ids.uuid(), confirmationRequired: true };
        }
        throw mapCognitoError(error);
      }
    },
    confirm: async ({ email, code }) => {
      const Username = email.trim().toLowerCase();
      await client
        .send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: code.trim() }))
        .catch((error: unknown) => {
          throw isRefusal(error) ? wrongConfirmationCode(error) : mapCognitoError(error);
        });
    },
    resendCode: async (email) => {
      const Username = email.trim().toLowerCase();
      await client.send(new ResendConfirmationCodeCommand({ ClientId, Username })).catch((error: unknown) => {
        if (!isRefusal(error)) throw mapCognitoError(error);
      });
    },
    login: async ({ email, password }) => {
      const AuthParameters = { USERNAME: email.trim().toLowerCase(), PASSWORD: password };
      const result = await initiate(client, { AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters });
      if (!result?.AccessToken || !result.RefreshToken) throw wrongCredentials();
      return { ...accessOf(result), refreshToken: result.RefreshToken };
    },
    refresh: async (refreshToken) => {
      const AuthParameters = { REFRESH_TOKEN: refreshToken };
      const result = await initiate(client, {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId,
        AuthParameters,
      }).catch((error: unknown) => {
        throw named(error, 'MatineeError') && isUnauthenticated(error) ? invalidToken(error) : error;
      });
      if (!result?.AccessToken) throw invalidToken();
      return accessOf(result);
    },
    logout: async ({ accessToken, refreshToken }) => {
      const claims = await verifier.verify(accessToken);
      const until = new Date(options.clock.now().getTime() + longestTokenMilliseconds);
      await revocations.revokeToken(claims.tokenId, claims.expiresAt);
      if (claims.originId) await revocations.revokeToken(`origin:${claims.originId}`, until);
      const revoked = refreshToken
        ? client.send(new RevokeTokenCommand({ ClientId, Token: refreshToken }))
        : client.send(new GlobalSignOutCommand({ AccessToken: accessToken }));
      await revoked.catch((error: unknown) => {
        if (!isRefusal(error)) throw mapCognitoError(error);
      });
    },
    verify: async (accessToken) => {
      const claims = await verifier.verify(accessToken);
      const refused = [claims.tokenId, `subject:${claims.subject}`];
      if (claims.originId) refused.push(`origin:${claims.originId}`);
      if (await revocations.isRevoked(refused)) throw invalidToken();
      const { subject, tokenId, expiresAt } = claims;
      return { subject, tokenId, expiresAt, email: null };
    },
    describe: async (accessToken) => {
      const { UserAttributes = [] } = await client
        .send(new GetUserCommand({ AccessToken: accessToken }))
        .catch((error: unknown) => {
          throw isRefusal(error) ? invalidToken(error) : mapCognitoError(error);
        });
      const attribute = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value ?? null;
      return { email: attribute('email'), displayName: attribute('name') };
    },
    deleteAccount: async (subject) => {
      try {
        // Names in the pool may be addresses: the subject alone is what the product knows.
        const Filter = `sub = "${subject.replace(/["\\]/g, '')}"`;
        const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId, Filter, Limit: 1 }));
        const Username = Users[0]?.Username;
        if (Username) await client.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
      } catch (error) {
        if (!named(error, 'UserNotFoundException')) throw mapCognitoError(error);
      }
    },
    check: async (signal) => {
      await verifier.check();
      await client
        .send(
          new DescribeUserPoolClientCommand({ UserPoolId, ClientId }),
          signal ? { abortSignal: signal } : {},
        )
        .catch((error: unknown) => {
          // The policy need not allow this: an answer of any kind shows that the pool is there.
          if (!(error instanceof CognitoIdentityProviderServiceException)) throw identityUnavailable(error);
          if (named(error, 'ResourceNotFoundException')) throw identityUnavailable(error);
        });
    },
    close: () => client.destroy(),
  };
}

async function initiate(
  client: CognitoIdentityProviderClient,
  input: ConstructorParameters<typeof InitiateAuthCommand>[0],
): Promise<AuthenticationResultType | undefined> {
  try {
    return (await client.send(new InitiateAuthCommand(input))).AuthenticationResult;
  } catch (error) {
    throw isRefusal(error) ? wrongCredentials(error) : mapCognitoError(error);
  }
}

function accessOf(result: AuthenticationResultType) {
  return { accessToken: result.AccessToken ?? '', expiresInSeconds: result.ExpiresIn ?? 3600 };
}

function named(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'name') === name;
}

function isUnauthenticated(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'kind') === 'unauthenticated';
}

const refusals = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'CodeMismatchException',
  'ExpiredCodeException',
  'AliasExistsException',
  'InvalidPasswordException',
  'InvalidParameterException',
];

function isRefusal(error: unknown): boolean {
  return refusals.some((name) => named(error, name));
}

const throttles = ['TooManyRequestsException', 'LimitExceededException', 'TooManyFailedAttemptsException'];

function mapCognitoError(error: unknown) {
  if (named(error, 'InvalidPasswordException')) return weakPassword('Take at least 8 characters.', error);
  if (named(error, 'InvalidParameterException')) return invalidEmail(error);
  if (throttles.some((name) => named(error, name))) return tooManyAttempts(error);
  return identityUnavailable(error);
}
