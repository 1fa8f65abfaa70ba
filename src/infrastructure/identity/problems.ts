import { MatineeError } from '../../core/ports/errors.js';

/**
 * One sentence for an unknown address, a wrong password and an address that waits for its code: which of them it was
 * would tell strangers who is a user.
 */
export function wrongCredentials(cause?: unknown): MatineeError {
  return new MatineeError(
    'unauthenticated',
    'CREDENTIALS_WRONG',
    'The e-mail or the password is wrong, or the address is not confirmed yet.',
    { cause },
  );
}

export function invalidToken(cause?: unknown): MatineeError {
  return new MatineeError(
    'unauthenticated',
    'TOKEN_INVALID',
    'The token is not good, or not good any more.',
    {
      cause,
    },
  );
}

export function wrongConfirmationCode(cause?: unknown): MatineeError {
  return new MatineeError(
    'invalid',
    'CODE_INVALID',
    'That code does not work: it may be mistyped, used or too old. Ask for a new one.',
    { cause, fields: [{ path: 'code', message: 'This code does not work.' }] },
  );
}

export function weakPassword(message: string, cause?: unknown): MatineeError {
  return new MatineeError('invalid', 'PASSWORD_WEAK', message, {
    cause,
    fields: [{ path: 'password', message }],
  });
}

export function invalidEmail(cause?: unknown): MatineeError {
  const message = 'This is not an e-mail address.';
  return new MatineeError('invalid', 'EMAIL_INVALID', message, {
    cause,
    fields: [{ path: 'email', message }],
  });
}

export function identityUnavailable(cause: unknown): MatineeError {
  return new MatineeError(
    'unavailable',
    'IDENTITY_UNAVAILABLE',
    'Signing in does not work right now. Please try again in a moment.',
    { cause },
  );
}

export function tooManyAttempts(cause?: unknown): MatineeError {
  return new MatineeError('limited', 'TOO_MANY_ATTEMPTS', 'That were many attempts. Please wait a while.', {
    cause,
  });
}
