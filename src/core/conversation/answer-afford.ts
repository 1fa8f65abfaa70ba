import { type Money, multiply, toMajor } from '../../domain/money.js';
import type { CoreContext } from '../ports/context.js';
import { affordabilityTool } from '../tools/affordability.js';
import { partsWords } from '../tools/price-parts.js';
import { atPace, withShare } from '../tools/save-up.js';
import { supposeSavingsWords } from '../tools/suppose-savings.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { callTool, guardTool } from './call-tool.js';
import { amountFact, numberFact } from './claims/facts.js';
import type { Draft } from './draft.js';
import type { Intent } from './understanding/intents.js';

type Afford = Extract<Intent, { kind: 'afford' }>;

/** Whether a price is within reach, how long it takes to save up for, and what changing one part of it does. */
export async function answerAfford(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Afford,
): Promise<ToolResult> {
  const { price, parts = [], saved, pace, share, start = null } = intent;
  if (intent.unknown !== undefined && price)
    return {
      text: `I know no “${intent.unknown}” in what you asked about: ${partsWords(parts, price, turn).text}. Which of it do you mean?`,
      facts: partsWords(parts, price, turn).facts,
    };
  const saving = pace || share || start;
  if (price && saving)
    return guardTool(context, turn, draft, { name: 'save_up', args: intent }, async () => {
      const goal = { price, parts, start };
      return pace ? atPace(turn, goal, pace) : withShare(context, turn, goal, share ?? 1);
    });
  if (saved && price)
    return guardTool(context, turn, draft, { name: 'suppose_savings', args: intent }, () =>
      supposeSavingsWords(context, turn, price),
    );
  const result = await callTool(context, turn, draft, affordabilityTool, {
    ...(price && { price: toMajor(price), currency: price.currency }),
    ...(intent.title && { title: intent.title }),
    ...(intent.recurring && { per: perOf(intent.recurring) }),
    ...(parts.length > 0 && {
      parts: parts.map(({ name, each, count }) => ({
        ...(name !== null && { name }),
        each: toMajor(each),
        ...(count > 1 && { count }),
      })),
    }),
    ...(intent.either && { either: true }),
    ...(intent.when && { next_period: true }),
    ...(intent.howLong && { how_long: true }),
  });
  if (intent.instalments && price) return inParts(turn, result, price, intent.instalments);
  const frame = result.memory?.frame;
  return intent.whole && frame?.topic === 'price'
    ? { ...result, memory: { ...result.memory, frame: { ...frame, parts: intent.whole } } }
    : result;
}

/** Paid bit by bit: what it comes to in all, before what one payment does to this period. */
function inParts({ voice }: ToolTurn, result: ToolResult, price: Money, count: number): ToolResult {
  const all = multiply(price, count, 'half-up');
  return {
    ...result,
    text: `${count} × ${voice.money(price)} = **${voice.money(all)}** in all. The first one now:\n\n${result.text}`,
    facts: [
      ...result.facts,
      amountFact('in all', 'price', all),
      numberFact('payments', 'count', count, 'count'),
    ],
  };
}

function perOf(recurring: NonNullable<Afford['recurring']>): 'weekly' | 'monthly' | 'annual' {
  return recurring === 'weekly' || recurring === 'annual' ? recurring : 'monthly';
}
