import type { CoreContext } from '../ports/context.js';
import { LanguageModelError } from '../ports/language-model.js';
import type { Fact } from './claims/facts.js';
import { createSlotFiller, nameBefore, type OpenSlot, type SlotFiller } from './claims/slot-filler.js';
import { decideWithModel } from './decide-with-model.js';
import { type Draft, textOf } from './draft.js';
import { claimsWorld, type Phrased, type PhraseInput } from './phrasing.js';
import { preparePhrasePrompt } from './prepare-prompt.js';
import { renderNote } from './prompts/turn-prompt.js';
import { partReply, type ReplySlot } from './reply-parts.js';
import { streamWithPatience } from './stream-with-patience.js';

/** A note takes its sentence, or two. */
const ROOM = 40;
const CHARACTERS_PER_TOKEN = 3;
const BROKEN = '\n\n_My language model dropped out midway; what stands here is checked and true._';

/**
 * Lets the model word what the tools found: names, costs and caveats stand as they are, and at once; between them it says
 * in its own words what a thing is and why it suits, one slot at a time. What it writes is checked against the turn's
 * facts, sentence by sentence, before it is shown. Null where no model is reachable, nothing is to be worded, or nothing
 * of it stood: the tools' words stand then.
 */
export async function phraseWithModel(context: CoreContext, input: PhraseInput): Promise<Phrased | null> {
  if (!context.model.available()) return null;
  try {
    if (input.draft.unsure) {
      const answered = await decideWithModel(context, input);
      if (answered) return answered;
    }
    return input.draft.unsure ? null : await phrase(context, input);
  } catch (cause) {
    input.turn.signal.throwIfAborted();
    logFailure(context, cause);
    // What was shown is how the tools' own words begin; the rest of them follows.
    return null;
  }
}

async function phrase(context: CoreContext, input: PhraseInput): Promise<Phrased | null> {
  const { turn, said, draft, sink } = input;
  const world = { ...claimsWorld(turn, draft, said), notes: textOf(draft.parts) };
  const { ledger } = world;
  const costs = (title: string) =>
    ledger.mentions(title).some(({ subject }) => subject.isTitle && subject.facts.some(isCost));
  const { slots, closing } = partReply(blocksOf(draft), costs);
  const [first, ...further] = slots;
  if (first === undefined) return null;
  const filler = createSlotFiller(
    world,
    slots.map(({ before, note }): OpenSlot => {
      const named = ledger.mentions(nameBefore(before)).find((mention) => mention.subject.isTitle);
      return { before, note, subject: named?.subject ?? null };
    }),
  );
  sink.write(filler.open());
  const task = renderNote(first.kind, first.note);
  const reserved = slots.reduce((sum, slot) => sum + tokensFor(slot) + slot.note.length, 0);
  const ask = {
    messages: await preparePhrasePrompt(context, input, task, Math.ceil(reserved / 2)),
    maxTokens: tokensFor(first),
    followUps: further.map((slot) => ({
      content: renderNote(slot.kind, slot.note),
      maxTokens: tokensFor(slot),
    })),
  };
  const broken = await speak(context, input, ask, filler);
  const report = filler.report();
  context.log.debug({ ...report }, 'claims checked');
  sink.write(filler.rest() + closing);
  if (report.kept === 0) return null;
  if (broken) sink.write(BROKEN);
  return { text: sink.written(), model: context.model.name, report };
}

/** What was told is acknowledged on one line, then the answers, as the draft's own text has them. */
function blocksOf({ parts }: Draft): { readonly text: string; readonly reword: boolean }[] {
  const told = textOf(parts.filter(({ kind }) => kind === 'told'));
  const asked = parts.filter(({ kind }) => kind === 'asked');
  return [{ text: told, reword: false }, ...asked].filter(({ text }) => text.trim() !== '');
}

function isCost(fact: Fact): boolean {
  return (
    fact.kind === 'free' ||
    fact.kind === 'included' ||
    (fact.kind === 'amount' && /price$/.test(fact.measure))
  );
}

/** Streams the model's words through the check into the reply. @returns whether the model broke off while it spoke */
async function speak(
  context: CoreContext,
  { turn, sink }: PhraseInput,
  ask: Pick<Parameters<typeof streamWithPatience>[1], 'messages' | 'maxTokens' | 'followUps'>,
  filler: SlotFiller,
): Promise<boolean> {
  const show = (text: string) => {
    if (text !== '') sink.write(text);
  };
  let speaking = false;
  try {
    for await (const { text, ends } of streamWithPatience(context, { ...ask, signal: turn.signal, sink })) {
      show(filler.push(text));
      speaking = ends === null;
      if (ends) show(filler.close(ends === 'whole') + filler.open());
    }
    show(filler.close());
    return false;
  } catch (cause) {
    turn.signal.throwIfAborted();
    logFailure(context, cause);
    show(filler.close(false));
    // Between two answers nothing breaks off: the rest comes in the tools' own words.
    return speaking;
  }
}

function tokensFor({ note }: ReplySlot): number {
  return ROOM + Math.ceil(note.length / CHARACTERS_PER_TOKEN);
}

function logFailure(context: CoreContext, cause: unknown): void {
  const failure = cause instanceof LanguageModelError ? cause.code : 'UNEXPECTED';
  const fields = { failure, ...(failure === 'UNEXPECTED' && { err: cause }) };
  // No model at all is the usual way to start; only what was there and failed is worth a warning.
  if (failure === 'MODEL_UNREACHABLE' || failure === 'MODEL_MISSING')
    context.log.debug(fields, 'no language model');
  else context.log.warn(fields, 'the language model did not word this reply');
}
