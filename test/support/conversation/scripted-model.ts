import {
  type GenerateOptions,
  type LanguageModel,
  LanguageModelError,
  type ModelChunk,
  type ModelMessage,
} from '../../../src/core/ports/language-model.js';

/** What a scripted model says to one call; a function sees the prompt. */
export type Script =
  | { readonly says: string; readonly dies?: boolean; readonly pauseMilliseconds?: number }
  | { readonly calls: { readonly name: string; readonly arguments: unknown } }
  | { readonly fails: LanguageModelError['code'] };

export interface ScriptedModel extends LanguageModel {
  /** The prompts it was given. */
  readonly prompts: (readonly ModelMessage[])[];
  script(next: (messages: readonly ModelMessage[]) => Script): void;
  reachable: boolean;
}

/** A model that says what a test tells it to, a few characters at a time. */
export function createScriptedModel(options: { readonly contextWindow?: number } = {}): ScriptedModel {
  const prompts: (readonly ModelMessage[])[] = [];
  let answer: (messages: readonly ModelMessage[]) => Script = () => ({ says: 'Hello.' });
  const state = { reachable: true };

  async function* stream(
    messages: readonly ModelMessage[],
    generate?: GenerateOptions,
  ): AsyncIterable<ModelChunk> {
    yield { type: 'start' };
    let talk = messages;
    for (const followUp of [...(generate?.followUps ?? []), null]) {
      let said = '';
      for await (const chunk of answerTo(talk, generate)) {
        if (chunk.type === 'text') said += chunk.text;
        yield chunk;
      }
      if (followUp === null) return;
      talk = [...talk, { role: 'assistant', content: said }, { role: 'user', content: followUp.content }];
    }
  }

  async function* answerTo(
    messages: readonly ModelMessage[],
    generate?: GenerateOptions,
  ): AsyncIterable<ModelChunk> {
    prompts.push(messages);
    const script = answer(messages);
    if ('fails' in script) throw new LanguageModelError(script.fails, 'scripted');
    if ('calls' in script) {
      yield { type: 'tool-call', name: script.calls.name, arguments: script.calls.arguments };
      return;
    }
    const pieces = script.says.match(/[\s\S]{1,7}/g) ?? [];
    for (const piece of pieces) {
      generate?.signal?.throwIfAborted();
      if (script.pauseMilliseconds)
        await new Promise((resolve) => setTimeout(resolve, script.pauseMilliseconds));
      yield { type: 'text', text: piece };
    }
    if (script.dies) throw new LanguageModelError('MODEL_FAILED', 'scripted');
    yield { type: 'end', promptTokens: 1, replyTokens: 1 };
  }

  return {
    name: 'scripted',
    embeddingName: 'none',
    contextWindow: options.contextWindow ?? 4_096,
    prompts,
    script: (next) => {
      answer = next;
    },
    get reachable() {
      return state.reachable;
    },
    set reachable(value) {
      state.reachable = value;
    },
    async generate(messages) {
      prompts.push(messages);
      const script = answer(messages);
      if ('fails' in script) throw new LanguageModelError(script.fails, 'scripted');
      return 'says' in script ? script.says : '';
    },
    stream,
    embed: () => Promise.reject(new LanguageModelError('MODEL_FAILED', 'no embeddings here')),
    generateObject: () => Promise.reject(new LanguageModelError('MODEL_FAILED', 'no objects here')),
    available: () => state.reachable,
    check: async () => undefined,
  };
}
