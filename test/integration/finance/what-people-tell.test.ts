import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { readMemory } from '../../../src/core/conversation/memory.js';
import { createVoice } from '../../../src/core/conversation/voice.js';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { correctSpending } from '../../../src/core/finance/correct-spending.js';
import { getBudgetStatus } from '../../../src/core/finance/get-budget-status.js';
import { getSpendingSummary } from '../../../src/core/finance/get-spending-summary.js';
import { listSubscriptions } from '../../../src/core/finance/list-subscriptions.js';
import { logSpending } from '../../../src/core/finance/log-spending.js';
import { updateFinancialProfile } from '../../../src/core/finance/update-financial-profile.js';
import { correctSpendingTool } from '../../../src/core/tools/correct-spending.js';
import { incomeTool } from '../../../src/core/tools/income.js';
import { printedBalance } from '../../../src/core/tools/printed.js';
import { statedFigureTool } from '../../../src/core/tools/stated-figures.js';
import { changeSubscriptionTool, subscriptionsTool } from '../../../src/core/tools/subscriptions.js';
import type { Tool, ToolTurn } from '../../../src/core/tools/tool.js';
import { money } from '../../../src/domain/money.js';
import { statementOf, useFinances } from '../../support/money/finances.js';
import { buildStatement } from '../../support/money/readings.js';

const usd = (minor: number) => money(minor, 'USD');
const finances = useFinances();

/** A turn of a direct conversation. */
function turnOf(): ToolTurn {
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
    memory: readMemory(null),
    voice: createVoice({ locale, today, seed: 'a' }),
    signal: AbortSignal.timeout(30_000),
  };
}

/** A tool's answer to it. */
function say<Schema extends z.ZodObject>(tool: Tool<Schema>, args: z.input<Schema>) {
  return tool.call(finances.context, turnOf(), tool.schema.parse(args));
}

