const NAMED =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|new year|christmas|valentine)/g;

/** A time as somebody said it, as it stands after "for": without its preposition, days and months with their capital. */
export function whenWords(words: string): string {
  return words
    .replace(/^(?:for|on|in) /, '')
    .replace(NAMED, (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
}
