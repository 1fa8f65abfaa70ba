import { z } from 'zod';
import { addMonths, type IsoDate, monthOf } from '../../domain/calendar.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import { monthlySpending } from '../finance/monthly-spending.js';
import type { FinancialProfile } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { defineTool, type ToolTurn } from './tool.js';

/** What is known of the user's income and needs, and when pay is expected next. */
export const incomeTool = defineTool({
  name: 'get_income',
  description: 'The user’s income and fixed needs as far as they are known, and when pay is expected next.',
  schema: z.object({ needs: z.boolean().optional() }),
  examples: [{}, { needs: true }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const profile = await getFinancialProfile(context, { userId: turn.userId });
    const varied =
      profile.incomePattern === 'irregular' && !profile.income.stated
        ? await variedIncome(context, turn)
        : null;
    return {
      text: words(profile, turn, { needs: args.needs ?? false, varied: varied?.text ?? '' }),
      facts: [...facts(profile), ...(varied?.facts ?? [])],
      memory: { figure: 'monthly_income', subject: null },
    };
  },
});

function words(
  { income, incomeStreams, incomeNotes, payments, fixedExpenses, data }: FinancialProfile,
  { voice, today }: ToolTurn,
  { needs, varied }: { readonly needs: boolean; readonly varied: string },
): string {
  if (!income.inForce)
    return 'I don’t know your income yet, so I can’t say when or what you’re paid. Drop a bank statement or pay stub (PDF), or tell me (“I make 1,600 every two weeks”).';
  const about = income.inForce.approximate ? 'about ' : '';
  const own = income.stated ? ' (your own figure)' : '';
  const lines = [`Your income: ${about}**${voice.money(income.inForce.amount)}** a month${own}.`];
  if (varied) lines.push(varied);
  for (const stream of incomeStreams.slice(0, 3)) {
    const next =
      stream.nextDueOn && stream.nextDueOn >= today
        ? `; the next is expected around **${voice.date(stream.nextDueOn)}**`
        : '; I can’t tell from it when the next one comes';
    lines.push(`${stream.name} pays about ${voice.money(stream.perPayment)} at a time${next}.`);
  }
  if (incomeStreams.length === 0) lines.push(paydayWords(payments, today, voice));
  if (needs && fixedExpenses.inForce && fixedExpenses.inForce.amount.minor > 0)
    lines.push(
      `Your fixed needs: ${fixedExpenses.inForce.approximate ? 'about ' : ''}${voice.money(fixedExpenses.inForce.amount)} a month.`,
    );
  if (!income.stated) lines.push(...incomeNotes.slice(0, 1));
  const basis = data.basedOn ? `\n\n_Based on ${data.basedOn.replace(/^based on /i, '')}._` : '';
  return `${lines.join(' ')}${basis}`;
}

/** Months that a varying income is told by. */
const MONTHS = 6;

/** What came in in each full month, and on average: beside the careful figure that is counted. */
async function variedIncome(
  context: CoreContext,
  turn: ToolTurn,
): Promise<{ readonly text: string; readonly facts: readonly Fact[] } | null> {
  const months = await monthlySpending(context, { userId: turn.userId, most: MONTHS });
  const amounts = months.map(({ income }) => income.amount);
  const [first] = amounts;
  if (!first || amounts.length < 2) return null;
  const { voice } = turn;
  const total = amounts.reduce((sum, { minor }) => sum + minor, 0);
  const mean = { ...first, minor: Math.round(total / amounts.length) };
  const told = months.map(
    ({ span, income }) => `${voice.money(income.amount)} in ${voice.month(monthOf(span.start))}`,
  );
  return {
    text: `That’s the careful side of what varies: ${voice.list(told)}, ${voice.money(mean)} on average.`,
    facts: [
      amountFact('income', 'average', mean, true),
      ...months.map(({ span, income }) =>
        amountFact('income', 'received', income.amount, false, monthOf(span.start)),
      ),
    ],
  };
}

/** The days on which pay arrived, and what they say of the next one where no rhythm is proven. */
function paydayWords(payments: FinancialProfile['payments'], today: IsoDate, voice: Voice): string {
  const last = payments.at(-1);
  if (!last)
    return 'I have seen no pay arrive, so I don’t know your paydays; a statement that shows them (PDF) would tell me.';
  const shown = payments
    .slice(-3)
    .map(({ on, amount, name }) => `${name}, ${voice.money(amount)}, on ${voice.date(on)}`);
  if (payments.length > 1)
    return `Pay arrived ${payments.length} times${payments.length > shown.length ? `, the last ${shown.length}` : ''}: ${voice.list(shown)}. That’s no steady rhythm yet, so I can’t promise the next one.`;
  const next = addMonths(last.on, 1);
  const when = next >= today ? 'the next is due' : 'the one after that was due';
  const ahead = ` If it’s monthly, ${when} around **${voice.date(next)}**; a newer statement would show.`;
  return `I have seen your pay arrive once: ${shown[0]}.${ahead}`;
}

function facts({ income, incomeStreams, payments, fixedExpenses }: FinancialProfile): Fact[] {
  const found: Fact[] = [];
  if (income.inForce)
    found.push(amountFact('income', 'monthly', income.inForce.amount, income.inForce.approximate));
  if (fixedExpenses.inForce)
    found.push(
      amountFact('needs', 'monthly', fixedExpenses.inForce.amount, fixedExpenses.inForce.approximate),
    );
  for (const { name, amount, on } of payments)
    found.push(nameFact(name), amountFact(name, 'pay', amount), dateFact(name, 'paid', on));
  const last = payments.at(-1);
  if (last) found.push(dateFact(last.name, 'due', addMonths(last.on, 1)));
  for (const stream of incomeStreams) {
    found.push(nameFact(stream.name), amountFact(stream.name, 'pay', stream.perPayment, true));
    if (stream.nextDueOn) found.push(dateFact(stream.name, 'due', stream.nextDueOn));
  }
  return found;
}
