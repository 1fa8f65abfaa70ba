import { isIsoDate } from '../../domain/calendar.js';
import { amountFact, type Fact, numberFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import type { Affordability } from '../finance/results.js';
import { sentence } from './recommendation-words.js';
import type { ToolTurn } from './tool.js';

/** The verdict on a price in words, with the sum behind it. */
export function affordText(
  result: Affordability,
  {
    what,
    nextPeriod,
    howLong,
  }: { readonly what: string; readonly nextPeriod: boolean; readonly howLong: boolean },
  { voice }: ToolTurn,
): string {
  const over = (result.after?.amount.minor ?? 0) < 0;
  const openings: Readonly<Record<Affordability['verdict'], string>> = {
    yes: voice.pick(
      `Yes, ${what} fits.`,
      `Yes, you can afford ${what}.`,
      `You can: ${what} is within your budget.`,
    ),
    'yes-but': over
      ? `Only by going over your fun money.`
      : voice.pick(`Yes, but with a catch.`, `Just about.`),
    no: voice.pick(`Not this time: ${what} doesn’t fit.`, `Honestly, no: ${what} is out of reach right now.`),
    unknown: `I can’t say yet.`,
  };
  const plan = result.verdict === 'no' ? planWords(result, voice) : '';
  const verdict = `**${openings[result.verdict]}** ${sentence(withDates(result.reason, voice))}`;
  const blocks =
    howLong && plan ? [`For ${what}: ${plan}`] : [nextPeriod ? `Next month: ${verdict}` : verdict];
  const sum = howLong && plan ? planSum(result, voice) : '';
  if (sum) blocks.push(sum);
  else if (result.arithmetic.length > 0)
    blocks.push(result.arithmetic.map((line) => `- ${withDates(line, voice)}`).join('\n'));
  if (plan && !howLong) blocks.push(sentence(plan));
  for (const question of result.questions.slice(0, 1)) blocks.push(question.message);
  if (nextPeriod) blocks.push('_That supposes that nothing else is spent on fun until then._');
  else if (result.data.basedOn) blocks.push(`_${sentence(result.data.basedOn)}_`);
  return blocks.join('\n\n');
}

/** How long it takes when the whole fun budget is put aside for it, what is left of this one included. */
function planWords({ savingPlan, left, price }: Affordability, voice: Voice): string {
  if (!savingPlan || savingPlan.periods < 1) return '';
  const { periods, perPeriod } = savingPlan;
  const now = left && left.amount.minor > 0 && left.amount.minor < price.minor ? left.amount : null;
  const months = `${periods} ${periods === 1 ? 'month' : 'months'}`;
  const first = now ? ` and the ${voice.money(now)} that is left now` : '';
  return `putting all of your fun budget aside (${voice.money(perPeriod)} a month)${first}, you’d have it in **${months}**.`;
}

function planSum({ savingPlan, left }: Affordability, voice: Voice): string {
  if (!savingPlan) return '';
  const { periods, perPeriod } = savingPlan;
  const now = left && left.amount.minor > 0 ? left.amount : null;
  const total = { ...perPeriod, minor: perPeriod.minor * periods + (now?.minor ?? 0) };
  return `- ${now ? `${voice.money(now)} left now + ` : ''}${periods} × ${voice.money(perPeriod)} = ${voice.money(total)}`;
}

/** Days as the user writes them. */
function withDates(text: string, voice: Voice): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isIsoDate(day) ? voice.date(day) : day));
}

/** Every figure of a verdict that a reply may use. */
export function affordFacts(result: Affordability, title: string | null): Fact[] {
  const facts: Fact[] = [amountFact(title ?? 'purchase', 'price', result.price)];
  if (result.left) facts.push(amountFact('budget', 'left', result.left.amount));
  if (result.after) facts.push(amountFact('budget', 'after', result.after.amount));
  if (result.room) facts.push(amountFact('room', 'room', result.room.amount));
  if (result.billsTotal) facts.push(amountFact('bills', 'total', result.billsTotal.amount));
  for (const bill of result.billsDue) facts.push(amountFact(bill.name, 'due', bill.figure.amount));
  if (result.savingPlan) {
    const { periods, perPeriod } = result.savingPlan;
    const now = Math.max(0, result.left?.amount.minor ?? 0);
    facts.push(
      amountFact('saving plan', 'total', { ...perPeriod, minor: perPeriod.minor * periods + now }),
      amountFact('saving plan', 'per period', result.savingPlan.perPeriod),
      numberFact('saving plan', 'periods', result.savingPlan.periods, 'months'),
    );
  }
  return facts;
}
