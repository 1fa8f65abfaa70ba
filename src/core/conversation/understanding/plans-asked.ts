import { addDays, type IsoDate } from '../../../domain/calendar.js';
import { findAmounts } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { rhythmOf } from './rhythms.js';
import { findTimes } from './times.js';

const GOAL =
  /\b(?:(?:want|need|have|like|trying|plan(?:ning)?|hop(?:e|ing)|must|should|going) to (?:save(?: up)?|put (?:aside|away|by)|have saved)|(?:i am |we are )?saving(?: up)? (?:for|towards?)|save up|to have (?:saved )?(?:[$€£]\s?)?\d)\b/;
const BY = /\b(?:by|before|until|till|in time for)\s(?:the\s)?(?=[a-z0-9])/;
const HOW_MUCH_EACH =
  /\bhow much\b.*\b(?:(?:a|per|each|every) (?:month|week|pay ?(?:day|check))|monthly|weekly|aside|put away|save)\b/;

const KEPT =
  /\bhow much (?:did|do|have|am|are) (?:i|we) (?:usually |really |actually |normally )?(?:sav(?:e|ed|ing)|put(?:ting)? (?:away|aside|by|into savings))\b|\bwhat (?:was|is|did i have|do i have) left over\b|\b(?:did|do|have|am) (?:i|we) (?:spen[dt]|spending) more than (?:i|we) (?:earn(?:ed)?|ma[dk]e|got|get|bring in)\b|\bhow much (?:goes|went|is going|do i move|did i move) (?:in)?to (?:my )?savings?\b/;
const FOR_A_THING =
  /\b(?:if|for|by cancel\w*|by drop\w*|to have|without|on (?:my|the) (?:next|first|second))\b/;

const END =
  '(?:cancel(?:l?ed|l?ing)?|drop(?:ped|ping)?|end(?:ed|ing)?|quit(?:ting)?|(?:got|get|getting) rid of|stopp?(?:ed|ing)?|ditch(?:ed|ing)?|gave up|give up|giving up)';
const SUPPOSED_END = new RegExp(
  `\\b(?:if|suppose|say) (?:i|we) (?:were to |would |just )?${END} (.+)$|\\bhow much (?:more )?(?:would|do|could|can|will) (?:i|we|it) (?:free(?: up)?|save|get back|have(?: left)?)(?: \\w+){0,3} (?:by|from|if i|without) ${END} (.+)$|^(?:(?:and|so|what about|ok|or)\\s)*by ${END} (.+)$`,
);
const ALL =
  /^(?:all|everything|every one|all of (?:them|it|those)|(?:all )?(?:of )?my (?:subscriptions|subs))\b/;

/** A question about what could be: a sum by a day, what was left over, the budget without a service. Null where it is none. */
export function readPlanAsked(text: string, world: ReadingWorld): Intent | null {
  return readEndSupposed(text) ?? readGoal(text, world) ?? readKept(text, world);
}

/** "What would my budget be if I dropped Netflix and Spotify?" */
function readEndSupposed(text: string): Intent | null {
  const match = SUPPOSED_END.exec(text);
  const said = (match?.[1] ?? match?.[2] ?? match?.[3])
    ?.split(/[,;?]? (?:how|what|would|do i|can i|then)\b|[?!;]/)[0]
    ?.trim();
  if (!said) return null;
  if (ALL.test(said)) return { kind: 'suppose-cancel', names: [] };
  const names = said
    .split(/,\s*(?:and\s)?|\s(?:and|&|plus|or)\s/)
    .map((name) =>
      name
        .replace(/^(?:my|the|our)\s/, '')
        .replace(/\s(?:subscriptions?|membership|plan)?$/, '')
        .replace(/[.,\s]+$/, ''),
    )
    .filter(
      (name) => name.length > 1 && name.length <= 40 && !/^(?:it|that|this|them|doing|going)\b/.test(name),
    );
  return names.length > 0 ? { kind: 'suppose-cancel', names } : null;
}

/** "I want to save 600 for a trip by March, how much a month?" */
function readGoal(text: string, world: ReadingWorld): Intent | null {
  if (!GOAL.test(text)) return null;
  const amounts = [...findAmounts(text, world.currency), ...looseAmounts(text, world.currency)];
  const [goal] = amounts;
  const by = BY.exec(text);
  if (!goal || (!by && !HOW_MUCH_EACH.test(text))) return null;
  // A sum that comes with its own rhythm is what is saved, and no goal.
  if ('per' in goal && goal.per !== null) return null;
  const day = by ? dayBy(text.slice(by.index + by[0].length), world.today) : null;
  if (by && !day) return null;
  return { kind: 'goal', amount: goal.amount, by: day, per: rhythmOf(text).per };
}

/** The day that "by March" or "by the 5th" means: the first on which the sum has to be there. */
export function dayBy(words: string, today: IsoDate): IsoDate | null {
  const [time] = findTimes(`by ${words}`, today, 'future');
  if (!time) return null;
  // The library reads "by Friday" as all the days until then.
  return time.span.start === today ? addDays(time.span.end, 1) : time.span.start;
}

/** "How much did I save in September?" */
function readKept(text: string, world: ReadingWorld): Intent | null {
  if (!KEPT.test(text) || FOR_A_THING.test(text) || findAmounts(text, world.currency).length > 0) return null;
  const [time] = findTimes(text, world.today, 'past');
  return { kind: 'saved', span: time?.span ?? null };
}
