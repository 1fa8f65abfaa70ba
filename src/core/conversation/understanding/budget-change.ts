import { fromMajor } from '../../../domain/money.js';
import type { Intent, ReadingWorld } from './intents.js';
import { parseNumberWords } from './numbers.js';

const NAME =
  '(?:(?:my|our|the) )?(?:(?:monthly|entertainment|fun|weekly) )*(?:budget|fun money|allowance|spending money)';
const STEP =
  '(?:[$€£]\\s?)?(?<step>\\d{1,5}(?:\\.\\d{1,2})?)(?!\\s?%|\\d)(?: (?:bucks|dollars|quid|pounds|euros?))?';
const UPWARDS = 'bump|raise|increase|up|boost';
const DOWNWARDS = 'lower|cut|reduce|drop|decrease|trim|shrink';
/** "Bump my budget up by 30" */
const BY = new RegExp(`\\b(?:(?<up>${UPWARDS})|${DOWNWARDS})\\b.{0,12}?\\b${NAME}\\b.{0,8}?\\bby ${STEP}`);
/** "Take 20 off my budget", "add 20 to my fun money" */
const FROM = new RegExp(
  `\\b(?:(?<up>add|put|give|chuck)|take|knock|shave|cut|lop|drop|trim|remove|subtract|deduct|lose)(?: me)?(?: (?:another|about|just))? ${STEP}(?: (?:more|extra|less))?(?: a month)? (?:off|from|out of|to|on|onto|into|in|of) (?:of )?${NAME}\\b`,
);
/** "Give me 20 more a month for fun", "20 less for fun each month" */
const MORE = new RegExp(
  `^(?:(?:please|ok|actually|give me|i want|i would like|make it|let us do|with)\\s)*${STEP} (?:(?<up>more|extra)|less|fewer)(?: (?:a|per|each|every) month)? (?:for|on|in|to) (?:fun|going out|entertainment|${NAME})\\b`,
);
/** "Lower my budget by 10%", "double my fun money" */
const SHARE = new RegExp(
  `\\b(?:(?<up>${UPWARDS})|${DOWNWARDS}) ${NAME}(?: up| down)? (?:by )?(?<percent>\\d{1,2}) ?(?:%|per ?cent)|^(?:(?:please|ok|can you)\\s)*(?:(?<twice>double)|halve) ${NAME}[\\s.!]*$`,
);
/** "Raise my budget 30": by that much, or to it? */
const BARE = new RegExp(
  `\\b(?:(?<up>${UPWARDS})|${DOWNWARDS}) (?:up |down )?${NAME}(?: up| down)? ${STEP}(?: (?:a|per) month)?[\\s.!]*$`,
);
const MAKE_IT =
  /^(?:(?:no|oops|wait|sorry|actually|ok(?:ay)?)[,\s]+)*(?:let us )?(?:make|set|change) (?:it|that) (?:to )?(?:[$€£]\s?)?(.{1,24}?)(?: (?:a|per) month)?[\s.!]*$/;

/** "Take 20 off my budget"; "raise my budget 30", which has to be asked; "make it ninety", where nothing else is on the table. */
export function readBudgetChange(text: string, world: ReadingWorld): Intent | null {
  const figure = 'entertainment_budget' as const;
  const steps = (BY.exec(text) ?? FROM.exec(text) ?? MORE.exec(text))?.groups;
  if (steps?.step) {
    const amount = fromMajor(steps.step, world.currency);
    return { kind: 'figure', figure, amount, percent: null, per: null, change: steps.up ? 'more' : 'less' };
  }
  const share = SHARE.exec(text)?.groups;
  if (share) {
    const percent = share.percent ? Number(share.percent) : share.twice ? 100 : 50;
    const change = share.up || share.twice ? ('more' as const) : ('less' as const);
    return { kind: 'figure', figure, amount: null, percent, per: null, change };
  }
  const bare = BARE.exec(text)?.groups;
  if (bare?.step) {
    const amount = fromMajor(bare.step, world.currency);
    return { kind: 'ask-figure', what: 'by-or-to', figure, amount, change: bare.up ? 'more' : 'less' };
  }
  if (world.offered.length > 0 || world.done === 'spend') return null;
  const words = MAKE_IT.exec(text)?.[1];
  const value =
    words === undefined ? null : /^\d+(?:\.\d{1,2})?$/.test(words) ? Number(words) : parseNumberWords(words);
  if (value === null || value <= 0) return null;
  const amount = fromMajor(String(value), world.currency);
  return { kind: 'figure', figure, amount, percent: null, per: null };
}
