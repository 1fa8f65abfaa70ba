import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { attachmentUrl, chunksOf, downloadError, fetchFile } from '../shared/download.js';

/** Files are served by Slack's own hosts; a token is never sent anywhere else. */
function isSlackHost(url: URL, apiUrl: URL): boolean {
  return (
    url.host === apiUrl.host || (url.protocol === 'https:' && /(^|\.)slack(-files)?\.com$/.test(url.hostname))
  );
}

/**
 * Fetches a file with the bot's token. Slack answers with its sign-in page, status 200, when the app lacks the scope.
 * @throws MatineeError
 */
export async function downloadFile(
  attachment: InboundAttachment,
  options: { readonly botToken: string; readonly apiUrl: string; readonly signal: AbortSignal },
): Promise<AsyncIterable<Uint8Array>> {
  const apiUrl = new URL(options.apiUrl);
  const url = attachmentUrl(attachment, 'Slack', (address) => isSlackHost(address, apiUrl));
  const response = await fetchFile(url, 'Slack', {
    headers: { authorization: `Bearer ${options.botToken}` },
    signal: options.signal,
  });
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (isPage && attachment.contentType !== 'text/html') {
    await response.body?.cancel();
    throw downloadError(
      'SLACK_FILE_SCOPE',
      'Slack gave its sign-in page instead of your file: Matinee lacks the files:read permission. Please ask whoever installed it to add that.',
    );
  }
  return chunksOf(response);
}
