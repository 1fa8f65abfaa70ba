import { add, zero } from '../../../domain/money.js';
import { currencyNamed } from './amounts.js';
import { readCommand } from './commands.js';
import { type Feeling, readFeeling } from './feelings.js';
import { readFollowOn } from './follow-on.js';
import { readForeign } from './foreign.js';
import { type Intent, type ReadingWorld, TOLD } from './intents.js';
import { normalise } from './normalise.js';
import { readSentence } from './read-sentence.js';
import { readReference } from './references.js';
import { readSavingPace } from './saving-asked.js';
import { splitWish } from './split-wish.js';
import { findServices, findTypes } from './vocabulary.js';
import { emptyWish, genresAtAge, readWish } from './wish.js';

/** What a message says, in the order in which it is answered: first what was told, then what is asked. */
export interface Understanding {
  readonly told: readonly Intent[];
  readonly asked: readonly Intent[];
  /** True where some part was neither. */
  readonly unsure: boolean;
  /** How somebody said that they are. */
  readonly feeling: Feeling | null;
  /** The language it was said in, where that was not English. */
  readonly language: string | null;
}

const nothing: Understanding = { told: [], asked: [], unsure: false, feeling: null, language: null };

const ABOUT_ME =
  /^(?:so |and )*(?:what|everything) (?:do )?you (?:know|remember|have)(?: (?:about|on|of) me)?(?: so far)?[?.!\s]*$/;
const ABOUT_ME_PARTS: readonly Intent[] = [
  { kind: 'budget' },
  { kind: 'known' },
  { kind: 'show-taste' },
  { kind: 'subscriptions' },
  { kind: 'documents', change: 'list' },
];
/** A short remark on what was offered that says how the next ones should differ. */
const FOLLOWS =
  /^(?:and|but|hm+|well|no|ok|please|maybe|rather)?\b.*\b(?:not|no|more|less|too|without|rather|only|instead|prefer)\b/;
/** Something is refused, and something else is named in its place. */
const OTHERWISE =
  /^(?:(?:no|oh|actually|well|sorry|wait|hm+)[,\s]+)*not\b(?! (?:a (?:big |huge )?fan|into|keen|my|our)\b)/;
/** At most this many questions of one message are answered in one reply. */
const MAX_ASKED = 3;
/** Said of oneself, or for ever. */
const OWN = /\b(?:i|we|me|my|us|our|ever|never|always|hate|hates|love|loves|stop)\b/;
/** Said about a list, it asks for another. */
const NAH =
  /^(?:(?:nah+|nope|meh|e+w+|yuck|ugh|pass|next|no+|not really|hm+ no|boring|not feeling it|nothing there|none)[\s,.!]*)+$/;
const SMALL_TALK: ReadonlySet<Intent['kind']> = new Set([
  'greeting',
  'thanks',
  'farewell',
  'how-are-you',
  'yes',
  'no',
]);

/** Understands a message without a model: sentence by sentence, commands first, then money, then things. */
export function readMessage(text: string, world: ReadingWorld): Understanding {
  const understood = understand(text, world);
  return { ...understood, language: readForeign(text.slice(0, 500).toLowerCase())?.language ?? null };
}

