import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';

/** Files are served by Slack's own hosts; a token is never sent anywhere else. */
function isSlackHost(url: URL, apiUrl: URL): boolean {
  return (
    url.host === apiUrl.host || (url.protocol === 'https:' && /(^|\.)slack(-files)?\.com$/.test(url.hostname))
  );
}

function unavailable(code: string, message: string, cause?: unknown): MatineeError {
  return new MatineeError('unavailable', code, message, { cause });
}

/**
 * Fetches a file with the bot's token. Slack answers with its sign-in page, status 200, when the app lacks the scope.
 * @throws MatineeError
 */
export async function downloadFile(
  attachment: InboundAttachment,
  options: { readonly botToken: string; readonly apiUrl: string; readonly signal: AbortSignal },
): Promise<AsyncIterable<Uint8Array>> {
  const address = attachment.source.url;
  if (typeof address !== 'string' || !URL.canParse(address)) {
    throw unavailable('FILE_NOT_AVAILABLE', 'Slack does not say where that file is. Please send it again.');
  }
  const url = new URL(address);
  if (!isSlackHost(url, new URL(options.apiUrl))) {
    throw unavailable('FILE_NOT_AVAILABLE', 'That file is not stored at Slack. Please upload it here.');
  }
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${options.botToken}` },
    redirect: 'follow',
    signal: options.signal,
  }).catch((cause: unknown) => {
    throw unavailable(
      'FILE_DOWNLOAD_FAILED',
      'That file could not be fetched from Slack. Please send it again.',
      cause,
    );
  });
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('text/html') && attachment.contentType !== 'text/html') {
    await response.body?.cancel();
    throw unavailable(
      'SLACK_FILE_SCOPE',
      'Slack gave its sign-in page instead of your file: Matinee lacks the files:read permission. Please ask whoever installed it to add that.',
    );
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw unavailable(
      'FILE_DOWNLOAD_FAILED',
      'That file could not be fetched from Slack. Please send it again.',
    );
  }
  return chunksOf(response.body);
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
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
