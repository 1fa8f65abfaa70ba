import { createHash, timingSafeEqual } from 'node:crypto';
import type { IdentityProvider, Tokens } from '../../core/ports/identity-provider.js';
import type { Clock, Ids } from '../../core/ports/runtime.js';
import type { AccountStore } from '../../core/ports/stores/accounts.js';
import type { LocalAccountStore } from '../postgres/local-accounts.js';
import { accessTokenSeconds, createAccessTokens } from './access-tokens.js';
import { hashPassword, requireStrongPassword, verifyPassword } from './password.js';
import {
  invalidEmail,
  invalidToken,
  tooManyAttempts,
  wrongConfirmationCode,
  wrongCredentials,
} from './problems.js';

export interface EmbeddedIdentityOptions {
  readonly accounts: LocalAccountStore;
  readonly revocations: Pick<AccountStore, 'revokeToken' | 'isRevoked' | 'countGuess' | 'clearGuesses'>;
  /** From `createSigningKey`, the same at every start. */
  readonly signingKey: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Hands a confirmation code to the address's owner. Without it addresses are taken as confirmed. */
  readonly deliverCode?: (email: string, code: string) => Promise<void>;
  /** Lets in guests of this machine. */
  readonly guests: boolean;
}

/** As Cognito's refresh tokens live unless the client says otherwise. */
const refreshDays = 30;
const codeHours = 1;
const codeGuesses = 5;

/**
 * Accounts kept in the product's own database, with the behaviour of a Cognito user pool: for a machine without AWS.
 * Refresh tokens can be used again until they are revoked or expire, as Cognito's.
 */
export async function createEmbeddedIdentity(options: EmbeddedIdentityOptions): Promise<IdentityProvider> {
  const { accounts, revocations, clock, ids } = options;
  const tokens = await createAccessTokens(options.signingKey, options);
  const codes = createConfirmationCodes(options);

  async function signIn(subject: string): Promise<Tokens> {
    const refreshToken = Buffer.from(ids.bytes(32)).toString('base64url');
    const tokenHash = hashToken(refreshToken);
    const expiresAt = new Date(clock.now().getTime() + refreshDays * 86_400_000);
    await accounts.saveRefreshToken({ tokenHash, subject, expiresAt });
    const accessToken = await tokens.issue(subject, tokenHash);
    return { accessToken, refreshToken, expiresInSeconds: accessTokenSeconds };
  }

  return {
    register: async ({ email, password, displayName }) => {
      const address = normaliseEmail(email);
      requireStrongPassword(password);
      const subject = ids.uuid();
      const passwordHash = await hashPassword(password);
      const account = {
        subject,
        email: address,
        displayName: displayName ?? null,
        passwordHash,
        confirmed: !options.deliverCode,
      };
      // Somebody who has the address already is not told to strangers: the answer is the same.
      if (await accounts.create(account)) await codes.send(subject, address);
      return { subject, confirmationRequired: options.deliverCode !== undefined };
    },
    confirm: async ({ email, code }) => {
      const account = await accounts.findByEmail(normaliseEmail(email));
      if (!account || account.confirmed) throw wrongConfirmationCode();
      await codes.check(account.subject, code);
      await accounts.confirm(account.subject);
    },
    resendCode: async (email) => {
      const account = await accounts.findByEmail(normaliseEmail(email));
      if (account && !account.confirmed) await codes.send(account.subject, account.email);
    },
    login: async ({ email, password }) => {
      const account = await accounts.findByEmail(email.trim().toLowerCase());
      const right = await verifyPassword(password, account?.passwordHash ?? null);
      if (!account || !right || !account.confirmed) throw wrongCredentials();
      return signIn(account.subject);
    },
    refresh: async (refreshToken) => {
      const tokenHash = hashToken(refreshToken);
      const account = await accounts.findByRefreshToken(tokenHash, clock.now());
      if (!account) throw invalidToken();
      const accessToken = await tokens.issue(account.subject, tokenHash);
      return { accessToken, expiresInSeconds: accessTokenSeconds };
    },
    logout: async ({ accessToken, refreshToken }) => {
      const claims = await tokens.verify(accessToken);
      const now = clock.now();
      const until = new Date(now.getTime() + accessTokenSeconds * 1000);
      const origins = new Set([claims.origin_jti, ...(refreshToken ? [hashToken(refreshToken)] : [])]);
      for (const origin of origins) {
        await accounts.revokeRefreshToken(origin, now);
        await revocations.revokeToken(`origin:${origin}`, until);
      }
    },
    verify: async (accessToken) => {
      const claims = await tokens.verify(accessToken);
      const refused = [`origin:${claims.origin_jti}`, `subject:${claims.sub}`];
      if (await revocations.isRevoked(refused)) throw invalidToken();
      const expiresAt = new Date(claims.exp * 1000);
      return { subject: claims.sub, email: null, tokenId: claims.jti, expiresAt };
    },
    describe: async (accessToken) => {
      const { sub } = await tokens.verify(accessToken);
      const account = await accounts.find(sub);
      const email = account?.passwordHash ? account.email : null;
      return { email, displayName: account?.displayName ?? null };
    },
    deleteAccount: (subject) => accounts.delete(subject),
    check: async () => {
      await accounts.find('nobody');
    },
    ...(options.guests && {
      guest: async () => {
        const id = ids.uuid();
        const subject = `guest::${id}`;
        await accounts.create({
          subject,
          email: `${id}@users.invalid`,
          displayName: null,
          passwordHash: null,
          confirmed: true,
        });
        return { ...(await signIn(subject)), subject };
      },
    }),
  };
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const emailForm = /^[^\s@"<>]{1,64}@[^\s@"<>]{1,190}\.[^\s@"<>.]{2,}$/;

/** @throws MatineeError invalid EMAIL_INVALID */
function normaliseEmail(email: string): string {
  const address = email.trim().toLowerCase();
  if (!emailForm.test(address)) throw invalidEmail();
  return address;
}

/**
 * Codes that prove an address: six digits, good for an hour or two, five guesses in a quarter of an hour. They follow
 * from the signing key, the account and the hour, so that nothing needs to be stored.
 */
function createConfirmationCodes(options: EmbeddedIdentityOptions) {
  const secretOf = (subject: string, hour: number) =>
    createHash('sha256').update(`${options.signingKey} confirm ${subject} ${hour}`).digest();
  const codeOf = (subject: string, hour: number) =>
    String(secretOf(subject, hour).readUInt32BE(0) % 1_000_000).padStart(6, '0');
  const hourNow = () => Math.floor(options.clock.now().getTime() / 3_600_000);
  return {
    send: async (subject: string, email: string) => {
      await options.deliverCode?.(email, codeOf(subject, hourNow()));
    },
    check: async (subject: string, code: string) => {
      const guesses = `confirm:${subject}`;
      const count = await options.revocations.countGuess(guesses, options.clock.now(), 15 * 60);
      if (count > codeGuesses) throw tooManyAttempts();
      const given = Buffer.from(code.trim().padEnd(6).slice(0, 6));
      let good = false;
      for (let age = 0; age <= codeHours; age += 1) {
        const expected = Buffer.from(codeOf(subject, hourNow() - age));
        if (given.length === expected.length && timingSafeEqual(given, expected)) good = true;
      }
      if (!good) throw wrongConfirmationCode();
      await options.revocations.clearGuesses(guesses);
    },
  };
}
