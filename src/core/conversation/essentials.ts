import type { Essential } from '../tools/tool.js';
import type { CheckReport } from './claims/checked-text.js';
import { titleKey } from './understanding/references.js';

/**
 * What a reply must say and none of its checked texts does: whole lines for titles it left out, the cost where only that is missing.
 * @param notes the tools' own lines: a title's whole line there keeps its number, which the user may speak of
 */
export function missingEssentials(
  essentials: readonly Essential[],
  reports: readonly Pick<CheckReport, 'titles' | 'priced' | 'stated'>[],
  notes = '',
): string[] {
  const lines: string[] = [];
  const blocks: string[] = [];
  for (const essential of essentials) {
    if (essential.about === 'figure') {
      const said = essential.figures.some((figure) => reports.some(({ stated }) => stated.has(figure)));
      if (!said) blocks.push(essential.text);
      continue;
    }
    const key = titleKey(essential.title);
    if (!reports.some(({ titles }) => titles.has(key)))
      lines.push(lineOf(essential.title, notes) ?? `- ${essential.text}`);
    else if (!reports.some(({ priced }) => priced.has(key))) lines.push(`- ${essential.cost}`);
  }
  return [...(lines.length > 0 ? [lines.join('\n')] : []), ...blocks];
}

function lineOf(title: string, notes: string): string | null {
  return notes.split('\n').find((line) => line.includes(`. **${title}** `)) ?? null;
}
