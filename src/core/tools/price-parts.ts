import type { Money } from '../../domain/money.js';
import { amountFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import type { CostPart } from '../conversation/money-frame.js';
import { costOf } from '../conversation/understanding/priced-parts.js';
import type { ToolTurn } from './tool.js';

/** What a price is made of, as a sum: "dinner $30 + 2 × $14 tickets = $58". */
export function partsWords(
  parts: readonly CostPart[],
  price: Money,
  { voice }: ToolTurn,
): { readonly text: string; readonly facts: readonly Fact[] } {
  const terms = parts.map(({ name, each, count }) => {
    const times = count > 1 ? `${count} × ` : '';
    return `${times}${voice.money(each)}${name ? ` (${name})` : ''}`;
  });
  const several = parts.length > 1 || parts.some(({ count }) => count > 1);
  return {
    text: several ? `${terms.join(' + ')} = **${voice.money(price)}**` : terms.join(''),
    facts: [
      amountFact('together', 'price', price),
      ...parts.flatMap((part, index) => [
        ...(part.name ? [nameFact(part.name)] : []),
        amountFact(part.name ?? `part ${index + 1}`, 'price', part.each),
        amountFact(part.name ?? `part ${index + 1}`, 'cost', costOf(part)),
      ]),
    ],
  };
}
