import type { Intent } from './intents.js';
import { parseCount } from './numbers.js';
import { findGamePlatforms } from './vocabulary.js';

const CURRENCY =
  '(usd|aud|nzd|cad|gbp|eur|jpy|inr|chf|sek|nok|dkk|sgd|hkd|zar|us dollars?|australian dollars?|aussie dollars?|canadian dollars?|new zealand dollars?|pounds?|british pounds?|euros?|yen|rupees?)';
const COUNT_IN = new RegExp(
  `^(?:(?:please )?(?:use|set|change|switch|show)(?: (?:me|my|the|it))?(?: currency)?(?: (?:to|in|as))?|my currency is|i (?:use|pay in|live with|earn in)|everything in|prices in) ${CURRENCY}[\\s.!]*$`,
);
const SAY_IN = new RegExp(
  `\\b(?:talk|speak|answer|reply|write|count|work|say (?:it|everything|prices)|show (?:it|prices|amounts|everything|me prices))\\b.{0,30}\\bin ${CURRENCY}(?=$|[\\s.,!?])(?!.{0,20}\\d)`,
);
/** A word of a place's name: none that says when, with whom or for how much. */
const NAME =
  "(?!(?:this|next|on|with|for|tonight|today|tomorrow|now|and|until|till|by|at|from|in|over|around|about|but|so|then|please|who|where|till|weekend|we|i|my|our|under|as|to|because|\\d+|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\\b)[a-z][a-z.'-]*";
const NO_HOME =
  '(?!(?:a|an|the (?!uk\\b|us\\b|usa\\b|netherlands\\b)|my|our|bed|love|debt|town|trouble|here|need|between)\\b)';
/** Said for good ("i live in …") or as all that is said ("i am in …"); what goes on with a day or company is for once. */
const HOME = new RegExp(
  `^(?:(?:and|so|btw|actually|hey|ok)[\\s,]+)*(?:i|we) (?:(?:live|are based|am based|am living|are living|moved|am from|are from) (?:in|to|from)? ?${NO_HOME}(?<lives>(?:the )?${NAME}(?: ${NAME}){0,3})(?! (?:for|until|till) )|(?:am actually|am|are actually|are) in ${NO_HOME}(?<stays>(?:the )?${NAME}(?: ${NAME}){0,3})(?: now)?(?=[\\s.!]*$|,))`,
);
/** "My son is 6", said of the household and not of a wish. */
const CHILD =
  /\b(?:my|our) (?:\w+ )?(?:son|daughter|lad|lass|kiddo|kid|child|boy|girl|little one|toddler|youngest|grandson|granddaughter|nephew|niece) (?:is|just turned|turned|is turning) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:feet|foot|dollars|bucks))/;
/** "I have a PS5" */
const OWNS = /\b(?:i|we) (?:(?:only|just|also|now) )*(?:have(?: got)?|got|own|play on|use)\b/;
const WISHES =
  /\?|\b(?:want|need|ideas?|something|anything|what|recommend|suggest|find|looking|gift|present|birthday|loves?|likes?|into|obsessed|bored)\b/;
const SHORT =
  /\b(?:talk|answer|reply|respond|write|keep (?:it|your (?:answers|replies|messages))|make (?:it|your (?:answers|replies|messages))|be)\b(?: \w+){0,2} (?:short(?:er)?|brief(?:er|ly)?|concise(?:ly)?|less wordy)\b(?! (?:movie|film|book|game|stor|read))|\b(?:short(?:er)?|brief(?:er)?) (?:answers|replies|messages|responses)\b|\b(?:your|these|the) (?:answers|replies|messages) (?:are|is) (?:way |far |much )?too long\b|\b(?:too wordy|wall of text|too much text)\b|^tl;?dr\b/;
const LONG =
  /\b(?:longer|fuller|more detailed) (?:answers|replies|messages|responses)\b|\b(?:answer|reply|write|talk)\b(?: \w+){0,2} (?:in (?:more )?detail|longer|at length) again\b/;

/** How somebody wants to be answered, and where they live: currency, place, length. */
export function readSettings(sentence: string): Intent[] {
  const settings: Intent[] = [];
  const currency = (COUNT_IN.exec(sentence) ?? SAY_IN.exec(sentence))?.[1];
  if (currency) settings.push({ kind: 'setting', setting: 'currency', value: currency });
  const home = HOME.exec(sentence)?.groups;
  const place = home?.lives ?? home?.stays;
  if (place) settings.push({ kind: 'setting', setting: 'place', value: place });
  const child = CHILD.exec(sentence)?.[1];
  const age = child && !WISHES.test(sentence) ? parseCount(child) : null;
  if (age !== null && age > 0 && age < 18)
    settings.push({ kind: 'setting', setting: 'child', value: String(age) });
  const consoles = OWNS.test(sentence) && !WISHES.test(sentence) ? findGamePlatforms(sentence) : [];
  if (consoles.length > 0) settings.push({ kind: 'setting', setting: 'console', value: consoles.join(',') });
  if (SHORT.test(sentence)) settings.push({ kind: 'setting', setting: 'length', value: 'short' });
  else if (LONG.test(sentence)) settings.push({ kind: 'setting', setting: 'length', value: 'long' });
  return settings;
}
