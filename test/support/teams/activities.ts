/** Who takes part. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
}

/** A place where the bot and somebody talk. */
export interface Setting {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly bot: Account;
  readonly conversationId: string;
  /** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics */
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
}

/** Plain JSON as it is posted to a bot. */
export type WireActivity = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/**
 * What every activity of Teams carries, by the samples in
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
function envelope({ serviceUrl, tenantId, bot, conversationId, conversationType }: Setting, from: Account) {
  const [channelId = ''] = conversationId.split(';');
  return {
    timestamp: '2026-11-23T10:00:00.437Z',
    localTimestamp: '2026-11-23T02:00:00.437-08:00',
    localTimezone: 'America/Los_Angeles',
    serviceUrl,
    channelId: 'msteams',
    from,
    conversation: {
      conversationType,
      tenantId,
      id: conversationId,
      ...(conversationType !== 'personal' && { isGroup: true }),
    },
    recipient: { id: bot.id, name: bot.name },
    channelData: {
      tenant: { id: tenantId },
      ...(conversationType === 'channel' && {
        teamsChannelId: channelId,
        teamsTeamId: '19:team@thread.tacv2',
        channel: { id: channelId },
        team: { id: '19:team@thread.tacv2' },
      }),
    },
    locale: 'en-US',
  };
}

const clientInfo = {
  locale: 'en-US',
  country: 'US',
  platform: 'Windows',
  timezone: 'America/Los_Angeles',
  type: 'clientInfo',
};

/** A file on its way to a bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
export interface OfferedFile {
  readonly name: string;
  readonly downloadUrl: string;
  readonly uniqueId: string;
}

function fileAttachment({ name, downloadUrl, uniqueId }: OfferedFile) {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso.sharepoint.com/personal/megan_contoso_com/Documents/${encodeURIComponent(name)}`,
    name,
    content: { downloadUrl, uniqueId, fileType: name.split('.').at(-1) ?? '', etag: '123' },
  };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** Words and files. In a channel a mention of the bot stands first: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions */
export function messageActivity(
  setting: Setting,
  said: {
    readonly id: string;
    readonly from: Account;
    readonly text: string;
    readonly mention?: boolean;
    readonly files?: readonly OfferedFile[];
  },
): WireActivity {
  const { bot } = setting;
  const mentionText = `<at>${bot.name}</at>`;
  const text = said.mention ? `${mentionText} ${said.text}` : said.text;
  return {
    type: 'message',
    id: said.id,
    ...envelope(setting, said.from),
    ...(text !== '' && { textFormat: 'plain', text }),
    attachments: [
      ...(said.files ?? []).map(fileAttachment),
      ...(text === ''
        ? []
        : [{ contentType: 'text/html', content: `<div><div>${escaped(text)}</div>\n</div>` }]),
    ],
    entities: [
      ...(said.mention
        ? [{ mentioned: { id: bot.id, name: bot.name }, text: mentionText, type: 'mention' }]
        : []),
      clientInfo,
    ],
  };
}

/** A file in a channel reaches bots as nothing but a mark in the HTML. */
export function channelFileActivity(
  setting: Setting,
  said: { readonly id: string; readonly from: Account; readonly text: string },
): WireActivity {
  const message = messageActivity(setting, { ...said, mention: true });
  const content = `<div>${said.text}</div><attachment id="1150d938-8870-4044-9f2c-5bbdeba70c9d"></attachment>`;
  return { ...message, attachments: [{ contentType: 'text/html', content }] };
}

/** An edit, an undone deletion and a deletion, under the id of what was said. */
export function changeActivity(
  setting: Setting,
  change: {
    readonly id: string;
    readonly from: Account;
    readonly kind: 'editMessage' | 'undeleteMessage' | 'softDeleteMessage';
    readonly text?: string;
  },
): WireActivity {
  const base = envelope(setting, change.from);
  return {
    type: change.kind === 'softDeleteMessage' ? 'messageDelete' : 'messageUpdate',
    id: change.id,
    ...base,
    ...(change.text !== undefined && { textFormat: 'plain', text: change.text }),
    entities: [clientInfo],
    channelData: { ...base.channelData, eventType: change.kind },
  };
}

/** A pressed `Action.Execute`: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#adaptivecardaction-invoke-activity */
export function executeActivity(
  setting: Setting,
  press: {
    readonly id: string;
    readonly from: Account;
    readonly messageId: string;
    readonly verb: string;
    readonly data: unknown;
  },
): WireActivity {
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: press.id,
    replyToId: press.messageId,
    ...envelope(setting, press.from),
    value: {
      action: { type: 'Action.Execute', title: 'title', verb: press.verb, data: press.data },
      trigger: 'manual',
    },
  };
}

/** A pressed `Action.Submit`: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions#action-type-submit */
export function submitActivity(
  setting: Setting,
  press: { readonly id: string; readonly from: Account; readonly messageId: string; readonly data: unknown },
): WireActivity {
  return {
    type: 'message',
    id: press.id,
    replyToId: press.messageId,
    ...envelope(setting, press.from),
    value: press.data,
    entities: [clientInfo],
  };
}

/** An answer to a file consent card: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4#invoke-activity-when-the-user-accepts-the-file */
export function consentActivity(
  setting: Setting,
  answer: {
    readonly id: string;
    readonly from: Account;
    readonly messageId: string;
    readonly action: 'accept' | 'decline';
    readonly context: unknown;
    readonly uploadInfo?: Readonly<Record<string, string>>;
  },
): WireActivity {
  const { action, context, uploadInfo } = answer;
  return {
    type: 'invoke',
    name: 'fileConsent/invoke',
    id: answer.id,
    replyToId: answer.messageId,
    ...envelope(setting, answer.from),
    value: { type: 'fileUpload', action, context, ...(uploadInfo && { uploadInfo }) },
  };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#installation-update-event */
export function installationActivity(
  setting: Setting,
  event: { readonly id: string; readonly from: Account; readonly action: 'add' | 'remove' },
): WireActivity {
  return { type: 'installationUpdate', action: event.action, id: event.id, ...envelope(setting, event.from) };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events#members-added */
export function membersAddedActivity(
  setting: Setting,
  event: { readonly id: string; readonly from: Account },
): WireActivity {
  return {
    type: 'conversationUpdate',
    id: event.id,
    ...envelope(setting, event.from),
    membersAdded: [{ id: setting.bot.id }],
  };
}

/** An event of any other type. */
export function otherActivity(
  setting: Setting,
  event: { readonly id: string; readonly from: Account; readonly type: string; readonly name?: string },
): WireActivity {
  const { id, type, name } = event;
  return { type, id, ...(name !== undefined && { name }), ...envelope(setting, event.from), value: {} };
}
