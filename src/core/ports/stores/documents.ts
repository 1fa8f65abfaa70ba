import type { ReadingProgress } from '../../../documents/ports.js';
import type { DocumentKind, Reading, Verdict } from '../../../documents/reading.js';

/** How `financial_documents.document_type` names a document; the exact kind is in the reading. */
export type DocumentType = 'bank_statement' | 'pay_stub' | 'receipt';

export type ProcessingStatus = 'pending' | 'processing' | 'completed' | 'failed';

/** A stored document without its reading. */
export interface DocumentRecord {
  readonly id: string;
  readonly userId: string;
  readonly documentType: DocumentType;
  /** The exact kind, once read. */
  readonly kind: DocumentKind | null;
  readonly fileName: string;
  readonly objectKey: string;
  readonly size: number;
  readonly sha256: string;
  readonly status: ProcessingStatus;
  readonly verdict: Verdict | null;
  /** Why it failed: a problem's code. `PASSWORD_REQUIRED` and `PASSWORD_WRONG` wait for `unlockDocument`. */
  readonly failureCode: string | null;
  /** The conversation that its outcome belongs to, where it came by chat. */
  readonly conversationId: string | null;
  readonly progress: ReadingProgress | null;
  readonly uploadedAt: Date;
  readonly processedAt: Date | null;
}

/** What became of a reading's rows. */
export interface ImportCounts {
  readonly rowsAdded: number;
  readonly rowsRecognised: number;
  readonly rowsMerged: number;
  readonly rowsSkipped: number;
}

/** `extracted_data`: the reading with all its evidence, and what was imported of it. */
export interface StoredReading {
  readonly reading: Reading;
  readonly imported: ImportCounts | null;
}

/** Where in a list to go on: the last document seen. */
export interface DocumentCursor {
  readonly uploadedAt: Date;
  readonly id: string;
}

/** Documents of users. Methods that take a user see that user's documents only. */
export interface DocumentStore {
  /** Notes that a file is about to be stored under the key, so that a crash leaves nothing unknown behind. */
  reserve(input: {
    id: string;
    userId: string;
    documentType: DocumentType;
    fileName: string;
    objectKey: string;
    mimeType: string;
  }): Promise<void>;
  /**
   * The file is stored whole. @returns null, or the id of the user's document with the same content, in which case
   * nothing is changed.
   */
  completeUpload(input: {
    id: string;
    userId: string;
    size: number;
    sha256: string;
    conversationId: string | null;
  }): Promise<string | null>;
  /** Forgets a reservation whose upload failed. */
  cancelUpload(id: string): Promise<void>;
  /** Reservations older than this whose upload never completed. */
  abandonedUploads(before: Date): Promise<readonly { readonly id: string; readonly objectKey: string }[]>;
  find(userId: string, documentId: string): Promise<DocumentRecord | null>;
  /** For the worker, which is told a document and not its user. */
  findById(documentId: string): Promise<DocumentRecord | null>;
  /** Newest first. */
  list(
    userId: string,
    page: { readonly limit: number; readonly after?: DocumentCursor },
  ): Promise<readonly DocumentRecord[]>;
  count(userId: string): Promise<number>;
  /** Back to pending, for another try. */
  requeue(documentId: string): Promise<void>;
  /** Marks a document as being read. @returns false when it is read, failed or gone: there is nothing to do. */
  begin(documentId: string): Promise<boolean>;
  recordProgress(documentId: string, progress: ReadingProgress): Promise<void>;
  /** Stores the reading with its evidence, the exact type, and the final state. */
  settle(input: {
    documentId: string;
    reading: Reading;
    imported: ImportCounts | null;
    documentType: DocumentType | null;
    failureCode: string | null;
    at: Date;
  }): Promise<void>;
  reading(userId: string, documentId: string): Promise<StoredReading | null>;
  /**
   * Deletes the document with its reading, and the transactions that no other document shows.
   * @returns what it was and how many transactions went with it; null when there is no such document.
   */
  delete(
    userId: string,
    documentId: string,
  ): Promise<{ readonly objectKey: string; readonly transactions: number } | null>;
}
