import type { StatedFigureName } from './intents.js';
import { numberWords } from './numbers.js';

const AMOUNT = `(?:[$€£]\\s?)?(?:\\d|(?:${numberWords})\\b)`;
/** Words that join a figure to its name, and change nothing of it. */
const JOINED =
  '(?:[\\s,:=~]+(?:is|are|was|were|will|be|like|about|around|roughly|approx(?:imately)?|only|just|now|currently|of|at|to|up|comes?|costs?|cost|runs?|me|us|my|the|our|a|an|per|each|every|month|monthly|week|weekly|year|yearly|fortnight|went|goes|go|from|new|total|totals?|together|in|all|after|before|tax|taxes|net|gross|payment|payments|and|plus|also|other|stuff|bills?|rent|utilities|insurance|electricity|mortgage|income|i|we|pay|paid|he|it|so|maybe|probably|usually|say|home|take|bring|half|share|over|almost|nearly|exactly|expenses|costs))*[\\s,:=~]*';
const NAMES = {
  monthly_income: 'income|salary|wages?|pay|pay ?che(?:ck|que)s?|take[- ]?home|earnings|payday',
  fixed_expenses:
    'rent|mortgage|bills?|utilities|insurance|electricity|outgoings|essentials|needs|fixed (?:costs|expenses)|monthly (?:costs|expenses)|expenses|overheads',
} as const;
const EARNS =
  '\\b(?:make|makes|making|earn|earns|earning|paid|net|clear|gross|bring(?:s|ing)? (?:home|in)|take home|pull in|(?:job|work|gig|boss|employer|company) (?:gets?|pays?|brings?|gives?)|(?:am|are) on|raise|promotion|promoted|hired)';
const AFTER = '(?=$|[\\s]*[,.;!]|\\s(?:and|each|every|a|per|monthly|alone|plus|but|so)\\b)';

const SAID = Object.fromEntries(
  Object.entries(NAMES).map(([figure, names]) => [
    figure,
    [
      new RegExp(`\\b(?:${names})${JOINED}${AMOUNT}`),
      new RegExp(
        `${AMOUNT}[\\d.,k]*(?: (?:bucks|dollars|quid|pounds|euros?|a|per|month|week|year|each|every|or|so|ish))* (?:(?:for|in|on|of|to|goes|is|as|coming|my|the|our|just) )*(?:${names})\\b${AFTER}`,
      ),
      ...(figure === 'monthly_income' ? [new RegExp(`${EARNS}${JOINED}${AMOUNT}`)] : []),
    ],
  ]),
);

/**
 * Whether a sentence says a figure to be somebody's income or needs: its name beside its amount, and not merely both of
 * them somewhere, as in "rent a movie for 5".
 */
export function isSaid(text: string, figure: StatedFigureName): boolean {
  return SAID[figure]?.some((pattern) => pattern.test(text)) ?? true;
}
