/** Words that name a time by themselves. */
const NAMES =
  /^(?:today|tonight|tomorrow|yesterday|weekends?|weeks?|months?|years?|days?|fortnights?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues?|thurs?|fri|january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|ago|mornings?|evenings?|afternoons?|nights?|thanksgiving|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th))$/;
/** Words that name a time only beside one of those, or after a word that points at one: "in may", "last winter". */
const WEAK =
  /^(?:may|mar|march|mon|wed|sat|sun|spring|summer|autumn|fall|winter|christmas|easter|halloween)$/;
const POINTS = /^(?:in|on|of|this|next|last|since|until|till|by|before|during|early|mid|late|\d{1,2}|\d{4})$/;
/** Words that stand between and around them. */
const JOINS =
  /^(?:on|this|next|last|past|coming|previous|current|the|of|in|by|until|till|since|before|after|from|to|between|and|end|start|beginning|middle|early|mid|late|later|first|second|third|a|an|few|couple|other|two|three|four|five|six|seven|eight|nine|ten|at|around|for|within|during|good|every|all|\d{1,4}|\d{1,2}(?::\d{2})?(?:am|pm)|am|pm|o'clock|noon|midnight|now)$/;
/** What may stand last in a phrase beside a name: the day, the year, the hour. */
const ENDS = /^(?:\d{1,4}|\d{1,2}(?::\d{2})?(?:am|pm)|am|pm|o'clock|noon|midnight|now)$/;
/** What stands before a phrase and is none of it: "for two on saturday". */
const BEFORE =
  /^(?:(?:and|to|for|of|all|first|second|third|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)(?= (?:on|at|this|next|tonight|tomorrow)\b)) )+/;
/** A text that names more times than this tells a story. */
const MOST_PHRASES = 3;
const MOST_WORDS = 8;

/**
 * The phrases of a normalised text that may name a time, in their order: "on saturday night", "the last 3 months". Only
 * these, a few words each, are worth a reading by the library of dates, which is slow.
 */
export function findTimePhrases(text: string): string[] {
  const phrases: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    const phrase = phraseOf(run);
    if (phrase) phrases.push(phrase);
    run = [];
  };
  for (const said of text.split(' ')) {
    if (phrases.length >= MOST_PHRASES) return phrases;
    const [, opening = '', word = '', closing = ''] = /^([^a-z0-9]*)(.*?)([^a-z0-9]*)$/.exec(said) ?? [];
    if (opening !== '' || run.length >= MOST_WORDS) close();
    if (!isOfTime(word)) {
      close();
      continue;
    }
    run.push(word);
    if (closing !== '') close();
  }
  close();
  return phrases.slice(0, MOST_PHRASES);
}

function isOfTime(word: string): boolean {
  return NAMES.test(word) || WEAK.test(word) || JOINS.test(word);
}

/** A run of words without what only joins it to the rest of the sentence; null where it names no time. */
function phraseOf(run: readonly string[]): string | null {
  const names = run.map(
    (word, at) =>
      NAMES.test(word) ||
      (WEAK.test(word) && (POINTS.test(run[at - 1] ?? '') || /^\d/.test(run[at + 1] ?? ''))),
  );
  const last = names.lastIndexOf(true);
  if (last < 0) return null;
  let end = last + 1;
  for (let at = end; at < run.length; at += 1) if (ENDS.test(run[at] ?? '')) end = at + 1;
  return run
    .slice(0, end)
    .join(' ')
    .replace(BEFORE, '')
    .replace(/ for \d{1,3}$/, '');
}
