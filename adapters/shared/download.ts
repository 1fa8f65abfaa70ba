import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';

/** A file that could not be had; the sentence tells the user what to do. */
export function downloadError(code: string, message: string, cause?: unknown): MatineeError {
  return new MatineeError('unavailable', code, message, { cause });
}

/** The attachment's address, when it lies where the platform keeps files. @throws MatineeError */
export function attachmentUrl(
  attachment: InboundAttachment,
  platformName: string,
  isHost: (url: URL) => boolean,
): URL {
  const address = attachment.source.url;
  if (typeof address !== 'string' || !URL.canParse(address)) {
    throw downloadError(
      'FILE_NOT_AVAILABLE',
      `${platformName} does not say where that file is. Please send it again.`,
    );
  }
  const url = new URL(address);
  if (!isHost(url)) {
    throw downloadError(
      'FILE_NOT_AVAILABLE',
      `That file is not stored at ${platformName}. Please upload it here.`,
    );
  }
  return url;
}

/** Fetches a file. @throws MatineeError when the platform does not give it */
export async function fetchFile(
  url: URL,
  platformName: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<Response> {
  const sentence = `That file could not be fetched from ${platformName}. Please send it again.`;
  const response = await fetch(url, { headers: { ...options.headers }, signal: options.signal }).catch(
    (cause: unknown) => {
      throw downloadError('FILE_DOWNLOAD_FAILED', sentence, cause);
    },
  );
  if (response.ok && response.body !== null) return response;
  await response.body?.cancel();
  throw downloadError('FILE_DOWNLOAD_FAILED', sentence);
}

/** The body's chunks as they arrive; leaving early ends the transfer. */
export async function* chunksOf(response: Response): AsyncIterable<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
