import { describe, expect, test } from '@jest/globals';
import { weekStart } from '../../../src/domain/alerts/alerts.js';
import { isQuiet } from '../../../src/domain/alerts/quiet-hours.js';
import { analyse } from '../../../src/domain/analysis/analyse.js';
import { coveredDays } from '../../../src/domain/analysis/coverage.js';
import { budgetStatus } from '../../../src/domain/budget/calculate.js';
import { budgetGauge } from '../../../src/domain/charts/budget-gauge.js';
import { palettes } from '../../../src/domain/charts/palette.js';
import { spendingBars } from '../../../src/domain/charts/spending-bars.js';
import { renderSvg } from '../../../src/domain/charts/svg.js';
import { convert } from '../../../src/domain/exchange-rates/convert.js';
import { findingsIn } from '../../../src/domain/insights/insights.js';
import { spendingIn } from '../../../src/domain/insights/spending.js';
import { unusualCharges } from '../../../src/domain/insights/unusual.js';
import { money } from '../../../src/domain/money.js';
import { generateHistory } from '../../support/histories/generate.js';
import { buildRecords, buildTransaction, historyRecords } from '../../support/money/records.js';

describe('other currencies', () => {
  test('convert at the last shipped rate before the day, both ways', () => {
    expect(convert(money(10_000, 'EUR'), 'USD', '2025-03-01')).toMatchObject({
      amount: { minor: 10_389, currency: 'USD' },
      rate: { on: '2024-12-31' },
    });
    expect(convert(money(10_389, 'USD'), 'EUR', '2025-03-01')?.amount.minor).toBe(10_000);
  });

  test('mind each currency’s minor unit', () => {
    expect(convert(money(1000, 'EUR'), 'JPY', '2025-03-01')?.amount).toEqual({
      minor: 1631,
      currency: 'JPY',
    });
  });

  test('a provider’s rate goes before the table; the same currency needs none; an unknown one has none', () => {
    const rates = [{ from: 'EUR', to: 'USD', on: '2025-02-27', rate: 1.04 }];
    expect(convert(money(10_000, 'EUR'), 'USD', '2025-03-01', rates)?.amount.minor).toBe(10_400);
    expect(convert(money(10_000, 'EUR'), 'EUR', '2025-03-01')).toEqual({
      amount: money(10_000, 'EUR'),
      rate: null,
    });
    expect(convert(money(10_000, 'XAF'), 'EUR', '2025-03-01')).toBeNull();
  });
});

describe('the days that statements show', () => {
  const coverage = (start: string, end: string) => ({
    accountId: 'a',
    documentId: start,
    span: { start, end },
  });

  test('join where they touch or overlap; a month may lack four days', () => {
    const covered = coveredDays([
      coverage('2026-02-10', '2026-03-09'),
      coverage('2026-01-03', '2026-02-12'),
      coverage('2026-05-01', '2026-05-31'),
    ]);
    expect(covered.spans).toHaveLength(2);
    expect(covered.fullMonths).toEqual(['2026-01', '2026-02', '2026-05']);
    expect(covered.missingMonths).toEqual(['2026-04']);
  });

  test('may be none', () => {
    expect(coveredDays([])).toEqual({ spans: [], months: [], fullMonths: [], missingMonths: [] });
  });
});

describe('quiet hours', () => {
  test.each([
    ['23:00', '22:00', '07:00', true],
    ['06:59', '22:00', '07:00', true],
    ['07:00', '22:00', '07:00', false],
    ['12:00', '09:00', '17:00', true],
    ['17:00', '09:00', '17:00', false],
    ['12:00', null, null, false],
  ])('%s within %s–%s: %s', (time, from, to, quiet) => {
    expect(isQuiet(time, from, to)).toBe(quiet);
  });

  test('a week begins on Monday', () => {
    expect([weekStart('2026-04-13'), weekStart('2026-04-19'), weekStart('2026-04-20')]).toEqual([
      '2026-04-13',
      '2026-04-13',
      '2026-04-20',
    ]);
  });
});

describe('where the money went', () => {
  test('category sums, group sums and months all come to the total', () => {
    for (const seed of [41, 42, 43]) {
      const history = generateHistory(seed);
      const analysis = analyse(historyRecords(history), history.end);
      const spending = spendingIn(analysis, { start: history.start, end: history.end });
      const sum = (figures: readonly { minor: number }[]) =>
        figures.reduce((total, { minor }) => total + minor, 0);
      expect(sum(spending.categories.map(({ figure }) => figure.amount))).toBe(spending.total.amount.minor);
      expect(sum(spending.months.map(({ total }) => total))).toBe(spending.total.amount.minor);
      const groups = [spending.entertainment, spending.needs, spending.other, spending.betting].map(
        ({ amount }) => amount,
      );
      expect(sum(groups)).toBe(spending.total.amount.minor);
    }
  });

  test('a charge far above the usual is unusual', () => {
    const usual = ['01', '02', '03', '04', '05'].map((day) =>
      buildTransaction(day, `2026-03-${day}`, 'THE LITTLE BISTRO', -2000),
    );
    const odd = buildTransaction('odd', '2026-03-20', 'THE LITTLE BISTRO', -9000);
    const analysis = analyse(
      buildRecords([...usual, odd], { start: '2026-03-01', end: '2026-03-31' }),
      '2026-04-02',
    );
    expect(unusualCharges(analysis).map(({ entry, usual: expected }) => [entry.id, expected])).toEqual([
      ['odd', 2000],
    ]);
    expect(findingsIn(analysis).map(({ kind }) => kind)).toContain('unusual');
  });
});

describe('charts', () => {
  const history = generateHistory(44);
  const analysis = analyse(historyRecords(history), history.end);

  test('carry their figures as text, and escape what payees are called', () => {
    const scene = {
      ...budgetGauge(budgetStatus(analysis), 'light', analysis.say),
      description: 'Tom & "Jerry" <3',
    };
    const svg = renderSvg(scene);
    expect(svg).toContain('Tom &amp; &quot;Jerry&quot; &lt;3');
    expect(svg).not.toContain('<3');
  });

  test('bars never leave the picture, and an empty time says so', () => {
    const scene = spendingBars(
      spendingIn(analysis, { start: history.start, end: history.end }),
      'dark',
      analysis.say,
    );
    for (const shape of scene.shapes)
      if (shape.kind === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(scene.width);
    const empty = spendingBars(
      spendingIn(analysis, { start: '2000-01-01', end: '2000-01-31' }),
      'dark',
      analysis.say,
    );
    expect(empty.description).toContain('No spending is known');
  });

  test.each(['light', 'dark'] as const)('%s text can be read: 4.5:1 against the background', (theme) => {
    const { background, text, muted, critical, warn, good, fun } = palettes[theme];
    for (const colour of [text, muted]) expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
    for (const colour of [critical, warn, good, fun])
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2 contrast of two colours `#rrggbb`. */
function contrast(left: string, right: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
