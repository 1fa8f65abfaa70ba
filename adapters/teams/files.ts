import { createHash } from 'node:crypto';
import type { Activity, Attachment } from 'botbuilder';
import { z } from 'zod';
import type { ReplyExtras } from '../../src/core/ports/chat-platform.js';

type OfferedFile = NonNullable<ReplyExtras['file']>;

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const CONSENT_CARD = 'application/vnd.microsoft.teams.card.file.consent';
const INFO_CARD = 'application/vnd.microsoft.teams.card.file.info';
export const FILE_CONSENT = 'fileConsent/invoke';

/** Files that wait for somebody's consent, and for how long. They are about money, so they don't lie around. */
const KEPT_FILES = 20;
const KEPT_BYTES = 32 * 1_048_576;
const KEPT_MILLISECONDS = 30 * 60_000;

export const consentAnswer = z.object({
  action: z.enum(['accept', 'decline']),
  context: z.object({ file: z.string() }),
  uploadInfo: z
    .object({
      contentUrl: z.string(),
      name: z.string(),
      uploadUrl: z.string(),
      uniqueId: z.string(),
      fileType: z.string().optional(),
    })
    .optional(),
});

/** Files that were offered, until they are taken, refused or too old. */
export interface FileShelf {
  /** @returns the card that asks for consent; null when this file was offered already */
  offer(conversationId: string, messageId: string, file: OfferedFile): Attachment | null;
  /** Gives a file out, once and to its own conversation. `'given'` when it was before; null when it isn't there. */
  take(conversationId: string, id: string): OfferedFile | 'given' | null;
  /** The offer did not reach anybody: it may be made again. */
  withdraw(conversationId: string, messageId: string): void;
  clear(): void;
}

interface Kept {
  file: OfferedFile | null;
  readonly timer: NodeJS.Timeout;
}

export function createFileShelf(): FileShelf {
  const shelf = new Map<string, Kept>();
  const idOf = (conversationId: string, messageId: string) =>
    createHash('sha256').update(`${conversationId} ${messageId}`).digest('hex').slice(0, 32);
  const keyOf = (conversationId: string, id: string) => `${conversationId} ${id}`;
  const drop = (key: string) => {
    clearTimeout(shelf.get(key)?.timer);
    shelf.delete(key);
  };
  const makeRoom = () => {
    const size = () => [...shelf.values()].reduce((sum, { file }) => sum + (file?.bytes.length ?? 0), 0);
    for (const key of shelf.keys()) {
      if (shelf.size <= KEPT_FILES && size() <= KEPT_BYTES) return;
      drop(key);
    }
  };
  return {
    offer: (conversationId, messageId, file) => {
      const id = idOf(conversationId, messageId);
      const key = keyOf(conversationId, id);
      if (shelf.has(key)) return null;
      shelf.set(key, { file, timer: setTimeout(() => drop(key), KEPT_MILLISECONDS).unref() });
      makeRoom();
      return {
        contentType: CONSENT_CARD,
        name: file.name,
        content: {
          description: 'Matinee saves this file to your OneDrive, for your eyes only.',
          sizeInBytes: file.bytes.length,
          acceptContext: { file: id },
          declineContext: { file: id },
        },
      };
    },
    take: (conversationId, id) => {
      const kept = shelf.get(keyOf(conversationId, id));
      if (!kept) return null;
      const { file } = kept;
      kept.file = null;
      return file ?? 'given';
    },
    withdraw: (conversationId, messageId) => drop(keyOf(conversationId, idOf(conversationId, messageId))),
    clear: () => {
      for (const key of [...shelf.keys()]) drop(key);
    },
  };
}

type UploadInfo = NonNullable<z.infer<typeof consentAnswer>['uploadInfo']>;

/**
 * Writes a file to where Teams made room for it.
 * https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession#upload-bytes-to-the-upload-session
 * @throws Error when it isn't taken
 */
export async function uploadFile(
  { uploadUrl }: UploadInfo,
  file: OfferedFile,
  signal: AbortSignal,
): Promise<void> {
  const { length } = file.bytes;
  const response = await fetch(uploadUrl, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${length - 1}/${length}`,
    },
    body: Buffer.from(file.bytes),
    redirect: 'error',
    signal,
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`OneDrive answers ${response.status}.`);
}

/** A message that shows the file where it now lies. */
export function savedFile({ contentUrl, name, uniqueId, fileType }: UploadInfo): Partial<Activity> {
  return {
    type: 'message',
    attachments: [{ contentType: INFO_CARD, contentUrl, name, content: { uniqueId, fileType } }],
  };
}
