import { add } from '../../../domain/money.js';
import { readAside } from './asides.js';
import { readCommand } from './commands.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readItemIntent } from './item-intents.js';
import { readMoneyQuestion } from './money-intents.js';
import { readMoneyTold, readServices } from './money-told.js';
import { normalise } from './normalise.js';
import { readTaste } from './taste.js';
import { emptyWish, readWish } from './wish.js';

/** What a message says, in the order in which it is answered: first what was told, then what is asked. */
export interface Understanding {
  readonly told: readonly Intent[];
  readonly asked: readonly Intent[];
  /** True where some part was neither. */
  readonly unsure: boolean;
}

const ABOUT_ME =
  /^(?:so |and )*(?:what|everything) (?:do )?you (?:know|remember|have)(?: (?:about|on|of) me)?(?: so far)?[?.!\s]*$/;
const ABOUT_ME_PARTS: readonly Intent[] = [
  { kind: 'budget' },
  { kind: 'show-taste' },
  { kind: 'subscriptions' },
  { kind: 'documents', change: 'list' },
];
/** A short remark on what was offered that says how the next ones should differ. */
const FOLLOWS =
  /^(?:and|but|hm+|well|no|ok|please|maybe|rather)?\b.*\b(?:not|no|more|less|too|without|rather|only|instead|prefer)\b/;
/** At most this many questions of one message are answered in one reply. */
const MAX_ASKED = 3;
const TOLD: ReadonlySet<Intent['kind']> = new Set([
  'taste',
  'figure',
  'log',
  'correct',
  'amend',
  'subscription-change',
  'setting',
]);
const SMALL_TALK: ReadonlySet<Intent['kind']> = new Set(['greeting', 'thanks', 'farewell', 'how-are-you']);

/** Understands a message without a model: sentence by sentence, commands first, then money, then things. */
export function readMessage(text: string, world: ReadingWorld): Understanding {
  // Program text is no wish.
  if (/^\s*[{[<]/.test(text)) return { told: [], asked: [], unsure: true };
  const plain = withService(normalise(text), world);
  if (ABOUT_ME.test(plain)) return { told: [], asked: ABOUT_ME_PARTS, unsure: false };
  const whole = readCommand(plain);
  if (whole) return { told: [], asked: [whole], unsure: false };
  const told: Intent[] = [];
  const asked: Intent[] = [];
  let unsure = false;
  for (const sentence of sentencesOf(plain)) {
    const intents = readSentence(sentence, world);
    if (intents.length === 0) unsure = true;
    for (const intent of intents) (TOLD.has(intent.kind) ? told : asked).push(intent);
  }
  if (
    told.length === 0 &&
    asked.length === 0 &&
    world.offered.length > 0 &&
    FOLLOWS.test(plain) &&
    plain.split(' ').length <= 9
  )
    asked.push({ kind: 'refine', refinement: 'other', wish: emptyWish, item: null, unsure: true });
  const questions = withoutSmallTalk(distinct(completed(asked, plain, told, world)), told.length > 0);
  return { told: distinct(joined(told)), asked: questions.slice(0, MAX_ASKED), unsure };
}

/** "What can I watch on it" after a service was named. */
function withService(plain: string, world: ReadingWorld): string {
  if (!world.service) return plain;
  const name = world.service.toLowerCase();
  return plain.replace(
    /\b(watch|play|read|listen to|see|good|new) on (?:it|there)\b/,
    (_whole, verb) => `${verb} on ${name}`,
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.?!;])\s+(?!now \d)|(?<=,)\s+(?=(?!what is the price|how much (?:is it|are they))(?:what|which|how|can|could|should|why|where|any|recommend|suggest|find|show|give me)\b)|,?\s(?:and|but)\s(?=maybe (?:a|an|some)\s)|,?\s(?:and|but)\s(?=my\s|i (?:make|earn|pay|save|get paid)\b)|,?\s(?:and|so|but)\s(?=(?:what|how much|can i|can we|could|should i|why|where|recommend|suggest|find me|show me|give me)\b)/,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, 12);
}

function readSentence(sentence: string, world: ReadingWorld): Intent[] {
  const aside = readAside(sentence);
  if (aside) return [aside];
  const command = readCommand(
    sentence.replace(/^(?:hi|hey|hello|ok|okay|thanks|great)[,!.\s]+(?=\S{3,})/, ''),
  );
  if (command) return [command];
  if (/\b(?:know|remember)\b.*\bmy taste\b|\bwhat (?:do|have) i like\b/.test(sentence))
    return [{ kind: 'show-taste' }];
  const setting = readSetting(sentence);
  if (setting) return [setting];
  const question =
    /\?\s*$/.test(sentence) ||
    /^(?:(?:so|and|ok(?:ay)?|hey|then) )*(?:what|which|how|can|could|should|why|where|any|recommend|suggest|find|show|give|do(?! not)|does|is|are|am|if i)\b/.test(
      sentence,
    ) ||
    /\b(?:what is left|doable|how long would|prove (?:it|that|this)|do not believe)\b/.test(sentence);
  const told = [
    ...readMoneyTold(sentence, world),
    readTaste(sentence),
    ...readServices(sentence, world),
  ].filter((intent) => intent !== null);
  if (question) {
    const money = readMoneyQuestion(sentence, world);
    if (money) return [...told.filter((intent) => intent.kind === 'taste'), money];
    const item = readItemIntent(sentence, world);
    // "What can I watch on Netflix?" tells of no new subscription.
    const news = told.filter(
      (intent) => intent.kind !== 'subscription-change' || /\b(?:have|got|pay|subscribed?)\b/.test(sentence),
    );
    return item ? [...news, item] : news;
  }
  if (told.length > 0) return toldAndWished(sentence, told, world);
  const found = readItemIntent(sentence, world);
  // "how much is left" without its question mark, "show my subscriptions".
  const money = readMoneyQuestion(sentence, world);
  if (money && (!found || found.kind === 'recommend' || found.kind === 'search' || found.kind === 'refine'))
    return [money];
  return found ? [found] : [];
}

