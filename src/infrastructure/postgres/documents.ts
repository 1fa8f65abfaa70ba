import { z } from 'zod';
import type {
  DocumentRecord,
  DocumentStore,
  DocumentType,
  ImportCounts,
  ProcessingStatus,
  StoredReading,
} from '../../core/ports/stores/documents.js';
import type { ReadingProgress } from '../../documents/ports.js';
import type { DocumentKind, Reading, Verdict } from '../../documents/reading.js';
import type { PrismaTransaction } from './client.js';
import { Prisma } from './generated/client.js';

const withReading = { include: { reading: true } } as const;
type Row = Prisma.FinancialDocumentGetPayload<typeof withReading>;

const types = z.enum(['bank_statement', 'pay_stub', 'receipt']) satisfies z.ZodType<DocumentType>;
const statuses = z.enum([
  'pending',
  'processing',
  'completed',
  'failed',
]) satisfies z.ZodType<ProcessingStatus>;
const kinds = z.enum([
  'bank_statement',
  'credit_card_statement',
  'pay_stub',
  'receipt',
  'invoice',
]) satisfies z.ZodType<DocumentKind>;
const verdicts = z.enum(['verified', 'discrepancy', 'unverifiable', 'failed']) satisfies z.ZodType<Verdict>;
const progressSchema = z.object({
  stage: z.enum(['text', 'ocr', 'figures']),
  page: z.number(),
  pages: z.number(),
}) satisfies z.ZodType<ReadingProgress>;
const countsSchema = z.object({
  rowsAdded: z.number(),
  rowsRecognised: z.number(),
  rowsMerged: z.number(),
  rowsSkipped: z.number(),
}) satisfies z.ZodType<ImportCounts>;
/** Written by `settle` alone: what identifies a reading is checked, its many figures are taken as they were stored. */
const storedSchema = z.object({
  reading: z.custom<Reading>(
    (value) => z.looseObject({ verdict: verdicts, proofs: z.array(z.string()) }).safeParse(value).success,
  ),
  imported: countsSchema.nullable(),
}) satisfies z.ZodType<StoredReading>;

/** Documents and what was read from them (tables financial_documents and document_readings). */
export function createDocumentStore(client: PrismaTransaction): DocumentStore {
  return { ...createUploads(client), ...createQueries(client), ...createReadings(client) };
}

type Uploads = 'reserve' | 'completeUpload' | 'cancelUpload' | 'abandonedUploads';
type Queries = 'find' | 'findById' | 'list' | 'count' | 'reading';

/** A document without its row in document_readings is an upload that has not arrived. */
const arrived = { reading: { isNot: null } } as const;

function createUploads(client: PrismaTransaction): Pick<DocumentStore, Uploads> {
  return {
    reserve: async ({ id, userId, documentType, fileName, objectKey, mimeType }) => {
      await client.financialDocument.create({
        data: { id, userId, documentType, fileName, s3Key: objectKey, mimeType },
      });
    },
    completeUpload: async ({ id, userId, size, sha256, conversationId }) => {
      const inserted = await client.$executeRaw`
        INSERT INTO document_readings (document_id, user_id, sha256, conversation_id)
        VALUES (${id}::uuid, ${userId}::uuid, ${sha256}, ${conversationId}::uuid)
        ON CONFLICT (user_id, sha256) DO NOTHING`;
      if (inserted === 1) {
        await client.financialDocument.update({ where: { id }, data: { fileSizeBytes: BigInt(size) } });
        return null;
      }
      await client.financialDocument.delete({ where: { id } });
      const known = await client.documentReading.findUniqueOrThrow({
        where: { userId_sha256: { userId, sha256 } },
      });
      return known.documentId;
    },
    cancelUpload: async (id) => {
      await client.financialDocument.deleteMany({ where: { id, reading: { is: null } } });
    },
    abandonedUploads: async (before) => {
      const rows = await client.financialDocument.findMany({
        where: { reading: { is: null }, uploadedAt: { lt: before } },
        take: 500,
      });
      return rows.map((row) => ({ id: row.id, objectKey: row.s3Key }));
    },
  };
}