describe('the user’s word', () => {
  test('wins over what was derived, which stays visible', async () => {
    await finances.threeMonths();
    const { profile, questions } = await updateFinancialProfile(finances.context, {
      userId: finances.userId,
      stated: { entertainmentBudget: { amount: usd(25_000) }, savings: { percent: 5 } },
    });
    expect(questions).toEqual([]);
    expect(profile.entertainmentBudget).toMatchObject({
      inForce: { amount: usd(25_000) },
      derived: { amount: usd(20_000) },
    });
    expect(profile.savings).toMatchObject({
      inForce: { amount: usd(20_000) },
      derived: { amount: usd(30_000) },
    });
    const back = await updateFinancialProfile(finances.context, {
      userId: finances.userId,
      stated: { entertainmentBudget: null },
    });
    expect(back.profile.entertainmentBudget.inForce?.amount).toEqual(usd(20_000));
  });

  test('that contradicts the statements is asked about, not taken, unless confirmed', async () => {
    await finances.threeMonths();
    const stated = { monthlyIncome: { amount: usd(4_800_000) } };
    const asked = await updateFinancialProfile(finances.context, { userId: finances.userId, stated });
    expect(asked.questions.map(({ code }) => code)).toEqual(['CONTRADICTION']);
    expect(asked.profile.income.stated).toBeNull();
    const confirmed = await updateFinancialProfile(finances.context, {
      userId: finances.userId,
      stated,
      confirmed: true,
    });
    expect(confirmed.profile.income.inForce?.amount).toEqual(usd(4_800_000));
  });

  test('of a wage every two weeks is a month’s income', async () => {
    const { profile } = await updateFinancialProfile(finances.context, {
      userId: finances.userId,
      stated: { monthlyIncome: { amount: usd(160_000), per: 'fortnightly' } },
    });
    expect(profile.income.inForce?.amount).toEqual(usd(346_667));
  });

  test('about amounts below zero is refused', async () => {
    await expect(
      updateFinancialProfile(finances.context, {
        userId: finances.userId,
        stated: { monthlyIncome: { amount: usd(-1) } },
      }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('corrections', () => {
  test('“Golden Dragon was groceries” holds for all of its lines, and later ones', async () => {
    await finances.threeMonths(['01', '02']);
    const corrected = await correctSpending(finances.context, {
      userId: finances.userId,
      target: { merchant: 'Golden Dragon' },
      change: { category: 'groceries' },
    });
    expect(corrected).toMatchObject({ from: 'dining', to: 'groceries', rule: true });
    expect(corrected.transactionIds).toHaveLength(2);
    await finances.hand(statementOf('03'));
    await analyseFinances(finances.context, { userId: finances.userId });
    const summary = await getSpendingSummary(finances.context, {
      userId: finances.userId,
      span: { start: '2026-01-01', end: '2026-03-31' },
    });
    expect(summary.categories.find(({ category }) => category === 'dining')?.figure.amount).toEqual(
      usd(2700),
    );
  });

  test('“Netflix is not entertainment” takes it out of the fun budget', async () => {
    await finances.threeMonths();
    await correctSpending(finances.context, {
      userId: finances.userId,
      target: { merchant: 'netflix' },
      change: { entertainment: false },
    });
    const { subscriptions } = await listSubscriptions(finances.context, { userId: finances.userId });
    expect(subscriptions.map(({ name, isEntertainment }) => [name, isEntertainment])).toEqual([
      ['Netflix', false],
    ]);
    const march = await getSpendingSummary(finances.context, { userId: finances.userId });
    expect(march.entertainment.amount).toEqual(usd(900 + 8100));
  });

  test('“ignore this one” leaves out one line only, also after the next analysis', async () => {
    await finances.threeMonths();
    const corrected = await correctSpending(finances.context, {
      userId: finances.userId,
      target: { latest: true },
      change: { ignored: true },
    });
    expect(corrected).toMatchObject({ merchantName: 'Golden Dragon', rule: false });
    await analyseFinances(finances.context, { userId: finances.userId });
    const summary = await getSpendingSummary(finances.context, { userId: finances.userId });
    expect(summary.categories.find(({ category }) => category === 'dining')?.figure.amount).toEqual(usd(900));
  });

  test('of somebody else’s transaction find nothing', async () => {
    const { report } = await finances.hand(statementOf('01'));
    const stranger = await finances.createUser();
    const [transactionId = ''] = report.transactionIds;
    await expect(
      correctSpending(finances.context, {
        userId: stranger,
        target: { transactionId },
        change: { ignored: true },
      }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a month of one statement', () => {
  const june = () =>
    finances.hand(
      buildStatement(
        [
          ['2026-03-03', 'SALARY DEPOSIT', 320_000],
          ['2026-03-08', 'IRS TAX REFUND', 85_000],
          ['2026-03-15', 'ZELLE PAYMENT', -25_000],
          ['2026-03-16', 'ZELLE PAYMENT', -6000],
          ['2026-03-17', 'WHOLE FOODS', -8947],
          ['2026-03-22', 'NETFLIX', -1599],
        ],
        { periodStart: '2026-03-01', periodEnd: '2026-03-31' },
      ),
    );
  const needs = async () =>
    (await getBudgetStatus(finances.context, { userId: finances.userId })).fixedNeeds.amount;

  test('“that Zelle 250 was my rent” adds to the needs, and leaves other payments to people', async () => {
    await june();
    expect(await needs()).toEqual(usd(8947));
    const { text } = await say(correctSpendingTool, { merchant: 'zelle', amount: 250, category: 'rent' });
    expect(text).toContain('$339.47');
    expect(await needs()).toEqual(usd(8947 + 25_000));
  });

  test('what was in no figure is not said to be taken out, and what was never seen changes nothing', async () => {
    await june();
    const refund = await say(correctSpendingTool, { merchant: '850', ignored: true });
    expect(refund.text).toContain('never in your figures');
    const unseen = await say(correctSpendingTool, { merchant: 'Acme Rockets', ignored: true });
    expect(unseen.text).toContain('nothing is changed');
    expect(await finances.count('category_rules')).toBe(0);
  });

  test('when pay comes: the days it came on, and no promise', async () => {
    await june();
    const { text } = await say(incomeTool, {});
    expect(text).toContain('once');
    expect(text).toContain('March 3');
    expect(text).not.toContain('needs');
  });

  test('a share of income saved changes the budget, or it is said why not', async () => {
    await june();
    const same = await say(statedFigureTool, { figure: 'savings', percent: 20 });
    expect(same.text).toContain('**$640**');
    expect(same.text).toMatch(/stays \*\*\$160\*\*.*5% of income/);
    const less = await say(statedFigureTool, { figure: 'savings', percent: 80 });
    expect(less.text).toMatch(/from \$160 to \*\*\$110\.10\*\*/);
  });

  test('a sum told for needs beside those of a statement without rent may be the rent alone, and that is said', async () => {
    await june();
    const first = await say(statedFigureTool, { figure: 'fixed_expenses', amount: 900 });
    expect(first.text).toContain('“my needs are $989.47”');
    const second = await say(statedFigureTool, { figure: 'fixed_expenses', amount: 989.47 });
    expect(second.text).not.toContain('my needs are');
  });

  test('a service seen once is listed as that, owned for recommendations, and gone at a no', async () => {
    await june();
    await analyseFinances(finances.context, { userId: finances.userId });
    const owned = async () =>
      (await finances.context.database.store.recommendations.getTaste(finances.userId)).subscriptions;
    expect((await say(subscriptionsTool, {})).text).toMatch(/Netflix: \$15\.99 on .*seen once so far/);
    expect((await say(subscriptionsTool, { name: 'netflix' })).text).toContain('$191.88 a year');
    expect(await owned()).toEqual(['Netflix']);
    await say(changeSubscriptionTool, { change: 'end', name: 'Netflix' });
    await analyseFinances(finances.context, { userId: finances.userId });
    expect(await owned()).toEqual([]);
  });
});

describe('the balance', () => {
  /** Stores a statement as read, the way the worker settles it. */
  async function stored(month: string, numberEnding: string, closingBalance: number) {
    const { context, userId } = finances;
    const { documents } = context.database.store;
    const reading = buildStatement([[`2026-${month}-03`, 'SALARY', closingBalance]], {
      numberEnding,
      closingBalance,
      periodStart: `2026-${month}-01`,
      periodEnd: `2026-${month}-28`,
    });
    const { documentId } = await finances.hand(reading);
    await documents.completeUpload({
      id: documentId,
      userId,
      size: 1,
      sha256: documentId,
      conversationId: null,
    });
    await documents.settle({
      documentId,
      reading,
      imported: null,
      documentType: 'bank_statement',
      failureCode: null,
      at: context.clock.now(),
    });
  }

  test('is told of each account by the statement that ends last, whatever came in last', async () => {
    await stored('03', '1111', 150_000);
    await stored('02', '1111', 90_000);
    await stored('02', '2222', 42_050);
    const { text } = await printedBalance(finances.context, turnOf());
    expect(text).toContain('ending in 1111 was **$1,500** on March 28');
    expect(text).toContain('ending in 2222 was **$420.50** on February 28');
    expect(text).not.toContain('$900');
  });
});

describe('spending told in chat', () => {
  test('counts at once, and once only when the statement shows it', async () => {
    await finances.threeMonths();
    const before = await getBudgetStatus(finances.context, { userId: finances.userId });
    const logged = await logSpending(finances.context, {
      userId: finances.userId,
      amount: usd(1800),
      description: 'cinema',
    });
    expect(logged).toMatchObject({
      category: 'cinema',
      countsAsEntertainment: true,
      on: '2026-04-10',
      questions: [],
    });
    const after = await getBudgetStatus(finances.context, { userId: finances.userId });
    expect((before.left?.amount.minor ?? 0) - (after.left?.amount.minor ?? 0)).toBe(1800);
    const { report } = await finances.hand(
      buildStatement([['2026-04-12', 'ODEON CINEMAS', -1800]], {
        periodStart: '2026-04-01',
        periodEnd: '2026-04-30',
      }),
    );
    expect(report).toMatchObject({ rowsAdded: 1, rowsMerged: 1 });
    finances.setClock('2026-04-20T12:00:00Z');
    const { budget } = await analyseFinances(finances.context, { userId: finances.userId });
    expect(budget.spent.amount.minor).toBe(1800);
  });

  test('is one spend however often it is told under the same id', async () => {
    await finances.threeMonths();
    const before = await getBudgetStatus(finances.context, { userId: finances.userId });
    const told = {
      id: finances.context.ids.uuid(),
      userId: finances.userId,
      amount: usd(1800),
      description: 'cinema',
    };
    const [first, again] = await Promise.all([
      logSpending(finances.context, told),
      logSpending(finances.context, told),
    ]);
    expect(again).toEqual(first);
    expect(first.transactionId).toBe(told.id);
    await logSpending(finances.context, { ...told, id: finances.context.ids.uuid() });
    const after = await getBudgetStatus(finances.context, { userId: finances.userId });
    expect((before.left?.amount.minor ?? 0) - (after.left?.amount.minor ?? 0)).toBe(2 * 1800);
  });

  test('keeps a correction that came between two tellings of the same spend', async () => {
    const told = {
      id: finances.context.ids.uuid(),
      userId: finances.userId,
      amount: usd(1800),
      description: 'cinema',
    };
    await logSpending(finances.context, told);
    await correctSpending(finances.context, {
      userId: finances.userId,
      target: { transactionId: told.id },
      change: { category: 'groceries' },
    });
    const again = await logSpending(finances.context, told);
    expect(again).toMatchObject({ category: 'groceries', countsAsEntertainment: false });
    expect(await finances.count('transactions')).toBe(1);
  });

  test('of an absurd amount or on an impossible day is asked about and not stored', async () => {
    const odd = await logSpending(finances.context, {
      userId: finances.userId,
      amount: usd(1_800_000),
      description: 'cinema',
    });
    expect([odd.transactionId, odd.questions[0]?.code]).toEqual([null, 'AMOUNT']);
    const never = await logSpending(finances.context, {
      userId: finances.userId,
      amount: usd(1800),
      description: 'cinema',
      on: '2026-02-30',
    });
    expect([never.transactionId, never.questions[0]?.code]).toEqual([null, 'DATE']);
    expect(await finances.count('transactions')).toBe(0);
  });
});
