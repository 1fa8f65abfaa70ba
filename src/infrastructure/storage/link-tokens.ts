import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const contentSchema = z.object({
  k: z.string(),
  n: z.string(),
  t: z.string(),
  /** Seconds since 1970. */
  e: z.number().int(),
});

/** What a link gives access to. */
export interface LinkedFile {
  readonly key: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly expiresAt: Date;
}

/** A text for a URL that says what may be fetched until when, and that only the holder of the secret can write. */
export function signLink(file: LinkedFile, secret: Uint8Array): string {
  const content = {
    k: file.key,
    n: file.fileName,
    t: file.contentType,
    e: Math.floor(file.expiresAt.getTime() / 1000),
  };
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${body}.${mac(body, secret).toString('base64url')}`;
}

/** @returns null for a token that is forged, damaged or expired. */
export function verifyLink(token: string, secret: Uint8Array, now: Date): LinkedFile | null {
  const [body, signature, ...rest] = token.split('.');
  if (!body || !signature || rest.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const { k, n, t, e } = contentSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  const expiresAt = new Date(e * 1000);
  return expiresAt <= now ? null : { key: k, fileName: n, contentType: t, expiresAt };
}

function mac(body: string, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`file-link ${body}`).digest();
}
