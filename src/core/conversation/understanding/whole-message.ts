import type { Intent, ReadingWorld } from './intents.js';
import { readReference } from './references.js';
import { splitWish } from './split-wish.js';
import { genresAtAge, readWish } from './wish.js';

/** "The second one looks good, how long is it?": "it" is what the message points at. */
export function aboutWhatWasPointedAt(asked: Intent[], plain: string, world: ReadingWorld): void {
  const pointed = world.offered.length > 0 ? readReference(plain, world.offered) : null;
  if (!pointed || pointed.by === 'last') return;
  for (const [at, intent] of asked.entries())
    if (intent.kind === 'why' && intent.item?.by === 'last') asked[at] = { ...intent, item: pointed };
}

/** "We own Catan, what next?": more of what was named, where the wish names no kind of its own. */
export function likeWhatWasNamed(asked: Intent[]): void {
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

/** What an evening is made of; a wish for such things beside a plan is part of it. */
const OF_AN_EVENING = new Set(['event', 'restaurant', 'movie']);

/** One wish is answered once: what is wished beside a plan, or beside a change of the list, belongs to that. */
export function answeredOnce(asked: readonly Intent[]): Intent[] {
  const plan = asked.some(({ kind }) => kind === 'plan');
  const change = asked.some(({ kind }) => kind === 'refine');
  return asked.filter((intent) => {
    if (intent.kind !== 'recommend' || intent.keep) return true;
    if (plan) return intent.wish.types.some((type) => !OF_AN_EVENING.has(type));
    return !change || intent.wish.types.length > 0;
  });
}

/** Wishes for things of different kinds are one answer. */
export function together(asked: readonly Intent[], plain: string, world: ReadingWorld): Intent[] {
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

/** What one sentence of a message says of who comes, when and for how much holds for the wish in another. */
export function completed(
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
        minMinutes: wish.minMinutes ?? whole.minMinutes,
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
