import type { Money } from '../../../domain/money.js';
import type { Intent, ReadingWorld } from './intents.js';
import { parseCount } from './numbers.js';
import { allAmounts } from './priced-parts.js';

/** A small sum that needs nothing but what is said. */
export type SmallSum =
  | {
      readonly what: 'percent';
      readonly base: Money;
      readonly percent: number;
      /** "tip", "tax"; null where it is only a share. */
      readonly name: string | null;
      readonly way: 'of' | 'off';
    }
  | { readonly what: 'divide'; readonly base: Money; readonly by: number }
  | { readonly what: 'multiply'; readonly base: Money; readonly by: number }
  | { readonly what: 'add' | 'subtract'; readonly base: Money; readonly other: Money };

const LEAD =
  '^(?:(?:and|so|ok(?:ay)?|hey|quick(?:ly)?|please|can you|could you|tell me|work out|calculate|what is|whats|how much (?:is|would)|what would|be|a|an|the|my)[,\\s]+)*';
const NUMBER = '[$€£]?\\d[\\d.,]*';
const UNIT = '(?: (?:dollars?|bucks?|quid|pounds?|euros?))?';
const NOUN = '(?: (?:bill|dinner|meal|lunch|check|tab|total|taxi|cab|ride|game|ticket))?';
const END = '(?: be| come to| each| come out (?:at|to))?[?.!\\s]*$';
const PERCENT = new RegExp(
  `${LEAD}(?<percent>\\d{1,3}(?:\\.\\d)?) ?(?:%|percent|per cent) (?<name>tip|tax|vat|service(?: charge)?|gratuity|fee)?\\s?(?<way>of|on|off|for|from)\\s(?:a |an |the |my )?${NUMBER}${UNIT}${NOUN}${END}`,
);
const ON_TOP = new RegExp(
  `${LEAD}${NUMBER}${UNIT}${NOUN} (?:plus|with|and|\\+) (?:a |an )?(?<percent>\\d{1,3}(?:\\.\\d)?) ?(?:%|percent|per cent)(?: (?<name>tip|tax|vat|service(?: charge)?|gratuity|fee))?${END}`,
);
const SPLIT = new RegExp(
  `${LEAD}(?:split(?:ting)? )?(?:a |the )?${NUMBER}${UNIT}${NOUN} (?:split )?(?:divided by|by|between|among|over|\\/|split) ?(?:the )?(?<count>\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)(?: ways| of us| people| friends)?${END}|${LEAD}split(?:ting)? (?:a |the )?${NUMBER}${UNIT}${NOUN} (?<ways>\\d{1,2}|two|three|four|five|six) ways${END}`,
);
const TIMES = new RegExp(`${LEAD}(?<count>\\d{1,3}) ?(?:times|x|\\*) ?${NUMBER}${UNIT}${END}`);
const PLUS = new RegExp(
  `${LEAD}${NUMBER}${UNIT} (?<sign>plus|\\+|minus|-|less|take away) ${NUMBER}${UNIT}${END}`,
);

/** A question that is a sum by itself: "what is a 15% tip on 48", "split 96 three ways", "48 plus 15". Null where it is none. */
export function readArithmetic(text: string, { currency }: ReadingWorld): Intent | null {
  if (!/\d/.test(text) || text.split(' ').length > 14) return null;
  const share = PERCENT.exec(text)?.groups ?? ON_TOP.exec(text)?.groups;
  // The percentage itself is no amount.
  const amounts = allAmounts(
    share
      ? text
          .replace(/(\d{1,3}(?:\.\d)?) ?(?:%|percent|per cent)/, ' ')
          .replace(/ (?:on|of|off|from) (?=[a-z]* ?[$€£]?\d)/, ' for ')
      : text,
    currency,
  ).map(({ amount }) => amount);
  const [base, other] = amounts;
  if (share?.percent && base && !other) {
    const percent = Number(share.percent);
    const way = share.way === 'off' ? 'off' : 'of';
    return {
      kind: 'sum',
      asked: { what: 'percent', base, percent, name: share.name ?? (share.way ? null : 'it'), way },
    };
  }
  if (share) return null;
  const split = SPLIT.exec(text)?.groups;
  const count = parseCount(split?.count ?? split?.ways ?? '');
  if (base && count) return { kind: 'sum', asked: { what: 'divide', base, by: count } };
  const times = TIMES.exec(text)?.groups?.count;
  const last = amounts.at(-1);
  if (times && last) return { kind: 'sum', asked: { what: 'multiply', base: last, by: Number(times) } };
  const sign = PLUS.exec(text)?.groups?.sign;
  if (!sign || !base || !other || amounts.length > 2 || base.currency !== other.currency) return null;
  return { kind: 'sum', asked: { what: /plus|\+/.test(sign) ? 'add' : 'subtract', base, other } };
}
