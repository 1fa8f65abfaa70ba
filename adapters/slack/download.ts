import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { attachmentUrl, chunksOf, downloadError, fetchFile } from '../shared/download.js';
import type { SlackWorkspaces } from './workspaces.js';

/** Files are served by Slack's own hosts; a token is never sent anywhere else. */
function isSlackHost(url: URL, apiUrl: URL): boolean {
  return (
    url.host === apiUrl.host || (url.protocol === 'https:' && /(^|\.)slack(-files)?\.com$/.test(url.hostname))
  );
}

const source = z.object({
  url: z.string().nullish(),
  team: z.string().default(''),
  file: z.string().nullish(),
});
const info = z.object({
  file: z.object({ url_private_download: z.string().nullish(), url_private: z.string().nullish() }),
});

/** Files of other organisations are announced without their address, which has to be asked for. */
async function addressed(
  attachment: InboundAttachment,
  client: webApi.WebClient,
): Promise<InboundAttachment> {
  const { url, file } = source.parse(attachment.source);
  if (url || !file) return attachment;
  const found = await client.files.info({ file }).then(
    (answer) => info.safeParse(answer).data?.file,
    () => undefined,
  );
  return { ...attachment, source: { url: found?.url_private_download ?? found?.url_private ?? null } };
}

/**
 * Fetches a file with the bot's token. Slack answers with its sign-in page, status 200, when the app lacks the scope.
 * @throws MatineeError
 */
export async function downloadFile(
  attachment: InboundAttachment,
  options: { readonly workspaces: SlackWorkspaces; readonly apiUrl: string; readonly signal: AbortSignal },
): Promise<AsyncIterable<Uint8Array>> {
  const { workspaces, signal } = options;
  const { team } = source.parse(attachment.source);
  const [{ botToken }, client] = await Promise.all([workspaces.find(team), workspaces.clientOf(team)]);
  const apiUrl = new URL(options.apiUrl);
  const url = attachmentUrl(await addressed(attachment, client), 'Slack', (address) =>
    isSlackHost(address, apiUrl),
  );
  const response = await fetchFile(url, 'Slack', {
    headers: { authorization: `Bearer ${botToken}` },
    signal,
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
