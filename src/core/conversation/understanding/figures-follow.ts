import type { FiguresFrame } from '../money-frame.js';
import type { Intent, ReadingWorld } from './intents.js';
import { parseCount } from './numbers.js';
import { forWhat, timeAsked } from './spending-asked.js';

/** What is asked of the figures that the last answers gave. */
export type FiguresAsked =
  /** What the last of them come to together; no count: all. */
  | { readonly measure: 'together'; readonly count: number | null }
  | {
      readonly measure: 'compare';
      /** The same days, for another category or shop; or a figure of the user's own. */
      readonly than:
        | { readonly category: string | null; readonly shop?: string }
        | { readonly own: OwnFigure };
    }
  | { readonly measure: 'percent'; readonly of: OwnFigure | 'spending' | null }
  /** Which of the last of them is the most, and by how much. */
  | { readonly measure: 'which-more'; readonly count: number | null }
  /** The sum of everything without one shop or category. */
  | {
      readonly measure: 'without';
      readonly what: { readonly category: string | null; readonly shop?: string };
    }
  | { readonly measure: 'per'; readonly unit: 'day' | 'week' | 'month' | 'year' };

/** A figure of the user's own that another is held against. */
export type OwnFigure = 'income' | 'budget' | 'needs';

const LEAD = '(?:(?:and|so|ok(?:ay)?|well|then|but|hm+|or|also|now)[,\\s]+)*';
const END = '(?: then| now| please| for me)*[?.!\\s]*$';
const IN_ALL = '(?:together|combined|in total|in all|altogether|all together|added up|summed up|total)';
const TOGETHER = new RegExp(
  `^${LEAD}(?:how much (?:is|are|was|were) |what (?:is|are|was|were) |what about )?(?:(?<both>both|all (?<count>two|three|four|five))(?: of (?:them|those|these))?|(?:all (?:of )?)?(?:those|them|these|they|all)|the two(?: of them)?)? ?(?:${IN_ALL})${END}|^${LEAD}what (?:does|do|did|would) (?:that|it|they|those|these|both|all(?: of (?:it|them|that))?) (?:all )?(?:come to|add up to|make|total|amount to)(?: (?:${IN_ALL}))?${END}|^${LEAD}(?:add|sum|put) (?:them|those|these|both|it all|all of (?:them|it)|that) (?:all )?(?:up|together)${END}`,
);
const COMPARE = new RegExp(
  `^${LEAD}(?:(?:is|was|are|were) (?:that|it|this|those|they)(?: (?:a lot|lots|much|way|any|even|still))? )?(?:more|less|higher|lower|bigger|smaller|greater) than (?:what |how much )?(?:(?:i|we) (?:spent|paid|spend|pay|gave) )?(?:(?:on|at|for|to|in) )?(?:the |my |our )?([a-z0-9][a-z0-9&'+. -]{1,40}?)(?: (?:cost(?: me)?|was|were|is|came to|spending))?${END}`,
);
const PERCENT = new RegExp(
  `^${LEAD}(?:(?:and |so )?(?:what|which|how many|how big an?|as an?|in) )(?:percent(?:age)?|per cent|%|share|fraction|part)\\b|\\b(?:in|as an?) (?:percent(?:age)?|per cent|%)${END}`,
);
const PER = new RegExp(
  `^${LEAD}(?:(?:what|how much) (?:is|was|does|would|did) (?:that|it|this)(?: come to| make| be| cost| work out(?: at| to)?)?(?: me)? |(?:and )?(?:what about )?)(?:a|per|each|every|by the) (day|week|month|year)(?: on average)?${END}`,
);
const WHICH_MORE = new RegExp(
  `^${LEAD}(?:what|which)(?: one)?(?: of (?:the )?(?:two|2|them|those))? (?:is|was|cost(?: me)?) (?:more|bigger|higher|the most|most)\\b|^${LEAD}(?:what|which) (?:is|was) (?:more|bigger|higher)(?: of (?:the )?(?:two|2|them|those))?\\b`,
);
const WITHOUT = new RegExp(
  `^${LEAD}(?:(?:what|how much)(?: is (?:it|that)| about)? |what if (?:i|we|you) )?(?:without|not counting|excluding|except(?: for)?|minus|leave out|take out|if you take out|ignoring) (?:the |my |that )?([a-z0-9][a-z0-9&'+. -]{1,40}?)(?: (?:thing|one|payment|row|charge|bill|spending))?${END}`,
);
const MOST_OF_IT = new RegExp(
  `^${LEAD}where(?: is| has| did| does|d)? (?:most|all|the (?:rest|bulk|money)) ?(?:of (?:it|that|them))? (?:go|going|gone|went)${END}`,
);
const OWN: readonly (readonly [OwnFigure, RegExp])[] = [
  ['income', /\b(?:income|pay|salary|wages?|earnings|what i (?:earn|make)|pay ?check|take[- ]home)\b/],
  ['budget', /\b(?:budget|fun money|allowance)\b/],
  ['needs', /\b(?:needs|bills|fixed costs)\b/],
];
const OF_SPENDING = /\b(?:spending|spent|expenses|total|everything|it all|all of it|the whole|outgoings)\b/;
/** A category or a shop by a few words: "gas", "and on eating out", "what about whole foods". */
const TERM =
  /^((?:(?:and|so|ok(?:ay)?|or|also|plus|on|for|at|in|my|the|what about|how about|same for)\s)*)([a-z][a-z0-9&'+.-]*(?: [a-z0-9&'+.-]+){0,3})$/;
