import { longMonth } from '../analysis/coverage.js';
import { monthOf } from '../calendar.js';
import type { SpendingSummary } from '../insights/spending.js';
import { type Money, money } from '../money.js';
import { palettes } from './palette.js';
import type { ChartScene, ChartTheme, Shape } from './scene.js';

const width = 560;
const left = 168;
const right = 104;
const rowHeight = 34;
const top = 76;
const rowsShown = 8;

interface Row {
  readonly label: string;
  readonly amount: Money;
  readonly fun: boolean;
}

/** Spending by category as bars, entertainment in a colour of its own. */
export function spendingBars(
  spending: SpendingSummary,
  theme: ChartTheme,
  say: (amount: Money) => string,
): ChartScene {
  const colours = palettes[theme];
  const rows = rowsOf(spending);
  const title = titleOf(spending);
  const height = top + Math.max(1, rows.length) * rowHeight + 24;
  const largest = Math.max(1, ...rows.map(({ amount }) => amount.minor));
  const room = width - left - right;
  const shapes: Shape[] = [
    { kind: 'text', x: 20, y: 34, text: title, size: 18, weight: 600, anchor: 'start', fill: colours.text },
    {
      kind: 'text',
      x: 20,
      y: 56,
      text: `${say(spending.total.amount)} in all, ${say(spending.entertainment.amount)} of it for fun`,
      size: 14,
      weight: 400,
      anchor: 'start',
      fill: colours.muted,
    },
  ];
  rows.forEach(({ label, amount, fun }, at) => {
    const y = top + at * rowHeight;
    const length = Math.max(3, (room * amount.minor) / largest);
    shapes.push(
      {
        kind: 'text',
        x: left - 12,
        y: y + 19,
        text: label,
        size: 14,
        weight: 400,
        anchor: 'end',
        fill: colours.text,
      },
      { kind: 'rect', x: left, y: y + 4, width: room, height: 20, radius: 4, fill: colours.track },
      {
        kind: 'rect',
        x: left,
        y: y + 4,
        width: length,
        height: 20,
        radius: 4,
        fill: fun ? colours.fun : colours.other,
      },
      {
        kind: 'text',
        x: width - 20,
        y: y + 19,
        text: say(amount),
        size: 14,
        weight: 600,
        anchor: 'end',
        fill: colours.text,
      },
    );
  });
  if (rows.length === 0) {
    shapes.push({
      kind: 'text',
      x: 20,
      y: top + 19,
      text: 'No spending is known for this time.',
      size: 14,
      weight: 400,
      anchor: 'start',
      fill: colours.muted,
    });
  }
  const listed = rows.map(({ label, amount }) => `${label} ${say(amount)}`).join(', ');
  return {
    width,
    height,
    background: colours.background,
    description: `${title}: ${say(spending.total.amount)} in all. ${listed || 'No spending is known for this time'}.`,
    shapes,
  };
}

function titleOf({ span }: SpendingSummary): string {
  const [from, to] = [monthOf(span.start), monthOf(span.end)];
  return from === to ? `Spending in ${longMonth(from)}` : `Spending, ${longMonth(from)} to ${longMonth(to)}`;
}

function rowsOf(spending: SpendingSummary): Row[] {
  const positive = spending.categories.filter(({ figure }) => figure.amount.minor > 0);
  const shown = positive.length > rowsShown ? positive.slice(0, rowsShown - 1) : positive;
  const rows = shown.map(({ label, figure, group }) => ({
    label,
    amount: figure.amount,
    fun: group === 'entertainment',
  }));
  const rest = positive.slice(shown.length).reduce((total, { figure }) => total + figure.amount.minor, 0);
  return rest > 0
    ? [...rows, { label: 'Everything else', amount: money(rest, spending.currency), fun: false }]
    : rows;
}
