import type { ItemType } from '../../../domain/ranking/item.js';
import { parseCount } from './numbers.js';
import { findGenres, findTypes } from './vocabulary.js';

const COUNT = '(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple|couple)';

const PARTY: readonly RegExp[] = [
  new RegExp(
    `\\b(?:for|with|of|us|party of|group of|family of|table for)\\s${COUNT}\\s?(?:people|persons?|players?|friends|adults|of us|guests|pax|mates|folks)\\b`,
  ),
  new RegExp(`\\b${COUNT}\\s?(?:people|persons|players?|of us|adults|player)\\b`),
  new RegExp(
    `\\b(?:for|table for|party of|family of|group of|we are|there are)\\s${COUNT}(?=\\s*(?:$|[,.?!]|tonight|tomorrow|this|next|on|in|under|below|max(?:imum)?|at most|up to|less than|within|limit|for|and|that|who|please|at|with|but|not|nothing|max|up to|or|now|[a-z]+day))`,
  ),
  new RegExp(`\\b(?:the\\s)?${COUNT}\\sof\\s(?:us|them)\\b`),
  new RegExp(
    `\\b(?:we are|we will be|there will be|there are|that is|makes)\\s${COUNT}(?:\\s(?:total|in total|altogether|people))?\\b(?!\\s(?:dollars|bucks|quid|euros|pounds|minutes|hours))`,
  ),
];

