import type { ChartTheme } from '../../domain/charts/scene.js';
import { spendingBars } from '../../domain/charts/spending-bars.js';
import { renderSvg } from '../../domain/charts/svg.js';
import { defaultSpan, spendingIn } from '../../domain/insights/spending.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';
import type { ChartImage } from './results.js';

/** Spending by category as bars, the newest month with data unless more are asked for: SVG, and PNG for chats. */
export async function renderSpendingChart(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings' | 'charts'>,
  input: {
    readonly userId: string;
    readonly theme?: ChartTheme;
    readonly format?: 'svg' | 'png';
    readonly months?: number;
  },
): Promise<ChartImage> {
  const { analysis } = await loadAnalysis(context, input.userId);
  const scene = spendingBars(
    spendingIn(analysis, defaultSpan(analysis, input.months ?? 1)),
    input.theme ?? 'light',
    analysis.say,
  );
  return {
    svg: renderSvg(scene),
    png: input.format === 'svg' ? null : await context.charts.png(scene),
    description: scene.description,
  };
}
