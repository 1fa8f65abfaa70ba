import { z } from 'zod';
import { isIsoDate } from '../domain/calendar.js';
import { categories, isCategory } from '../domain/categories/categories.js';
import { isCadence } from '../domain/recurrence/cadence.js';

/** An identifier in a path or a body. */
export const id = z.uuid('Give an id (a UUID).').meta({ example: '5f0c7a52-6a3e-4a57-9a33-0d9b9f5f7c11' });

export const idParams = z.strictObject({ id });

/** A moment, ISO 8601 in UTC. */
export const instant = z.iso.datetime().meta({ example: '2026-11-02T09:30:00.000Z' });

/** A day of the calendar. */
export const day = z.string().refine(isIsoDate, 'Give a date as YYYY-MM-DD.').meta({
  format: 'date',
  example: '2026-11-02',
});

/** Text that a person wrote: trimmed, and not empty. */
export function text(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(longest, `Keep it under ${longest} characters.`);
}

export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Give a currency as three capital letters, such as USD.')
  .meta({ description: 'ISO 4217.', example: 'USD' });

/** An amount in major units that comes with its currency elsewhere in the object. */
export const amount = z.number().meta({ description: 'Major units.', example: 42.5 });

/** An amount that somebody gives: not negative, and within what the columns hold. */
export const givenAmount = z
  .number()
  .min(0, 'Give an amount of 0 or more.')
  .max(9_999_999_999, 'That is more than can be kept.')
  .meta({ description: 'Major units.', example: 42.5 });

export const money = z
  .strictObject({ amount, currency: currencyCode })
  .meta({ id: 'Money', description: 'An amount in major units with its currency.' });

export const cadence = z
  .string()
  .refine(isCadence, 'Give how often, such as monthly.')
  .meta({
    enum: [
      'weekly',
      'fortnightly',
      'four-weekly',
      'semi-monthly',
      'monthly',
      'quarterly',
      'half-yearly',
      'annual',
    ],
    example: 'monthly',
  });

export const category = z
  .string()
  .refine(isCategory, 'There is no such category.')
  .meta({ enum: [...categories], example: 'cinema' });

const figureSource = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('transactions'),
      count: z.int().meta({ description: 'How many lines are behind the figure.' }),
      transactionIds: z.array(z.uuid()).meta({ description: 'The first 50 of them.' }),
    }),
    z.strictObject({ kind: z.literal('stated'), statedAt: z.string(), messageId: z.uuid().nullable() }),
    z.strictObject({ kind: z.literal('pay-stub'), documentId: z.uuid() }),
    z.strictObject({
      kind: z.literal('rate'),
      from: z.string(),
      to: z.string(),
      on: z.string(),
      rate: z.number(),
    }),
    z.strictObject({ kind: z.literal('formula'), rule: z.string() }),
  ])
  .meta({ id: 'FigureSource', description: 'Where a figure comes from.' });

export const figure = z
  .strictObject({
    amount,
    currency: currencyCode,
    approximate: z.boolean().meta({ description: 'A conversion or an estimate is part of it: say "about".' }),
    arithmetic: z
      .string()
      .meta({ description: 'The sum as a line of text.', example: '2 payments of $1,600.00' }),
    sources: z.array(figureSource),
  })
  .meta({
    id: 'Figure',
    description: 'An amount that can be explained.',
    example: {
      amount: 3200,
      currency: 'USD',
      approximate: false,
      arithmetic: '3 payments of $3,200.00, one a month',
      sources: [
        {
          kind: 'transactions',
          count: 3,
          transactionIds: ['5f0c7a52-6a3e-4a57-9a33-0d9b9f5f7c11'],
        },
      ],
    },
  });

export const question = z
  .strictObject({ code: z.string().meta({ example: 'PAY_FREQUENCY' }), message: z.string() })
  .meta({ id: 'Question', description: 'Something only the user can settle; nothing is guessed meanwhile.' });

export const dataState = z
  .strictObject({
    firstDate: z.string().nullable(),
    lastDate: z.string().nullable(),
    basedOn: z.string().nullable().meta({ example: 'based on statements to 30 June 2026' }),
    stale: z.boolean(),
    missingMonths: z.array(z.string()),
    statements: z.int(),
  })
  .meta({ id: 'DataState', description: 'How current and how complete the picture is.' });

/** A whole number in a query. */
export function wholeNumber(least: number, most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value),
    z
      .number(`Give a whole number from ${least} to ${most}.`)
      .int(`Give a whole number from ${least} to ${most}.`)
      .min(least, `Give a whole number from ${least} to ${most}.`)
      .max(most, `Give a whole number from ${least} to ${most}.`),
  );
}

/** A decimal number in a query. */
export function decimalNumber(least: number, most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d{1,10}(\.\d{1,4})?$/.test(value) ? Number(value) : value),
    z
      .number(`Give a number from ${least} to ${most}.`)
      .min(least, `Give a number from ${least} to ${most}.`)
      .max(most, `Give a number from ${least} to ${most}.`),
  );
}

/** Yes or no in a query. */
export const yesNo = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean('Give true or false.'),
);

/** A list in a query: the parameter repeated, or its values with commas between. */
export function listOf<T extends z.ZodType>(item: T, most = 20) {
  return z.preprocess(
    (value) =>
      (Array.isArray(value) ? value : [value]).flatMap((part) =>
        typeof part === 'string' ? part.split(',').map((word) => word.trim()) : [part],
      ),
    z.array(item).max(most, `Give at most ${most}.`),
  );
}

/** The header that makes a repeated request do its work once. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'Give 8 to 200 printable characters without spaces.')
    .optional()
    .meta({
      description: 'Makes a repeat of the same request do its work once.',
      example: '9c2f3c1e-4b1d-4f9a',
    }),
});
