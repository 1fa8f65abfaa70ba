import type { Readable } from 'node:stream';

/** Where uploaded files live: an S3 bucket, or a folder on a machine without AWS. Keys are `users/ID/documents/ID`. */
export interface ObjectStore {
  /**
   * Stores a stream as one object, encrypted where stored remotely. Nothing is left behind when the stream fails.
   * @returns the size in bytes and the SHA-256 of the content, hex.
   */
  put(
    key: string,
    body: Readable,
    options: { contentType: string; signal?: AbortSignal },
  ): Promise<StoredObject>;
  /** @throws MatineeError not-found */
  get(key: string, signal?: AbortSignal): Promise<Readable>;
  /** Deleting what is not there succeeds. */
  delete(key: string): Promise<void>;
  /** Deletes every object whose key starts with the prefix. @returns how many. */
  deletePrefix(prefix: string): Promise<number>;
  /** A link that serves the object for the configured time, to somebody without an account. */
  presign(key: string, options: { fileName: string; contentType: string }): Promise<PresignedLink>;
  /** @throws MatineeError unavailable */
  check(signal?: AbortSignal): Promise<void>;
}

export interface StoredObject {
  readonly size: number;
  readonly sha256: string;
}

export interface PresignedLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A store whose links the API itself serves, at `GET /api/files/{token}`. */
export interface LinkedFileStore {
  /** The file that a link names. @throws MatineeError not-found for a link that is forged, expired or out of use */
  openLink(
    token: string,
    signal?: AbortSignal,
  ): Promise<{ readonly body: Readable; readonly fileName: string; readonly contentType: string }>;
}
