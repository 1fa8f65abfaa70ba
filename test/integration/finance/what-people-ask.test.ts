import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { readMemory, type TurnMemory } from '../../../src/core/conversation/memory.js';
import { createVoice } from '../../../src/core/conversation/voice.js';
import { addSubscription } from '../../../src/core/finance/add-subscription.js';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { getBudgetStatus } from '../../../src/core/finance/get-budget-status.js';
import { affordabilityTool } from '../../../src/core/tools/affordability.js';
import { type AskedFigure, settledFigure } from '../../../src/core/tools/ask-figure.js';
import { correctSpendingTool } from '../../../src/core/tools/correct-spending.js';
import { logSpendingTool } from '../../../src/core/tools/log-spending.js';
import { atPace, saveUp } from '../../../src/core/tools/save-up.js';
import { spendingTool } from '../../../src/core/tools/spending.js';
import { keptOf } from '../../../src/core/tools/spending-compared.js';
import { spendsTool } from '../../../src/core/tools/spends.js';
import { statedFigureTool } from '../../../src/core/tools/stated-figures.js';
import { subscriptionsTool } from '../../../src/core/tools/subscriptions.js';
import { supposeCancelled } from '../../../src/core/tools/suppose-cancelled.js';
import type { Tool, ToolResult, ToolTurn } from '../../../src/core/tools/tool.js';
import { amendFigure, undoLast } from '../../../src/core/tools/undo.js';
import { money } from '../../../src/domain/money.js';
import { statementOf, useFinances } from '../../support/money/finances.js';
import { buildStatement } from '../../support/money/readings.js';

const usd = (minor: number) => money(minor, 'USD');
const finances = useFinances();

/** A turn of a direct conversation on 10 April 2026, with what the turns before it left. */
function turnWith(memory: Partial<TurnMemory> = {}): ToolTurn {
  const [today, locale] = ['2026-04-10', 'en-US'];
  return {
    userId: finances.userId,
    sessionId: '',
    conversationId: '',
    turnId: '',
    direct: true,
    chatMessageId: null,
    currency: 'USD',
    locale,
    today,
    more: false,
    memory: { ...readMemory(null), ...memory },
    voice: createVoice({ locale, today, seed: 'a' }),
    signal: AbortSignal.timeout(30_000),
  };
}

/** A tool's answer to it. */
function ask<Schema extends z.ZodObject>(
  tool: Tool<Schema>,
  args: z.input<Schema>,
  memory: Partial<TurnMemory> = {},
): Promise<ToolResult> {
  return tool.call(finances.context, turnWith(memory), tool.schema.parse(args));
}

const month = (number: string, end: string) => ({ from: `2026-${number}-01`, to: `2026-${number}-${end}` });

