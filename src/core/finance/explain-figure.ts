import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { FigureName } from './figure-names.js';
import type { Explanation } from './results.js';

/** "Why?" for a figure: its sum and the document lines or statements it came from. */
export async function explainFigure(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings'>,
  _input: { readonly userId: string; readonly figure: FigureName; readonly limit?: number },
): Promise<Explanation> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
