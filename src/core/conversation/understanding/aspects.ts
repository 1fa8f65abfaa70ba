import { parseCount } from './numbers.js';
import { findServices } from './vocabulary.js';

/** What of a thing is asked about: how long it takes, for how many, from what age, whether a service has it. */
export type Aspect =
  | { readonly about: 'length' }
  /** `count`: whether so many can; null: how many can. */
  | { readonly about: 'players'; readonly count: number | null }
  | { readonly about: 'age'; readonly years: number | null }
  | { readonly about: 'service'; readonly name: string }
  /** Whether it is such a thing: "scary", "funny", "set in Japan". */
  | { readonly about: 'trait'; readonly words: string };

const IT =
  '(?:it|that|this|them|they|(?:that|this|the (?:first|second|third|fourth|last)) (?:one|game|movie|film|book))';
const LENGTH = new RegExp(
  `\\bhow (?:long|much time) (?:is|does|do|will|would|are) ${IT}\\b|^(?:and |so )*(?:is|does) ${IT} (?:take )?(?:very |too |that |really )?long\\b`,
);
/** What somebody asks whether a thing is, beyond its figures. */
const TRAIT = new RegExp(
  `^(?:(?:so|and|but|ok(?:ay)?|hm+|well)[,\\s]+)*(?:is|are|was) ${IT} (?:very |really |too |actually |a bit |quite |all |at all )*(?:an? )?(?<words>scary|spooky|creepy|funny|sad|violent|gory|bloody|romantic|soppy|dark|depressing|boring|slow|exciting|relaxing|cosy|cozy|silly|serious|clever|educational|cooperative|co-?op|competitive|complicated|difficult|easy|hard|loud|noisy|spicy|vegetarian|vegan|outdoors?|indoors?|animated|subtitled|black and white|in (?!total|stock|all|budget)[a-z]+|about [a-z ]{3,30})(?: (?:one|film|movie|game|book|place|comedy|at all|though|or not))*[?.!\\s]*$`,
);
const HOW_MANY =
  /\bhow many (?:(?:can|could|do|does|will) (?:\w+ )?(?:play|need|take)|(?:can|could) (?:it|we))\b|\bhow many (?:players|people|of us)\b(?!.*\b(?:like|rate|rated|reviews?)\b)/;
const NUMBER = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const FOR_SO_MANY = new RegExp(
  `\\b(?:can|could) (?:the )?${NUMBER}(?: people| players| persons| of us| kids| adults)? (?:of us )?play ${IT}|\\b(?:(?:can|could) (?:we|i|you) play ${IT}|(?:does|do|is|are|will|would) ${IT}(?: (?:work|ok(?:ay)?|good|fun|playable|suitable|fine|any good))?) (?:with|for|at|as) (?:only |just )?(?:a group of )?${NUMBER}(?: people| players| persons| of us)?(?=[?.!\\s]*$)`,
);
const CHILD = new RegExp(
  `\\b(?:can|could|is|are|will|would)\\b.*\\b(?:my )?(\\d{1,2})[- ]year[- ]olds?\\b|\\b(?:can|could|may) (?:my|our|the) (?:kids?|child|children|son|daughter)\\b.*\\b(?:play|watch|read|see|do) ${IT}|\\b(?:is|are) ${IT} (?:ok(?:ay)?|suitable|good|fine|safe|right|appropriate|made)? ?(?:for|with) (?:(?:my|our|the|small|young) )?(?:kids?|children|toddlers?|son|daughter)\\b|\\b(?:what|which) age\\b|\\bhow old\\b.*\\b(?:have|need|must|should)\\b`,
);
const ON_SERVICE = new RegExp(
  `\\b(?:is|are) ${IT} (?:also |included |available |free |on )*(?:on|in|with)\\b|\\b(?:do|can) (?:i|we) (?:get|watch|see|have|stream|play) ${IT} (?:on|with|in)\\b`,
);

/** The aspect that a question about a thing on the table asks for; null where it asks for none of them. */
export function readAspect(text: string): Aspect | null {
  if (LENGTH.test(text)) return { about: 'length' };
  const [service] = findServices(text);
  if (service && ON_SERVICE.test(text)) return { about: 'service', name: service.name };
  const child = CHILD.exec(text);
  if (child) return { about: 'age', years: child[1] ? Number(child[1]) : null };
  const many = FOR_SO_MANY.exec(text);
  const count = many?.[1] ?? many?.[2];
  if (count) return { about: 'players', count: parseCount(count) };
  const words = TRAIT.exec(text)?.groups?.words;
  if (words) return { about: 'trait', words: words.replace(/^about /, '') };
  return HOW_MANY.test(text) ? { about: 'players', count: null } : null;
}
