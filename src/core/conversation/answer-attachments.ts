import type { DocumentView } from '../documents/document-view.js';
import { submitDocument } from '../documents/submit-document.js';
import { unlockDocument } from '../documents/unlock-document.js';
import { watchDocument } from '../documents/watch-document.js';
import type { InboundAttachment } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ConversationRow, InboxRow } from '../ports/stores/conversations.js';
import { fileLabel } from '../tools/document-words.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import type { ReplySink } from './answer.js';
import { continueInPrivate } from './continue-in-private.js';
import { documentResult } from './document-result.js';
import type { Draft } from './draft.js';
import type { Pending } from './memory.js';

/** Files of one message that are read; more are named and left. */
const MAX_FILES = 5;
/** A reading that takes longer goes on in the background; the reply says so. */
const WATCH_MILLISECONDS = 4 * 60_000;
const DOWNLOAD_MILLISECONDS = 60_000;

/** Takes in the files of a message, each with its verdict and what it means. In a channel they are taken to the DM. */
export async function answerAttachments(
  context: CoreContext,
  turn: ToolTurn,
  input: {
    readonly message: InboxRow;
    readonly conversation: ConversationRow;
    readonly draft: Draft;
    readonly sink: ReplySink;
  },
): Promise<void> {
  const { message, conversation, draft, sink } = input;
  if (!conversation.direct) return draft.say(await continueInPrivate(context, conversation, message));
  const files = message.attachments.slice(0, MAX_FILES);
  for (const attachment of files) {
    turn.signal.throwIfAborted();
    draft.add('asked', await readAttachment(context, turn, conversation, attachment, sink));
  }
  const left = message.attachments.length - files.length;
  if (left > 0)
    draft.say(`That were many files at once: please send the last ${left === 1 ? 'one' : left} again.`);
}

async function readAttachment(
  context: CoreContext,
  turn: ToolTurn,
  conversation: ConversationRow,
  attachment: InboundAttachment,
  sink: ReplySink,
): Promise<ToolResult> {
  const name = attachment.fileName ? fileLabel(attachment.fileName) : 'your document';
  try {
    sink.progress(`Got ${name}. Reading it…`);
    const submitted = await submit(context, turn, conversation, attachment);
    return await follow(context, turn, submitted.documentId, submitted.duplicate, sink);
  } catch (cause) {
    turn.signal.throwIfAborted();
    context.log.warn({ err: cause, turnId: turn.turnId }, 'a file could not be taken in');
    const reason =
      cause instanceof MatineeError ? cause.message : 'I could not fetch it. Please send it once more.';
    return { text: `${name}: ${reason}`, facts: [] };
  }
}

async function submit(
  context: CoreContext,
  turn: ToolTurn,
  conversation: ConversationRow,
  attachment: InboundAttachment,
): Promise<{ readonly documentId: string; readonly duplicate: boolean }> {
  const known = attachment.source.documentId;
  if (typeof known === 'string') return { documentId: known, duplicate: false };
  if (attachment.size !== null && attachment.size > context.settings.maxDocumentBytes)
    throw tooLarge(context);
  const platform = context.platforms.get(conversation.platform);
  if (!platform) throw new MatineeError('unavailable', 'NO_PLATFORM', 'I cannot reach that file from here.');
  const signal = AbortSignal.any([turn.signal, AbortSignal.timeout(DOWNLOAD_MILLISECONDS)]);
  const body = await platform.download(attachment, signal);
  const { document, duplicate } = await submitDocument(context, {
    userId: turn.userId,
    fileName: attachment.fileName,
    body,
    conversationId: conversation.id,
    signal,
  });
  return { documentId: document.id, duplicate };
}

function tooLarge(context: CoreContext): MatineeError {
  const limit = Math.round(context.settings.maxDocumentBytes / 1_048_576);
  return new MatineeError('too-large', 'TOO_LARGE', `That file is larger than the ${limit} MB I can take.`);
}

/** Follows the reading page by page until it is settled, then says what came of it. */
async function follow(
  context: CoreContext,
  turn: ToolTurn,
  documentId: string,
  duplicate: boolean,
  sink: ReplySink,
): Promise<ToolResult> {
  const signal = AbortSignal.any([turn.signal, AbortSignal.timeout(WATCH_MILLISECONDS)]);
  let last: DocumentView | null = null;
  for await (const view of watchDocument(context, { userId: turn.userId, documentId, signal })) {
    last = view;
    if (view.progress) sink.progress(progressWords(view.progress));
  }
  turn.signal.throwIfAborted();
  if (!last || last.status === 'pending' || last.status === 'processing') {
    return {
      text: 'This one takes longer than usual. I keep reading in the background: ask me for your `documents` in a minute.',
      facts: [],
    };
  }
  return documentResult(context, turn, last, duplicate);
}

function progressWords(progress: NonNullable<DocumentView['progress']>): string {
  const page = `page ${progress.page} of ${progress.pages}`;
  if (progress.stage === 'ocr') return `Recognising the scan, ${page}…`;
  return progress.stage === 'figures' ? 'Checking the sums…' : `Reading ${page}…`;
}

/** Opens the document that waits for a password with the one that was just typed, and forgets it. */
export async function unlockWithPassword(
  context: CoreContext,
  turn: ToolTurn,
  input: {
    readonly pending: Pending | null;
    readonly message: InboxRow;
    readonly draft: Draft;
    readonly sink: ReplySink;
  },
): Promise<ToolResult> {
  const password = context.secrets.take(input.message.id);
  const { pending } = input;
  if (pending?.kind !== 'password') {
    await context.database.store.conversations.setAwaitsSecret(turn.conversationId, false);
    return {
      text: 'I kept that out of my records, since it could have been a password; I wasn’t waiting for one, though. What can I do for you?',
      facts: [],
    };
  }
  if (password === null) {
    return {
      text: `I don’t keep passwords, and this one got lost on the way. Please type the password of ${pending.fileName} once more.`,
      facts: [],
      memory: { pending },
    };
  }
  input.sink.progress('Opening it…');
  try {
    const view = await unlockDocument(context, {
      userId: turn.userId,
      documentId: pending.documentId,
      password,
      signal: turn.signal,
    });
    if (!view.passwordRequired)
      await context.database.store.conversations.setAwaitsSecret(turn.conversationId, false);
    return await documentResult(context, turn, view, false);
  } catch (cause) {
    turn.signal.throwIfAborted();
    if (!(cause instanceof MatineeError)) throw cause;
    await context.database.store.conversations.setAwaitsSecret(turn.conversationId, false);
    return { text: cause.message, facts: [] };
  }
}
