import { z } from 'zod';
import { singleFigures } from '../../../core/finance/figure-names.js';
import { amount, category, currencyCode, figure, wholeNumber } from '../../schemas.js';

export const figureParams = z.strictObject({
  figure: z.enum([...singleFigures, 'category']).meta({ example: 'spent' }),
});

export const figureQuery = z.strictObject({
  category: category.optional().meta({ description: 'With the figure `category`.' }),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Give a month as YYYY-MM.')
    .optional()
    .meta({ description: 'With the figure `category`.' }),
  limit: wholeNumber(1, 200).default(20),
});

export const explanation = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    figure,
    arithmetic: z.array(z.string()),
    lines: z.array(
      z.strictObject({
        transactionId: z.uuid(),
        date: z.string(),
        description: z.string(),
        amount,
        currency: currencyCode,
        category: z.string(),
        origin: z.enum(['statement', 'receipt', 'chat', 'api']),
        documentId: z.uuid().nullable(),
        fileName: z.string().nullable(),
        page: z.int().nullable(),
        line: z.int().nullable(),
        text: z.string().nullable().meta({ description: 'The line as the document prints it.' }),
      }),
    ),
    totalLines: z.int(),
  })
  .meta({ id: 'FigureExplanation' });

export const chartParams = z.strictObject({ chart: z.enum(['budget', 'spending']) });
export const chartQuery = z.strictObject({ theme: z.enum(['light', 'dark']).default('light') });
