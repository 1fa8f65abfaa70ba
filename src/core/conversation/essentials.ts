import type { Essential } from '../tools/tool.js';
import type { CheckReport } from './claims/checked-text.js';
import { titleKey } from './understanding/references.js';

/** What a reply must say and the model's text does not: whole lines for titles it left out, the cost where only that is missing. */
export function missingEssentials(essentials: readonly Essential[], report: CheckReport): string[] {
  const lines: string[] = [];
  const blocks: string[] = [];
  for (const essential of essentials) {
    if (essential.about === 'figure') {
      if (!essential.figures.some((figure) => report.stated.has(figure))) blocks.push(essential.text);
      continue;
    }
    const key = titleKey(essential.title);
    if (!report.titles.has(key)) lines.push(`- ${essential.text}`);
    else if (!report.priced.has(key)) lines.push(`- ${essential.cost}`);
  }
  return [...(lines.length > 0 ? [lines.join('\n')] : []), ...blocks];
}
