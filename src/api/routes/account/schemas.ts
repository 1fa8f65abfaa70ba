import { z } from 'zod';
import { id, instant } from '../../schemas.js';
import { identity } from '../auth/schemas.js';

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.')
  .meta({ example: '22:00' });

const flags = {
  periodKind: z.enum(['month', 'pay_cycle']),
  rollOver: z.boolean(),
  alertsEnabled: z.boolean(),
  digestEnabled: z.boolean(),
  quietFrom: clockTime.nullable(),
  quietTo: clockTime.nullable(),
};
const region = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Give a country as two capital letters, like GB.')
  .meta({ example: 'GB' })
  .nullable();

export const settings = z
  .strictObject({ locale: z.string(), timeZone: z.string(), region, ...flags })
  .meta({ id: 'Settings' });

export const settingsChanges = z
  .strictObject({
    locale: z.string().max(35).nullable(),
    timeZone: z.string().max(64).nullable(),
    region,
    ...flags,
  })
  .partial()
  .meta({ id: 'SettingsChanges', description: 'A field that is left out stays; null restores the default.' });

export const linkCode = z.strictObject({
  code: z.string().meta({ example: 'K7QM-3XVP' }),
  expiresAt: instant,
});

export const redemption = z.strictObject({ code: z.string().trim().min(4).max(40) });
export const redeemed = z.strictObject({
  accountId: id.meta({ description: 'The account that stays, with both histories.' }),
  merged: z.boolean(),
});

export const identities = z.strictObject({ identities: z.array(identity) });

export const accountExport = z.strictObject({
  exportedAt: instant,
  tables: z
    .record(z.string(), z.array(z.record(z.string(), z.unknown())))
    .meta({ description: 'Every row that belongs to you, by table.' }),
  files: z.array(
    z.strictObject({ documentId: id, fileName: z.string(), url: z.string(), expiresAt: instant }),
  ),
});
