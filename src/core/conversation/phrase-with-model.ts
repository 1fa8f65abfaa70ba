import type { CoreContext } from '../ports/context.js';
import { LanguageModelError } from '../ports/language-model.js';
import { type CheckReport, createCheckedText } from './claims/checked-text.js';
import type { ClaimsWorld } from './claims/claims-world.js';
import { decideWithModel } from './decide-with-model.js';
import { type Draft, type DraftPart, textOf } from './draft.js';
import { missingEssentials } from './essentials.js';
import { claimsWorld, type Phrased, type PhraseInput } from './phrasing.js';
import { preparePhrasePrompt } from './prepare-prompt.js';
import { renderNotes, renderPhraseTask } from './prompts/turn-prompt.js';
import { partReply } from './reply-parts.js';
import { streamWithPatience } from './stream-with-patience.js';

/** Of one answer, whatever it is to say. */
const REPLY_TOKENS = 400;
const CHARACTERS_PER_TOKEN = 3;

/**
 * Lets the model word what the tools found. What it writes is checked against the turn's facts, sentence by sentence,
 * before it is shown; what it leaves out is added from the tools' own words. Null where no model is reachable, nothing is
 * to be worded, or nothing of it stood: the draft's words stand then.
 */
export async function phraseWithModel(context: CoreContext, input: PhraseInput): Promise<Phrased | null> {
  const { draft, sink } = input;
  if (!context.model.available()) return null;
  try {
    if (draft.unsure) {
      const answered = await decideWithModel(context, input);
      if (answered) return answered;
    }
    const worded = draft.parts.filter(isWorded);
    if (draft.unsure || worded.length === 0) return null;
    const lead = leadText(draft);
    if (lead) sink.write(`${lead}\n\n`);
    return await phrase(context, input, worded);
  } catch (cause) {
    input.turn.signal.throwIfAborted();
    logFailure(context, cause);
    // What was shown is true and stays; the rest comes in the tools' own words.
    return null;
  }
}

function isWorded(part: DraftPart): boolean {
  return part.kind === 'asked' && part.reword;
}

/** Acknowledgements stand as they are, and stand first: they are there before the model has read its prompt. */
function leadText(draft: Draft): string {
  return textOf(draft.parts.filter((part) => part.kind === 'told'));
}

async function phrase(
  context: CoreContext,
  input: PhraseInput,
  worded: readonly DraftPart[],
): Promise<Phrased | null> {
  const { turn, said, draft, sink } = input;
  const { opening, notes, closing } = partReply(textOf(worded));
  const [first = '', ...further] = notes;
  // The tools' own first words are there at once; reading a prompt can take a small machine many seconds.
  if (opening !== '') sink.write(`${opening}\n\n`);
  const task = renderPhraseTask(said, opening, first);
  const followUps = further.map((part) => ({ content: renderNotes(part), maxTokens: tokensFor(part) }));
  const maxTokens = tokensFor(first);
  const reserved = notes.reduce((sum, part) => sum + tokensFor(part) + part.length / CHARACTERS_PER_TOKEN, 0);
  const messages = await preparePhrasePrompt(context, input, task, Math.ceil(reserved));
  const world = { ...claimsWorld(turn, draft, said), notes: textOf(worded) };
  const stop = followUps.length > 0 ? beforeNext(first) : [];
  const { report, broken, shown } = await speak(
    context,
    input,
    { messages, maxTokens, followUps, stop },
    world,
    opening,
  );
  if (shown === '' || report.kept === 0) return null;
  const ours = reportOf(`${opening}\n\n${closing}`, world);
  const rest = [
    ...missingEssentials(draft.essentials, report, ours, notes.join('\n')),
    ...(broken ? ['_My language model dropped out midway; what stands here is checked and true._'] : []),
    closing,
    textOf(draft.parts.filter((part) => part.kind === 'asked' && !part.reword)),
  ].filter((text) => text !== '');
  const text = rest.reduce(goingOn, sink.written().trimEnd());
  const { sentences, kept, corrected, reasons } = report;
  context.log.debug({ sentences, kept, reasons }, 'claims checked');
  return { text, model: context.model.name, report: { sentences, kept, corrected, reasons } };
}

const LISTED = /^\d{1,2}\. /;

/** A list goes on on the next line; everything else is a paragraph of its own. */
function goingOn(text: string, next: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return `${text}${LISTED.test(last) && LISTED.test(next) ? '\n' : '\n\n'}${next}`;
}

/** Streams the model's words through the check into the reply. */
async function speak(
  context: CoreContext,
  { turn, sink }: PhraseInput,
  ask: Pick<Parameters<typeof streamWithPatience>[1], 'messages' | 'maxTokens' | 'followUps' | 'stop'>,
  world: ClaimsWorld,
  opening: string,
): Promise<{ readonly report: CheckReport; readonly broken: boolean; readonly shown: string }> {
  const check = createCheckedText(world, opening);
  const before = sink.written().length;
  const show = (text: string) => {
    // A small model likes to begin with what stands there already.
    const fresh = sink.written().length === before ? text.trimStart() : text;
    const unrepeated =
      opening !== '' && fresh.startsWith(opening) ? fresh.slice(opening.length).trimStart() : fresh;
    if (unrepeated !== '') sink.write(unrepeated);
  };
  let answers = 0;
  let speaking = false;
  let broken = false;
  try {
    for await (const { text, ends } of streamWithPatience(context, { ...ask, signal: turn.signal, sink })) {
      show(check.push(text));
      speaking = ends === null;
      if (ends) {
        show(check.end(ends === 'whole'));
        check.resume();
        answers += 1;
      } else if (check.isOver() && answers === ask.followUps.length) break;
    }
  } catch (cause) {
    turn.signal.throwIfAborted();
    logFailure(context, cause);
    // Between two answers nothing breaks off: the rest comes in the tools' own words.
    broken = speaking;
  }
  show(check.end(!broken));
  return { report: check.report(), broken, shown: sink.written().slice(before).trim() };
}

/** A small model that has worded the only line it has goes on with lines of its own: its answer ends before the next number. */
function beforeNext(line: string): string[] {
  const number = LISTED.exec(line)?.[0];
  return number === undefined ? [] : [`\n${Number.parseInt(number, 10) + 1}.`];
}

/** Room to say a part of the notes in other words, and an end for a model that finds none. */
function tokensFor(notes: string): number {
  return Math.min(REPLY_TOKENS, 60 + Math.ceil(notes.length / 2));
}

/** What words of ours already say. */
function reportOf(text: string, world: ClaimsWorld): CheckReport {
  const check = createCheckedText(world);
  check.push(text);
  check.end();
  return check.report();
}

function logFailure(context: CoreContext, cause: unknown): void {
  const failure = cause instanceof LanguageModelError ? cause.code : 'UNEXPECTED';
  const fields = { failure, ...(failure === 'UNEXPECTED' && { err: cause }) };
  // No model at all is the usual way to start; only what was there and failed is worth a warning.
  if (failure === 'MODEL_UNREACHABLE' || failure === 'MODEL_MISSING')
    context.log.debug(fields, 'no language model');
  else context.log.warn(fields, 'the language model did not word this reply');
}
