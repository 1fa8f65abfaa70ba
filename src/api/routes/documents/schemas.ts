import { z } from 'zod';
import { nextCursor } from '../../pagination.js';
import { amount, currencyCode, id, idempotencyHeader, instant } from '../../schemas.js';

export const documentType = z.enum(['bank_statement', 'pay_stub', 'receipt']);

export const document = z
  .strictObject({
    id,
    documentType,
    kind: z
      .enum(['bank_statement', 'credit_card_statement', 'pay_stub', 'receipt', 'invoice'])
      .nullable()
      .meta({ description: 'What it turned out to be, once read.' }),
    fileName: z.string(),
    fileSizeBytes: z.int(),
    mimeType: z.literal('application/pdf'),
    processingStatus: z.enum(['pending', 'processing', 'completed', 'failed']),
    verdict: z
      .enum(['verified', 'discrepancy', 'unverifiable', 'failed'])
      .nullable()
      .meta({ description: 'What arithmetic says about the reading.' }),
    failureCode: z.string().nullable(),
    passwordRequired: z.boolean(),
    progress: z
      .strictObject({ stage: z.enum(['text', 'ocr', 'figures']), page: z.int(), pages: z.int() })
      .nullable(),
    uploadedAt: instant,
    processedAt: instant.nullable(),
  })
  .meta({ id: 'Document' });

export const uploadFields = z.strictObject({
  documentType: documentType
    .optional()
    .meta({ description: 'A hint, before the file; the content decides.' }),
});

export const uploadForm = z.object({
  documentType: documentType.optional().meta({ description: 'A hint; the content decides.' }),
  file: z.string().meta({
    description: 'The PDF, as the last part.',
    override: { type: 'string', contentMediaType: 'application/pdf', contentEncoding: 'binary' },
  }),
});

export const uploadHeaders = idempotencyHeader;

export const uploaded = z
  .strictObject({
    document,
    duplicate: z.boolean().meta({ description: 'The same file was there already; this is it.' }),
  })
  .meta({ id: 'UploadedDocument' });

export const documentList = z.strictObject({ documents: z.array(document), total: z.int(), nextCursor });

/** Where a page of documents starts. */
export const documentPlace = z.strictObject({ uploadedAt: z.iso.datetime(), id: z.uuid() });

export const deleted = z.strictObject({
  transactions: z.int().meta({ description: 'Transactions that no other document shows went with it.' }),
});

export const link = z.strictObject({ url: z.string(), expiresAt: instant });

export const unlock = z.strictObject({
  password: z
    .string()
    .min(1)
    .max(256)
    .meta({ description: 'Used once to open the file; never stored or logged.' }),
});

const sourceLine = z
  .strictObject({
    page: z.int(),
    line: z.int(),
    text: z.string().meta({ description: 'The line as printed.' }),
  })
  .meta({ id: 'SourceLine', description: 'Where in the document a figure stands; from 1.' });

const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  source: sourceLine.nullable(),
  difference: amount.nullable(),
});

const sources = z.record(z.string(), sourceLine).meta({ description: 'Evidence by field name.' });
const optional = amount.nullable();

const account = z.strictObject({
  label: z.string().nullable(),
  numberEnding: z.string().nullable(),
  currency: currencyCode,
  balanceMeaning: z.enum(['held', 'owed']),
  openingBalance: optional,
  closingBalance: optional,
  totalIn: amount,
  totalOut: amount,
  printedTotalIn: optional,
  printedTotalOut: optional,
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  verdict: z.enum(['verified', 'discrepancy', 'unverifiable']),
  proofs: z.array(z.string()),
  problems: z.array(problem),
  sources,
  transactions: z.array(
    z.strictObject({
      date: z.string().nullable(),
      description: z.string(),
      amount,
      balance: optional,
      source: sourceLine,
      original: z.strictObject({ currency: z.string(), amount }).nullable(),
    }),
  ),
});

const item = z.strictObject({ description: z.string(), amount, source: sourceLine });

const statement = z.strictObject({ issuer: z.string().nullable(), accounts: z.array(account) });

const payStub = z.strictObject({
  currency: currencyCode,
  employer: z.string().nullable(),
  grossPay: optional,
  netPay: optional,
  derivedNetPay: optional,
  deductions: z.array(z.strictObject({ name: z.string(), amount, source: sourceLine })),
  totalDeductions: optional,
  totalTaxes: optional,
  ytdGross: optional,
  ytdNet: optional,
  payDate: z.string().nullable(),
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  frequency: z.string().nullable(),
  sources,
});

const receipt = z.strictObject({
  currency: currencyCode,
  merchant: z.string().nullable(),
  date: z.string().nullable(),
  total: optional,
  subtotal: optional,
  tax: optional,
  discount: optional,
  tip: optional,
  tendered: optional,
  balanceDue: optional,
  paid: z.boolean().nullable(),
  items: z.array(item),
  sources,
});

export const analysis = z
  .strictObject({
    document,
    reading: z
      .strictObject({
        kind: z.string().nullable(),
        verdict: z.enum(['verified', 'discrepancy', 'unverifiable', 'failed']),
        proofs: z.array(z.string()),
        problems: z.array(problem),
        statement: statement.nullable(),
        payStub: payStub.nullable(),
        receipt: receipt.nullable(),
      })
      .nullable()
      .meta({ description: 'Null until it has been read.' }),
    imported: z
      .strictObject({
        rowsAdded: z.int(),
        rowsRecognised: z.int(),
        rowsMerged: z.int(),
        rowsSkipped: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'DocumentAnalysis', description: 'What was read, each figure with its page and line.' });
