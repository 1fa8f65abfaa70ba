import { add, type Money, multiply, subtract } from '../../domain/money.js';
import { amountFact, numberFact } from '../conversation/claims/facts.js';
import type { SmallSum } from '../conversation/understanding/arithmetic.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** A small sum that was asked for, with the sum shown. */
export function smallSum(turn: ToolTurn, asked: SmallSum): ToolResult {
  // What was asked before is not what "that" means from here on.
  return { ...sumOf(turn, asked), memory: { figure: null, subject: null } };
}

function sumOf({ voice }: ToolTurn, asked: SmallSum): ToolResult {
  const { base } = asked;
  const say = (amount: Money) => voice.money(amount);
  const facts = [amountFact('sum', 'base', base)];
  switch (asked.what) {
    case 'percent': {
      const { percent, name, way } = asked;
      const share = multiply(base, percent / 100, 'half-up');
      const rest = way === 'off' ? subtract(base, share) : add(base, share);
      const words =
        way === 'off'
          ? `${percent}% off ${say(base)} is ${say(share)} less: **${say(rest)}**.`
          : name === null
            ? `${percent}% of ${say(base)} is **${say(share)}**.`
            : name === 'it'
              ? `${say(base)} + ${percent}% (${say(share)}) = **${say(rest)}**.`
              : `A ${percent}% ${name} on ${say(base)} is **${say(share)}**, ${say(rest)} in all.`;
      return {
        text: words,
        facts: [
          ...facts,
          numberFact('sum', 'share', percent, 'percent'),
          amountFact('sum', 'share', share),
          amountFact('sum', 'result', rest),
        ],
      };
    }
    case 'divide': {
      const each = { ...base, minor: Math.ceil(base.minor / asked.by) };
      const even = each.minor * asked.by === base.minor;
      return {
        text: `${say(base)} ÷ ${asked.by} = **${say(each)}** each${even ? '' : ', rounded up to the cent'}.`,
        facts: [...facts, numberFact('sum', 'count', asked.by, 'count'), amountFact('sum', 'result', each)],
      };
    }
    case 'multiply': {
      const all = multiply(base, asked.by, 'half-up');
      return {
        text: `${asked.by} × ${say(base)} = **${say(all)}**.`,
        facts: [...facts, numberFact('sum', 'count', asked.by, 'count'), amountFact('sum', 'result', all)],
      };
    }
    case 'add':
    case 'subtract': {
      const result = asked.what === 'add' ? add(base, asked.other) : subtract(base, asked.other);
      return {
        text: `${say(base)} ${asked.what === 'add' ? '+' : '−'} ${say(asked.other)} = **${say(result)}**.`,
        facts: [...facts, amountFact('sum', 'other', asked.other), amountFact('sum', 'result', result)],
      };
    }
  }
}
