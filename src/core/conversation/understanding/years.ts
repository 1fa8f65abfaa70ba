import type { IsoDate } from '../../../domain/calendar.js';

/** The years that a thing may be from. */
interface Years {
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}

const NEW = /\b(?:new releases?|newly released|recent(?:ly)?|came out (?:this|last) year|brand new)\b/;
const DECADE = /\b(?:(?:the )?(19|20)?([0-9])0'?s)\b(?! (?:of|dollars))/;
const BEFORE =
  /\b(?:before|pre-?|older than|prior to|no later than|up to|until) ?(?:the )?(?:year )?((?:19|20)\d\d)(s)?\b/;
const AFTER =
  /\b(?:after|since|newer than|post-?|from|no older than|not older than) ?(?:the )?(?:year )?((?:19|20)\d\d)\b(?! ?(?:to|-))/;
const BETWEEN = /\b(?:between|from) ((?:19|20)\d\d) (?:and|to|-) ((?:19|20)\d\d)\b/;
const OF_YEAR = /\b(?:from|of|in) ((?:19|20)\d\d)\b/;
const OLD =
  /\b(?:old(?:ie)? (?:movies?|films?|books?)|black and white|silent (?:movies?|films?)|golden age)\b/;

/** Reads "before 2000", "from the 80s", "newer than 2015": the years that a normalised text allows. */
export function findYears(text: string, today: IsoDate): Years {
  const thisYear = Number(today.slice(0, 4));
  const between = BETWEEN.exec(text);
  if (between) return { yearFrom: Number(between[1]), yearTo: Number(between[2]) };
  const before = BEFORE.exec(text)?.[1];
  if (before)
    return { yearFrom: null, yearTo: Number(before) - (/older|before|pre|prior/.test(text) ? 1 : 0) };
  const decade = DECADE.exec(text);
  if (
    decade &&
    !/\b(?:in (?:my|his|her|their|our)|late|i am in|turn\w*)\b/.test(text.slice(0, decade.index).slice(-14))
  ) {
    const [, century, ten] = decade;
    const start = Number(`${century ?? (Number(ten) >= 3 ? '19' : '20')}${ten}0`);
    return { yearFrom: start, yearTo: start + 9 };
  }
  const after = AFTER.exec(text);
  if (after) {
    const year = Number(after[1]);
    if (
      /^from/.test(after[0]) &&
      !/\b(?:on|onwards?|up)\b/.test(
        text.slice(after.index + after[0].length, after.index + after[0].length + 10),
      )
    )
      return { yearFrom: year, yearTo: year };
    return { yearFrom: year, yearTo: null };
  }
  const single = OF_YEAR.exec(text)?.[1];
  if (single && Number(single) <= thisYear && /\b(?:movies?|films?|books?|games?|novels?)\b/.test(text))
    return { yearFrom: Number(single), yearTo: Number(single) };
  if (OLD.test(text)) return { yearFrom: null, yearTo: 1975 };
  return { yearFrom: NEW.test(text) ? thisYear - 2 : null, yearTo: null };
}
