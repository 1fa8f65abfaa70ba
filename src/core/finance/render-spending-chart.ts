import type { ChartTheme } from '../../domain/charts/scene.js';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ChartImage } from './results.js';

/** The spending as a picture: SVG for the page, PNG as well for chats. */
export async function renderSpendingChart(
  _context: Pick<CoreContext, 'database' | 'clock' | 'settings' | 'charts'>,
  _input: {
    readonly userId: string;
    readonly theme?: ChartTheme;
    readonly format?: 'svg' | 'png';
  },
): Promise<ChartImage> {
  throw new MatineeError('unavailable', 'NOT_READY', 'This part is being prepared.');
}
