import type { IsoDate } from '../../../domain/calendar.js';
import type { Wish } from './wish-shape.js';

const SHORTER =
  /\b(?:shorter|quicker|(?:not|nothing) (?:so|as|that|too) long|(?:too|a bit|rather|pretty) long(?! ago)|less long)\b/;
const CALMER =
  /\b(?:less|not (?:so|as|quite so|that)) (?:stressful|hectic|intense|frantic|violent|scary|dark|tense|loud|brutal|exciting)\b|\b(?:calmer|lighter|less (?:heavy|depressing|sad|serious|grim)|gentler|quieter|milder|softer|more (?:relaxed|relaxing|chilled?|peaceful))\b/;
const EASIER =
  /\b(?:easier|simpler|less (?:complicated|complex|difficult|hard|nerdy|challenging)|not (?:so|as|that) (?:complicated|complex|difficult|hard))\b/;
const NEWER = /\b(?:newer|more (?:recent|modern)|less old|not (?:so|as|that|quite so) old)\b/;
const LONGER = /\b(?:longer|meatier)\b/;
const OLDER = /\b(?:older ones?|something older|anything older|^older)\b/;
/** What nobody calls calm. */
const HARSH = ['horror', 'war', 'shooter', 'fighting', 'survival', 'action', 'thriller'];
/** Years back from today that still count as new, where something less old is asked for. */
const NEW_YEARS = 20;
const OLD_YEARS = 40;

/** How the next things should differ from those on the table: "something less stressful", "a shorter one". */
export interface Comparison {
  readonly change: Partial<Wish>;
  /** Shorter than what was shown, without a figure: how short that is depends on the kind. */
  readonly shorter: boolean;
}

/** Reads a comparison with what is on the table from a normalised text; null where it compares nothing. */
export function readComparison(text: string, wish: Wish, today: IsoDate): Comparison | null {
  const year = Number(today.slice(0, 4));
  if (SHORTER.test(text)) return { change: { about: null }, shorter: !/\d/.test(text) };
  if (LONGER.test(text)) return { change: { order: 'longest', about: null }, shorter: false };
  if (CALMER.test(text))
    return {
      change: {
        mood: wish.mood ?? 'relaxing',
        excludeGenres: [...new Set([...wish.excludeGenres, ...HARSH])],
        avoid: [],
        about: null,
      },
      shorter: false,
    };
  if (EASIER.test(text))
    return {
      change: { unseen: [...new Set([...wish.unseen, 'how hard it is'])], avoid: [], about: null },
      shorter: false,
    };
  if (NEWER.test(text))
    return {
      change: { yearFrom: wish.yearFrom ?? year - NEW_YEARS, avoid: [], about: null },
      shorter: false,
    };
  if (OLDER.test(text))
    return { change: { yearTo: wish.yearTo ?? year - OLD_YEARS, about: null }, shorter: false };
  return null;
}
