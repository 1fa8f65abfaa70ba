import { type ChatResponse, Ollama } from 'ollama';
import { z } from 'zod';
import {
  type GenerateOptions,
  type LanguageModel,
  LanguageModelError,
  type ModelChunk,
  type ModelMessage,
} from '../../core/ports/language-model.js';
import type { Logger, Metrics } from '../../core/ports/runtime.js';
import { type Breaker, createBreaker } from './breaker.js';
import { mapOllamaError, TimeLimitReached } from './errors.js';
import { readObject } from './read-object.js';
import { chatRequest, KEEP_ALIVE } from './requests.js';
import { createSlots, type Slots } from './slots.js';

export interface OllamaOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly embeddingModel: string;
  /** Limit of one call, waiting in line included. */
  readonly timeoutMilliseconds: number;
  /** Tokens of the window (`num_ctx`); what exceeds it the server cuts from the front without a word. */
  readonly contextWindow: number;
  /** Chats at once, and as many embeddings; further ones wait in line. */
  readonly concurrency: number;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const LONGEST_LINE = 64;
/** How often a value that does not satisfy its schema is asked for again. */
const OBJECT_ATTEMPTS = 3;
const LOOK_MILLISECONDS = 2_000;

/** Language model calls through the official Ollama client. Replies always stream, so that a limit can end them. */
export function createOllamaModel(options: OllamaOptions): LanguageModel {
  const calls = new Calls(options);
  return {
    name: options.model,
    embeddingName: options.embeddingModel,
    contextWindow: options.contextWindow,
    generate: (messages, generate = {}) => calls.text(messages, generate),
    stream: (messages, generate = {}) => calls.stream(messages, generate, undefined),
    embed: (texts, { signal } = {}) => calls.embed(texts, signal),
    generateObject: (schema, messages, generate = {}) => calls.object(schema, messages, generate),
    available: () => calls.breaker.available(),
    check: (signal) => calls.check(signal),
  };
}

class Calls {
  readonly breaker: Breaker;
  readonly #options: OllamaOptions;
  readonly #slots: Slots;
  /** A line of their own: another model reads them in milliseconds, and somebody's search must not wait for another's reply. */
  readonly #embedding: Slots;
  #advised = false;

  constructor(options: OllamaOptions) {
    this.#options = options;
    this.#slots = createSlots(options.concurrency, LONGEST_LINE);
    this.#embedding = createSlots(options.concurrency, LONGEST_LINE);
    this.breaker = createBreaker(() => this.check());
  }

  async text(messages: readonly ModelMessage[], generate: GenerateOptions, format?: object): Promise<string> {
    let text = '';
    for await (const chunk of this.stream(messages, generate, format)) {
      if (chunk.type === 'text') text += chunk.text;
    }
    return text;
  }

  async *stream(
    messages: readonly ModelMessage[],
    generate: GenerateOptions,
    format: object | undefined,
  ): AsyncIterable<ModelChunk> {
    const { timeoutMilliseconds, model } = this.#options;
    const limit = this.#limit(timeoutMilliseconds, generate.signal);
    const started = Date.now();
    let release: (() => void) | null = null;
    try {
      release = await this.#slots.take(limit.signal);
      yield { type: 'start' };
      yield* this.#answers(messages, generate, format, limit.signal);
    } catch (cause) {
      throw this.#failure(cause, model, limit.signal);
    } finally {
      // Ends the request on the server, where the consumer stopped reading early.
      limit.end();
      release?.();
      this.#options.metrics.observe('model_seconds', (Date.now() - started) / 1_000, { model });
    }
  }

