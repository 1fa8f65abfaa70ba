import type { TurnWorld } from '../ports/stores/conversations.js';
import type { ToolTurn } from '../tools/tool.js';
import type { ReplySink } from './answer.js';
import type { ClaimsWorld } from './claims/claims-world.js';
import { createLedger } from './claims/ledger.js';
import type { CheckReport } from './claims/slot-filler.js';
import { type Draft, textOf } from './draft.js';

/** A model's wording of a reply, and how much of it stood. */
export interface Phrased {
  readonly text: string;
  readonly model: string;
  readonly report: CheckReport;
}

export interface PhraseInput {
  readonly turn: ToolTurn;
  readonly world: TurnWorld;
  readonly said: string;
  readonly draft: Draft;
  readonly sink: ReplySink;
}

/** What the model's text is checked against: the turn's facts, and the words they came in. */
export function claimsWorld(turn: ToolTurn, draft: Draft, said: string): ClaimsWorld {
  return {
    ledger: createLedger(draft.facts),
    currency: turn.currency,
    today: turn.today,
    support: `${textOf(draft.parts)}\n${said}`,
    format: (amount) => turn.voice.money(amount),
  };
}