const PAIR =
  /\b(?:with (?:my|a|the) (?:partner|wife|husband|girlfriend|boyfriend|date|mate|friend|mum|mom|dad|brother|sister|spouse|fianc[eé]e?|bestie|roommate|flatmate)|date ?night|for (?:a )?couples?|me and (?:my |the )?(?!two|three|four|five|six|some|maybe|a few|\d)\w+|(?:my )?(?:girlfriend|boyfriend|wife|husband|partner|brother|sister|mum|mom|dad|mate|friend) and (?:i|me)\b|us two|just us|(?:mum|mom|dad|sister|brother|friend|mate|aunt|uncle|gran|grandma|cousin)(?:'s| is|s)? (?:visiting|coming|over|here)|anniversary|(?:taking|treating|bringing|inviting|take|treat) (?:my|a|the) (?:mum|mom|dad|\w+friend|wife|husband|partner|date|brother|sister|mate|friend|boss|gran\w*|son|daughter|niece|nephew)\b|my (?:girlfriend|boyfriend|wife|husband|partner)(?! (?:dumped|left|broke|cheated|is (?:away|out|ill)|hates?|says?|thinks?))\b|dinner for two|the two of us|both of us)\b/;

const PAIR_SAID = /\b(?:the two of us|us two|both of us|me and my)\b/;

const ALONE =
  /\b(?:by myself|alone|solo|just (?:for )?me|on my own|for one|dumped me|broke up|left me|(?:wife|husband|girlfriend|boyfriend|partner|date) (?:is not|can not|will not|is no longer) (?:come|coming|make it|join\w*))\b/;

/** "2 adults and 2 kids", "2 adults, kids 7 and 10" */
const ADULTS = new RegExp(`\\b${COUNT} (?:adults?|grown-?ups?)\\b`);
const CHILDREN = new RegExp(`\\b${COUNT} (?:kids?|children|little ones|teens?|teenagers?)\\b`);
const AGED_KIDS =
  /\b(?:kids?|children|boys?|girls?|sons?|daughters?)(?: (?:are|aged?|of))?(?: age)? \(?(\d{1,2})(?:(?:, (\d{1,2}))?,? ?(?:and|&|\+|,|or) (\d{1,2}))?\)?(?![\d:]|\s?(?:dollars|bucks|people|of us|games?|movies|pm|am|for|max|\$))/;

const PLUS_FRIENDS = new RegExp(
  `\\b(?:with|me and|and me plus|take|taking|invite|inviting|bring|bringing|treat|treating|me plus|plus) (?:my )?${COUNT} (?:friends|mates|others|kids|children|sons|daughters)\\b`,
);

const MINUTES =
  /\b(?:under|less than|max(?:imum)?|no more than|within|at most|about|around|like|in|(?:shorter|quicker|less|faster) than|up to|have|got|only|no over|no longer than|not over|no more than|not longer than|(?:no|not|nothing|none|never)(?: \w+){0,3} (?:over|longer than|more than|above))\s(?:(?:an?|about|like|only|just)\s)?(?:(\d{1,3}|one|two|three|four|five|half an)\s?)?(hours?|hrs?|h|minutes?|mins?)\b(?:\s?(?:and )?(?:a half|(\d{1,2})\s?(?:min(?:ute)?s?)))?/;

const AGE =
  /\b(?:(\d{1,2}) (?:and|&|or) )?(?:an? )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)[\s-]?(?:years?|yrs?)[\s-]?olds?\b|\b(?:age[ds]?|turning|turns|is|who is) (\d{1,2})\b(?! (?:dollars|bucks|quid|euros?|pounds|minutes|hours|people|of|for|too|ok|fine|a |per ))(?=.*\b(?:kid|son|daughter|child|boy|girl|niece|nephew|years|birthday|he|she)|\s*$)/g;

const PLACE =
  /\b(?:in|near)\s((?:new york(?: city)?|san francisco|los angeles|st\.? [a-z]+|new [a-z]+|[a-z]{3,}(?: city)?))(?=$|[,.?!]|\s(?:for|this|on|tonight|tomorrow|under|with|next|that|please|and|today|not|but|max|less|up to|around|about|where|we|within|or|nothing|something)\b)/;

const NO_PLACE =
  /^(?:each|anything|everything|something|nothing|general|particular|case|hand|addition|fact|a|the|my|our|an|this|that|general|total|bed|english|me|here|home|town|mind|front|two|three|one|under|about|january|february|march|april|may|june|july|august|september|october|november|december|particular|person|advance|theory|fact|case|budget|spending|shape|need|love|store|stock|order|all|between|it|them|which|what)\b/;

const GIFT = /\b(?:presents?|gifts?)\b/;

/** How many come; null where nobody said. */
export function findParty(text: string): number | null {
  const adults = parseCount(ADULTS.exec(text)?.[1] ?? '');
  if (adults) {
    const named = parseCount(CHILDREN.exec(text)?.[1] ?? '') ?? 0;
    return adults + (named || agesOfKids(text).length);
  }
  const kids = agesOfKids(text);
  // "Got kids 6 and 9, what can we play": they, and the one who asks.
  if (kids.length > 1 && /\b(?:we|us|together|with (?:me|them))\b/.test(text)) return kids.length + 1;
  const family = familyOf(text);
  if (family !== null) return family;
  const plus = PLUS_FRIENDS.exec(text);
  if (plus) return (parseCount(plus[1] ?? '') ?? 0) + 1;
  for (const pattern of PARTY) {
    const count = parseCount(pattern.exec(text)?.[1] ?? '');
    if (count !== null && count > 0 && count <= 100) return count;
  }
  // A present for somebody is no outing with them.
  if (GIFT.test(text) && !/\b(?:with|us|we)\b/.test(text)) return null;
  if (ALONE.test(text) && !PAIR_SAID.test(text)) return 1;
  return PAIR.test(text) ? 2 : null;
}

const ADULT_ALONG =
  /\b(?:with|me,?|me and|and|bringing|taking|,) (?:my|our|the) (?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?|spouse|mum|mom|dad|sister|brother|friend|mate|mother|father|gran\w*)\b/;
const CHILD_ALONG = new RegExp(
  `\\b(?:with|and|,|&|plus) (?:my|our|the|his|her|a) (?:(?:\\d{1,2}|${'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'})[ -]year[ -]olds?(?: (?:son|daughter|kid|boy|girl))?|son|daughter|kid|child|baby|toddler|boy|girl|niece|nephew|grandson|granddaughter|teenager)\\b`,
  'g',
);
const CHILDREN_ALONG = new RegExp(
  `\\b(?:with|and|,|&|plus) (?:my |our |the |his |her )?(?:${COUNT} )(?:small |young |little )?(?:kids?|children|sons|daughters|boys|girls|teens?|teenagers?)\\b`,
);

/** "With my wife and our 10 year old" is three, "with my daughter" two; null where no child comes along. */
function familyOf(text: string): number | null {
  const single = [...text.matchAll(CHILD_ALONG)].length;
  const many = parseCount(CHILDREN_ALONG.exec(text)?.[1] ?? '') ?? 0;
  const adult = ADULT_ALONG.test(text);
  if (single + many === 0 || !/\b(?:with|me|we|us|taking|bringing|bring|take)\b/.test(text)) return null;
  return 1 + (adult ? 1 : 0) + single + many;
}

/** "Kids 7 and 10" */
function agesOfKids(text: string): number[] {
  const match = AGED_KIDS.exec(text);
  return (match?.slice(1) ?? [])
    .flatMap((age) => (age === undefined ? [] : [Number(age)]))
    .filter((age) => age < 19);
}

const JOINING = new RegExp(
  `\\b(?:${COUNT} (?:more|friends?|others?|people) (?:(?:is|are|will be|want to|will) )?(?:come|coming|join|joining)|(\\w+ )?(?:sister|brother|friend|mate|mum|mom|dad|cousin|colleague|son|daughter|kid|partner|wife|husband|girlfriend|boyfriend|neighbou?r|roommate) (?:(?:is|will be|wants to|will|might|may|can) )?(?:come|comes|coming|joining|join|joins)|(?:plus|and) one more(?: person)?|one more person|someone else is (?:coming|joining))\\b`,
);

/** How many more come than were spoken of before; null where nobody joins. */
export function findJoining(text: string): number | null {
  const match = JOINING.exec(text);
  return match ? (parseCount(match[1] ?? '') ?? 1) : null;
}

const SHORT = /\b(?:not (?:too|that|very|super|so) long|nothing (?:too )?long|short|quick)\b/;

/** "Something funny and short", of whatever kind. */
const SHORT_ALONE =
  /\b(?:something|anything|and|but|,) (?:short|quick)(?: one| and\b| but\b|[.,!?]|$)|^(?:a )?(?:short|quick)(?: one)?[.!?\s]*$|\b(?:not|nothing) (?:too |that |very |so )?long\b/;
const SHORT_ANYTHING = 100;

/** What "not too long" is for the kinds that were named, minutes; null where it is not said, or means nothing there. */
export function shortOf(text: string, types: readonly ItemType[]): number | null {
  if (types.length === 0) return SHORT_ALONE.test(text) ? SHORT_ANYTHING : null;
  if (!SHORT.test(text)) return null;
  if (types.every((type) => type === 'board_game' || type === 'card_game')) return 60;
  return types.every((type) => type === 'movie') ? 110 : null;
}

/** "15 minutes or so" */
const ABOUT_MINUTES =
  /\b(\d{1,3}) ?(hours?|hrs?|minutes?|mins?)(?: (?:or so|or less|or under|max|tops|at most|ish)|ish)\b/;

/** "At least two hours", "over an hour", "two hours or more" */
const AT_LEAST =
  /(?<!\b(?:no|not|nothing|none|never|anything)(?: \w+){0,2} )\b(?:at least|longer than|more than|over|minimum(?: of)?|no less than|not (?:shorter|less) than)\s(?:about )?(\d+(?:\.\d)?|an?|one|two|three|four)(?: (and a half))?\s?(hours?|hrs?|h|minutes?|mins?)\b|\b(\d+(?:\.\d)?|an|one|two|three|four)\s?(hours?|hrs?|h|minutes?|mins?)\s?(?:\+|plus|or (?:more|longer)|at least|minimum|and up)/;

/** How long it should take at least, minutes; null where nobody said. */
export function findLeastMinutes(text: string): number | null {
  const [, before, half, unit, alone, other] = AT_LEAST.exec(text) ?? [];
  const word = before ?? alone;
  if (word === undefined) return null;
  const count = /^an?$/.test(word) ? 1 : (parseCount(word) ?? Number(word));
  return Math.round((unit ?? other ?? '').startsWith('h') ? count * 60 + (half ? 30 : 0) : count);
}

/** How long it may take, minutes; null where nobody said. */
export function findMinutes(text: string): number | null {
  const match = MINUTES.exec(text) ?? ABOUT_MINUTES.exec(text);
  if (!match) return /\b(?:shorter|quicker)\b/.test(text) ? 90 : null;
  const [, number = 'one', unit = '', extra] = match;
  const count = number === 'half an' ? 0.5 : (parseCount(number) ?? 1);
  const hours = unit.startsWith('h');
  const half = /a half$/.test(match[0]) ? 30 : 0;
  return Math.round(hours ? count * 60 + half + Number(extra ?? 0) : count);
}

/** "My grandson is 12" */
const GROWING =
  /\b(?:kid|kiddo|lad|lass|son|daughter|grandson|granddaughter|grandkid|nephew|niece|child|boy|girl|little one|brother|sister)\s(?:is|turns|turned|who is|just turned|aged?)\s(\d{1,2})\b/;

const KIDS =
  /\b(?:with|for|and) (?:the |my |our |some )?(?:\w+ )?(?:kids|children)\b|\b(?:kid|kids|child|children)(?:'s|s')? (?:birthday|party|are|is)\b|\b\d (?:kids|children)\b/;

/** Children whose age nobody said are taken to be of school age. */
export const SOME_CHILD = 10;

/** Age of the youngest child that comes, years; null where no child is spoken of. */
export function findAge(text: string): number | null {
  const ages = [...text.matchAll(AGE)]
    .flatMap((match) => [match[1], match[2], match[3]].map((word) => (word ? parseCount(word) : null)))
    .filter((age) => age !== null && age > 0);
  const told = GROWING.exec(text)?.[1];
  if (told) ages.push(Number(told));
  ages.push(...agesOfKids(text));
  const youngest = Math.min(...ages.map((age) => age ?? 99));
  if (ages.length > 0) return youngest < 19 ? youngest : null;
  return KIDS.test(text) ? SOME_CHILD : null;
}

/** The place it should be in or near; null where none is named. */
export function findPlace(text: string): string | null {
  const place = PLACE.exec(text)?.[1];
  if (!place || NO_PLACE.test(place) || findGenres(place).length > 0 || findTypes(place).length > 0)
    return null;
  return place.replace(/\b\w/g, (letter) => letter.toUpperCase());
}
