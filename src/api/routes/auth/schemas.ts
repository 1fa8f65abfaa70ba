import { z } from 'zod';
import { id, instant, text } from '../../schemas.js';

const email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Give an e-mail address.'))
  .meta({ example: 'ada@example.com' });

/** Bounded so that hashing one stays cheap; the provider has the rules about strength. */
const password = z.string().min(8, 'Take at least 8 characters.').max(256);

export const registration = z
  .strictObject({ email, password, displayName: text(100).optional() })
  .meta({ id: 'Registration' });

export const registered = z.strictObject({
  confirmationRequired: z
    .boolean()
    .meta({ description: 'A code was sent by e-mail and has to be confirmed before the first login.' }),
});

export const confirmation = z.strictObject({ email, code: z.string().trim().min(1).max(20) });
export const resend = z.strictObject({ email });
export const confirmed = z.strictObject({ confirmed: z.literal(true) });
export const resent = z.strictObject({ sent: z.literal(true) });

/** Any password may be tried, whatever the rules are today. */
export const login = z.strictObject({ email, password: z.string().min(1).max(256) });

const accessToken = z.string().meta({ description: 'A JWT: `Authorization: Bearer …`.' });
const expiresIn = z.int().meta({ description: 'Seconds.', example: 3600 });
const tokenType = z.literal('Bearer');

export const tokens = z
  .strictObject({ accessToken, refreshToken: z.string(), expiresIn, tokenType })
  .meta({ id: 'Tokens' });

export const refresh = z.strictObject({ refreshToken: z.string().min(1).max(8_192) });
export const refreshed = z.strictObject({ accessToken, expiresIn, tokenType });

export const logout = z.strictObject({ refreshToken: z.string().min(1).max(8_192).optional() }).optional();

export const identity = z
  .strictObject({
    id,
    platform: z.string(),
    tenant: z.string(),
    displayName: z.string().nullable(),
    linkedAt: instant,
  })
  .meta({ id: 'LinkedIdentity' });

export const account = z
  .strictObject({
    id,
    email: z.string().nullable().meta({ description: 'Null where none is known.' }),
    displayName: z.string().nullable(),
    createdAt: instant,
    identities: z.array(identity),
  })
  .meta({ id: 'Account' });
