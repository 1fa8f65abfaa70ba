import type { CoreContext } from '../ports/context.js';
import { type GenerateOptions, LanguageModelError, type ModelMessage } from '../ports/language-model.js';
import { callTool } from './call-tool.js';
import { createSlotFiller } from './claims/slot-filler.js';
import { findAction, type ModelAction, modelTools, readAction } from './model-actions.js';
import { claimsWorld, type Phrased, type PhraseInput } from './phrasing.js';
import { prepareDecidePrompt } from './prepare-prompt.js';
import { renderDecideTask } from './prompts/turn-prompt.js';

const DECIDE_TOKENS = 160;
/** Tool calls that a model may ask for in one turn. */
const MAX_ROUNDS = 2;

/**
 * Where the grammar understood nothing: the model either asks for facts, which are then looked up and worded like any
 * others, or says a sentence or two without any. What it says is checked like everything it writes.
 * @returns its own words, or null where facts were looked up or nothing of it stood
 */
export async function decideWithModel(context: CoreContext, input: PhraseInput): Promise<Phrased | null> {
  const { turn, draft, said } = input;
  const messages = await prepareDecidePrompt(context, input, renderDecideTask(said), DECIDE_TOKENS);
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const { text, action } = await ask(context, messages, turn.signal);
    if (!action) return spoken(context, input, text);
    if (!turn.direct && action.tool.private) return null;
    const result = await callTool(context, turn, draft, action.tool, action.args);
    const failed = draft.calls.at(-1)?.outcome === 'failed';
    if (!failed) {
      draft.replace(result);
      return null;
    }
    messages.push(
      { role: 'assistant', content: text },
      { role: 'user', content: `That failed: ${result.text} Answer without it.` },
    );
  }
  return null;
}

/** Native tool calls where the model has them, else its text with JSON in it. */
async function ask(
  context: CoreContext,
  messages: readonly ModelMessage[],
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly action: ModelAction | null }> {
  const tools = modelTools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parameters: tool.schema,
  }));
  try {
    return await read(context, messages, { tools, signal });
  } catch (cause) {
    if (!(cause instanceof LanguageModelError) || cause.code !== 'MODEL_NO_TOOLS') throw cause;
    return read(context, messages, { signal });
  }
}

async function read(
  context: CoreContext,
  messages: readonly ModelMessage[],
  options: Pick<GenerateOptions, 'signal' | 'tools'>,
): Promise<{ readonly text: string; readonly action: ModelAction | null }> {
  let text = '';
  for await (const chunk of context.model.stream(messages, {
    ...options,
    maxTokens: DECIDE_TOKENS,
    temperature: 0,
  })) {
    if (chunk.type === 'text') text += chunk.text;
    if (chunk.type !== 'tool-call') continue;
    const action = readAction({ name: chunk.name, arguments: chunk.arguments });
    if (action) return { text, action };
  }
  return { text, action: findAction(text) };
}

function spoken(
  context: CoreContext,
  { turn, draft, said, sink }: PhraseInput,
  text: string,
): Phrased | null {
  // The stand-in words that were drafted are no support: nothing was looked up.
  const world = { ...claimsWorld(turn, draft, said), support: said };
  const filler = createSlotFiller(world, [{ before: '', note: '', subject: null }]);
  const kept = filler.open() + filler.push(text) + filler.close();
  if (kept === '') return null;
  sink.write(kept);
  return { text: kept, model: context.model.name, report: filler.report() };
}
