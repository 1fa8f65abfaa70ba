import { budgetStatus } from '../../domain/budget/calculate.js';
import { budgetGauge } from '../../domain/charts/budget-gauge.js';
import type { ChartTheme } from '../../domain/charts/scene.js';
import { renderSvg } from '../../domain/charts/svg.js';
import type { CoreContext } from '../ports/context.js';
import { loadAnalysis } from './load-analysis.js';
import type { ChartImage } from './results.js';

/** The budget as a gauge: SVG for the page, PNG as well for chats (the default). */
export async function renderBudgetChart(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings' | 'charts'>,
  input: {
    readonly userId: string;
    readonly theme?: ChartTheme;
    readonly format?: 'svg' | 'png';
  },
): Promise<ChartImage> {
  const { analysis } = await loadAnalysis(context, input.userId);
  const scene = budgetGauge(budgetStatus(analysis), input.theme ?? 'light', analysis.say);
  return {
    svg: renderSvg(scene),
    png: input.format === 'svg' ? null : await context.charts.png(scene),
    description: scene.description,
  };
}
