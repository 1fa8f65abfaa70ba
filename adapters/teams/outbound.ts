import type { Activity } from 'botbuilder';
import { z } from 'zod';
import {
  type ChatPlatform,
  type PlatformCapabilities,
  PlatformWriteError,
  type ReplyExtras,
  type ReplyTarget,
} from '../../src/core/ports/chat-platform.js';
import { attachmentUrl, chunksOf, downloadError, fetchFile } from '../shared/download.js';
import type { BotConnector, Place } from './connector.js';
import { statusOf } from './errors.js';
import type { FileShelf } from './files.js';
import { type CardContent, renderCardAttachment, renderSummary, renderText } from './format.js';
import { OUT_OF_REACH, TEAMS } from './inbound.js';
import type { ShownCards } from './shown-cards.js';

/**
 * A bot may write to a conversation 7 times in a second, 8 in two, 60 in thirty and 1,800 in an hour
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). The window here binds the first three: 6
 * in four seconds are 6 in one and in two, and 48 in thirty. What is left of them is for writes beside the replies: the mark
 * on a pressed button, the card of a file. The hour's limit is out of reach of edits that keep a second's distance, unless
 * replies flowed for half an hour without a pause; Teams' own answer is obeyed then.
 *
 * A message holds 80 KB for certain, two bytes a character; people don't read that much at once.
 */
export const TEAMS_CAPABILITIES: PlatformCapabilities = {
  messageLimit: 10_000,
  pace: { writes: 6, windowMilliseconds: 4_000 },
  editIntervalMilliseconds: 1_000,
  markdown: 'teams',
  buttons: true,
  images: true,
  typing: true,
  privateReplies: false,
};

const FILES_ARE_PERSONAL = '_Teams lets me hand over files in our personal chat only: ask me there._';

const storedReference = z.object({
  conversation: z.object({
    serviceUrl: z.string(),
    conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
    bot: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  }),
});

/** Files lie in the tenant's SharePoint or OneDrive; their links carry their own permission. */
export function isTeamsHost(url: URL, production: boolean): boolean {
  const cloud = /\.(sharepoint\.com|sharepoint\.us|onedrive\.com|1drv\.com)$/;
  if (url.protocol === 'https:' && cloud.test(url.hostname)) return true;
  return !production && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
}

function referenceOf(to: ReplyTarget) {
  const { conversation: stored } = storedReference.parse(to.reference);
  const { serviceUrl, conversation, bot } = stored;
  const personal = (conversation.conversationType ?? 'personal') === 'personal';
  const place: Place = { serviceUrl, conversationId: conversation.id };
  return { place, personal, bot };
}

/** What a message is made of: words alone, or a card that holds the words as well. */
export function messageOf(content: CardContent, pressed?: ReadonlySet<string>): Partial<Activity> {
  // Words and a card in one activity are split by Teams, and neither part can be edited afterwards:
  // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#send-a-message
  if (content.buttons.length > 0 || content.image !== undefined) {
    return {
      type: 'message',
      summary: renderSummary(content.text),
      attachments: [renderCardAttachment(content, pressed)],
    };
  }
  return { type: 'message', textFormat: 'markdown', text: renderText(content.text), attachments: [] };
}

export interface TeamsPlatformOptions {
  readonly connector: BotConnector;
  readonly appId: string | undefined;
  /** The Bot Connector of a tenant, for conversations that are begun by us. */
  readonly serviceUrlOf: (tenant: string) => string;
  readonly cards: ShownCards;
  readonly shelf: FileShelf;
  readonly production: boolean;
}