function understand(text: string, own: ReadingWorld): Understanding {
  // Program text is no wish.
  if (/^\s*[{[<]/.test(text)) return { ...nothing, unsure: true };
  const plain = withService(normalise(text), own);
  const world = { ...own, currency: currencyNamed(plain, own.currency) };
  if (ABOUT_ME.test(plain)) return { ...nothing, asked: ABOUT_ME_PARTS };
  if (plain === '' || /^[?!.]+$/.test(plain)) return { ...nothing, asked: [{ kind: 'acknowledged' }] };
  if (world.offered.length > 0 && NAH.test(plain))
    return { ...nothing, asked: [{ kind: 'refine', refinement: 'other', wish: emptyWish, item: null }] };
  const whole =
    readCommand(plain) ??
    readFollowOn(plain, world) ??
    // "If I put 40 a week away, how long …": one question over two clauses.
    (/^if\b[^.?!;]*,[^.?!;]*\??$/.test(plain) ? readSavingPace(plain, world) : null);
  if (whole) return { ...nothing, asked: [whole] };
  const told: Intent[] = [];
  const asked: Intent[] = [];
  const passing: Intent[] = [];
  let unsure = false;
  for (const sentence of sentencesOf(plain)) {
    const intents = readSentence(sentence, world).map((intent) => whatToGet(intent, sentence, world));
    if (intents.length === 0) unsure = true;
    for (const intent of intents) {
      if (intent.kind === 'taste' && !OWN.test(sentence)) passing.push(intent);
      (TOLD.has(intent.kind) ? told : asked).push(intent);
    }
  }
  if (
    told.length === 0 &&
    asked.length === 0 &&
    world.offered.length > 0 &&
    FOLLOWS.test(plain) &&
    plain.split(' ').length <= 9
  )
    asked.push({ kind: 'refine', refinement: 'other', wish: emptyWish, item: null, unsure: true });
  // "Not thai actually, sushi", with things on the table: another wish, and no taste for ever.
  if (asked.length === 0 && told.length > 0 && told.length === passing.length && OTHERWISE.test(plain)) {
    const wish = readWish(plain, world);
    if (world.offered.length > 0 && wish.genres.length + wish.types.length + wish.excludeGenres.length > 0)
      asked.push({ kind: 'refine', refinement: 'change', wish, item: null });
  }
  // "Not animated" beside a wish is part of it, and no taste for ever.
  if (asked.some((intent) => intent.kind === 'recommend' || intent.kind === 'refine'))
    for (const intent of passing) told.splice(told.indexOf(intent), 1);
  likeWhatWasNamed(asked);
  aboutWhatWasPointedAt(asked, plain, world);
  const feeling = readFeeling(plain);
  const wished = feeling ? comforting(feeling, asked, told, plain, world) : asked;
  const questions = withoutSmallTalk(
    together(distinct(completed(wished, plain, told, world)), plain, world),
    told.length > 0 || feeling !== null,
  );
  return { ...nothing, told: distinct(joined(told)), asked: questions.slice(0, MAX_ASKED), unsure, feeling };
}

/** "The second one looks good, how long is it?": "it" is what the message points at. */
function aboutWhatWasPointedAt(asked: Intent[], plain: string, world: ReadingWorld): void {
  const pointed = world.offered.length > 0 ? readReference(plain, world.offered) : null;
  if (!pointed || pointed.by === 'last') return;
  for (const [at, intent] of asked.entries())
    if (intent.kind === 'why' && intent.item?.by === 'last') asked[at] = { ...intent, item: pointed };
}

/** "What card game can I get?" asks for ideas, and for no verdict on a price that nobody named. */
function whatToGet(intent: Intent, sentence: string, world: ReadingWorld): Intent {
  if (intent.kind !== 'afford' || intent.price !== null) return intent;
  if (!/^(?:(?:so|and|ok|then)\s)*(?:what|which|any)\b/.test(sentence) || findTypes(sentence).length === 0)
    return intent;
  return { kind: 'recommend', wish: readWish(sentence, world) };
}

/** "We own Catan, what next?": more of what was named, where the wish names no kind of its own. */
function likeWhatWasNamed(asked: Intent[]): void {
  const known = asked.find(
    (intent) =>
      intent.kind === 'react' &&
      intent.item.by === 'title' &&
      /^(?:owned|seen|liked|purchased)$/.test(intent.reaction),
  );
  if (known?.kind !== 'react' || known.item.by !== 'title') return;
  const [first = ''] = known.item.title.split(/,\s*|\s(?:and|&)\s/);
  for (const [at, intent] of asked.entries()) {
    if (
      intent.kind !== 'recommend' ||
      intent.wish.types.length > 0 ||
      intent.wish.like ||
      intent.wish.genres.length > 0
    )
      continue;
    asked[at] = { ...intent, wish: { ...intent.wish, like: first.trim(), about: null, theme: null } };
  }
}

/** Wishes for things of different kinds are one answer. */
function together(asked: readonly Intent[], plain: string, world: ReadingWorld): Intent[] {
  const planned = asked.find((intent) => intent.kind === 'plan');
  // "Plan my weekend, a movie saturday and a game sunday": both were named, and no dinner.
  const named = planned?.kind === 'plan' && !/\b(?:evening|night|date)\b/.test(plain) ? planned : null;
  const spoken = named ?? asked.find((intent) => intent.kind === 'recommend' && !intent.keep);
  if (!spoken || asked.some((intent) => intent.kind === 'refine' || (intent.kind === 'plan' && !named)))
    return [...asked];
  const several = splitWish(plain, world);
  if (!several || (named && several.wishes.some(({ types }) => types.includes('restaurant'))))
    return [...asked];
  return asked.flatMap((intent): Intent[] =>
    intent === spoken ? [{ kind: 'several', ...several }] : intent.kind === 'recommend' ? [] : [intent],
  );
}

/** What helps somebody who told how they are: gentle things for one, free ones where money is the worry. */
function comforting(
  feeling: Feeling,
  asked: readonly Intent[],
  told: readonly Intent[],
  plain: string,
  world: ReadingWorld,
): Intent[] {
  const real = asked.filter(
    (intent) => intent.kind !== 'react' && intent.kind !== 'sorry' && intent.kind !== 'search',
  );
  if (feeling === 'crisis') return [];
  if (feeling === 'grieving' && !real.some((intent) => intent.kind === 'recommend')) return [];
  if (feeling === 'worried')
    return real.some((intent) => intent.kind !== 'recommend') ? real : [{ kind: 'budget' }];
  if (told.length > 0 && real.length === 0) return [];
  const wish = readWish(plain, world);
  const gentle = {
    ...wish,
    about: null,
    mood: wish.mood ?? (feeling === 'glad' ? null : 'cozy'),
    partySize:
      feeling === 'glad'
        ? wish.partySize
        : wish.partySize === 2 && feeling === 'heartbroken'
          ? 1
          : (wish.partySize ?? 1),
    freeOnly: wish.freeOnly || feeling === 'jobless',
    maxPrice: feeling === 'jobless' ? zero(world.currency) : wish.maxPrice,
    excludeGenres:
      feeling === 'glad'
        ? wish.excludeGenres
        : [
            ...new Set([
              ...wish.excludeGenres,
              ...HARSH,
              ...(feeling === 'heartbroken' || feeling === 'lonely' ? ['romance', 'romantic comedy'] : []),
            ]),
          ],
  };
  const others = real.filter(
    (intent) => intent.kind !== 'recommend' && !SMALL_TALK.has(intent.kind) && intent.kind !== 'yes',
  );
  return others.length > 0 ? others : [{ kind: 'recommend', wish: gentle }];
}

const HARSH = ['horror', 'war', 'thriller', 'crime'];

/** "What can I watch on it" after a service was named. */
function withService(plain: string, world: ReadingWorld): string {
  const service = findServices(plain).at(-1)?.name ?? world.service;
  if (!service) return plain;
  const name = service.toLowerCase();
  return plain.replace(
    /\b(watch|play|read|listen to|see|good|new) on (?:it|there)\b/,
    (_whole, verb) => `${verb} on ${name}`,
  );
}

function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.?!;])\s+(?!now \d)|(?<=,)(?<!\b(?:first|second|third|fourth|last|that|this|other) (?:one|game|book|movie|film|place|option)?,)\s+(?=(?!what is the price|how much (?:is it|are they))(?:what|which|how|can|could|should|why|where|any|is there|are there|got any|recommend|suggest|find|show|give me)\b)|,?\s(?:and|but)\s(?=maybe (?:a|an|some)\s)|,?\s(?:and|but)\s(?=my (?:rent|bills?|mortgage|income|salary|pay|wage|budget|savings|loan|fixed|expenses)\b|i (?:make|earn|pay|save|get paid)\b)|,?\s(?:and|so|but)\s(?=(?:what|how much|can i|can we|could|should i|why|where|recommend|suggest|find me|show me|give me)\b)/,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, 8);
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
        (one.per ?? 'monthly') === (intent.per ?? 'monthly'),
    );
    const earlier = result[last];
    if (
      earlier?.kind === 'figure' &&
      intent.kind === 'figure' &&
      earlier.amount &&
      intent.amount &&
      earlier.amount.currency === intent.amount.currency
    ) {
      const { part: _part, ...whole } = earlier;
      result[last] = { ...whole, amount: add(earlier.amount, intent.amount) };
    } else result.push(intent);
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
        genres: genresAtAge(wish.genres, wish.age ?? whole.age),
        place: wish.place ?? whole.place,
        mood: wish.mood ?? whole.mood,
        like: wish.like ?? whole.like,
        excludeGenres: [...new Set([...wish.excludeGenres, ...whole.excludeGenres])],
        excludeTypes: [...new Set([...wish.excludeTypes, ...whole.excludeTypes])],
        types: wish.types.filter((type) => !whole.excludeTypes.includes(type)),
        without: [...new Set([...wish.without, ...whole.without])],
        avoid: [...new Set([...wish.avoid, ...whole.avoid])],
        platforms: wish.platforms.length > 0 ? wish.platforms : whole.platforms,
        maxMinutes: wish.maxMinutes ?? whole.maxMinutes,
        minPrice: wish.minPrice ?? whole.minPrice,
        freeOnly: wish.freeOnly || whole.freeOnly,
        cheap: wish.cheap || whole.cheap,
        included: wish.included || whole.included,
        yearFrom: wish.yearFrom ?? whole.yearFrom,
        yearTo: wish.yearTo ?? whole.yearTo,
        count: wish.count ?? whole.count,
        share: wish.share ?? whole.share,
        theme: wish.theme ?? (wish.like ? null : whole.theme),
        about: wish.about ?? (wish.like ? null : whole.theme),
        unseen: whole.unseen,
        lacking: whole.lacking,
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
