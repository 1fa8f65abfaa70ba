import { z } from 'zod';
import type { BudgetStatus } from '../../domain/budget/status.js';
import type { Money } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { budgetFacts, NO_INCOME_WORDS, periodWords } from './budget-words.js';
import { defineTool, type ToolResult } from './tool.js';

/** The budget of this period in a few lines: what is left, what it is made of, how long it has to last. */
export const getBudgetStatusTool = defineTool({
  name: 'get_budget_status',
  description:
    'What the user can still spend on entertainment this period: budget, spent, left, per day. Call it for any question about the budget.',
  schema: z.object({
    per: z.enum(['week', 'day']).optional(),
    /** Spread over so many times. */
    times: z.number().int().positive().max(60).optional(),
  }),
  examples: [{}],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const status = await getBudgetStatus(context, { userId: turn.userId });
    if (args.times && status.left) return perTime(status, status.left.amount, args.times, turn.voice);
    if (args.per && status.total) return perWeek(status, status.total.amount, turn.voice);
    return {
      text: budgetText(status, turn.voice),
      facts: budgetFacts(status),
      reword: status.state === 'ready',
      memory: { figure: 'left', subject: null },
      ...(status.state !== 'no-income' && {
        buttons: [
          { id: 'ask:why-budget', label: 'Show the sum' },
          { id: 'ask:ideas', label: 'Ideas that fit' },
        ],
      }),
    };
  },
});

/** What is left, spread over a number of times. */
function perTime(status: BudgetStatus, left: Money, times: number, voice: Voice): ToolResult {
  const memory = { figure: 'left', subject: null };
  if (left.minor <= 0) return { text: headline(status, voice), facts: budgetFacts(status), memory };
  const each = { ...left, minor: Math.floor(left.minor / times) };
  return {
    text: `You have **${voice.money(left)}** left for fun ${periodWords(status)}. Spread over ${times} times, that’s up to **${voice.money(each)}** each, if everything goes there; stay under that, and it works.`,
    facts: [...budgetFacts(status), amountFact('budget', 'each time', each)],
    memory,
  };
}

const WEEKS_A_MONTH = 52 / 12;

/** A month's budget and what is left of it, by the week. */
function perWeek(status: BudgetStatus, total: Money, voice: Voice): ToolResult {
  const share = divide(total, WEEKS_A_MONTH);
  const weeks = Math.max(1, status.period.daysLeft / 7);
  const left = status.left && status.left.amount.minor > 0 ? divide(status.left.amount, weeks) : null;
  const now = left
    ? ` Of the ${voice.money(status.left?.amount ?? total)} that is left, about **${voice.money(left)}** a week for the ${status.period.daysLeft} days to come.`
    : '';
  return {
    text: `${voice.money(total)} a month is about **${voice.money(share)}** a week (52 weeks over 12 months).${now}`,
    facts: [
      ...budgetFacts(status),
      amountFact('budget', 'per week', share, true),
      ...(left ? [amountFact('budget', 'left per week', left, true)] : []),
    ],
    memory: { figure: 'left', subject: null },
  };
}

function divide(amount: Money, by: number): Money {
  return { ...amount, minor: Math.round(amount.minor / by) };
}

function budgetText(status: BudgetStatus, voice: Voice): string {
  if (status.state === 'no-income' && !status.total) {
    const spent =
      status.spent.amount.minor > 0
        ? ` So far I count ${voice.money(status.spent.amount)} spent on fun ${periodWords(status)}.`
        : '';
    return `${NO_INCOME_WORDS}${spent}`;
  }
  const lines = [headline(status, voice)];
  const detail = detailLine(status, voice);
  if (detail) lines.push(detail);
  const pace = paceLine(status, voice);
  if (pace) lines.push(pace);
  const told = status.notes.some((note) => /based on/i.test(note));
  const notes = [
    status.data.basedOn && !told ? `Based on ${status.data.basedOn.replace(/^based on /, '')}.` : '',
    // That nothing is left is said above.
    ...status.notes
      .filter((note) => status.state !== 'free-only' || !note.startsWith('After needs'))
      .slice(0, 2),
  ];
  const small = notes.filter(Boolean).join(' ');
  if (small) lines.push(`_${small}_`);
  for (const question of status.questions.slice(0, 1)) lines.push(question.message);
  return lines.join('\n\n');
}

function headline(status: BudgetStatus, voice: Voice): string {
  const period = periodWords(status);
  if (status.state === 'free-only') {
    const spent =
      status.spent.amount.minor > 0
        ? ` ${voice.money(status.spent.amount)} is spent on fun all the same.`
        : '';
    return `There’s nothing left over for fun ${period} once your needs, savings and debt payments are covered, so I’ll stick to free things and what you already subscribe to.${spent}`;
  }
  const left = status.left?.amount;
  const total = status.total?.amount;
  if (!left || !total) return NO_INCOME_WORDS;
  if (left.minor < 0) {
    const over = voice.money({ minor: -left.minor, currency: left.currency });
    return voice.pick(
      `You’re **${over}** over your fun budget of ${voice.money(total)} ${period}.`,
      `Your fun budget of ${voice.money(total)} is overspent by **${over}** ${period}.`,
    );
  }
  if (left.minor === 0) return `Your fun budget of ${voice.money(total)} is used up ${period}, to the cent.`;
  return voice.pick(
    `You have **${voice.money(left)}** left for fun ${period}, out of ${voice.money(total)}.`,
    `**${voice.money(left)}** of your ${voice.money(total)} fun budget is left ${period}.`,
    `There’s **${voice.money(left)}** left for fun ${period} (your budget is ${voice.money(total)}).`,
  );
}

function detailLine(status: BudgetStatus, voice: Voice): string | null {
  if (status.state === 'free-only') return null;
  const spent =
    status.spent.amount.minor === 0 ? 'nothing is spent yet' : `${voice.money(status.spent.amount)} is spent`;
  const parts = [spent];
  if (status.committed.amount.minor > 0)
    parts.push(`${voice.money(status.committed.amount)} is already planned`);
  if (status.subscriptionsDue.amount.minor > 0) {
    parts.push(`${voice.money(status.subscriptionsDue.amount)} is set aside for subscriptions still due`);
  }
  const { daysLeft } = status.period;
  const perDay = status.leftPerDay;
  const days = daysLeft === 1 ? 'today, the last day' : `the next ${daysLeft} days`;
  const pace =
    perDay && perDay.amount.minor > 0
      ? ` That leaves about ${voice.money(perDay.amount)} a day for ${days}.`
      : '';
  const sentence = voice.list(parts);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${pace}`;
}

function paceLine(status: BudgetStatus, voice: Voice): string | null {
  if (!status.projection || !status.total) return null;
  const end = voice.money(status.projection.amount);
  if (status.pace.level === 'critical')
    return `At this pace you’d end ${periodWords(status)} at about ${end}, so this would be a good time for free plans.`;
  if (status.pace.level === 'warn')
    return `You’re spending a bit faster than the budget: at this pace about ${end} by the end.`;
  return null;
}
