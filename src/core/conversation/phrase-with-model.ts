import type { CoreContext } from '../ports/context.js';
import type { TurnWorld } from '../ports/stores/conversations.js';
import type { ToolTurn } from '../tools/tool.js';
import type { ReplySink } from './answer.js';
import type { Draft } from './draft.js';

/** Lets a model word the reply. Null where none is reachable or what it wrote did not stand. */
export async function phraseWithModel(
  _context: CoreContext,
  _input: {
    readonly turn: ToolTurn;
    readonly world: TurnWorld;
    readonly said: string;
    readonly draft: Draft;
    readonly sink: ReplySink;
  },
): Promise<{ readonly text: string; readonly model: string } | null> {
  return null;
}
