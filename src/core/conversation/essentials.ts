import type { Essential } from '../tools/tool.js';
import type { CheckReport } from './claims/checked-text.js';
import { titleKey } from './understanding/references.js';

/**
 * What a reply must say and none of its checked texts does: whole lines for titles it left out, the cost where only that is missing.
 * @param words what a model's checked words say
 * @param ours what the tools' own words around them say: of a title, all that must be said
 * @param notes the tools' own lines: a title's whole line there keeps its number, which the user may speak of
 */
export function missingEssentials(
  essentials: readonly Essential[],
  words: Pick<CheckReport, 'titles' | 'priced' | 'stated'>,
  ours: Pick<CheckReport, 'titles' | 'stated'>,
  notes: string,
): string[] {
  const lines: string[] = [];
  const blocks: string[] = [];
  for (const essential of essentials) {
    if (essential.about === 'figure') {
      const said = essential.figures.some((figure) => words.stated.has(figure) || ours.stated.has(figure));
      if (!said) blocks.push(essential.text);
      continue;
    }
    const key = titleKey(essential.title);
    if (ours.titles.has(key)) continue;
    if (!words.titles.has(key)) lines.push(lineOf(essential.title, notes) ?? `- ${essential.text}`);
    else if (!words.priced.has(key)) lines.push(`- ${essential.cost}`);
  }
  return [...(lines.length > 0 ? [lines.join('\n')] : []), ...blocks];
}

function lineOf(title: string, notes: string): string | null {
  return notes.split('\n').find((line) => line.includes(`. **${title}** `)) ?? null;
}
