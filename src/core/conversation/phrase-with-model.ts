import type { CoreContext } from '../ports/context.js';
import { LanguageModelError } from '../ports/language-model.js';
import { type CheckReport, createCheckedText } from './claims/checked-text.js';
import type { ClaimsWorld } from './claims/claims-world.js';
import { decideWithModel } from './decide-with-model.js';
import { type Draft, type DraftPart, textOf } from './draft.js';
import { missingEssentials } from './essentials.js';
import { claimsWorld, type Phrased, type PhraseInput } from './phrasing.js';
import { preparePrompt } from './prepare-prompt.js';
import { renderPhraseTask } from './prompts/turn-prompt.js';
import { streamWithPatience } from './stream-with-patience.js';

const REPLY_TOKENS = 400;

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
  const { opening, notes } = opened(textOf(worded));
  const show = (text: string) => {
    if (text !== '') sink.write(text);
  };
  // The tools' own first words are there at once; reading a prompt can take a small machine many seconds.
  if (opening !== '') show(`${opening}\n\n`);
  const prompt = await preparePrompt(context, input, renderPhraseTask(said, opening, notes), REPLY_TOKENS);
  const world = { ...claimsWorld(turn, draft, said), notes: textOf(worded) };
  const check = createCheckedText(world, opening);
  const before = sink.written().length;
  // A small model likes to begin with what stands there already.
  const unrepeated = (text: string) => {
    const fresh = sink.written().length === before ? text.trimStart() : text;
    return opening !== '' && fresh.startsWith(opening) ? fresh.slice(opening.length).trimStart() : fresh;
  };
  let broken = false;
  try {
    for await (const text of streamWithPatience(context, {
      messages: prompt,
      maxTokens: REPLY_TOKENS,
      signal: turn.signal,
      sink,
    })) {
      show(unrepeated(check.push(text)));
      if (check.isOver()) break;
    }
  } catch (cause) {
    turn.signal.throwIfAborted();
    logFailure(context, cause);
    broken = true;
  }
  show(unrepeated(check.end(!broken)));
  const report = check.report();
  const shown = sink.written().slice(before).trim();
  if (shown === '' || report.kept === 0) return null;
  const rest = [
    ...missingEssentials(draft.essentials, [report, reportOf(opening, world)]),
    ...(broken ? ['_My language model dropped out midway; what stands here is checked and true._'] : []),
    textOf(draft.parts.filter((part) => part.kind === 'asked' && !part.reword)),
  ].filter((text) => text !== '');
  const text = [sink.written().trimEnd(), ...rest].join('\n\n');
  context.log.debug(
    { sentences: report.sentences, kept: report.kept, reasons: report.reasons },
    'claims checked',
  );
  const { sentences, kept, corrected, reasons } = report;
  return { text, model: context.model.name, report: { sentences, kept, corrected, reasons } };
}

/** What words of ours already say. */
function reportOf(text: string, world: ClaimsWorld): CheckReport {
  const check = createCheckedText(world);
  check.push(text);
  check.end();
  return check.report();
}

/** A reply's first paragraph, where more follows it, and the rest. */
function opened(text: string): { readonly opening: string; readonly notes: string } {
  const end = text.indexOf('\n\n');
  return end < 0 ? { opening: '', notes: text } : { opening: text.slice(0, end), notes: text.slice(end + 2) };
}

function logFailure(context: CoreContext, cause: unknown): void {
  const failure = cause instanceof LanguageModelError ? cause.code : 'UNEXPECTED';
  const fields = { failure, ...(failure === 'UNEXPECTED' && { err: cause }) };
  // No model at all is the usual way to start; only what was there and failed is worth a warning.
  if (failure === 'MODEL_UNREACHABLE' || failure === 'MODEL_MISSING')
    context.log.debug(fields, 'no language model');
  else context.log.warn(fields, 'the language model did not word this reply');
}
