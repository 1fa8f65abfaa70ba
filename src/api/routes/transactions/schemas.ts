import { z } from 'zod';
import { nextCursor } from '../../pagination.js';
import {
  amount,
  category,
  currencyCode,
  day,
  givenAmount,
  id,
  money,
  question,
  text,
  wholeNumber,
} from '../../schemas.js';

export const transaction = z
  .strictObject({
    id,
    origin: z.enum(['statement', 'receipt', 'chat', 'api']),
    postedOn: z.string(),
    description: z.string(),
    amount: amount.meta({ description: 'Negative is money out.' }),
    currency: currencyCode,
    merchantName: z.string(),
    category: z.string(),
    categorySource: z
      .enum(['rule', 'correction', 'mcc', 'merchant', 'token', 'history', 'none'])
      .meta({ description: 'Who decided the category.' }),
    role: z.enum(['spending', 'income', 'transfer', 'card_payment', 'refund']),
    ignored: z.boolean(),
    matchedTransactionId: id.nullable().meta({ description: 'What shows the same spend; only that counts.' }),
    itemId: id.nullable(),
    sources: z.array(
      z.strictObject({
        documentId: id,
        fileName: z.string(),
        page: z.int(),
        line: z.int(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'Transaction' });

export const transactionQuery = z
  .strictObject({
    from: day.optional(),
    to: day.optional(),
    category: category.optional(),
    limit: wholeNumber(1, 200).default(50),
    cursor: z.string().max(500).optional(),
  })
  .refine((query) => query.from === undefined || query.to === undefined || query.from <= query.to, {
    path: ['to'],
    message: '`to` lies before `from`.',
  });

export const transactionList = z.strictObject({
  transactions: z.array(transaction),
  total: z.int(),
  nextCursor,
});

export const newSpending = z
  .strictObject({
    amount: givenAmount.meta({ description: 'What was spent, positive.' }),
    currency: currencyCode.optional(),
    description: text(200),
    on: day.optional(),
    category: category.optional(),
    itemId: id.optional(),
    confirmed: z.boolean().optional().meta({ description: 'Take an amount or date that looked odd.' }),
  })
  .meta({ id: 'NewSpending' });

export const loggedSpending = z
  .strictObject({
    transactionId: id
      .nullable()
      .meta({ description: 'Null while a question is open; nothing is stored then.' }),
    amount: money,
    on: z.string(),
    merchantName: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    matchedTransactionId: id.nullable(),
    countsAsEntertainment: z.boolean(),
    questions: z.array(question),
  })
  .meta({ id: 'LoggedSpending' });

export const correction = z
  .strictObject({
    category: category.optional(),
    entertainment: z.literal(false).optional(),
    ignored: z.boolean().optional(),
    scope: z.enum(['merchant', 'transaction']).optional().meta({
      description:
        'The whole merchant, past and future (default), or this one; `ignored` is this one unless told.',
    }),
  })
  .refine(
    (change) =>
      [change.category, change.entertainment, change.ignored].filter((value) => value !== undefined)
        .length === 1,
    { message: 'Give exactly one of category, entertainment and ignored.' },
  )
  .meta({ id: 'Correction' });

export const corrected = z
  .strictObject({
    merchantName: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    ignored: z.boolean().nullable(),
    rule: z.boolean().meta({ description: 'Kept for the merchant, past and future.' }),
    transactionIds: z.array(id),
    questions: z.array(question),
  })
  .meta({ id: 'Corrected' });
