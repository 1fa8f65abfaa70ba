import type { ActionButton, ReplyExtras } from '../ports/chat-platform.js';
import type { Json } from '../ports/stores/conversations.js';
import type { ToolResult } from '../tools/tool.js';
import type { Answer } from './answer.js';
import type { Fact } from './claims/facts.js';
import { withLiteralNames } from './literal-names.js';
import { remember, type TurnMemory } from './memory.js';
import type { Phrased } from './phrasing.js';
import { summaryOf } from './summary.js';

/** One tool call of a turn, as it is recorded. */
export interface ToolCallRecord {
  readonly tool: string;
  readonly arguments: Json;
  readonly outcome: 'done' | 'failed';
}

/** A part of the reply: what was told is acknowledged, what was asked is answered. */
export interface DraftPart {
  readonly kind: 'told' | 'asked';
  readonly text: string;
  /** False where the words must stand as they are. */
  readonly reword: boolean;
}

/** A reply in the making: parts in order, the facts under them, and what comes with them. */
export interface Draft {
  /** Adds words of ours. */
  say(text: string, options?: { readonly buttons?: readonly ActionButton[] }): void;
  /** Adds what a tool found. */
  add(kind: DraftPart['kind'], result: ToolResult): void;
  /** Puts what a tool found in the place of everything that was drafted. */
  replace(result: ToolResult): void;
  record(call: ToolCallRecord): void;
  remember(changes: Partial<TurnMemory>): void;
  readonly parts: readonly DraftPart[];
  readonly facts: readonly Fact[];
  readonly memory: readonly Partial<TurnMemory>[];
  readonly calls: readonly ToolCallRecord[];
  /** Set where nothing was understood: a model may do better than the words that stand. */
  unsure: boolean;
  extras(): ReplyExtras;
}

/** Buttons under one reply; platforms show five in a row. */
const MAX_BUTTONS = 5;

export function createDraft(): Draft {
  const parts: DraftPart[] = [];
  const facts: Fact[] = [];
  const memory: Partial<TurnMemory>[] = [];
  const calls: ToolCallRecord[] = [];
  let extras: ReplyExtras = {};
  const add = (kind: DraftPart['kind'], result: ToolResult) => {
    const text = withLiteralNames(result.text, result.facts);
    parts.push({ kind, text, reword: result.reword ?? false });
    facts.push(...result.facts);
    if (result.memory) memory.push(result.memory);
    extras = {
      ...extras,
      ...(result.buttons && { buttons: result.buttons.slice(0, MAX_BUTTONS) }),
      ...(result.image && { image: result.image }),
      ...(result.file && { file: result.file }),
    };
  };
  const draft: Draft = {
    parts,
    facts,
    memory,
    calls,
    unsure: false,
    say(text, options = {}) {
      parts.push({ kind: 'asked', text, reword: false });
      if (options.buttons) extras = { ...extras, buttons: options.buttons };
    },
    add,
    replace(result) {
      parts.length = 0;
      draft.unsure = false;
      add('asked', result);
    },
    record: (call) => {
      calls.push(call);
    },
    remember: (changes) => {
      memory.push(changes);
    },
    extras: () => extras,
  };
  return draft;
}

/** The words of the parts: acknowledgements first, on one line, then the answers. */
export function textOf(parts: readonly DraftPart[]): string {
  const told = parts.filter((part) => part.kind === 'told').map((part) => part.text);
  const asked = parts.filter((part) => part.kind === 'asked').map((part) => part.text);
  return [told.join(' '), ...asked].filter((text) => text.trim() !== '').join('\n\n');
}

/** The finished answer. `phrased` is a model's wording that passed the claims check; null: the draft's words stand. */
export function finishDraft(
  draft: Draft,
  options: {
    readonly memory: TurnMemory;
    /** What the turn was about, for the running summary. */
    readonly gist: string;
    readonly phrased: Phrased | null;
    /** What the session is called, where it has no title yet. */
    readonly title: string | null;
    readonly timings: Readonly<Record<string, number>>;
  },
): Answer {
  const content = options.phrased?.text ?? textOf(draft.parts);
  const extras = draft.extras();
  const memory = remember(options.memory, draft.memory, options.gist);
  const summary = summaryOf(memory);
  const record = {
    v: 1,
    memory,
    facts: draft.facts,
    buttons: extras.buttons ?? [],
    ...(options.phrased && { check: options.phrased.report }),
  };
  return {
    content: content.trim() === '' ? 'I’m here. What would you like to do?' : content,
    extras,
    facts: plainJson(record),
    toolCalls: plainJson(draft.calls),
    timings: options.timings,
    model: options.phrased?.model ?? null,
    ...(summary !== null && { summary }),
    ...(options.title !== null && { title: options.title }),
  };
}

/** The value as plain JSON: what a JSON column keeps. */
export function plainJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null));
}
