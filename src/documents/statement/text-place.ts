import { beginsValueDate, hasStrong, headsDayWithBalance, namesBalance, type Place } from './dating.js';
import { median } from './median.js';
import type { Draft } from './table-drafts.js';

/** Left edges of texts straight below rows, where the rows themselves print none. */
function textsUnderRows({ lines }: Draft, height: number): number[] {
  return lines.flatMap((line, at) => {
    const row = lines[at - 1];
    const [word] = line.line.words;
    const bare = line.dates.length === 0 && !hasStrong(line) && word && /\p{L}{2}/u.test(line.line.text);
    return bare && row && row.dates.length > 0 && hasStrong(row) && line.line.y - row.line.y < height * 2
      ? [word.x]
      : [];
  });
}

/** Left edges of rows below days' headings. */
function textsOfUndatedRows({ lines }: Draft): number[] {
  return lines.flatMap((line) => {
    const word = line.dates.length === 0 && hasStrong(line) ? line.line.words[0] : undefined;
    return word && /\p{L}/u.test(word.text) ? [word.x] : [];
  });
}

/** Left edge of the descriptions on a block's dated rows: of their own column where the header names it. */
export function textPlace(draft: Draft, place: Place | null, height: number): number | null {
  const label = draft.header?.labels.find((each) => each.role === 'description');
  const starts: number[] = [];
  const below: number[] = [];
  const balances: number[] = [];
  for (const line of draft.lines) {
    const onDate = !place || line.dates.some((date) => date.x <= place.right && date.right >= place.x);
    if (!hasStrong(line) || !onDate || headsDayWithBalance(line)) continue;
    const taken = new Set<number>();
    for (const item of [...line.dates, ...line.amounts.filter((amount) => amount.strong)]) {
      for (let index = item.from; index <= item.to; index += 1) taken.add(index);
    }
    const { words } = line.line;
    const letters = words.filter(
      (each, index) => !taken.has(index) && /\p{L}/u.test(each.text) && !beginsValueDate(line, index),
    );
    const named = label && letters.find((each) => each.x >= label.x - height && each.x < label.right);
    let word = named ?? letters[0];
    // "365 Online": a number that begins the text belongs to it.
    for (let at = word ? words.indexOf(word) - 1 : -1; word && at >= 0 && !taken.has(at); at -= 1) {
      const before = words[at];
      if (!before || word.x - before.right > height * 0.85) break;
      word = before;
    }
    const list = namesBalance(line) ? balances : starts;
    if (word) (named ? below : list).push(word.x);
  }
  if (starts.length === 0 && below.length === 0) starts.push(...textsUnderRows(draft, height));
  if (starts.length === 0 && below.length === 0) starts.push(...textsOfUndatedRows(draft));
  if (starts.length === 0) starts.push(...balances);
  // Sums under the table stand elsewhere: what stands under the heading of descriptions tells their place.
  const telling = below.length > 0 ? below : starts;
  return telling.length > 0 ? median(telling) : null;
}
