/** What a verified access token says. `subject` is the provider's stable user id (`users.cognito_sub`). */
export interface Claims {
  readonly subject: string;
  readonly email: string | null;
  readonly tokenId: string;
  readonly expiresAt: Date;
}

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** Registers, signs in and verifies: an AWS Cognito user pool, or the embedded provider with the same behaviour. */
export interface IdentityProvider {
  /** @returns the new subject, and whether an e-mailed code must be confirmed first. @throws MatineeError invalid */
  register(input: {
    email: string;
    password: string;
    displayName?: string;
  }): Promise<{ subject: string; confirmationRequired: boolean }>;
  confirm(input: { email: string; code: string }): Promise<void>;
  /** @throws MatineeError unauthenticated, with one sentence for an unknown e-mail and a wrong password alike. */
  login(input: { email: string; password: string }): Promise<Tokens>;
  refresh(refreshToken: string): Promise<Omit<Tokens, 'refreshToken'>>;
  /** Revokes the refresh token and refuses the access token from now on. */
  logout(input: { accessToken: string; refreshToken?: string }): Promise<void>;
  /** @throws MatineeError unauthenticated; `unavailable` when the keys cannot be had. */
  verify(accessToken: string): Promise<Claims>;
  /** What the provider knows about the token's account, to greet a new user. */
  describe(
    accessToken: string,
  ): Promise<{ readonly email: string | null; readonly displayName: string | null }>;
  /** Sends a new confirmation code; succeeds for unknown addresses as well. */
  resendCode(email: string): Promise<void>;
  /** Tokens for a guest of this machine; absent where guests are not allowed. */
  guest?(): Promise<Tokens & { subject: string }>;
  /** Removes the account at the provider. */
  deleteAccount(subject: string): Promise<void>;
  check(signal?: AbortSignal): Promise<void>;
}