  /** The answer to the messages, then that to each follow-up, in the place that the call has at the server. */
  async *#answers(
    messages: readonly ModelMessage[],
    generate: GenerateOptions,
    format: object | undefined,
    signal: AbortSignal,
  ): AsyncIterable<ModelChunk> {
    let talk = messages;
    let asked = generate;
    for (const followUp of [...(generate.followUps ?? []), null]) {
      let said = '';
      const opened = { talk, asked };
      const replies = await this.breaker.run(() => this.#open(opened.talk, opened.asked, format, signal));
      for (let next = replies.first; !next.done; next = await this.#next(replies.rest, signal)) {
        said += next.value.message.content;
        yield* this.#chunks(next.value);
      }
      if (followUp === null) return;
      // Word for word as it came: whatever differs from there on would be read again.
      talk = [...talk, { role: 'assistant', content: said }, { role: 'user', content: followUp.content }];
      asked = { ...generate, maxTokens: followUp.maxTokens };
    }
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
    const { embeddingModel, timeoutMilliseconds } = this.#options;
    const limit = this.#limit(timeoutMilliseconds, signal);
    try {
      const release = await this.#embedding.take(limit.signal);
      try {
        return await this.breaker.run(async () => {
          const request = { model: embeddingModel, input: [...texts], keep_alive: KEEP_ALIVE };
          return (await this.#client(limit.signal).embed(request)).embeddings;
        });
      } finally {
        release();
      }
    } catch (cause) {
      throw this.#failure(cause, embeddingModel, limit.signal);
    } finally {
      limit.end();
    }
  }

  async object<T>(
    schema: z.ZodType<T>,
    messages: readonly ModelMessage[],
    generate: GenerateOptions,
  ): Promise<T> {
    const format = z.toJSONSchema(schema);
    const talk = [...messages];
    for (let attempt = 1; ; attempt += 1) {
      const text = await this.text(talk, { temperature: 0, ...generate }, format);
      const read = readObject(schema, text);
      if ('value' in read) return read.value;
      if (attempt === OBJECT_ATTEMPTS) {
        throw new LanguageModelError(
          'MODEL_INVALID_OUTPUT',
          `The language model gave no valid answer: ${read.problem}`,
        );
      }
      talk.push({ role: 'assistant', content: text.slice(0, 2_000) });
      talk.push({ role: 'user', content: `That does not fit the schema: ${read.problem} Answer again.` });
    }
  }

  async check(signal?: AbortSignal): Promise<void> {
    const { model } = this.#options;
    const limit = this.#limit(LOOK_MILLISECONDS, signal);
    try {
      const { models } = await this.#client(limit.signal).list();
      const names = models.map((one) => one.name);
      const known = names.some((name) => name === model || name === `${model}:latest`);
      if (!known) throw Object.assign(new Error('not found'), { status_code: 404 });
    } catch (cause) {
      throw this.#failure(cause, model, limit.signal);
    } finally {
      limit.end();
    }
  }

  /** Sends the request and waits for its first piece: by then the server has shown whether it can answer. */
  async #open(
    messages: readonly ModelMessage[],
    generate: GenerateOptions,
    format: object | undefined,
    signal: AbortSignal,
  ): Promise<{ first: IteratorResult<ChatResponse>; rest: AsyncIterator<ChatResponse> }> {
    try {
      const request = chatRequest(this.#options, messages, generate, format);
      const replies = await this.#client(signal).chat(request);
      const rest = replies[Symbol.asyncIterator]();
      return { first: await rest.next(), rest };
    } catch (cause) {
      throw mapOllamaError(cause, this.#options.model, signal);
    }
  }

  async #next(
    replies: AsyncIterator<ChatResponse>,
    signal: AbortSignal,
  ): Promise<IteratorResult<ChatResponse>> {
    signal.throwIfAborted();
    return replies.next();
  }

  *#chunks(reply: ChatResponse): Iterable<ModelChunk> {
    for (const call of reply.message.tool_calls ?? []) {
      yield { type: 'tool-call', name: call.function.name, arguments: call.function.arguments };
    }
    if (reply.message.content) yield { type: 'text', text: reply.message.content };
    if (!reply.done) return;
    const { model, metrics } = this.#options;
    metrics.count('model_tokens_total', { model, kind: 'prompt' }, reply.prompt_eval_count ?? 0);
    metrics.count('model_tokens_total', { model, kind: 'reply' }, reply.eval_count ?? 0);
    const tokens = { promptTokens: reply.prompt_eval_count ?? 0, replyTokens: reply.eval_count ?? 0 };
    yield { type: 'end', ...tokens, ...(reply.done_reason === 'length' && { cut: true }) };
  }

  #failure(cause: unknown, model: string, signal: AbortSignal): LanguageModelError {
    const error = mapOllamaError(cause, model, signal);
    if (error.code === 'MODEL_MISSING' && !this.#advised) {
      this.#advised = true;
      this.#options.log.warn({ model }, error.message);
    }
    return error;
  }

  /** A client whose requests end with the signal, connecting included. */
  #client(signal: AbortSignal): Ollama {
    return new Ollama({
      host: this.#options.baseUrl,
      fetch: (input, init) => {
        const own = init?.signal;
        return fetch(input, { ...init, signal: own ? AbortSignal.any([own, signal]) : signal });
      },
    });
  }

  #limit(milliseconds: number, signal: AbortSignal | undefined) {
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(new TimeLimitReached(milliseconds)), milliseconds);
    return {
      signal: signal ? AbortSignal.any([signal, ended.signal]) : ended.signal,
      end: () => {
        clearTimeout(timer);
        ended.abort(new Error('The call has ended.'));
      },
    };
  }
}
