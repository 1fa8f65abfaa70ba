import {
  type Activity,
  ActivityTypes,
  type CloudAdapter,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import type {
  ChatPlatform,
  InboundAttachment,
  PlatformCapabilities,
  ReplyExtras,
  ReplyTarget,
} from '../../src/core/ports/chat-platform.js';
import { attachmentUrl, chunksOf, fetchFile } from '../shared/download.js';
import { mapTeamsError } from './errors.js';
import { renderAttachments, renderText } from './format.js';
import { TEAMS } from './inbound.js';

/**
 * A message holds about 28 KB with its card, and a bot may write 7 times in a second, 8 in two and 60 in thirty:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export const TEAMS_CAPABILITIES: PlatformCapabilities = {
  messageLimit: 10_000,
  pace: { writes: 7, windowMilliseconds: 4_000 },
  editIntervalMilliseconds: 1_000,
  markdown: 'teams',
  buttons: true,
  images: true,
  typing: true,
  privateReplies: false,
};

const storedReference = z.object({
  conversation: z.custom<Partial<ConversationReference>>(
    (value) => typeof value === 'object' && value !== null,
  ),
});

/** Files are handed over as links that carry their own permission; they lie in the tenant's SharePoint or OneDrive. */
function isTeamsHost(url: URL, production: boolean): boolean {
  if (
    url.protocol === 'https:' &&
    /\.(sharepoint\.com|sharepoint\.us|onedrive\.com|1drv\.com)$/.test(url.hostname)
  )
    return true;
  return !production && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
}

function messageOf(text: string, extras: ReplyExtras): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    text: renderText(text),
    attachments: renderAttachments(extras),
  };
}

/** Teams as the core writes to it: every conversation is continued from its stored reference. */
export function createTeamsPlatform(options: {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly production: boolean;
}): ChatPlatform {
  async function within<T>(
    to: ReplyTarget,
    signal: AbortSignal,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const { conversation } = storedReference.parse(to.reference);
    const results: T[] = [];
    try {
      await options.adapter.continueConversationAsync(options.appId, conversation, async (context) => {
        results.push(await work(context));
      });
    } catch (error) {
      throw mapTeamsError(error);
    }
    const [result] = results;
    if (result === undefined) throw mapTeamsError(new Error('The conversation was not continued.'));
    return result;
  }

  return {
    name: TEAMS,
    capabilities: TEAMS_CAPABILITIES,
    renderedLength: (text) => renderText(text).length,

    post: (to, text, extras, signal) =>
      within(to, signal, async (context) => {
        const posted = await context.sendActivity(messageOf(text, extras));
        return posted?.id ?? '';
      }),

    edit: async (to, message, text, extras, signal) => {
      await within(to, signal, async (context) => {
        await context.updateActivity({ ...messageOf(text, extras), id: message });
        return true;
      });
    },

    remove: async (to, message, signal) => {
      await within(to, signal, async (context) => {
        await context.deleteActivity(message);
        return true;
      });
    },

    startTyping: async (to, signal) => {
      await within(to, signal, async (context) => {
        await context.sendActivity({ type: ActivityTypes.Typing });
        return true;
      });
    },

    download: async (attachment: InboundAttachment, signal) => {
      const url = attachmentUrl(attachment, 'Teams', (address) => isTeamsHost(address, options.production));
      return chunksOf(await fetchFile(url, 'Teams', { signal }));
    },
  };
}
