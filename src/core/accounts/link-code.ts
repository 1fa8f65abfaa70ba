import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or from a photo is typed right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** Codes are good for this long. */
export const linkCodeMinutes = 10;

/** Eight letters and digits, 40 random bits, shown as `ABCD-EFGH`. @param bytes at least 8 random ones */
export function formatLinkCode(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, length)].map((byte) => alphabet.charAt(byte % alphabet.length));
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The code as it is kept: hashed, after mending what people mistype (case, dashes, blanks, O for 0, I and L for 1). */
export function hashLinkCode(code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`link-code ${plain}`).digest('hex');
}