/** "I have Netflix and hate horror" only tells; "I love jazz, looking for a gig tonight" asks as well. */
function toldAndWished(sentence: string, told: readonly Intent[], world: ReadingWorld): Intent[] {
  if (/^(?:please )?(?:do not (?:ever )?|never |stop )/.test(sentence)) return [...told];
  const asks =
    /\b(?:looking for|recommend|suggest|find me|find us|want to (?:see|watch|play|read|go|do)|would like to|in the mood for|need (?:a|an|some|something)|something|anything|tonight|this weekend)\b/.test(
      sentence,
    );
  if (
    !asks ||
    told.some((intent) => intent.kind === 'log' || intent.kind === 'correct' || intent.kind === 'figure')
  )
    return [...told];
  const item = readItemIntent(sentence, world);
  return item && (item.kind === 'recommend' || item.kind === 'refine' || item.kind === 'plan')
    ? [...told, item]
    : [...told];
}

function readSetting(sentence: string): Intent | null {
  const currency =
    /^(?:(?:please )?(?:use|set|change|switch|show)(?: (?:me|my|the|it))?(?: currency)?(?: (?:to|in|as))?|my currency is|i (?:use|pay in|live with|earn in)|everything in|prices in) (usd|aud|nzd|cad|gbp|eur|jpy|inr|chf|sek|nok|dkk|sgd|hkd|zar|us dollars?|australian dollars?|aussie dollars?|canadian dollars?|new zealand dollars?|pounds?|british pounds?|euros?|yen|rupees?)[\s.!]*$/.exec(
      sentence,
    )?.[1];
  if (currency) return { kind: 'setting', setting: 'currency', value: currency };
  const place = /^i (?:live|am based|am living) in ([a-z][a-z .'-]{2,40}?)[\s.!]*$/.exec(sentence)?.[1];
  return place ? { kind: 'setting', setting: 'place', value: place } : null;
}

/** Rent told beside bills is one sum of fixed needs. */
function joined(told: readonly Intent[]): Intent[] {
  const result: Intent[] = [];
  for (const intent of told) {
    const last = result.findIndex(
      (one) =>
        one.kind === 'figure' &&
        one.figure === 'fixed_expenses' &&
        intent.kind === 'figure' &&
        intent.figure === 'fixed_expenses' &&
        one.per === intent.per,
    );
    const earlier = result[last];
    if (
      earlier?.kind === 'figure' &&
      intent.kind === 'figure' &&
      earlier.amount &&
      intent.amount &&
      earlier.amount.currency === intent.amount.currency
    )
      result[last] = { ...earlier, amount: add(earlier.amount, intent.amount) };
    else result.push(intent);
  }
  return result;
}

/** What one sentence of a message says of who comes, when and for how much holds for the wish in another. */
function completed(
  asked: readonly Intent[],
  plain: string,
  told: readonly Intent[],
  world: ReadingWorld,
): Intent[] {
  if (told.some((intent) => intent.kind === 'figure' || intent.kind === 'log')) return [...asked];
  const whole = readWish(plain, world);
  return asked.map((intent) => {
    if (intent.kind !== 'recommend' && intent.kind !== 'plan') return intent;
    const { wish } = intent;
    return {
      ...intent,
      wish: {
        ...wish,
        maxPrice: wish.maxPrice ?? whole.maxPrice,
        partySize: wish.partySize ?? whole.partySize,
        when: wish.when ?? whole.when,
        age: wish.age ?? whole.age,
        place: wish.place ?? whole.place,
        mood: wish.mood ?? whole.mood,
        like: wish.like ?? whole.like,
        excludeGenres: [...new Set([...wish.excludeGenres, ...whole.excludeGenres])],
      },
    };
  });
}

function distinct(intents: readonly Intent[]): Intent[] {
  const seen = new Set<string>();
  const named = intents.some((intent) => intent.kind === 'recommend' && intent.wish.types.length > 0);
  const priced = intents.some((intent) => intent.kind === 'afford' && intent.price !== null);
  return intents.filter((intent) => {
    // What has no subject of its own belongs to the one that has.
    if (named && intent.kind === 'recommend' && intent.wish.types.length === 0) return false;
    if (priced && intent.kind === 'afford' && intent.price === null) return false;
    const key =
      intent.kind === 'taste'
        ? JSON.stringify(intent)
        : intent.kind === 'recommend'
          ? `wish ${intent.wish.types.join()}`
          : intent.kind === 'refine'
            ? 'refine'
            : JSON.stringify(intent);
    return !seen.has(key) && seen.add(key);
  });
}

/** "Hi! What can I watch?" is answered by what to watch. */
function withoutSmallTalk(asked: readonly Intent[], told: boolean): Intent[] {
  const real = asked.filter((intent) => !SMALL_TALK.has(intent.kind));
  return real.length > 0 || told ? real : [...asked];
}
