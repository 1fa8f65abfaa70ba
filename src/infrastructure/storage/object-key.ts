import { MatineeError } from '../../core/ports/errors.js';

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const longest = 500;

/**
 * Holds a key against the only form that keys have: segments of letters, digits, `.`, `_` and `-`, joined by `/`,
 * none of which can climb out of a folder.
 * @throws MatineeError invalid OBJECT_KEY_INVALID
 */
export function requireObjectKey(key: string): string {
  const valid = key.length <= longest && key.split('/').every((part) => segment.test(part));
  if (!valid) throw invalidKey();
  return key;
}

/** A prefix is a key that ends in `/`. @throws MatineeError invalid OBJECT_KEY_INVALID */
export function requireObjectPrefix(prefix: string): string {
  if (!prefix.endsWith('/')) throw invalidKey();
  requireObjectKey(prefix.slice(0, -1));
  return prefix;
}

function invalidKey(): MatineeError {
  return new MatineeError('invalid', 'OBJECT_KEY_INVALID', 'That is not the key of a stored file.');
}

/** One sentence for a file that is not there. */
export function objectNotFound(cause?: unknown): MatineeError {
  return new MatineeError('not-found', 'FILE_NOT_FOUND', 'The stored file is not there any more.', { cause });
}

export function storageUnavailable(cause: unknown): MatineeError {
  return new MatineeError(
    'unavailable',
    'STORAGE_UNAVAILABLE',
    'The file storage does not answer right now. Please try again in a moment.',
    { cause },
  );
}
