import { addDays, addMonths, daysBetween, type IsoDate, monthOf } from '../../domain/calendar.js';
import { type Money, money, multiply } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, numberFact } from '../conversation/claims/facts.js';
import type { CostPart } from '../conversation/money-frame.js';
import type { AmountCadence } from '../conversation/understanding/rhythms.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { supposeSavings } from '../finance/suppose-savings.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts } from './budget-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

const WEEK_DAYS = 7;
/** Nearer than this, a goal is reached by the week. */
const SHORT_DAYS = 45;
/** Days further off than this are no day to save for. */
const MOST_DAYS = 366 * 30;

/** What a pace is counted in, and how often it comes in one of those. */
const PACES = {
  daily: { unit: 'day', each: 'day', times: 1 },
  weekly: { unit: 'week', each: 'week', times: 1 },
  fortnightly: { unit: 'week', each: 'two weeks', times: 1 / 2 },
  'four-weekly': { unit: 'week', each: 'four weeks', times: 1 / 4 },
  monthly: { unit: 'month', each: 'month', times: 1 },
  quarterly: { unit: 'month', each: 'quarter', times: 1 / 3 },
  annual: { unit: 'month', each: 'year', times: 1 / 12 },
} as const satisfies Record<AmountCadence, { unit: string; each: string; times: number }>;

/** What is saved for: its price, what that is made of, and what of it is there already. */
export interface Goal {
  readonly price: Money;
  readonly parts: readonly CostPart[];
  readonly start: Money | null;
}

/** How long a sum takes at a pace that was named: "450 at 120 a month". */
export function atPace(
  turn: ToolTurn,
  { price, parts: made, start }: Goal,
  pace: { readonly amount: Money; readonly per: AmountCadence },
): ToolResult {
  const { voice, today } = turn;
  if (pace.amount.minor <= 0 || pace.amount.currency !== price.currency)
    return { text: 'How much could you put aside each month?', facts: [] };
  const first = start && start.currency === price.currency ? start : null;
  const goal = first ? money(price.minor - first.minor, price.currency) : price;
  const memory = {
    figure: 'left',
    subject: null,
    frame: { topic: 'price' as const, parts: made, recurring: null, saving: true, pace, start: first },
  };
  const facts = [amountFact('goal', 'price', price), ...(first ? [amountFact('goal', 'start', first)] : [])];
  if (first && goal.minor <= 0)
    return {
      text: `With ${voice.money(first)} there already, you have the ${voice.money(price)}.`,
      facts,
      memory,
    };
  const { unit, each, times } = PACES[pace.per];
  const parts = Math.ceil(goal.minor / pace.amount.minor);
  const count = Math.ceil(parts / times);
  const last = money(goal.minor - pace.amount.minor * (parts - 1), goal.currency);
  const by =
    unit === 'month' ? addMonths(today, count) : addDays(today, unit === 'week' ? count * WEEK_DAYS : count);
  const rest = last.minor === pace.amount.minor ? '' : `, the last time ${voice.money(last)}`;
  const sum = first
    ? `${voice.money(price)} − ${voice.money(first)} = ${voice.money(goal)}`
    : voice.money(goal);
  return {
    text: `**${count} ${unit}${count === 1 ? '' : 's'}**: ${sum} at ${voice.money(pace.amount)} ${pace.per === 'fortnightly' || pace.per === 'four-weekly' ? 'every' : 'a'} ${each}${rest}. If you start now, that’s by ${voice.date(by)}.`,
    facts: [
      ...facts,
      amountFact('goal', 'rest', goal),
      amountFact('goal', 'per period', pace.amount),
      amountFact('goal', 'last', last),
      numberFact('goal', 'periods', count, unit === 'month' ? 'months' : unit === 'day' ? 'days' : 'count'),
      dateFact('goal', 'by', by),
    ],
    memory,
  };
}

/** How long a sum takes where a part of the fun budget, from 0 to 1, is put aside each month. */
export async function withShare(
  context: CoreContext,
  turn: ToolTurn,
  goal: Goal,
  share: number,
): Promise<ToolResult> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const budget = status.monthlyBudget?.amount;
  if (!budget || budget.currency !== goal.price.currency || budget.minor <= 0)
    return { text: 'How much could you put aside each month?', facts: [] };
  const found = atPace(turn, goal, { amount: multiply(budget, share, 'down'), per: 'monthly' });
  return {
    ...found,
    text:
      share < 1
        ? `${found.text} Your fun budget is ${turn.voice.money(budget)} a month.`
        : `${found.text} That’s with all of your fun budget put aside.`,
    facts: [...found.facts, ...budgetFacts(status)],
  };
}

