import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { tooManyAttempts, weakPassword } from './problems.js';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
);

/** OWASP's Password Storage Cheat Sheet for scrypt: N = 2^15, r = 8, p = 3; 32 MB and about 0.2 s a hash. */
const cost = { logN: 15, r: 8, p: 3 };
const keyBytes = 32;

/** Each hash takes 32 MB: two at a time, and a bounded queue, keep a flood of logins from taking the memory. */
const atOnce = 2;
const mostWaiting = 200;
let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw tooManyAttempts();
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function hash(password: string, salt: Buffer, { logN, r, p }: typeof cost): Promise<Buffer> {
  const N = 2 ** logN;
  return limited(() => derive(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }));
}

/** `scrypt$logN$r$p$salt$hash`: the cost is kept beside the hash, so that it can be raised for new passwords. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await hash(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Compares in constant time. With no hash to compare (an unknown address) it takes as long and answers false. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [name, logN, r, p, salt, key] = (stored ?? '').split('$');
  if (name !== 'scrypt' || !salt || !key) {
    await hash(password, Buffer.alloc(16), cost);
    return false;
  }
  const expected = Buffer.from(key, 'base64');
  const given = await hash(password, Buffer.from(salt, 'base64'), {
    logN: Number(logN),
    r: Number(r),
    p: Number(p),
  });
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * Length alone, as NIST SP 800-63B advises, and as the Cognito pool of docs/aws is set.
 * @throws MatineeError invalid PASSWORD_WEAK
 */
export function requireStrongPassword(password: string): void {
  const characters = [...password].length;
  if (characters < 8) throw weakPassword('Take at least 8 characters.');
  if (characters > 256) throw weakPassword('Take at most 256 characters.');
}
