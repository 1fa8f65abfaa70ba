const NAMED =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|new year's eve|new year's day|new year|christmas eve|christmas|boxing day|valentine)/g;

/** A time as somebody said it, as it stands after "for": without its preposition, days and months with their capital. */
export function whenWords(words: string): string {
  return words
    .replace(/^(?:for|on|in) /, '')
    .replace(NAMED, (name) => name.replace(/(?:^|(?<= ))[a-z]/g, (letter) => letter.toUpperCase()));
}