describe('questions about spending', () => {
  test('a month beside another: the difference first, then what makes it', async () => {
    await finances.threeMonths();
    const { text } = await ask(spendingTool, { ...month('03', '31'), against: month('02', '28') });
    expect(text).toMatch(/^\*\*\$7 more\*\* in March: \$2,005\.49 in March, \$1,998\.49 in February\./);
    expect(text).toContain('Eating out: $83 → $90 (+$7)');
  });

  test('one category, and one shop, of two months', async () => {
    await finances.threeMonths();
    const against = month('03', '31');
    const dining = await ask(spendingTool, { ...month('01', '31'), against, category: 'dining' });
    expect(dining.text).toBe('**$14 less** in January: $76 on eating out in January, $90 in March.');
    const shop = await ask(spendingTool, { ...month('01', '31'), against, shop: 'golden dragon' });
    expect(shop.text).toBe('**$14 less** in January: $67 at Golden Dragon in January, $81 in March.');
  });

  test('a month that is not over is said to be known to a day only', async () => {
    await finances.threeMonths();
    const { text } = await ask(spendingTool, { ...month('04', '30'), against: month('03', '31') });
    expect(text).toContain('No statement of yours covers the days in April.');
  });

  test('a usual month is the mean of the full ones, each of them named', async () => {
    await finances.threeMonths();
    const { text } = await ask(spendingTool, { average: 'month', category: 'dining' });
    expect(text).toContain('**about $83 a month** on eating out');
    expect(text).toContain('3 full months: January $76, February $83 and March $90');
  });

  test('what is left over of the income, in a month and in a usual one', async () => {
    await finances.threeMonths();
    const february = await keptOf(finances.context, turnWith(), { start: '2026-02-01', end: '2026-02-28' });
    expect(february.text).toBe(
      '**$2,001.51** was left over in February: $4,000 came in as income, $1,998.49 was spent.',
    );
    const usual = await keptOf(finances.context, turnWith(), null);
    expect(usual.text).toContain('**$2,001.51** was left over in a usual month (3 full months known)');
  });

  test('a month that no statement covers is unknown, and not empty', async () => {
    await finances.threeMonths();
    const december = { from: '2025-12-01', to: '2025-12-31' };
    for (const args of [december, { ...december, category: 'groceries' }])
      expect((await ask(spendingTool, args)).text).toMatch(
        /^I can’t tell what you spent in December 2025: .* from January 1 to March 31/,
      );
  });

  test('what went to a shop and what came back stand apart', async () => {
    await finances.hand(
      buildStatement(
        [
          ['2026-03-03', 'AMAZON MKTPLACE', -6490],
          ['2026-03-05', 'AMAZON MKTPLACE', -1000],
          ['2026-03-09', 'AMAZON MKTPLACE REFUND', 2500],
        ],
        { periodStart: '2026-03-01', periodEnd: '2026-03-31' },
      ),
    );
    const { text } = await ask(spendingTool, { ...month('03', '31'), shop: 'amazon' });
    expect(text).toMatch(
      /^\*\*\$74\.90\*\* went to Amazon in March, in 2 rows; \$25 came back, which leaves \*\*\$49\.90\*\* spent\./,
    );
  });

  test('a shop over everything that was read, and beside one month', async () => {
    await finances.threeMonths();
    expect((await ask(spendingTool, { shop: 'golden dragon', ever: true })).text).toContain(
      '**$222** at Golden Dragon in all that I have read, in 3 rows',
    );
    expect((await ask(spendingTool, { ...month('03', '31'), shop: 'golden dragon' })).text).toContain(
      'Since January 21 it’s $222 in 3 rows.',
    );
  });

  test('the largest spends are one of each shop', async () => {
    await finances.threeMonths();
    const { text } = await ask(spendsTool, { which: 'largest' });
    expect(text.match(/Landlord/g)).toHaveLength(1);
    expect(text).toContain('$400');
  });
});

describe('subscriptions', () => {
  test('together come to what stands below, one that was charged once included', async () => {
    await finances.hand(statementOf('03'));
    await analyseFinances(finances.context, { userId: finances.userId });
    await addSubscription(finances.context, { userId: finances.userId, name: 'Netflix' });
    await addSubscription(finances.context, {
      userId: finances.userId,
      name: 'Spotify',
      price: usd(1199),
      cadence: 'monthly',
    });
    const { text } = await ask(subscriptionsTool, {});
    expect(text).toContain(
      '2 subscriptions, about $27.48 a month together ($329.76 a year, if Netflix comes every month)',
    );
  });

  test('what one costs a year, and what all would free', async () => {
    await finances.threeMonths();
    expect((await ask(subscriptionsTool, { name: 'Netflix', yearly: true })).text).toBe(
      'Netflix ($15.49 a time) costs you **$185.88** a year; without it you’d save just that.',
    );
    const without = await supposeCancelled(finances.context, turnWith(), ['netflix']);
    expect(without.text).toContain('**$15.49** a month more ($185.88 a year)');
    const unknown = await supposeCancelled(finances.context, turnWith(), ['hulu']);
    expect(unknown.text).toContain('I have no hulu on your list.');
  });
});

