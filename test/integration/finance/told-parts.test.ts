import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { readMemory, type TurnMemory } from '../../../src/core/conversation/memory.js';
import { createVoice } from '../../../src/core/conversation/voice.js';
import { getBudgetStatus } from '../../../src/core/finance/get-budget-status.js';
import { type AskedFigure, settledFigure } from '../../../src/core/tools/ask-figure.js';
import { statedFigureTool } from '../../../src/core/tools/stated-figures.js';
import { toldFigures } from '../../../src/core/tools/told-figures.js';
import type { ToolResult, ToolTurn } from '../../../src/core/tools/tool.js';
import { undoLast } from '../../../src/core/tools/undo.js';
import { money } from '../../../src/domain/money.js';
import { useFinances } from '../../support/money/finances.js';

const usd = (minor: number) => money(minor, 'USD');
const finances = useFinances();

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

const tell = (args: z.input<typeof statedFigureTool.schema>): Promise<ToolResult> =>
  statedFigureTool.call(finances.context, turnWith(), statedFigureTool.schema.parse(args));
/** The question of ours that an answer ended with. */
function askedIn({ memory }: ToolResult): AskedFigure {
  if (memory?.pending?.kind !== 'ask-figure') throw new Error('Nothing was asked.');
  return memory.pending;
}
const need = (part: string, amount: number, more: object = {}) =>
  tell({ figure: 'fixed_expenses', part, amount, ...more });
const status = () => getBudgetStatus(finances.context, { userId: finances.userId });
const needs = async () => (await status()).fixedNeeds.amount;
const told = async (name: string | null) => (await toldFigures(finances.context, turnWith(), name)).text;

describe('needs that are told in parts', () => {
  test('each part takes its own place, and a change of one leaves the others', async () => {
    await need('rent', 760);
    await need('car payment', 240, { change: 'more' });
    const changed = await need('rent', 820);
    expect(changed.text).toContain('$820 a month for rent. Your needs come to **$1,060** a month.');
    expect(await told('rent')).toContain('**$820** a month for rent');
    const raised = await need('rent', 50, { by: true, change: 'more' });
    expect(raised.text).toContain('your rent is $870 a month now, $50 more than before');
    expect(await needs()).toEqual(usd(111_000));

    await undoLast(finances.context, turnWith(raised.memory));
    expect(await told('rent')).toContain('**$820** a month for rent');
    await need('car payment', 0);
    expect(await needs()).toEqual(usd(82_000));
    expect((await need('car payment', 0)).text).toContain('no car payment. I had none');
    expect(await told(null)).toContain('$820 for rent.');
    expect(await told('phone')).toContain('You haven’t told me your phone by itself.');
  });

  test('a part of a sum that was told whole is asked about, and kept by its name', async () => {
    await tell({ figure: 'fixed_expenses', amount: 1400 });
    const asked = await need('rent', 900);
    expect(asked.text).toContain('part of the needs you told me, or on top of them?');
    const settled = settledFigure(askedIn(asked), 'it is part of them');
    if (settled === null || settled === 'kept') throw new Error('The answer was not taken.');
    await tell(settled);
    expect(await needs()).toEqual(usd(140_000));
    await need('rent', 950);
    expect(await needs()).toEqual(usd(145_000));
  });

  test('a sum of bills after the rent is asked about: on top of it, or all', async () => {
    await need('rent', 900);
    const asked = await tell({ figure: 'fixed_expenses', amount: 300 });
    expect(asked.text).toContain('on top of what you told me before, or is it all of it together?');
    expect(await needs()).toEqual(usd(90_000));
  });

  test('the rent takes the place of what statements show of it, and so does the phone after it', async () => {
    await finances.threeMonths();
    await need('rent', 1600);
    expect(await needs()).toEqual(usd(200_000));
    expect(await told('rent')).toContain('**$1,600** a month for rent');
  });
});

describe('an income of several', () => {
  test('what comes beside one’s own pay stays beside it', async () => {
    await tell({ figure: 'monthly_income', amount: 2000, per: 'monthly' });
    await tell({ figure: 'monthly_income', part: 'child support', amount: 400, change: 'more' });
    const raised = await tell({ figure: 'monthly_income', amount: 2200 });
    expect(raised.text).toContain('$2,200 a month of your own. With $400 for child support');
    expect((await status()).income?.amount).toEqual(usd(260_000));
  });

  test('pay before tax is not counted: what arrives is asked for', async () => {
    const asked = await tell({ figure: 'monthly_income', amount: 55_000, per: 'annual', gross: true });
    expect(asked.text).toContain('$4,583.33 a month is before tax, so I haven’t counted it');
    expect((await status()).income).toBeNull();
    expect(settledFigure(askedIn(asked), 'about 3,600')).toMatchObject({
      figure: 'monthly_income',
      amount: 3_600,
      per: 'monthly',
    });
  });

  test('much less than the pay that was told is asked about', async () => {
    await tell({ figure: 'monthly_income', amount: 2400 });
    const asked = await tell({ figure: 'monthly_income', amount: 180 });
    expect(asked.text).toContain('on top of what I count already, or is it all of your income?');
    expect((await status()).income?.amount).toEqual(usd(240_000));
  });

  test('of one that varies the lower counts, and that is said', async () => {
    const varied = await tell({ figure: 'monthly_income', amount: 1500, other: 4000 });
    expect(varied.text).toContain('between $1,500 a month and $4,000. I count with the lower of the two');
    await tell({ figure: 'entertainment_budget', percent: 10 });
    expect((await status()).total?.amount).toEqual(usd(15_000));
  });
});
