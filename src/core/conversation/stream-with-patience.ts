import type { CoreContext } from '../ports/context.js';
import type { FollowUp, ModelMessage } from '../ports/language-model.js';
import type { ReplySink } from './answer.js';
import { CALLED_OFF } from './called-off.js';

/** Low: what is to be said stands in the note, and a small model that is let off the leash invents. */
const TEMPERATURE = 0.2;
/** After this much silence the user is told that something is happening. */
const SIGN_OF_LIFE_MILLISECONDS = 4_000;
const COLD_MILLISECONDS = 20_000;
/** A model that says nothing for this long, or is not done after that, gives way to the tools' own words. */
const FIRST_WORD_MILLISECONDS = 45_000;
const WHOLE_REPLY_MILLISECONDS = 100_000;

/** A piece of a model's text. `ends`: an answer ends with it, whole or for want of room. */
interface Heard {
  readonly text: string;
  readonly ends: 'whole' | 'cut' | null;
}

/** A model's text as it comes, with a sign of life while it keeps silent. */
export async function* streamWithPatience(
  context: CoreContext,
  options: {
    readonly messages: readonly ModelMessage[];
    readonly maxTokens: number;
    readonly followUps: readonly FollowUp[];
    readonly signal: AbortSignal;
    readonly sink: ReplySink;
  },
): AsyncIterable<Heard> {
  const spoken = new AbortController();
  const ended = new AbortController();
  const tired = new AbortController();
  const signal = AbortSignal.any([tired.signal, options.signal]);
  const silence = sitOutSilence(context, options.sink, tired, spoken.signal);
  const limit = loseIn(context, WHOLE_REPLY_MILLISECONDS, tired, ended.signal);
  try {
    for await (const chunk of context.model.stream(options.messages, {
      signal,
      temperature: TEMPERATURE,
      maxTokens: options.maxTokens,
      followUps: options.followUps,
      // A note is put into one line; what a small model adds below it is another matter.
      stop: ['\n'],
    })) {
      if (chunk.type === 'end') yield { text: '', ends: chunk.cut ? 'cut' : 'whole' };
      if (chunk.type !== 'text') continue;
      if (!spoken.signal.aborted) spoken.abort(CALLED_OFF);
      yield { text: chunk.text, ends: null };
    }
  } finally {
    spoken.abort(CALLED_OFF);
    ended.abort(CALLED_OFF);
    await Promise.all([silence, limit]);
  }
}

/** Fires the controller after the time, unless what is waited for comes first. */
async function loseIn(
  context: CoreContext,
  milliseconds: number,
  tired: AbortController,
  before: AbortSignal,
): Promise<void> {
  try {
    await context.clock.sleep(milliseconds, before);
    tired.abort(new Error('The language model takes too long.'));
  } catch {
    // It came in time.
  }
}

/** Shows signs of life until the model's first word; a model that stays silent for too long has lost its turn. */
async function sitOutSilence(
  context: CoreContext,
  sink: ReplySink,
  tired: AbortController,
  spoken: AbortSignal,
): Promise<void> {
  try {
    await context.clock.sleep(SIGN_OF_LIFE_MILLISECONDS, spoken);
    sink.progress('One moment, I’m putting it into words…');
    await context.clock.sleep(COLD_MILLISECONDS, spoken);
    sink.progress('Still at it: the language model is waking up, which can take a minute…');
  } catch {
    // The model has begun to write, or the turn has ended.
    return;
  }
  await loseIn(
    context,
    FIRST_WORD_MILLISECONDS - SIGN_OF_LIFE_MILLISECONDS - COLD_MILLISECONDS,
    tired,
    spoken,
  );
}
