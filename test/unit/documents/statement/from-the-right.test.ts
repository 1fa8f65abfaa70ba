import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import type { PageText } from '../../../../src/documents/ports.js';
import { readStatement } from '../../../../src/documents/statement/read-statement.js';
import { typedPage } from '../typed-pages.js';
import { inShort } from './read-typed.js';

/** The page as somebody who writes from the right sets it: every run stands where its mirror image would. */
function turned(page: PageText): PageText {
  const spans = page.spans.map((span) => ({ ...span, x: page.width - span.x - span.width }));
  return { ...page, spans };
}

const hebrew = `
בנק הגליל
תנועות בחשבון  ש"ח  ILS
תקופה:  01/03/2026  -  31/03/2026
יתרת פתיחה:  1,200.00        יתרת סגירה:  7,480.10
תאריך       תיאור             אסמכתא     בחובה        בזכות        היתרה בש"ח
02/03/26    משכורת מרץ        77120                   8,000.00     9,200.00
05/03/26    שכירות            10233      1,500.00                  7,700.00
09/03/26    מכולת Blue Lamp   4512       219.90                    7,480.10
            סה"כ                         1,719.90     8,000.00
`;

const arabic = `
كشف حساب
من تاريخ  01/03/2026  إلى تاريخ  31/03/2026
التاريخ       البيان            مدين            دائن            الرصيد
              الرصيد الافتتاحي                                  SAR 1,200.00
02/03/2026    راتب شهر مارس     SAR 0.00        SAR 8,000.00    SAR 9,200.00
05/03/2026    إيجار             SAR 1,500.00    SAR 0.00        SAR 7,700.00
09/03/2026    سحب نقدي          SAR 219.90      SAR 0.00        SAR 7,480.10
              الرصيد الختامي                                    SAR 7,480.10
`;

function read(page: PageText) {
  return readStatement(assembleLines([page]), [page]);
}

describe('a statement written from the right', () => {
  it.each([
    ['Hebrew', hebrew, 'משכורת מרץ'],
    ['Arabic', arabic, 'راتب شهر مارس'],
  ])('reads a label as that of the figure to its left: %s', (_, text, salary) => {
    const reading = read(turned(typedPage(text)));
    expect(inShort(reading)).toMatchObject({ verdict: 'verified', codes: [] });
    expect(reading).toMatchObject({
      accounts: [{ openingBalance: 120_000, closingBalance: 748_010, periodStart: '2026-03-01' }],
    });
    expect(inShort(reading).rows[0]).toBe(`2026-03-02 800000 ${salary}`);
  });

  it('keeps names in Latin letters in their own order', () => {
    expect(inShort(read(turned(typedPage(hebrew)))).rows[2]).toBe('2026-03-09 -21990 מכולת Blue Lamp');
  });

  it('keeps the parts of a figure in their own order', () => {
    const part = (text: string, x: number, width: number) => ({ text, x, y: 100, width, height: 10 });
    const spans = [part('1,2', 50, 15), part('34.', 65, 15), part('50', 80, 10), part('יתרה', 200, 24)];
    const page: PageText = { page: 1, width: 595, height: 842, origin: 'text-layer', spans };
    expect(assembleLines([page]).map((line) => line.text)).toEqual(['יתרה  1,234.50']);
  });

  it('puts the letters of a word together that stand on the page one by one', () => {
    const letters = [...'יתרה'].reverse().map((text, index) => ({
      text,
      x: 200 + index * 6,
      y: 100,
      width: 6,
      height: 10,
    }));
    const page: PageText = { page: 1, width: 595, height: 842, origin: 'text-layer', spans: letters };
    expect(assembleLines([page]).map((line) => line.text)).toEqual(['יתרה']);
  });
});