function createQueries(client: PrismaTransaction): Pick<DocumentStore, Queries> {
  return {
    find: async (userId, documentId) => {
      const row = await client.financialDocument.findFirst({
        where: { id: documentId, userId, ...arrived },
        ...withReading,
      });
      return row && toRecord(row);
    },
    findById: async (documentId) => {
      const row = await client.financialDocument.findFirst({
        where: { id: documentId, ...arrived },
        ...withReading,
      });
      return row && toRecord(row);
    },
    list: async (userId, { limit, after }) => {
      const rows = await client.financialDocument.findMany({
        where: {
          userId,
          ...arrived,
          ...(after && {
            OR: [
              { uploadedAt: { lt: after.uploadedAt } },
              { uploadedAt: after.uploadedAt, id: { lt: after.id } },
            ],
          }),
        },
        orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        // A list never shows what was read, which can be a megabyte a document.
        omit: { extractedData: true },
        ...withReading,
      });
      return rows.map((row) => toRecord({ ...row, extractedData: null }));
    },
    count: (userId) => client.financialDocument.count({ where: { userId, ...arrived } }),
    reading: async (userId, documentId) => {
      const row = await client.financialDocument.findFirst({
        where: { id: documentId, userId },
        select: { extractedData: true },
      });
      return row?.extractedData ? storedSchema.parse(row.extractedData) : null;
    },
  };
}

function createReadings(
  client: PrismaTransaction,
): Pick<DocumentStore, 'requeue' | 'begin' | 'recordProgress' | 'settle' | 'delete'> {
  return {
    requeue: async (documentId) => {
      await client.financialDocument.update({
        where: { id: documentId },
        data: { processingStatus: 'pending', processedAt: null, extractedData: Prisma.DbNull },
      });
      await client.documentReading.update({
        where: { documentId },
        data: { verdict: null, failureCode: null, progress: Prisma.DbNull },
      });
    },
    begin: async (documentId) => {
      const { count } = await client.financialDocument.updateMany({
        where: { id: documentId, processingStatus: { in: ['pending', 'processing'] }, ...arrived },
        data: { processingStatus: 'processing' },
      });
      return count === 1;
    },
    recordProgress: async (documentId, { stage, page, pages }) => {
      await client.documentReading.updateMany({
        where: { documentId },
        data: { progress: { stage, page, pages } },
      });
    },
    settle: async ({ documentId, reading, imported, documentType, failureCode, at }) => {
      await client.$executeRaw`
        UPDATE financial_documents SET
          extracted_data = ${JSON.stringify({ reading, imported })}::jsonb,
          processing_status = ${reading.verdict === 'failed' ? 'failed' : 'completed'},
          document_type = coalesce(${documentType}, document_type),
          processed_at = ${at}
        WHERE id = ${documentId}::uuid`;
      await client.documentReading.update({
        where: { documentId },
        data: { kind: reading.kind, verdict: reading.verdict, failureCode, progress: Prisma.DbNull },
      });
    },
    delete: (userId, documentId) => deleteDocument(client, userId, documentId),
  };
}

async function deleteDocument(client: PrismaTransaction, userId: string, documentId: string) {
  const row = await client.financialDocument.findFirst({ where: { id: documentId, userId, ...arrived } });
  if (!row) return null;
  const transactions = await client.$executeRaw`
    DELETE FROM transactions t
    WHERE t.user_id = ${userId}::uuid
      AND EXISTS (SELECT 1 FROM transaction_sources s WHERE s.transaction_id = t.id AND s.document_id = ${documentId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM transaction_sources s WHERE s.transaction_id = t.id AND s.document_id <> ${documentId}::uuid)`;
  await client.financialDocument.delete({ where: { id: documentId } });
  return { objectKey: row.s3Key, transactions };
}

function toRecord(row: Row): DocumentRecord {
  const reading = row.reading;
  if (!reading) throw new Error(`Document ${row.id} has not arrived.`);
  return {
    id: row.id,
    userId: row.userId,
    documentType: types.parse(row.documentType),
    kind: kinds.nullable().parse(reading.kind),
    fileName: row.fileName,
    objectKey: row.s3Key,
    size: Number(row.fileSizeBytes ?? 0),
    sha256: reading.sha256,
    status: statuses.parse(row.processingStatus),
    verdict: verdicts.nullable().parse(reading.verdict),
    failureCode: reading.failureCode,
    conversationId: reading.conversationId,
    progress: progressSchema.nullable().catch(null).parse(reading.progress),
    uploadedAt: row.uploadedAt,
    processedAt: row.processedAt,
  };
}
