import { type REST, Routes } from 'discord.js';
import type { InboundAttachment } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import { attachmentUrl, chunksOf, downloadError, fetchFile } from '../shared/download.js';
import { discordMessage } from './inbound.js';

const NAME = 'Discord';

function isDiscordHost(url: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && url.host === new URL(apiUrl).host) return true;
  return url.protocol === 'https:' && /^(cdn|media)\.discordapp\.(com|net)$/.test(url.hostname);
}

/**
 * The bytes of an attachment. Its address is signed and expires (https://docs.discord.com/developers/reference#signed-attachment-cdn-urls):
 * the message is then asked for a fresh one.
 * @throws MatineeError with a sentence for the person who sent it
 */
export async function downloadAttachment(
  options: { readonly rest: REST; readonly apiUrl?: string },
  attachment: InboundAttachment,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const isHost = (url: URL) => isDiscordHost(url, options.apiUrl);
  const url = attachmentUrl(attachment, NAME, isHost);
  try {
    return await fetchPart(url, attachment, signal);
  } catch (cause) {
    if (signal.aborted || !(cause instanceof MatineeError)) throw cause;
    const fresh = await freshAddress(options.rest, attachment, signal);
    if (fresh === null || fresh === url.href) throw cause;
    const renewed = { ...attachment, source: { ...attachment.source, url: fresh } };
    return fetchPart(attachmentUrl(renewed, NAME, isHost), attachment, signal);
  }
}

async function fetchPart(
  url: URL,
  attachment: InboundAttachment,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetchFile(url, NAME, { signal });
  const isPage = (type: string | null) => type?.startsWith('text/html') === true;
  if (isPage(response.headers.get('content-type')) && !isPage(attachment.contentType)) {
    await response.body?.cancel();
    throw downloadError(
      'FILE_DOWNLOAD_FAILED',
      'Discord gave a web page instead of that file. Please send it again.',
    );
  }
  return chunksOf(response);
}

/** The attachment's address as its message has it now; null when the message, or the file in it, is gone. */
async function freshAddress(
  rest: REST,
  { id, source }: InboundAttachment,
  signal: AbortSignal,
): Promise<string | null> {
  const { channel, message } = source;
  if (typeof channel !== 'string' || typeof message !== 'string') return null;
  const found = await rest.get(Routes.channelMessage(channel, message), { signal }).then(
    (body) => discordMessage.safeParse(body).data,
    () => undefined,
  );
  const forwarded = (found?.message_snapshots ?? []).flatMap((snapshot) => snapshot.message.attachments);
  return [...(found?.attachments ?? []), ...forwarded].find((one) => one.id === id)?.url ?? null;
}
