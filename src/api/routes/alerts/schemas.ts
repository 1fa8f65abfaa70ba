import { z } from 'zod';
import { id, instant } from '../../schemas.js';

export const alert = z
  .strictObject({
    id,
    kind: z.enum(['pace', 'overspent', 'subscription-due', 'price-rise', 'unusual', 'wish-price', 'digest']),
    severity: z.enum(['info', 'warn', 'critical']),
    status: z.enum(['active', 'dismissed', 'snoozed']),
    message: z.string(),
    snoozedUntil: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Alert' });

export const alertList = z.strictObject({ alerts: z.array(alert) });

export const alertAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('dismiss') }),
  z.strictObject({ answer: z.literal('snooze'), until: instant }),
]);
