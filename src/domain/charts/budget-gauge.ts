import type { BudgetStatus } from '../budget/status.js';
import { type Money, money } from '../money.js';
import { palettes } from './palette.js';
import type { ChartScene, ChartTheme, Shape } from './scene.js';

const size = { width: 420, height: 308 } as const;
const ring = { cx: 210, cy: 176, radius: 112, width: 26, from: -120, to: 120 } as const;

/** The period's budget as a gauge: what is spent and bound, what is left, and how many days it has to last. */
export function budgetGauge(
  status: BudgetStatus,
  theme: ChartTheme,
  say: (amount: Money) => string,
): ChartScene {
  const colours = palettes[theme];
  const { left, total, period } = status;
  const text = (y: number, words: string, textSize: number, weight: 400 | 600, fill: string): Shape => ({
    kind: 'text',
    x: ring.cx,
    y,
    text: words,
    size: textSize,
    weight,
    anchor: 'middle',
    fill,
  });
  const title = text(34, 'Fun money', 18, 600, colours.text);
  const arc = (from: number, to: number, stroke: string): Shape => ({
    kind: 'arc',
    cx: ring.cx,
    cy: ring.cy,
    radius: ring.radius,
    width: ring.width,
    from,
    to,
    stroke,
  });
  const track = arc(ring.from, ring.to, colours.track);
  if (!left || !total) {
    const description = 'No budget yet: tell me your monthly income first.';
    return {
      ...size,
      background: colours.background,
      description,
      shapes: [
        title,
        track,
        text(ring.cy, 'No budget yet', 22, 600, colours.text),
        text(ring.cy + 28, 'Tell me your monthly income', 14, 400, colours.muted),
      ],
    };
  }
  const used = money(total.amount.minor - left.amount.minor, status.currency);
  const share =
    total.amount.minor > 0
      ? Math.min(1, Math.max(0, used.minor / total.amount.minor))
      : used.minor > 0
        ? 1
        : 0;
  const colour =
    left.amount.minor <= 0
      ? colours.critical
      : share >= 0.8 || status.pace.level === 'warn' || status.pace.level === 'critical'
        ? colours.warn
        : colours.good;
  const days = `${period.daysLeft} ${period.daysLeft === 1 ? 'day' : 'days'}`;
  const over = left.amount.minor < 0;
  const amount = say(over ? money(-left.amount.minor, status.currency) : left.amount);
  const word = over ? 'over budget' : 'left to spend';
  const perDay =
    status.leftPerDay && !over ? `${say(status.leftPerDay.amount)} a day for ${days}` : `${days} to go`;
  return {
    ...size,
    background: colours.background,
    description: `${amount} ${word} of ${say(total.amount)}; ${say(used)} used; ${perDay}.`,
    shapes: [
      title,
      track,
      ...(share > 0 ? [arc(ring.from, ring.from + (ring.to - ring.from) * share, colour)] : []),
      text(ring.cy - 2, amount, amount.length > 11 ? 24 : 32, 600, colours.text),
      text(ring.cy + 24, word, 15, 400, colours.muted),
      text(ring.cy + 94, `${say(used)} of ${say(total.amount)} used`, 14, 400, colours.text),
      text(ring.cy + 116, perDay, 14, 400, colours.muted),
    ],
  };
}
