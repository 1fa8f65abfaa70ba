import type { CoreContext } from '../ports/context.js';
import type { ConversationRow, InboxRow } from '../ports/stores/conversations.js';
import type { ToolTurn } from '../tools/tool.js';
import { answerIntent, isPrivate } from './answer-intent.js';
import { continueInPrivate } from './continue-in-private.js';
import type { Draft } from './draft.js';
import { extractionOf } from './extraction.js';
import { pastedStatement } from './pasted-result.js';
import { fallbackText, feelingWords, languageWords } from './small-talk.js';
import { type Intent, TOLD } from './understanding/intents.js';
import { looksLikeStatement, readPastedStatement } from './understanding/pasted-statement.js';
import { readMessage } from './understanding/read-message.js';

/** Answers what a message says, by the grammar: what was told is kept and acknowledged, what was asked is answered. */
export async function answerPlainly(
  context: CoreContext,
  turn: ToolTurn,
  input: {
    readonly message: InboxRow;
    readonly text: string;
    readonly conversation: ConversationRow;
    readonly draft: Draft;
    /** The message brought files: words around them that mean nothing to the grammar are no question. */
    readonly withFile: boolean;
  },
): Promise<void> {
  const { message, text, conversation, draft } = input;
  if (looksLikeStatement(text)) {
    const pasted = readPastedStatement(text, turn.currency);
    return draft.add('asked', pastedStatement(pasted, turn));
  }
  const world = {
    currency: turn.currency,
    today: turn.today,
    offered: turn.memory.offered.map((item) => item.title),
    numbered: turn.memory.offered.filter(({ aside }) => !aside).length,
    spent: turn.memory.lastSpend !== null,
    service: turn.memory.service,
    figure: turn.memory.figure,
    frame: turn.memory.frame,
    done: turn.memory.done?.what ?? null,
    spends: turn.memory.spends.map(({ description }) => description),
  };
  const understood = readMessage(text, world);
  const extraction = extractionOf(understood.told);
  if (extraction && message.chatMessageId) {
    await context.database.store.conversations.saveExtraction(message.chatMessageId, extraction);
  }
  // "Here is my statement" with the file asks for nothing more than its reading.
  const asked = input.withFile
    ? understood.asked.filter((intent) => intent.kind !== 'documents')
    : understood.asked;
  // A greeting before something else is answered with that.
  const beyond = asked.filter((intent) => intent.kind !== 'greeting');
  const intents = [...understood.told, ...(beyond.length > 0 ? beyond : asked)];
  if (understood.language) draft.add('told', { text: languageWords(understood.language), facts: [] });
  if (understood.feeling)
    draft.add('told', { text: feelingWords(understood.feeling, turn.voice), facts: [] });
  if (!turn.direct && intents.some(isPrivate)) {
    const moved = await continueInPrivate(context, conversation, message);
    draft.say(moved);
    for (const intent of intents.filter((one) => !isPrivate(one)))
      await answerOne(context, turn, draft, intent);
    return;
  }
  for (const [index, intent] of intents.entries()) {
    await answerOne(context, { ...turn, more: index < intents.length - 1 }, draft, intent);
  }
  if (intents.length > 0 || input.withFile || understood.feeling) return;
  draft.unsure = true;
  draft.say(fallbackText(turn));
}

async function answerOne(context: CoreContext, turn: ToolTurn, draft: Draft, intent: Intent): Promise<void> {
  // What was told a moment ago in the same message is part of what the next answer stands on.
  const memory: ToolTurn['memory'] = Object.assign({ ...turn.memory }, ...draft.memory);
  const result = await answerIntent(context, { ...turn, memory }, draft, intent);
  draft.add(TOLD.has(intent.kind) ? 'told' : 'asked', result);
}