/** Somebody wants one, or talks, and asks for no sum of them. */
const NO_TERM =
  /^(?:an?|one|some|any|more|another|no|yes|yeah|good|new|cheap|cheaper|thanks?|thank|cool|nice|great|why|how|what|who|when|where|which|help|hi|hello|hey|bye|sorry|really|sure|stop|undo|done|left|wow|it|that|this|them|ideas?|surprise|something|anything|nothing)\b/;
/** Rows of a statement that are no shop's. */
const OF_ROWS = /^(?:interest|fees?|refunds?|deposits?|transfers?|withdrawals?)$/;
/** What stands around the days of a question that asks for nothing but other days. */
const AROUND_DAYS =
  /\b(?:and|so|ok(?:ay)?|or|also|plus|now|then|too|what about|how about|in total|total|all together|altogether|everything|in|for|on|during|since|from|the|same)\b|[?.!,]/g;
/** A month whose name is a word of its own as well. */
const BARE_MONTH = /(?<!\b(?:in|since|for|of|from|during) )\b(?=(?:may|march)\b[?.!\s]*$)/;

/** A short message that goes on from figures that were given: together, against another, as a share, by the week; other days, another shop. */
export function readFiguresFollow(text: string, frame: FiguresFrame, world: ReadingWorld): Intent | null {
  const [last, another] = frame.results;
  const together = another ? TOGETHER.exec(text) : null;
  if (together) {
    const { both, count } = together.groups ?? {};
    const said = count ? parseCount(count) : both === 'both' ? 2 : null;
    return { kind: 'figures', asked: { measure: 'together', count: said } };
  }
  if (last && PERCENT.test(text)) {
    const own = OWN.find(([, words]) => words.test(text))?.[0];
    return {
      kind: 'figures',
      asked: { measure: 'percent', of: own ?? (OF_SPENDING.test(text) ? 'spending' : null) },
    };
  }
  if (last && another && WHICH_MORE.test(text))
    return {
      kind: 'figures',
      asked: { measure: 'which-more', count: /\b(?:two|2)\b/.test(text) ? 2 : null },
    };
  const without =
    last?.category === null && last.shop === null && last.span ? WITHOUT.exec(text)?.[1] : undefined;
  if (without) {
    const what = forWhat(without);
    if (what.category !== null || what.shop !== undefined)
      return { kind: 'figures', asked: { measure: 'without', what } };
  }
  if (frame.span && MOST_OF_IT.test(text)) return { ...spending, span: frame.span };
  const unit = last?.span ? PER.exec(text)?.[1] : undefined;
  if (unit && isUnit(unit)) return { kind: 'figures', asked: { measure: 'per', unit } };
  const than = last ? COMPARE.exec(text)?.[1] : undefined;
  if (than && last) {
    const own = OWN.find(([, words]) => words.test(than))?.[0];
    if (own) return { kind: 'figures', asked: { measure: 'compare', than: { own } } };
    const time = timeAsked(than.replace(/^(?=(?:may|march)\b)/, 'in '), world);
    if (time && last.span && !last.sum)
      return {
        ...spending,
        span: last.span,
        words: null,
        category: last.category,
        ...(last.shop !== null && { shop: last.shop }),
        against: time.span,
      };
    const what = forWhat(than);
    if (what.category !== null || what.shop !== undefined)
      return { kind: 'figures', asked: { measure: 'compare', than: what } };
  }
  return frame.span ? onSpending(text, frame.span, world) : null;
}

const spending = { kind: 'spending', span: null, words: null, months: null, category: null } as const;

function onSpending(
  text: string,
  span: NonNullable<FiguresFrame['span']>,
  world: ReadingWorld,
): Intent | null {
  const time = timeAsked(text.replace(BARE_MONTH, 'in '), world);
  const rest = time ? text.replace(time.words, ' ') : text;
  const asked = { ...spending, words: time?.words ?? null };
  if (time && rest.replace(AROUND_DAYS, '').trim() === '') return { ...asked, span: time.span };
  const [, lead, term] =
    TERM.exec(rest.replace(/(?:\s(?:then|too|in|for|on|during|since))*[?.!\s]*$/, '').trim()) ?? [];
  if (!term || NO_TERM.test(term)) return null;
  if (OF_ROWS.test(term))
    return {
      kind: 'rows',
      words: [term.replace(/s$/, '')],
      amount: null,
      span: time?.span ?? span,
      direction: null,
    };
  const what = forWhat(term);
  // A shop's name alone could be anything, unless it is asked with a question mark.
  if (what.category === null && ((!lead && !/\?\s*$/.test(text)) || what.shop === undefined)) return null;
  return { ...asked, span: time?.span ?? span, ...what };
}

function isUnit(word: string): word is 'day' | 'week' | 'month' | 'year' {
  return ['day', 'week', 'month', 'year'].includes(word);
}
