import express, { type Router } from 'express';

/** A file that somebody handed to the bot. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What a download meets instead: the sign-in page of an ended link, or nothing. */
  readonly trouble?: 'sign-in-page' | 'missing';
}

/** A person's OneDrive: files to download by links that carry their own permission, and room for uploads. */
export interface FileService {
  readonly router: Router;
  /** @returns the path of its download link */
  store(file: StoredFile): string;
  /** @returns the path to upload to */
  makeRoom(): string;
  readonly uploads: { readonly path: string; readonly range: string; readonly bytes: Buffer }[];
  /** The next upload is answered with this status. */
  refuseUpload(status: number): void;
}

/**
 * Downloads: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4; uploads with their
 * Content-Range: https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession#upload-bytes-to-the-upload-session
 */
export function createFileService(): FileService {
  const files: StoredFile[] = [];
  const rooms = new Set<string>();
  const uploads: FileService['uploads'] = [];
  let refusal: number | null = null;
  const router = express.Router();

  router.get('/download/:index', (request, response) => {
    const file = files[Number(request.params.index)];
    if (!file || file.trouble === 'missing') {
      response.status(404).json({ error: { code: 'itemNotFound' } });
    } else if (file.trouble === 'sign-in-page') {
      response.type('text/html').send('<!DOCTYPE html><title>Sign in to your account</title>');
    } else {
      response.type(file.contentType).send(Buffer.from(file.bytes));
    }
  });

  router.put('/upload/:room', express.raw({ type: '*/*', limit: '60mb' }), (request, response) => {
    const path = `/upload/${request.params.room}`;
    const body: unknown = request.body;
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const range = request.headers['content-range'] ?? '';
    const status = refusal;
    refusal = null;
    if (status !== null) {
      response.status(status).json({ error: { code: 'serviceNotAvailable' } });
    } else if (!rooms.delete(path)) {
      response.status(404).json({ error: { code: 'itemNotFound' } });
    } else if (range !== `bytes 0-${bytes.length - 1}/${bytes.length}`) {
      response.status(400).json({ error: { code: 'invalidRange' } });
    } else {
      uploads.push({ path, range, bytes });
      response.status(201).json({ id: 'item', name: 'item', size: bytes.length });
    }
  });

  return {
    router,
    store: (file) => `/download/${files.push(file) - 1}`,
    makeRoom: () => {
      const path = `/upload/${rooms.size + uploads.length}`;
      rooms.add(path);
      return path;
    },
    uploads,
    refuseUpload: (status) => {
      refusal = status;
    },
  };
}
