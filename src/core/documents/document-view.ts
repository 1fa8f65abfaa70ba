import type { ReadingProgress } from '../../documents/ports.js';
import type { DocumentKind, Verdict } from '../../documents/reading.js';
import type { DocumentRecord, DocumentType, ProcessingStatus } from '../ports/stores/documents.js';

/** A document as its owner sees it. */
export interface DocumentView {
  readonly id: string;
  readonly documentType: DocumentType;
  readonly kind: DocumentKind | null;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly mimeType: 'application/pdf';
  readonly status: ProcessingStatus;
  readonly verdict: Verdict | null;
  /** Why nothing could be read: the code of a problem. */
  readonly failureCode: string | null;
  /** True while the file waits for its password (`unlockDocument`). */
  readonly passwordRequired: boolean;
  readonly progress: ReadingProgress | null;
  readonly uploadedAt: Date;
  readonly processedAt: Date | null;
}

const waitsForPassword = new Set(['PASSWORD_REQUIRED', 'PASSWORD_WRONG']);

/** A record without what is nobody's business outside (keys, fingerprints). */
export function viewDocument(record: DocumentRecord): DocumentView {
  return {
    id: record.id,
    documentType: record.documentType,
    kind: record.kind,
    fileName: record.fileName,
    size: record.size,
    mimeType: 'application/pdf',
    status: record.status,
    verdict: record.verdict,
    failureCode: record.failureCode,
    passwordRequired: record.failureCode !== null && waitsForPassword.has(record.failureCode),
    progress: record.status === 'processing' ? record.progress : null,
    uploadedAt: record.uploadedAt,
    processedAt: record.processedAt,
  };
}
