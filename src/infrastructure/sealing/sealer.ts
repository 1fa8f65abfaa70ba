import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, errors } from 'jose';

/** Encrypts short texts that are kept, each bound to where it is kept. */
export interface Sealer {
  /** @param place where the text is kept; it opens for the same place alone */
  seal(text: string, place: string): Promise<string>;
  /** Null when it was sealed for another place, with a key that is not known here, or changed since. */
  open(sealed: string, place: string): Promise<string | null>;
}

/**
 * Seals as JWE (RFC 7516) with AES-256-GCM.
 * @param keys of 32 bytes: the first seals, all of them open, so that a key can be replaced
 */
export function createSealer(keys: readonly Uint8Array[]): Sealer {
  const [first] = keys;
  if (first === undefined) throw new Error('There is no key to seal with.');
  const known = new Map(keys.map((key) => [keyId(key), key]));
  return {
    seal: (text, place) =>
      new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keyId(first), place })
        .encrypt(first),
    open: async (sealed, place) => {
      try {
        const { plaintext, protectedHeader } = await compactDecrypt(
          sealed,
          ({ kid = '' }) => {
            const key = known.get(kid);
            if (key === undefined) throw new errors.JWEDecryptionFailed();
            return key;
          },
          { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
        );
        return protectedHeader.place === place ? new TextDecoder().decode(plaintext) : null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

/** Tells keys apart without telling anything about them. */
function keyId(key: Uint8Array): string {
  return createHash('sha256').update('key id').update(key).digest('base64url').slice(0, 11);
}
