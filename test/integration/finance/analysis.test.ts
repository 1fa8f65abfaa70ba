import { describe, expect, test } from '@jest/globals';
import { addSubscription } from '../../../src/core/finance/add-subscription.js';
import { analyseFinances } from '../../../src/core/finance/analyse-finances.js';
import { checkAffordability } from '../../../src/core/finance/check-affordability.js';
import { endSubscription } from '../../../src/core/finance/end-subscription.js';
import { explainFigure } from '../../../src/core/finance/explain-figure.js';
import { getInsights } from '../../../src/core/finance/get-insights.js';
import { listSubscriptions } from '../../../src/core/finance/list-subscriptions.js';
import { renderBudgetChart } from '../../../src/core/finance/render-budget-chart.js';
import { money } from '../../../src/domain/money.js';
import { useFinances } from '../../support/money/finances.js';

const usd = (minor: number) => money(minor, 'USD');
const finances = useFinances();

describe('the analysis', () => {
  test('writes the profile, the categories and proposed subscriptions', async () => {
    const { profile, proposed } = await finances.threeMonths();
    expect(profile).toMatchObject({
      incomePattern: 'regular',
      income: { inForce: { amount: usd(400_000) } },
    });
    expect(proposed.map(({ name, status }) => [name, status])).toEqual([['Netflix', 'proposed']]);
    expect(
      await finances.rows(
        'SELECT monthly_income, fixed_expenses, entertainment_budget, currency, last_analyzed_at FROM financial_profiles WHERE user_id = $1',
      ),
    ).toEqual([
      {
        monthly_income: '4000.00',
        fixed_expenses: '1900.00',
        entertainment_budget: '200.00',
        currency: 'USD',
        last_analyzed_at: expect.any(Date),
      },
    ]);
    const categories = await finances.rows(
      'SELECT category, monthly_amount, is_fixed FROM expense_categories WHERE user_id = $1',
    );
    expect(categories).toContainEqual({ category: 'rent', monthly_amount: '1500.00', is_fixed: true });
    expect(categories).toContainEqual({ category: 'dining', monthly_amount: '83.00', is_fixed: false });
  });

  test('is the same whatever order the statements came in, and when done again', async () => {
    const first = await finances.threeMonths();
    const again = await analyseFinances(finances.context, { userId: finances.userId });
    const other = await finances.createUser();
    const turned = await finances.threeMonths(['03', '01', '02'], other);
    const plain = (report: typeof first) =>
      JSON.stringify({ budget: report.budget, income: report.profile.income }, (key, value) =>
        key === 'transactionIds' ? value.length : value,
      );
    expect(plain(again)).toBe(plain(first));
    expect(plain(turned)).toBe(plain(first));
    expect([await finances.count('subscriptions'), await finances.count('subscriptions', other)]).toEqual([
      1, 1,
    ]);
  });

  test('traces a category to its lines', async () => {
    await finances.threeMonths();
    const why = await explainFigure(finances.context, {
      userId: finances.userId,
      figure: 'category:dining:2026-02',
    });
    expect(why.figure.amount).toEqual(usd(8300));
    expect(why.arithmetic[0]).toContain('$74');
    expect(why.lines).toContainEqual(
      expect.objectContaining({
        description: 'TST* GOLDEN DRAGON',
        fileName: expect.stringMatching(/^statement-\d+\.pdf$/),
        page: 1,
        line: 16,
        text: '2026-02-21 TST* GOLDEN DRAGON -7400',
      }),
    );
  });
});

describe('subscriptions', () => {
  test('are proposed, confirmed by name, mirrored into the preferences, and ended', async () => {
    await finances.threeMonths();
    const added = await addSubscription(finances.context, { userId: finances.userId, name: 'netflix' });
    expect(added).toMatchObject({
      name: 'Netflix',
      status: 'active',
      origin: 'detected',
      annualCost: { amount: usd(18_588) },
    });
    await addSubscription(finances.context, { userId: finances.userId, name: 'Disney+', price: usd(1099) });
    const mirrored = async () => {
      const query =
        'SELECT streaming_subscriptions AS names FROM entertainment_preferences WHERE user_id = $1';
      return (await finances.rows<{ names: string[] }>(query))[0]?.names;
    };
    expect(await mirrored()).toEqual(['Disney+', 'Netflix']);
    const list = await listSubscriptions(finances.context, { userId: finances.userId });
    expect(list.overlaps).toEqual([
      expect.objectContaining({ kind: 'Streaming', names: ['Netflix', 'Disney+'] }),
    ]);
    expect(list.monthlyTotal?.amount).toEqual(usd(1549 + 1099));
    await endSubscription(finances.context, { userId: finances.userId, subscriptionId: added.id });
    await analyseFinances(finances.context, { userId: finances.userId });
    expect(await mirrored()).toEqual(['Disney+']);
    const after = await listSubscriptions(finances.context, { userId: finances.userId, status: 'ended' });
    expect(after.subscriptions.map(({ name }) => name)).toEqual(['Netflix']);
  });

  test('that were declined are not proposed again', async () => {
    const { proposed } = await finances.threeMonths();
    const [first] = proposed;
    await endSubscription(finances.context, { userId: finances.userId, subscriptionId: first?.id ?? '' });
    expect((await analyseFinances(finances.context, { userId: finances.userId })).proposed).toEqual([]);
  });
});

describe('questions', () => {
  test('can I afford it: yes, yes but, no, with the sum and the bills still due', async () => {
    await finances.threeMonths();
    finances.setClock('2026-04-03T12:00:00Z');
    const small = await checkAffordability(finances.context, { userId: finances.userId, price: usd(2000) });
    expect(small).toMatchObject({ verdict: 'yes' });
    expect(small.billsDue.map(({ name, dueOn }) => [name, dueOn])).toContainEqual(['Netflix', '2026-04-06']);
    expect(small.arithmetic.join('\n')).toContain('bills still due');
    expect(
      await checkAffordability(finances.context, { userId: finances.userId, price: usd(15_000) }),
    ).toMatchObject({
      verdict: 'yes-but',
    });
    expect(
      await checkAffordability(finances.context, { userId: finances.userId, price: usd(90_000) }),
    ).toMatchObject({
      verdict: 'no',
      savingPlan: { periods: 4 },
    });
  });

  test('without an income the answer is unknown, and asks for it', async () => {
    const answer = await checkAffordability(finances.context, { userId: finances.userId, price: usd(2000) });
    expect([answer.verdict, answer.questions[0]?.code]).toEqual(['unknown', 'INCOME']);
  });

  test('insights name what stands out, each with its figures', async () => {
    await finances.threeMonths();
    const { insights } = await getInsights(finances.context, { userId: finances.userId });
    expect(insights.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['category', 'subscriptions']));
    for (const insight of insights) expect(insight.figures.length).toBeGreaterThan(0);
  });

  test('a picture of the budget is an SVG and a PNG, and words for those who cannot see it', async () => {
    await finances.threeMonths();
    const chart = await renderBudgetChart(finances.context, { userId: finances.userId, theme: 'dark' });
    expect(chart.svg).toMatch(/^<svg .*left to spend.*<\/svg>$/);
    expect([...(chart.png ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(chart.description).toContain('left to spend');
  });
});
