import type { z } from 'zod';
import type { IsoDate } from '../../domain/calendar.js';
import type { Currency } from '../../domain/money.js';
import type { Fact } from '../conversation/claims/facts.js';
import type { TurnMemory } from '../conversation/memory.js';
import type { Voice } from '../conversation/voice.js';
import type { ActionButton, ReplyExtras } from '../ports/chat-platform.js';
import type { CoreContext } from '../ports/context.js';

/** The turn that a tool works for. */
export interface ToolTurn {
  readonly userId: string;
  readonly sessionId: string;
  readonly conversationId: string;
  readonly turnId: string;
  /** False in a channel: what others may read names no figure of the user's money. */
  readonly direct: boolean;
  /** The user's chat message that the turn answers. */
  readonly chatMessageId: string | null;
  readonly currency: Currency;
  readonly locale: string;
  readonly today: IsoDate;
  /** True where another answer follows in the same reply: this one can be brief. */
  readonly more: boolean;
  readonly memory: TurnMemory;
  readonly voice: Voice;
  readonly signal: AbortSignal;
}

/** What a tool found out or did: facts for whoever phrases the reply, and the reply in plain words. */
export interface ToolResult {
  /** Markdown, ready to be shown as it is. */
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly buttons?: readonly ActionButton[];
  readonly image?: ReplyExtras['image'];
  readonly file?: ReplyExtras['file'];
  readonly memory?: Partial<TurnMemory>;
  /** True where a model may put it into its own words; sums, confirmations and questions stand as they are. */
  readonly reword?: boolean;
}

/** Something the assistant can do. A model calls it by name with JSON; the grammar calls it with the same arguments. */
export interface Tool<Schema extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** For the model: what it does and when to call it. */
  readonly description: string;
  readonly schema: Schema;
  /** Calls that are valid, for prompts and tests. */
  readonly examples: readonly z.input<Schema>[];
  /** Whether the result shows the user's money: such results go to direct conversations only. */
  readonly private: boolean;
  /** A tool that changes something is never run on a model's word alone. */
  readonly effect: 'reads' | 'writes';
  call(context: CoreContext, turn: ToolTurn, args: z.output<Schema>): Promise<ToolResult>;
}

/** Keeps a tool's schema and its call together in one type. */
export function defineTool<Schema extends z.ZodObject>(tool: Tool<Schema>): Tool<Schema> {
  return tool;
}
