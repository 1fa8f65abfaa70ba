import type { Request } from 'express';
import { submitDocument } from '../../../core/documents/submit-document.js';
import { type Caller, defineRoute, type RequestScope, type Route, reply } from '../../define-route.js';
import { answerOnce } from '../../idempotency.js';
import { parsePart } from '../../parse-input.js';
import { RequestError } from '../../problem.js';
import { problemTypes } from '../../problem-types.js';
import type { ApiServices } from '../../services.js';
import { receiveUpload } from '../../uploads.js';
import { presentDocument } from './presenter.js';
import * as schemas from './schemas.js';

const ROUTE = 'POST /api/financial/documents';
/** What multipart wraps around a file. */
const ENVELOPE_BYTES = 16 * 1024;

/** Takes a PDF: streamed to the object store, queued for reading. */
export function createUploadRoute(services: ApiServices): Route {
  return defineRoute({
    method: 'post',
    path: '/api/financial/documents',
    operationId: 'uploadDocument',
    tag: 'Financial profile',
    summary: 'Upload a statement, a pay stub or a receipt',
    description:
      'A PDF, as the file of a multipart form. It is read in the background: look at the document until `processingStatus` is `completed` or `failed`. The same file again is recognised.',
    headers: schemas.uploadHeaders,
    multipart: schemas.uploadForm,
    limit: 'upload',
    deadline: 120_000,
    responses: {
      201: { description: 'It is stored and will be read.', schema: schemas.uploaded },
      200: { description: 'The same file was there already.', schema: schemas.uploaded },
    },
    problems: { 503: 'Reading documents is switched off (`document-parsing-off`), or storage is down.' },
    handler: async ({ caller, headers, scope }) => {
      refuseOversize(scope.request, services.context.settings.maxDocumentBytes);
      const key = headers['idempotency-key'];
      const take = () => submit(services, caller, scope);
      const answer =
        key === undefined
          ? { ...(await take()), replayed: false }
          : await answerOnce(
              services.context,
              { userId: caller.userId, route: ROUTE, key, fingerprint: fingerprintOf(scope.request) },
              take,
            );
      const body = schemas.uploaded.parse(answer.body);
      const headersOut: Record<string, string> = {
        Location: `/api/financial/documents/${body.document.id}`,
        ...(answer.replayed && { 'Idempotency-Replayed': 'true' }),
      };
      return answer.status === 201 ? reply(201, body, headersOut) : reply(200, body, headersOut);
    },
  });
}

async function submit(
  services: ApiServices,
  caller: Caller,
  scope: RequestScope,
): Promise<{ status: number; body: unknown }> {
  const { document, duplicate } = await receiveUpload(scope.request, scope.signal, (file) => {
    const fields = parsePart(schemas.uploadFields, file.fields, 'body');
    return submitDocument(services.context, {
      userId: caller.userId,
      fileName: file.name,
      body: file.body,
      signal: scope.signal,
      ...(fields.documentType && { hint: fields.documentType }),
    });
  });
  return { status: duplicate ? 200 : 201, body: { document: presentDocument(document), duplicate } };
}

/** A body that says it is too large is refused unread. */
function refuseOversize(request: Request, maxDocumentBytes: number): void {
  if (Number(request.headers['content-length'] ?? 0) <= maxDocumentBytes * 4 + ENVELOPE_BYTES) return;
  throw new RequestError(problemTypes['too-large'], 'TOO_LARGE', 'That file is larger than can be taken.', {
    headers: { Connection: 'close' },
  });
}

/** The content is known only once it has arrived; its length and the boundary-free parts stand for it before. */
function fingerprintOf(request: Request): string {
  return `multipart ${request.headers['content-length'] ?? 'chunked'}`;
}
