import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import { apartFromPanels } from '../../../../src/documents/layout/panels.js';
import { joinSplitDates } from '../../../../src/documents/layout/split-dates.js';
import { readDocument } from '../../../../src/documents/pipeline.js';
import type { PageText } from '../../../../src/documents/ports.js';
import { typedPage } from '../typed-pages.js';

/** Two texts on one page, the second one set a little lower. */
function beside(text: string, box: string, lower: number): PageText {
  const page = typedPage(text);
  const second = typedPage(box).spans.map((span) => ({ ...span, y: span.y + lower }));
  return { ...page, spans: [...page.spans, ...second] };
}

const table = `
Row one       1.00
Row two       2.00
Row three     3.00
Row four      4.00
Row five      5.00
Row six       6.00
Row seven     7.00`;
const box = `
                                        At a glance
                                        Start balance    £100.00
                                        Money in          £50.00
                                        Money out         £20.00
                                        End balance      £130.00
                                        Your overdraft limit
                                        is £500`;
const texts = (page: PageText) => apartFromPanels(assembleLines([page])).map((line) => line.text);

describe('boxes beside the text', () => {
  it('are taken apart where their lines stand between those of the page, and come first', () => {
    const lines = texts(beside(table, box, 3));
    expect(lines.slice(0, 2)).toEqual(['At a glance', 'Start balance  £100.00']);
    expect(lines.slice(7, 9)).toEqual(['Row one  1.00', 'Row two  2.00']);
    expect(lines).toHaveLength(14);
  });

  it('stay where they are when their lines are those of the page: that is a table', () => {
    expect(texts(beside(table, box, 0))[0]).toBe('Row one  1.00  At a glance');
  });

  it('leave nothing of a line behind or twice', () => {
    const page = beside(table, box, 3);
    const words = (lines: readonly string[]) => lines.join(' ').split(/\s+/).sort();
    expect(words(texts(page))).toEqual(words(assembleLines([page]).map((line) => line.text)));
  });
});

describe('dates broken by a narrow column', () => {
  const statement = `
Tideway Bank   Current account   £   Sort code 20-20-20
Statement period 16 Dec 2025 to 15 Jan 2026
Date   Description           Money out    Money in    Balance
16     Start balance                                   100.00
Dec
17     Card Payment              10.00                  90.00
Dec    to Grocer
24     Received                               50.00    140.00
Dec    from Harper
8      Card Payment              20.00                 120.00
Jan    to Cinema
15     End balance                                     120.00
Jan`;

  it('are put together again', () => {
    const reading = readDocument([typedPage(statement)]);
    expect(reading.verdict).toBe('verified');
    if (reading.verdict === 'failed' || !('accounts' in reading)) throw new Error('No statement was read.');
    expect(reading.accounts[0]?.rows.map((row) => `${row.date} ${row.amount} ${row.description}`)).toEqual([
      '2025-12-17 -1000 Card Payment to Grocer',
      '2025-12-24 5000 Received from Harper',
      '2026-01-08 -2000 Card Payment to Cinema',
    ]);
  });

  it('are left alone where a number and a word only stand below one another', () => {
    const lines = assembleLines([typedPage('\n12   Tickets\nMay  be changed\n30   Cups')]);
    expect(joinSplitDates(lines)).toEqual(lines);
  });
});
