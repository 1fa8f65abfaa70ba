import type { ItemType } from '../../../../domain/ranking/item.js';

/** What people ask for that the catalogue does not hold: what it is called, and what comes nearest to it. */
const lacking: readonly (readonly [name: string, pattern: RegExp, nearest: ItemType | null])[] = [
  ['podcasts', /\bpodcasts?\b/, 'book'],
  [
    'series',
    /\b(?:(?:tv|netflix) (?:series|shows?)|series|sitcoms?|shows? to (?:binge|watch)|binge[- ]?(?:watch|worthy)|k-?dramas?|soap operas?)\b/,
    'movie',
  ],
  [
    'albums and playlists',
    /\b(?:albums?|playlists?|records to listen|songs?|something to listen to)\b/,
    'event',
  ],
  ['magazines', /\bmagazines?\b/, 'book'],
  ['jigsaws', /\bjigsaws?\b/, 'board_game'],
  ['apps', /\b(?:phone|mobile) (?:games?|apps?)\b/, 'game'],
  ['toys', /\b(?:toys?|lego|dolls?)\b(?! (?:story|cost|was|for \d))/, 'board_game'],
  [
    'trips and hotels',
    /\b(?:hotels?|airbnbs?|flights?|a holiday|a vacation|weekend away|city breaks?|cruises?)\b/,
    'event',
  ],
  ['classes', /\b(?:cooking|language|dance|yoga|pottery) (?:class(?:es)?|courses?|lessons?)\b/, 'event'],
  ['yachts', /\b(?:yachts?|private jets?|sports cars?)\b/, null],
  ['clothes', /\b(?:sneakers|shoes|dresses|jackets?|clothes|handbags?)\b/, null],
  [
    'phones and other devices',
    /\b(?:new (?:phone|laptop|tv|tablet|headphones)|iphones?|ipads?|airpods)\b/,
    null,
  ],
];

/** What of a normalised wish the catalogue has not got; null where it may have all of it. */
export function findLacking(
  text: string,
): { readonly name: string; readonly nearest: ItemType | null } | null {
  for (const [name, pattern, nearest] of lacking) if (pattern.test(text)) return { name, nearest };
  return null;
}
