import type { z } from 'zod';

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly toolName?: string;
}

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: z.ZodType;
}

/** What a model sends while it writes. `start` is a sign of life before the first text of a cold model. */
export type ModelChunk =
  | { readonly type: 'start' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool-call'; readonly name: string; readonly arguments: unknown }
  /** `cut`: the answer has reached its limit of tokens and breaks off. */
  | {
      readonly type: 'end';
      readonly promptTokens: number;
      readonly replyTokens: number;
      readonly cut?: boolean;
    };

/** A user message that follows once the one before it is answered. */
export interface FollowUp {
  readonly content: string;
  readonly maxTokens: number;
}

export interface GenerateOptions {
  /**
   * Sent one after the other within the same call, which keeps its place at the server: what was read and written so far
   * is not read again. Each answer ends with an `end` chunk.
   */
  readonly followUps?: readonly FollowUp[];
  readonly signal?: AbortSignal;
  readonly tools?: readonly ModelTool[];
  readonly temperature?: number;
  readonly maxTokens?: number;
  /** Texts before which an answer ends. */
  readonly stop?: readonly string[];
}

/**
 * A language model server. Every call ends within the configured time limit and is cancelled on the server when
 * the signal fires. @throws LanguageModelError
 */
export interface LanguageModel {
  readonly name: string;
  readonly embeddingName: string;
  /** Tokens the model's window holds. */
  readonly contextWindow: number;
  generate(messages: readonly ModelMessage[], options?: GenerateOptions): Promise<string>;
  stream(messages: readonly ModelMessage[], options?: GenerateOptions): AsyncIterable<ModelChunk>;
  embed(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<number[][]>;
  /** A value that satisfies the schema: asked for, validated, retried a bounded number of times. */
  generateObject<T>(
    schema: z.ZodType<T>,
    messages: readonly ModelMessage[],
    options?: GenerateOptions,
  ): Promise<T>;
  /** Whether a call would be tried now: false while the breaker is open or nothing is configured. */
  available(): boolean;
  /** Asks the server. @throws LanguageModelError */
  check(signal?: AbortSignal): Promise<void>;
}

export type LanguageModelErrorCode =
  | 'MODEL_UNREACHABLE'
  | 'MODEL_MISSING'
  | 'MODEL_TIMEOUT'
  | 'MODEL_CANCELLED'
  | 'MODEL_INVALID_OUTPUT'
  | 'MODEL_NO_TOOLS'
  | 'MODEL_BUSY'
  | 'MODEL_FAILED';

export class LanguageModelError extends Error {
  readonly code: LanguageModelErrorCode;
  constructor(code: LanguageModelErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'LanguageModelError';
    this.code = code;
  }
}