/** Teams as the core writes to it: every conversation is continued from its stored reference. */
export function createTeamsPlatform(options: TeamsPlatformOptions): ChatPlatform {
  const { connector, shelf } = options;
  return {
    name: TEAMS,
    capabilities: TEAMS_CAPABILITIES,
    renderedLength: (text) => renderText(text).length,

    post: async (to, text, extras, signal) => {
      const { place, bot } = referenceOf(to);
      // Before the words: were they posted and the offer refused, they would be posted once more.
      await offerFile(options, to, extras.key ?? text, extras, signal);
      const id = await writeMessage(to, text, extras, (message) =>
        connector.send(
          place,
          { ...message, ...(bot && { from: { id: bot.id, name: bot.name ?? '' } }) },
          signal,
        ),
      );
      if (id === '') throw new PlatformWriteError('REFUSED', 'Teams does not say which message it posted.');
      rememberCard(options.cards, place, id, text, extras);
      return id;
    },

    edit: async (to, message, text, extras, signal) => {
      const { place } = referenceOf(to);
      await writeMessage(to, text, extras, (activity) => connector.update(place, message, activity, signal));
      rememberCard(options.cards, place, message, text, extras);
      await offerFile(options, to, message, extras, signal);
    },

    remove: async (to, message, signal) => {
      const { place } = referenceOf(to);
      await connector.remove(place, message, signal);
      options.cards.delete(place.conversationId, message);
      shelf.withdraw(place.conversationId, message);
    },

    startTyping: async (to, signal) => {
      await connector.send(referenceOf(to).place, { type: 'typing' }, signal);
    },

    download: async (attachment, signal) => {
      if (attachment.source[OUT_OF_REACH] === true) {
        throw downloadError(
          'TEAMS_FILE_OUT_OF_REACH',
          'Teams gives files to bots in personal chats only, as a file rather than a picture. Please upload it to our personal chat.',
        );
      }
      const url = attachmentUrl(attachment, 'Teams', (address) => isTeamsHost(address, options.production));
      const response = await fetchFile(url, 'Teams', { signal });
      if ((response.headers.get('content-type') ?? '').startsWith('text/html')) {
        await response.body?.cancel();
        throw downloadError(
          'TEAMS_FILE_EXPIRED',
          'Teams gave a page instead of your file, so its link is no longer good. Please send the file again.',
        );
      }
      return chunksOf(response);
    },

    openDirect: async (user, signal) => openDirect(options, user, signal),
  };
}

/** Writes a message; one that is too large is written once more without its picture. */
async function writeMessage<T>(
  to: ReplyTarget,
  text: string,
  extras: ReplyExtras,
  write: (message: Partial<Activity>) => Promise<T>,
): Promise<T> {
  const { personal } = referenceOf(to);
  const words = extras.file && !personal ? `${text}\n\n${FILES_ARE_PERSONAL}` : text;
  const content: CardContent = { text: words, buttons: extras.buttons ?? [] };
  const { image } = extras;
  if (image === undefined) return write(messageOf(content));
  try {
    return await write(messageOf({ ...content, image }));
  } catch (error) {
    const tooLarge = error instanceof PlatformWriteError && statusOf(error.cause) === 413;
    if (!tooLarge) throw error;
    return write(messageOf({ ...content, text: `${words}\n\n_${image.description}_` }));
  }
}

function rememberCard(
  cards: ShownCards,
  { conversationId }: Place,
  id: string,
  text: string,
  { buttons = [], image }: ReplyExtras,
): void {
  if (buttons.length === 0) cards.delete(conversationId, id);
  else cards.set(conversationId, id, { text, buttons, image });
}

/** Asks whether a file may be saved to the person's OneDrive, once for each reply. */
async function offerFile(
  { connector, shelf }: TeamsPlatformOptions,
  to: ReplyTarget,
  reply: string,
  { file }: ReplyExtras,
  signal: AbortSignal,
): Promise<void> {
  const { place, personal } = referenceOf(to);
  if (!file || !personal) return;
  const card = shelf.offer(place.conversationId, reply, file);
  if (card === null) return;
  try {
    await connector.send(place, { type: 'message', attachments: [card] }, signal);
  } catch (error) {
    shelf.withdraw(place.conversationId, reply);
    throw error;
  }
}

/**
 * The personal chat with somebody, by their id in the directory; Teams refuses where Matinee isn't installed for them.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
async function openDirect(
  { connector, appId, serviceUrlOf }: TeamsPlatformOptions,
  user: Parameters<NonNullable<ChatPlatform['openDirect']>>[0],
  signal: AbortSignal,
): Promise<ReplyTarget | null> {
  if (appId === undefined || user.tenant === '') return null;
  const serviceUrl = serviceUrlOf(user.tenant);
  const bot = { id: `28:${appId}`, name: '' };
  const id = await connector.open(
    serviceUrl,
    {
      bot,
      isGroup: false,
      members: [{ id: user.userId, name: user.displayName ?? '' }],
      tenantId: user.tenant,
      channelData: { tenant: { id: user.tenant } },
    },
    signal,
  );
  const conversation = { id, conversationType: 'personal', tenantId: user.tenant, isGroup: false };
  return {
    platform: TEAMS,
    tenant: user.tenant,
    address: id,
    reference: { conversation: { channelId: 'msteams', serviceUrl, bot, conversation } },
  };
}
