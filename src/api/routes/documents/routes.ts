import { deleteDocument } from '../../../core/documents/delete-document.js';
import { getDocument } from '../../../core/documents/get-document.js';
import { getDocumentAnalysis } from '../../../core/documents/get-document-analysis.js';
import { listDocuments } from '../../../core/documents/list-documents.js';
import { presignDocument } from '../../../core/documents/presign-document.js';
import { unlockDocument } from '../../../core/documents/unlock-document.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { decodeCursor, encodeCursor, pageQuery } from '../../pagination.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentDocument, presentDocumentAnalysis } from './presenter.js';
import * as schemas from './schemas.js';
import { createUploadRoute } from './upload.js';

/** Statements, pay stubs and receipts: in, read, listed, explained and out again. */
export function createDocumentRoutes(services: ApiServices): Route[] {
  return [createUploadRoute(services), ...readingRoutes(services), ...fileRoutes(services)];
}

function readingRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/financial/documents',
      operationId: 'listDocuments',
      tag: 'Financial profile',
      summary: 'Your documents, the newest first',
      query: pageQuery,
      responses: { 200: { description: 'A page of documents.', schema: schemas.documentList } },
      handler: async ({ caller, query }) => {
        const place =
          query.cursor === undefined ? undefined : decodeCursor(schemas.documentPlace, query.cursor);
        const page = await listDocuments(context, {
          userId: caller.userId,
          limit: query.limit,
          ...(place && { after: { id: place.id, uploadedAt: new Date(place.uploadedAt) } }),
        });
        return reply(200, {
          documents: page.documents.map(presentDocument),
          total: page.total,
          nextCursor:
            page.next && encodeCursor({ id: page.next.id, uploadedAt: page.next.uploadedAt.toISOString() }),
        });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/documents/{id}',
      operationId: 'getDocument',
      tag: 'Financial profile',
      summary: 'A document and how far its reading is',
      params: idParams,
      responses: { 200: { description: 'The document.', schema: schemas.document } },
      handler: async ({ caller, params }) =>
        reply(
          200,
          presentDocument(await getDocument(context, { userId: caller.userId, documentId: params.id })),
        ),
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/documents/{id}/analysis',
      operationId: 'getDocumentAnalysis',
      tag: 'Financial profile',
      summary: 'What was read from a document',
      description: 'Every figure with the page and line it stands on, and what arithmetic proved.',
      params: idParams,
      responses: { 200: { description: 'The reading.', schema: schemas.analysis } },
      handler: async ({ caller, params }) => {
        const analysis = await getDocumentAnalysis(context, {
          userId: caller.userId,
          documentId: params.id,
        });
        return reply(200, presentDocumentAnalysis(analysis));
      },
    }),
  ];
}

function fileRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'delete',
      path: '/api/financial/documents/{id}',
      operationId: 'deleteDocument',
      tag: 'Financial profile',
      summary: 'Delete a document',
      description: 'With its file and the transactions that no other document shows; the figures follow.',
      params: idParams,
      responses: { 200: { description: 'It is gone.', schema: schemas.deleted } },
      handler: async ({ caller, params }) => {
        const { transactions } = await deleteDocument(context, {
          userId: caller.userId,
          documentId: params.id,
        });
        return reply(200, { transactions });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/financial/documents/{id}/link',
      operationId: 'getDocumentLink',
      tag: 'Financial profile',
      summary: 'A link that downloads the file',
      description: 'Works for a while, and for anybody who has it.',
      params: idParams,
      responses: { 200: { description: 'The link and when it ends.', schema: schemas.link } },
      handler: async ({ caller, params }) => {
        const { url, expiresAt } = await presignDocument(context, {
          userId: caller.userId,
          documentId: params.id,
        });
        return reply(200, { url, expiresAt: expiresAt.toISOString() });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/financial/documents/{id}/unlock',
      operationId: 'unlockDocument',
      tag: 'Financial profile',
      summary: 'Read a protected document with its password',
      params: idParams,
      body: schemas.unlock,
      bodyExample: { password: 'the password of the file' },
      limit: 'heavy',
      deadline: 120_000,
      responses: { 200: { description: 'The document, read or still waiting.', schema: schemas.document } },
      problems: { 409: 'The document does not wait for a password.' },
      handler: async ({ caller, params, body, scope }) => {
        const document = await unlockDocument(context, {
          userId: caller.userId,
          documentId: params.id,
          password: body.password,
          signal: scope.signal,
        });
        return reply(200, presentDocument(document));
      },
    }),
  ];
}
