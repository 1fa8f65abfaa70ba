import type { z } from 'zod';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { Tool, ToolResult, ToolTurn } from '../tools/tool.js';
import { type Draft, plainJson } from './draft.js';

/**
 * Calls a tool for the draft. A tool that fails answers with a result that says so: the turn goes on.
 * Errors that no retry could mend stay with the user as a sentence; cancellation is passed on.
 */
export async function callTool<Schema extends z.ZodObject>(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  tool: Tool<Schema>,
  args: z.input<Schema>,
): Promise<ToolResult> {
  const parsed = tool.schema.safeParse(args);
  if (!parsed.success) {
    draft.record({ tool: tool.name, arguments: plainJson(args), outcome: 'failed' });
    return { text: 'I did not quite get the details of that. Could you say it another way?', facts: [] };
  }
  return guardTool(context, turn, draft, { name: tool.name, args: parsed.data }, () =>
    tool.call(context, turn, parsed.data),
  );
}

/** Runs a piece of work as a tool call: recorded, and failing into a sentence. */
export async function guardTool(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  call: { readonly name: string; readonly args: unknown },
  work: () => Promise<ToolResult>,
): Promise<ToolResult> {
  turn.signal.throwIfAborted();
  try {
    const result = await work();
    draft.record({ tool: call.name, arguments: plainJson(call.args), outcome: 'done' });
    return result;
  } catch (cause) {
    turn.signal.throwIfAborted();
    context.log.warn({ err: cause, tool: call.name, turnId: turn.turnId }, 'a tool failed');
    draft.record({ tool: call.name, arguments: plainJson(call.args), outcome: 'failed' });
    return { text: failureText(cause), facts: [] };
  }
}

function failureText(cause: unknown): string {
  if (cause instanceof MatineeError) return cause.message;
  return 'That part did not work just now, sorry. Please try again in a moment.';
}
