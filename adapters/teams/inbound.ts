import { type Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type {
  ConversationAddress,
  InboundActionPress,
  InboundAttachment,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';

export const TEAMS = 'teams';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
const FILE_DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';
/** Stands in an attachment's source for a file that Teams keeps from bots. */
export const OUT_OF_REACH = 'out-of-reach';
/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
export const CARD_ACTION = 'adaptiveCard/action';
/** Ids of bots begin like this: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
const BOT_PREFIX = '28:';

const account = z.object({ id: z.string() });
const essentials = z.object({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().optional(),
  serviceUrl: z.string().optional(),
  text: z.string().nullish(),
  from: account.optional(),
  recipient: account.optional(),
  conversation: account.optional(),
  attachments: z.array(z.object({ contentType: z.string() })).nullish(),
  entities: z.array(z.object({ type: z.string() })).nullish(),
});

/** An activity as it comes over the wire: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export const teamsActivity = z.custom<Activity>((value) => essentials.safeParse(value).success);

const fileInfo = z.object({
  downloadUrl: z.string(),
  uniqueId: z.string().optional(),
  fileType: z.string().optional(),
});
const pressed = z.object({ matinee: z.object({ id: z.string(), label: z.string() }) });
const executed = z.object({ action: z.object({ data: pressed }) });
const channelData = z
  .object({ tenant: z.object({ id: z.string() }).optional(), eventType: z.string().optional() })
  .optional();
const clientInfo = z.object({
  type: z.literal('clientInfo'),
  locale: z.string().optional(),
  timezone: z.string().optional(),
});
const mention = z.object({ type: z.literal('mention'), mentioned: account });

/** What Teams says about an event beside its type, such as `undeleteMessage`. */
export function eventTypeOf(activity: Activity): string | undefined {
  const data = channelData.safeParse(activity.channelData);
  return data.success ? data.data?.eventType : undefined;
}

function tenantOf(activity: Activity): string {
  const data = channelData.safeParse(activity.channelData);
  return activity.conversation?.tenantId ?? (data.success ? data.data?.tenant?.id : undefined) ?? '';
}

export function addressOf(activity: Activity): ConversationAddress {
  return { platform: TEAMS, tenant: tenantOf(activity), address: activity.conversation?.id ?? '' };
}

/** Teams repeats an activity under the same id when it was not answered in time. */
export function messageKeyOf(activity: Activity): string {
  return `${activity.conversation?.id}:${activity.id}`;
}

function senderOf(activity: Activity): PlatformUser {
  const { from } = activity;
  const known = (activity.entities ?? []).map((entity) => clientInfo.safeParse(entity));
  const client = known.find(({ success }) => success)?.data;
  const locale = activity.locale ?? client?.locale;
  return {
    platform: TEAMS,
    tenant: tenantOf(activity),
    // The directory's id is the same in every conversation; emulators and guests have none.
    userId: from?.aadObjectId ?? from?.id ?? '',
    displayName: from?.name ?? null,
    ...(locale !== undefined && { locale }),
    ...(client?.timezone !== undefined && { timeZone: client.timezone }),
  };
}

function attachmentsOf(activity: Activity): InboundAttachment[] {
  return (activity.attachments ?? []).flatMap((attachment, index): InboundAttachment[] => {
    const { contentType, name, content } = attachment;
    const info = fileInfo.safeParse(content);
    if (contentType === FILE_DOWNLOAD_INFO && info.success) {
      const { downloadUrl, uniqueId, fileType = '' } = info.data;
      return [
        {
          id: uniqueId ?? `${activity.id}-${index}`,
          fileName: name ?? 'file',
          contentType: /^\.?pdf$/i.test(fileType) ? 'application/pdf' : null,
          size: null,
          source: { url: downloadUrl },
        },
      ];
    }
    // Files in a channel come as nothing but a mark in the message's HTML, pictures with a link that wants the bot's token.
    const marked =
      contentType === 'text/html' && typeof content === 'string' && /<attachment\b/i.test(content);
    if (!marked && !contentType.startsWith('image/')) return [];
    return [
      {
        id: `${activity.id}-${index}`,
        fileName: name ?? (marked ? 'file' : 'picture'),
        contentType: marked ? null : contentType,
        size: null,
        source: { [OUT_OF_REACH]: true },
      },
    ];
  });
}

/** Whether only this person and the bot are in the conversation. */
export function isDirect(activity: Activity): boolean {
  // Emulators name no type; a personal chat is what they mean.
  return (activity.conversation?.conversationType ?? 'personal') === 'personal';
}

/** Plain JSON with which the conversation can be continued later, after a restart as well. */
export function referenceOf(activity: Activity): Record<string, unknown> {
  return { conversation: TurnContext.getConversationReference(activity) };
}

/** Whether a bot wrote this, Matinee among them. */
function isFromBot({ from, recipient }: Activity): boolean {
  return from?.role === 'bot' || from?.id === recipient?.id || (from?.id ?? '').startsWith(BOT_PREFIX);
}

/** With a permission for whole channels Teams delivers what was said to others as well. */
function isMeant(activity: Activity): boolean {
  if (isDirect(activity)) return true;
  return (activity.entities ?? []).some((entity) => {
    const found = mention.safeParse(entity);
    return found.success && found.data.mentioned.id === activity.recipient?.id;
  });
}

/** What was said, without the mention of the bot and the no-break space that Teams puts after it. */
export function textOf(activity: Activity): string {
  const text = activity.text ? TurnContext.removeRecipientMention({ ...activity }) : '';
  return text.replaceAll('&nbsp;', ' ').trim();
}

/** A person's message for the core; null for bots and for what was said to others. */
export function toInboundMessage(activity: Activity): InboundMessage | null {
  if (isFromBot(activity) || !isMeant(activity)) return null;
  return {
    conversation: addressOf(activity),
    direct: isDirect(activity),
    messageKey: messageKeyOf(activity),
    sender: senderOf(activity),
    text: textOf(activity),
    attachments: attachmentsOf(activity),
    reference: referenceOf(activity),
  };
}

/** Whoever installs Matinee in a personal chat is greeted, as if they had asked for help. Null for teams and groups. */
export function toGreeting(activity: Activity): InboundMessage | null {
  if (activity.action !== 'add' || !isDirect(activity) || !activity.from) return null;
  return {
    conversation: addressOf(activity),
    direct: true,
    messageKey: messageKeyOf(activity),
    sender: senderOf(activity),
    text: 'help',
    attachments: [],
    reference: referenceOf(activity),
  };
}

/** A pressed button for the core, whichever way the card sent it; null when the activity is none. */
export function toActionPress(activity: Activity): InboundActionPress | null {
  const submitted = pressed.safeParse(activity.value);
  const found = submitted.success ? submitted.data : executed.safeParse(activity.value).data?.action.data;
  if (!found || isFromBot(activity)) return null;
  return {
    conversation: addressOf(activity),
    direct: isDirect(activity),
    actionKey: messageKeyOf(activity),
    actionId: found.matinee.id,
    label: found.matinee.label,
    sender: senderOf(activity),
    reference: referenceOf(activity),
  };
}