describe('a price', () => {
  test('asked about a moment ago is judged by the next month', async () => {
    await finances.threeMonths();
    const first = await ask(affordabilityTool, { price: 60 });
    const later = await ask(affordabilityTool, { next_period: true }, first.memory);
    expect(later.text).toMatch(/^Next month: \*\*.*\$60/);
    expect(later.text).toContain('supposes that nothing else is spent');
    const next = await getBudgetStatus(finances.context, { userId: finances.userId, nextPeriod: true });
    expect(next.period.start).toBe('2026-05-01');
  });

  test('beyond the fun money is not called more than somebody has, and its time adds up', async () => {
    await finances.threeMonths();
    const { text } = await ask(affordabilityTool, { price: 900, title: 'ps5 its', how_long: true });
    expect(text).toMatch(/^For the ps5 at \$900: putting all of your fun budget aside/);
    expect(text).not.toMatch(/more than you have|its at/);
    const { left, periodBudget } = await getBudgetStatus(finances.context, { userId: finances.userId });
    const months = Number(/\*\*(\d+) months\*\*/.exec(text)?.[1]);
    const saved = (left?.amount.minor ?? 0) + months * (periodBudget?.amount.minor ?? 0);
    expect(saved).toBeGreaterThanOrEqual(90_000);
    expect(saved - (periodBudget?.amount.minor ?? 0)).toBeLessThan(90_000);
  });

  test('is held to debts that are still to be paid as well', async () => {
    await finances.hand(
      buildStatement(
        [
          ['2026-03-01', 'STANDING ORDER RENT MR LANDLORD', -145_000],
          ['2026-03-03', 'SALARY BRIGHT CAFE', 164_000],
          ['2026-03-21', 'CAR LOAN PAYMENT ALLY', -31_000],
        ],
        { periodStart: '2026-03-01', periodEnd: '2026-03-31' },
      ),
    );
    const { text } = await ask(affordabilityTool, { price: 20, title: 'cinema ticket' });
    expect(text).toContain('the cinema ticket at $20');
    expect(text).toContain('$1,760 everyday needs and debts to come');
    expect(text).toContain('nothing is free until April 30');
  });

  test('to have by a day is so much a month, and nothing is noted', async () => {
    await finances.threeMonths();
    const { text } = await saveUp(finances.context, turnWith(), usd(100_000), '2026-08-01');
    expect(text).toContain('To have $1,000 by August 1, put **$333.34 a month** aside, for 3 months.');
    const { savings } = await getBudgetStatus(finances.context, { userId: finances.userId });
    expect(savings.amount).toEqual(usd(30_000));
  });

  test.each([
    [
      { amount: usd(12_000), per: 'monthly' as const },
      '**4 months**: $450 at $120 a month, the last time $90.',
    ],
    [{ amount: usd(5000), per: 'weekly' as const }, '**9 weeks**: $450 at $50 a week.'],
    [{ amount: usd(10_000), per: 'fortnightly' as const }, '**10 weeks**: $450 at $100 every two weeks'],
  ])('at a pace takes its whole parts', (pace, words) => {
    expect(atPace(turnWith(), { price: usd(45_000), parts: [], start: null }, pace).text).toContain(words);
  });
});

