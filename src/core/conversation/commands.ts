import { exportUser } from '../accounts/export-user.js';
import type { CoreContext } from '../ports/context.js';
import { notNow } from '../tools/alerts.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { guardTool } from './call-tool.js';
import type { Draft } from './draft.js';
import { fallbackText, smallTalk } from './small-talk.js';
import type { Intent, PlainIntent } from './understanding/intents.js';

/** Commands that are about the conversation or the account, and small talk. */
export async function commandResult(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  const kind = intent.kind;
  if (kind === 'new')
    return guardTool(context, turn, draft, { name: 'new', args: {} }, () => begin(context, turn));
  if (kind === 'export')
    return guardTool(context, turn, draft, { name: 'export', args: {} }, () => exported(context, turn));
  if (kind === 'forget') return askToForget();
  if (kind === 'not-now')
    return guardTool(context, turn, draft, { name: 'alerts', args: { change: 'snooze' } }, () =>
      notNow(context, turn),
    );
  const text = isPlain(kind) ? smallTalk(kind, turn) : null;
  return { text: text ?? fallbackText(turn), facts: [] };
}

function isPlain(kind: Intent['kind']): kind is PlainIntent {
  return /^(?:help|new|export|forget|greeting|thanks|farewell|who|privacy|yes|no|stop|how-are-you|joke|internals|dictated|others|invest|weather|cannot-book|cannot-remind|sorry|nothing-spent|partly|why-me|money-back|beyond|acknowledged)$/.test(
    kind,
  );
}

async function begin(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const store = context.database.store.conversations;
  const session = await store.createSession({ userId: turn.userId, title: null });
  await store.moveConversation(turn.conversationId, session.id);
  return {
    text: 'A fresh start. I still know your taste and your budget. What are you in the mood for?',
    facts: [],
  };
}

async function exported(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const everything = await exportUser(context, { userId: turn.userId });
  const bytes = new TextEncoder().encode(JSON.stringify(everything, jsonValue, 2));
  const links = everything.files.map((file) => `- [${file.fileName.replace(/[[\]()]/g, ' ')}](${file.url})`);
  const files = links.length > 0 ? `\n\nYour files (these links work for a while):\n${links.join('\n')}` : '';
  return {
    text: `Here is everything I have about you, as one file.${files}`,
    facts: [],
    file: { name: 'matinee-export.json', contentType: 'application/json', bytes },
  };
}

/** Big integers (amounts in minor units) as decimal text. */
function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function askToForget(): ToolResult {
  return {
    text: 'That deletes everything: your documents, transactions, taste, history and account. It can’t be undone. Shall I? Say “yes, delete everything”, or leave it. (`export` gives you a copy first.)',
    facts: [],
    memory: { pending: { kind: 'forget' } },
    buttons: [
      { id: 'answer:yes', label: 'Yes, delete everything', style: 'danger' },
      { id: 'answer:no', label: 'Keep it' },
    ],
  };
}
