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

const fileInfo = z.object({
  downloadUrl: z.string(),
  uniqueId: z.string().optional(),
  fileType: z.string().optional(),
});
const pressed = z.object({ matinee: z.object({ id: z.string(), label: z.string() }) });
const channelData = z.object({ tenant: z.object({ id: z.string() }).optional() }).optional();

function tenantOf(activity: Partial<Activity>): string {
  const data = channelData.safeParse(activity.channelData);
  return activity.conversation?.tenantId ?? (data.success ? data.data?.tenant?.id : undefined) ?? '';
}

export function addressOf(activity: Partial<Activity>): ConversationAddress {
  return { platform: TEAMS, tenant: tenantOf(activity), address: activity.conversation?.id ?? '' };
}

/** Teams repeats an activity under the same id when it was not answered in time. */
export function messageKeyOf(activity: Partial<Activity>): string {
  return `${activity.conversation?.id}:${activity.id}`;
}

function senderOf(activity: Partial<Activity>): PlatformUser {
  const { from, locale } = activity;
  return {
    platform: TEAMS,
    tenant: tenantOf(activity),
    // The directory's id is the same in every conversation; the Teams id is not there for guests of emulators.
    userId: from?.aadObjectId ?? from?.id ?? '',
    displayName: from?.name ?? null,
    ...(locale !== undefined && { locale }),
  };
}

function attachmentsOf(activity: Partial<Activity>): InboundAttachment[] {
  return (activity.attachments ?? []).flatMap((attachment, index) => {
    if (attachment.contentType !== FILE_DOWNLOAD_INFO) return [];
    const info = fileInfo.safeParse(attachment.content);
    if (!info.success) return [];
    return [
      {
        id: info.data.uniqueId ?? `${activity.id}-${index}`,
        fileName: attachment.name ?? 'file',
        contentType: info.data.fileType === 'pdf' ? 'application/pdf' : null,
        size: null,
        source: { url: info.data.downloadUrl },
      },
    ];
  });
}

function isDirect(activity: Partial<Activity>): boolean {
  // Emulators name no type; a personal chat is what they mean.
  return (activity.conversation?.conversationType ?? 'personal') === 'personal';
}

/** Plain JSON with which the conversation can be continued later. */
function referenceOf(activity: Partial<Activity>): Record<string, unknown> {
  return { conversation: TurnContext.getConversationReference(activity) };
}

/** A person's message for the core; null for bots. */
export function toInboundMessage(activity: Activity): InboundMessage | null {
  if (activity.from?.role === 'bot' || activity.from?.id === activity.recipient?.id) return null;
  return {
    conversation: addressOf(activity),
    direct: isDirect(activity),
    messageKey: messageKeyOf(activity),
    sender: senderOf(activity),
    text: (TurnContext.removeRecipientMention(activity) ?? activity.text ?? '').trim(),
    attachments: attachmentsOf(activity),
    reference: referenceOf(activity),
  };
}

/** A pressed button for the core; null when the activity is a message of words. */
export function toActionPress(activity: Activity): InboundActionPress | null {
  const press = pressed.safeParse(activity.value);
  if (!press.success) return null;
  return {
    conversation: addressOf(activity),
    direct: isDirect(activity),
    actionKey: messageKeyOf(activity),
    actionId: press.data.matinee.id,
    label: press.data.matinee.label,
    sender: senderOf(activity),
    reference: referenceOf(activity),
  };
}