describe('figures that are told', () => {
  test('the rent takes the place of the rent alone, and can be taken back or put right', async () => {
    await finances.threeMonths();
    const told = await ask(statedFigureTool, { figure: 'fixed_expenses', amount: 1600, part: 'rent' });
    expect(told.text).toContain('$1,600 a month for rent. Your needs come to **$2,000** a month.');
    await amendFigure(finances.context, turnWith(told.memory), usd(155_000));
    const needs = async () =>
      (await getBudgetStatus(finances.context, { userId: finances.userId })).fixedNeeds.amount;
    expect(await needs()).toEqual(usd(195_000));
    await undoLast(finances.context, turnWith(told.memory));
    expect(await needs()).toEqual(usd(190_000));
  });

  test('rent beside needs that were told is asked about', async () => {
    await ask(statedFigureTool, { figure: 'fixed_expenses', amount: 1400 });
    const asked = await ask(statedFigureTool, { figure: 'fixed_expenses', amount: 1200, part: 'rent' });
    expect(asked.text).toBe('Is rent of $1,200 part of the needs you told me, or on top of them?');
    expect(asked.memory?.pending).toMatchObject({ kind: 'ask-figure', what: 'on-top' });
  });

  test('a step needs something to step from', async () => {
    const less = await ask(statedFigureTool, { figure: 'entertainment_budget', amount: 20, change: 'less' });
    expect(less.text).toContain('I don’t know your fun budget yet');
    await finances.threeMonths();
    await ask(statedFigureTool, { figure: 'monthly_income', percent: 10, change: 'more' });
    await ask(statedFigureTool, { figure: 'monthly_income', amount: 100, per: 'annual', change: 'more' });
    const { income } = await getBudgetStatus(finances.context, { userId: finances.userId });
    expect(income?.amount).toEqual(usd(440_833));
  });

  test('the rhythm of the one pay that is known makes another month of it', async () => {
    await finances.hand(
      buildStatement([['2026-03-06', 'PAYROLL ACME LOGISTICS', 150_000]], {
        periodStart: '2026-03-01',
        periodEnd: '2026-03-31',
      }),
    );
    await ask(statedFigureTool, { figure: 'monthly_income', per: 'fortnightly' });
    const { income } = await getBudgetStatus(finances.context, { userId: finances.userId });
    expect(income?.amount).toEqual(usd(325_000));
  });

  test('a spend after which little is left says how much is used', async () => {
    await ask(statedFigureTool, { figure: 'entertainment_budget', amount: 160 });
    const first = await ask(logSpendingTool, { amount: 20, description: 'cinema' });
    expect(first.text).not.toContain('%');
    const second = await ask(logSpendingTool, { amount: 110, description: 'concert' });
    expect(second.text).toContain('81% of your budget is used.');
  });

  const asked = (what: AskedFigure['what'], change: AskedFigure['change'] = null): AskedFigure => ({
    kind: 'ask-figure',
    what,
    figure: 'monthly_income',
    amount: usd(1800),
    change,
    part: null,
  });
  test.each([
    [asked('hours'), '38', { amount: 684, per: 'weekly' }],
    [asked('hours'), 'about 37.5 hours', { amount: 675, per: 'weekly' }],
    [asked('hours'), '400', null],
    [asked('days'), 'five', { amount: 90, per: 'weekly' }],
    [asked('how-often'), 'every two weeks', { amount: 18, per: 'fortnightly' }],
    [asked('how-often'), 'twice a month', { amount: 36, per: 'monthly' }],
    [asked('how-often'), 'what is my budget?', null],
    [asked('by-or-to', 'less'), 'by', { amount: 18, change: 'less' }],
    [asked('by-or-to', 'more'), 'to 18', { amount: 18, settled: 'whole' }],
    [asked('on-top'), 'on top', { amount: 18, change: 'more', settled: 'on-top' }],
    [asked('on-top'), 'it is part of it', { amount: 18, settled: 'among' }],
  ])('what was asked of one is settled by its answer alone (%#)', (question, answer, expected) => {
    const settled = settledFigure(question, answer);
    if (expected === null || typeof expected === 'string') expect(settled).toBe(expected);
    else expect(settled).toEqual({ figure: 'monthly_income', currency: 'USD', ...expected });
  });
});

test('what was left out is counted again when that is taken back', async () => {
  await finances.threeMonths();
  const left = await ask(correctSpendingTool, { merchant: 'netflix', ignored: true });
  const sum = async () => (await ask(spendingTool, { ...month('03', '31'), shop: 'netflix' })).text;
  expect(await sum()).toContain('nothing spent');
  await undoLast(finances.context, turnWith(left.memory));
  expect(await sum()).toContain('**$15.49**');
});

describe('a shop called by a word of its name', () => {
  test('is that shop, where only one has it', async () => {
    await finances.threeMonths();
    const corrected = await ask(correctSpendingTool, { merchant: 'dragon', not_entertainment: true });
    expect(corrected.text).toContain('Golden Dragon');
    const march = await ask(spendingTool, { ...month('03', '31'), category: 'dining' });
    expect(march.text).toContain('**$9** on eating out');
    await undoLast(finances.context, turnWith(corrected.memory));
    const again = await ask(spendingTool, { ...month('03', '31'), category: 'dining' });
    expect(again.text).toContain('**$90** on eating out');
  });

  test('that was never seen changes nothing yet, and that is said', async () => {
    await finances.threeMonths();
    const { text } = await ask(correctSpendingTool, { merchant: 'climbing hall', not_entertainment: true });
    expect(text).toContain('I see none from there so far');
    expect(text).not.toContain('put earlier ones right');
  });
});
