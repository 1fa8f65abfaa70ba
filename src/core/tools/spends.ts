import { z } from 'zod';
import { addDays, type IsoDate } from '../../domain/calendar.js';
import { groupOf } from '../../domain/categories/categories.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { loadAnalysis } from '../finance/load-analysis.js';
import { defineTool, type ToolTurn } from './tool.js';

const SHOWN = 12;
const LARGEST = 3;
/** Spends further back than this from the latest one are left out. */
const DAYS = 92;

/** Single spends: the largest of the last months, or all that count as fun. */
export const spendsTool = defineTool({
  name: 'list_spends',
  description: 'Lists single spends: the largest ones, or the ones counted as entertainment.',
  schema: z.object({ which: z.enum(['largest', 'fun']) }),
  examples: [{ which: 'largest' }, { which: 'fun' }],
  private: true,
  effect: 'reads',
  async call(context, turn, { which }) {
    const { analysis } = await loadAnalysis(context, turn.userId);
    const all = analysis.transactions.filter(
      (one) => one.role === 'spending' && !one.ignored && one.amount.minor < 0,
    );
    // Where the statements are older, their latest months are asked about, with what was told since.
    const shown = all
      .filter(({ origin, postedOn }) => origin === 'statement' && postedOn <= turn.today)
      .map(({ postedOn }) => postedOn);
    const since = addDays(shown.sort().at(-1) ?? turn.today, -DAYS);
    const spends = all.filter(({ postedOn }) => postedOn >= since);
    const fun = spends.filter((one) => groupOf(one.category) === 'entertainment');
    const chosen = which === 'fun' ? latest(fun) : largest(spends);
    if (chosen.length === 0) {
      return {
        text: 'I know of no such spend yet. Tell me one (“spent 18 on cinema”), or drop a bank statement (PDF) here.',
        facts: [],
      };
    }
    return {
      text: which === 'fun' ? funText(chosen, turn) : largestText(chosen, { fun, since }, turn),
      facts: facts(which === 'fun' ? chosen : [...chosen, ...largest(fun).slice(0, 1)]),
    };
  },
});

function latest(spends: readonly Transaction[]): Transaction[] {
  return [...spends].sort((left, right) => right.postedOn.localeCompare(left.postedOn)).slice(0, SHOWN);
}

function largest(spends: readonly Transaction[]): Transaction[] {
  const sorted = [...spends].sort(
    (left, right) => left.amount.minor - right.amount.minor || right.postedOn.localeCompare(left.postedOn),
  );
  // The same rent three times is one expense: the dearest of each shop stands for it.
  const shops = new Set<string>();
  return sorted
    .filter(({ merchantKey }) => !shops.has(merchantKey) && shops.add(merchantKey))
    .slice(0, LARGEST);
}

function line(one: Transaction, { voice }: ToolTurn): string {
  return `${voice.date(one.postedOn)}: ${one.merchantName}, ${voice.money(positive(one))}`;
}

function funText(spends: readonly Transaction[], turn: ToolTurn): string {
  const lines = spends.map((one) => `- ${line(one, turn)}`).join('\n');
  return `These count as fun:\n\n${lines}\n\nIf one doesn’t belong, say so (“that was groceries”), and I’ll remember it.`;
}

function largestText(
  spends: readonly Transaction[],
  { fun, since }: { readonly fun: readonly Transaction[]; readonly since: IsoDate },
  turn: ToolTurn,
): string {
  const [first, ...others] = spends;
  const opening = first ? `The largest since ${turn.voice.date(since)}: **${line(first, turn)}**.` : '';
  const rest =
    others.length > 0 ? `\n\nAfter that:\n${others.map((one) => `- ${line(one, turn)}`).join('\n')}` : '';
  const [play] = largest(fun);
  return `${opening}${rest}${play ? `\n\nThe largest for fun: ${line(play, turn)}.` : ''}`;
}

function positive(one: Transaction) {
  return { minor: Math.abs(one.amount.minor), currency: one.amount.currency };
}

function facts(spends: readonly Transaction[]): Fact[] {
  return spends.flatMap((one) => [
    nameFact(one.merchantName),
    amountFact(one.merchantName, 'spent', positive(one)),
    dateFact(one.merchantName, 'date', one.postedOn),
  ]);
}
