import { describe, expect, test } from '@jest/globals';
import { none, renderSummary, under } from '../../bench/summary.js';

describe('the table at the end of the benches', () => {
  test('has a line for every figure of every bench, with ratio and goal where there are some', () => {
    const table = renderSummary([
      {
        bench: 'documents',
        lines: [
          {
            what: 'a page',
            ours: '9.3 ms',
            beside: { name: 'pdf.js', figure: '4.3 ms' },
            ratio: 9.3 / 4.3,
            goal: under(9.3 / 4.3, 2, '×'),
          },
          { what: 'OCR of a page', ours: '3.6 s' },
        ],
      },
      { bench: 'faults', lines: [{ what: 'lost', ours: '0 of 180', goal: none(0) }] },
    ]);
    expect(table.split('\n')).toEqual([
      '| bench | what | Matinee | beside it | ratio | goal | met |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| documents | a page | 9.3 ms | 4.3 ms (pdf.js) | 2.16 × | under 2 × | no |',
      '| documents | OCR of a page | 3.6 s |  |  |  |  |',
      '| faults | lost | 0 of 180 |  |  | 0 | yes |',
    ]);
  });

  test('shows a bench that did not finish as a goal that is not met, on one line', () => {
    const table = renderSummary([{ bench: 'api', lines: [], failure: 'no | port\nfree' }]);
    expect(table.split('\n').at(-1)).toBe('| api | did not finish: no \\| port free |  |  |  |  | no |');
  });
});
