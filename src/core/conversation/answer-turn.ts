import { dateIn } from '../../domain/calendar.js';
import type { CoreContext } from '../ports/context.js';
import type { InboxRow, TurnWorld } from '../ports/stores/conversations.js';
import type { ToolTurn } from '../tools/tool.js';
import type { Answer, ReplySink, TurnInput } from './answer.js';
import { answerAction } from './answer-action.js';
import { answerAttachments } from './answer-attachments.js';
import { answerPending } from './answer-pending.js';
import { answerPlainly } from './answer-plainly.js';
import { createDraft, type Draft, finishDraft } from './draft.js';
import { readMemory, type TurnMemory } from './memory.js';
import { phraseWithModel } from './phrase-with-model.js';
import { gistOf } from './summary.js';
import { createVoice } from './voice.js';

/** Of a very long message this much is read; all of it is kept. */
const READ_CHARACTERS = 20_000;

/**
 * Answers a turn: files first, then buttons, then what was said. Tools compute; a model words what they found where one
 * is reachable, else the tools' own words stand.
 */
export async function answerTurn(
  context: CoreContext,
  input: TurnInput,
  sink: ReplySink,
  signal: AbortSignal,
): Promise<Answer> {
  const started = context.clock.now().getTime();
  const { world } = input;
  await keepHome(context, input, world);
  const turn = toolTurn(context, input, world, signal);
  const draft = createDraft();
  for (const message of input.messages) {
    signal.throwIfAborted();
    await answerMessage(
      context,
      { ...turn, chatMessageId: message.chatMessageId },
      message,
      input,
      draft,
      sink,
    );
  }
  const toolsDone = context.clock.now().getTime();
  const said = input.messages.map((message) => message.content).join('\n');
  const phrased = await phraseWithModel(context, { turn, world, said, draft, sink });
  return finishDraft(draft, {
    memory: turn.memory,
    gist: gistOf(said, draft),
    phrased,
    title: world.sessionTitle === null ? titleOf(said) : null,
    timings: {
      toolsMilliseconds: toolsDone - started,
      modelMilliseconds: context.clock.now().getTime() - toolsDone,
    },
  });
}

async function answerMessage(
  context: CoreContext,
  turn: ToolTurn,
  message: InboxRow,
  input: TurnInput,
  draft: Draft,
  sink: ReplySink,
): Promise<void> {
  if (message.action) return answerAction(context, turn, message.action, input.conversation, draft);
  if (message.attachments.length > 0) {
    await answerAttachments(context, turn, { message, conversation: input.conversation, draft, sink });
  }
  const text = message.content.slice(0, READ_CHARACTERS);
  if (text.trim() === '') {
    if (message.attachments.length === 0) draft.say('I got an empty message. What can I do for you?');
    return;
  }
  if (await answerPending(context, turn, { message, text, draft, sink })) return;
  const withFile = message.attachments.length > 0;
  await answerPlainly(context, turn, { message, text, conversation: input.conversation, draft, withFile });
}

function toolTurn(context: CoreContext, input: TurnInput, world: TurnWorld, signal: AbortSignal): ToolTurn {
  const { conversation, turn } = input;
  const locale = world.locale ?? context.settings.defaultLocale;
  const today = dateIn(world.timeZone ?? context.settings.defaultTimeZone, context.clock.now());
  return {
    userId: conversation.userId,
    sessionId: conversation.sessionId,
    conversationId: conversation.id,
    turnId: turn.id,
    direct: conversation.direct,
    chatMessageId: null,
    more: false,
    currency: world.currency ?? context.settings.defaultCurrency,
    locale,
    today,
    memory: firstMemory(world),
    voice: createVoice({
      locale,
      today,
      seed: turn.id,
      currency: world.currency ?? context.settings.defaultCurrency,
    }),
    signal,
  };
}

/** A new session knows where somebody lives, and nothing else of the last one. */
function firstMemory(world: TurnWorld): TurnMemory {
  const memory = readMemory(world.facts);
  return world.facts === null && world.home ? { ...memory, home: world.home } : memory;
}

/** Alerts go to where somebody last wrote directly, on a platform that can be written to. */
async function keepHome(context: CoreContext, { conversation }: TurnInput, world: TurnWorld): Promise<void> {
  const { id, userId, direct, platform } = conversation;
  if (!direct || id === world.homeConversationId || !context.platforms.has(platform)) return;
  await context.database.store.accounts.updateSettings(userId, { homeConversationId: id });
}

/** A new session is called by what was said first. */
function titleOf(said: string): string | null {
  const [first = ''] = said.trim().split('\n');
  const plain = first.replace(/\s+/g, ' ').trim();
  if (plain === '') return null;
  return plain.length > 60 ? `${plain.slice(0, 57).trimEnd()}…` : plain;
}