/** What has to be put aside to have a sum by a day, and what that does to the fun budget. Changes nothing. */
export async function saveUp(
  context: CoreContext,
  turn: ToolTurn,
  goal: Money,
  by: IsoDate | null,
): Promise<ToolResult> {
  const { voice } = turn;
  const days = by ? daysBetween(turn.today, by) : null;
  if (by === null || days === null || days < 1 || days > MOST_DAYS) return withoutDay(context, turn, goal);
  const parts = partsUntil(turn.today, by);
  const each = money(Math.ceil(goal.minor / parts.count), goal.currency);
  const facts: Fact[] = [
    amountFact('goal', 'price', goal),
    amountFact('goal', 'per period', each),
    numberFact('goal', 'periods', parts.count, parts.unit === 'week' ? 'count' : 'months'),
    dateFact('goal', 'by', by),
  ];
  const unit = `${parts.unit}${parts.count === 1 ? '' : 's'}`;
  const opening = `To have ${voice.money(goal)} by ${voice.date(by)}, put **${voice.money(each)} a ${parts.unit}** aside, for ${parts.count} ${unit}.`;
  const monthly = parts.unit === 'month' ? each : money(Math.ceil((each.minor * 52) / 12), each.currency);
  const effect = await effectOf(context, turn, monthly);
  return {
    text: [
      opening,
      effect.text,
      'Nothing is noted yet; say “I save ' +
        voice.money(effect.total) +
        ' a month” if I should plan with it.',
    ]
      .filter(Boolean)
      .join('\n\n'),
    facts: [...facts, ...effect.facts],
    memory: { figure: 'savings', subject: null },
  };
}

/** How often something can be put aside until the day: by months begun after this one, by weeks where it is near. */
function partsUntil(
  today: IsoDate,
  by: IsoDate,
): { readonly count: number; readonly unit: 'month' | 'week' } {
  const days = daysBetween(today, by);
  if (days <= SHORT_DAYS) return { unit: 'week', count: Math.max(1, Math.floor(days / WEEK_DAYS)) };
  const last = monthOf(addDays(by, -1));
  const [fromYear = 0, fromMonth = 0] = today.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = last.split('-').map(Number);
  return { unit: 'month', count: Math.max(1, (toYear - fromYear) * 12 + toMonth - fromMonth) };
}

/** What putting that much more aside each month leaves, and what it makes of the fun budget. */
async function effectOf(
  context: CoreContext,
  turn: ToolTurn,
  more: Money,
): Promise<{ readonly text: string; readonly facts: readonly Fact[]; readonly total: Money }> {
  const { voice } = turn;
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const already = status.savings.amount;
  const same = already.currency === more.currency;
  const total = same ? money(already.minor + more.minor, more.currency) : more;
  const { now, supposed, savings } = await supposeSavings(context, { userId: turn.userId, savings: total });
  const facts = [...budgetFacts(now), amountFact('savings', 'supposed', savings)];
  if (!now.income || !now.derivedBudget || !supposed.derivedBudget) return { text: '', facts, total };
  const { income, fixedNeeds, debtMinimums, currency } = now;
  const rest = money(
    income.amount.minor - fixedNeeds.amount.minor - debtMinimums.amount.minor - savings.minor,
    currency,
  );
  const besides = same && already.minor > 0 ? ` besides the ${voice.money(already)} you save already` : '';
  if (rest.minor < 0) {
    const short = money(-rest.minor, currency);
    return {
      text: `That${besides} is ${voice.money(short)} a month more than your needs${debtMinimums.amount.minor > 0 ? ' and debts' : ''} leave of your income, so it takes longer, or less.`,
      facts: [...facts, amountFact('savings', 'short', short)],
      total,
    };
  }
  const [before, after] = [now.derivedBudget.amount, supposed.derivedBudget.amount];
  const budget = now.statedBudget
    ? `your own fun budget of ${voice.money(now.statedBudget.amount)} stays`
    : before.minor === after.minor
      ? `your fun budget stays ${voice.money(after)}`
      : `your fun budget goes from ${voice.money(before)} to ${voice.money(after)}`;
  return {
    text: `Your figures allow it${besides}: ${voice.money(rest)} a month is left after needs and savings, and ${budget}.`,
    facts: [...facts, amountFact('discretionary', 'supposed', rest), amountFact('budget', 'supposed', after)],
    total,
  };
}

/** Without a day: how long the whole fun budget would take, and the question by when. */
async function withoutDay(context: CoreContext, turn: ToolTurn, goal: Money): Promise<ToolResult> {
  const { voice } = turn;
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const budget = status.monthlyBudget?.amount;
  const facts = [amountFact('goal', 'price', goal), ...budgetFacts(status)];
  const parts = [{ name: null, each: goal, count: 1 }];
  const frame = { topic: 'price' as const, parts, recurring: null, saving: true, pace: null, start: null };
  const memory = { figure: 'left', subject: null, frame };
  if (!budget || budget.minor <= 0 || budget.currency !== goal.currency)
    return {
      text: `By when do you want the ${voice.money(goal)}? Then I can say how much a month that is.`,
      facts,
      memory,
    };
  const months = Math.ceil(goal.minor / budget.minor);
  return {
    text: `With all of your fun budget (${voice.money(budget)} a month) put aside, ${voice.money(goal)} takes **${months} ${months === 1 ? 'month' : 'months'}**. By when do you want it? Then I can say how much a month that is.`,
    facts: [...facts, numberFact('goal', 'periods', months, 'months')],
    memory,
  };
}
