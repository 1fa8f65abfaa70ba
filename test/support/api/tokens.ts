import { generateKeyPair, importJWK, SignJWT } from 'jose';

/** Access tokens that are wrong in one way each, made from what a good one holds. */
export async function badTokens(
  good: string,
  signingKey: string,
): Promise<Record<string, string | undefined>> {
  const [header = '', payload = '', signature = ''] = good.split('.');
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const key = await importJWK(JSON.parse(signingKey), 'ES256');
  const stranger = (await generateKeyPair('ES256')).privateKey;
  const now = Math.floor(Date.now() / 1000);
  const sign = (changes: Record<string, unknown>, by: Parameters<SignJWT['sign']>[0] = key) =>
    new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'ES256' }).sign(by);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    'no token': undefined,
    'no JWT': 'not-a-token',
    expired: await sign({ iat: now - 7200, exp: now - 3600 }),
    'wrong issuer': await sign({ iss: 'https://elsewhere.example' }),
    'wrong use': await sign({ token_use: 'id' }),
    'wrong client': await sign({ client_id: 'somebody-else' }),
    'signed by a stranger': await sign({}, stranger),
    'payload tampered with': `${header}.${encode({ ...claims, sub: crypto.randomUUID() })}.${signature}`,
    'signature tampered with': `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    'algorithm none': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'algorithm HS256 with the public key': `${encode({ alg: 'HS256', typ: 'JWT' })}.${payload}.${signature}`,
    'endlessly long': `${header}.${payload}.${'x'.repeat(9_000)}`,
  };
}
