import { add, type Money } from '../../domain/money.js';
import { amountFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { type FigureGiven, withFigure } from '../conversation/money-frame.js';
import { spanWords } from './shop-spending.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** So many of the latest figures, sums of them left out; where no count is said, as many as have no row in common. */
export function lastOf(results: readonly FigureGiven[], count: number | null): readonly FigureGiven[] {
  const single = results.filter(({ sum }) => !sum);
  return count === null ? apart(single) : single.slice(0, count);
}

/** The latest figures, back to the first that has a row in common with a later one; two at least. */
function apart(results: readonly FigureGiven[]): readonly FigureGiven[] {
  const end = results.findIndex((one, at) => results.slice(0, at).some((later) => meets(later, one)));
  return results.slice(0, end < 0 ? results.length : Math.max(2, end));
}

/** The largest of the figures, and by how much where there are two. */
export function mostOf(turn: ToolTurn, given: readonly FigureGiven[]): ToolResult {
  const [most, next, ...others] = [...given].sort((left, right) => right.amount.minor - left.amount.minor);
  if (!most || !next)
    return { text: 'I gave you one figure only, so there is nothing to hold it against.', facts: [] };
  if (others.length === 0 || given.some(({ amount }) => amount.currency !== most.amount.currency))
    return verdict(turn, most, next);
  const { voice } = turn;
  const rest = [next, ...others].map((one) => `${voice.money(one.amount)} ${nameIn(one, given, turn)}`);
  return {
    text: `The most: **${voice.money(most.amount)}** ${nameIn(most, given, turn)}; then ${voice.list(rest)}.`,
    facts: given.map(({ name, amount }) => amountFact(name, 'spent', amount)),
  };
}

/** The sum of figures that have no row in common; where one may hold the other, both stand and are not added. */
export function together(turn: ToolTurn, latest: readonly FigureGiven[]): ToolResult {
  const { voice } = turn;
  const given = [...latest].reverse();
  const [first] = given;
  const facts = given.map(({ name, amount }) => amountFact(name, 'spent', amount));
  const named = given.map((one) => `${voice.money(one.amount)} ${nameIn(one, given, turn)}`);
  const mixed = given.some(({ amount }) => amount.currency !== first?.amount.currency);
  if (!first || mixed || overlap(given))
    return {
      text: `I won’t add those up: ${mixed ? 'they are in different currencies' : 'the one may hold the other'}. They are ${voice.list(named)}.`,
      facts,
    };
  const sum = given.map(({ amount }) => amount).reduce((all, one) => add(all, one));
  return {
    text: `**${voice.money(sum)}** together: ${named.join(' + ')}.`,
    facts: [...facts, amountFact('together', 'spent', sum)],
    memory: {
      figure: 'spent',
      frame: withFigure(turn.memory.frame, {
        name: 'together',
        category: null,
        shop: null,
        amount: sum,
        span: first.span,
        sum: true,
      }),
    },
  };
}

function nameIn({ name, span }: FigureGiven, given: readonly FigureGiven[], turn: ToolTurn): string {
  const days = new Set(given.map((one) => `${one.span?.start} ${one.span?.end}`));
  return span && days.size > 1 ? `${name} ${spanWords(span, turn)}`.trim() : name;
}

/** Whether a row could count in two of them. */
function overlap(given: readonly FigureGiven[]): boolean {
  return given.some((one, at) => given.slice(at + 1).some((other) => meets(one, other)));
}

function meets(one: FigureGiven, other: FigureGiven): boolean {
  if (!one.span || !other.span || one.sum || other.sum) return true;
  if (one.span.end < other.span.start || other.span.end < one.span.start) return false;
  if (one.shop !== null && other.shop !== null) {
    const [left, right] = [one.shop.toLowerCase(), other.shop.toLowerCase()];
    return left.includes(right) || right.includes(left);
  }
  const wide = (category: string | null) => category === null || category === 'entertainment';
  if (one.shop === null && other.shop === null)
    return wide(one.category) || wide(other.category) || one.category === other.category;
  return true;
}

/** Two figures beside each other, and by how much the first is more. */
export function verdict(
  { voice }: ToolTurn,
  last: FigureGiven,
  other: { readonly amount: Money; readonly name: string },
  when = '',
): ToolResult {
  const facts: Fact[] = [
    nameFact(last.name),
    amountFact(last.name, 'spent', last.amount),
    amountFact(other.name, 'spent', other.amount),
  ];
  if (last.amount.currency !== other.amount.currency)
    return { text: 'Those are in different currencies, so I can’t compare them.', facts };
  const apart = { ...last.amount, minor: Math.abs(last.amount.minor - other.amount.minor) };
  const both = `${voice.money(last.amount)} ${last.name}, ${voice.money(other.amount)} ${other.name}${when}`;
  const text =
    apart.minor === 0
      ? `They are the same: ${both}.`
      : `**${voice.money(apart)} ${last.amount.minor > other.amount.minor ? 'more' : 'less'}**: ${both}.`;
  return { text, facts: [...facts, amountFact('difference', 'spent', apart)] };
}
