const filler = new Set(
  'a an and the of in on for to by game board card book novel edition paperback hardcover'.split(' '),
);

function tokens(title: string): Set<string> {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !filler.has(word)));
}

/** Words that make another product of a title: an expansion of a game is not the game. */
const others = [
  'expansion',
  'extension',
  'promo',
  'sleeves',
  'organizer',
  'insert',
  'playmat',
  'calendar',
  'poster',
  'guide',
  'summary',
];

/** Whether a shop's or video's title is about the thing: all of the thing's own words, and no sign of an accessory. */
export function sameTitle(found: string, wanted: string): boolean {
  const [has, needs] = [tokens(found), tokens(wanted)];
  if (needs.size === 0) return found.trim().toLowerCase() === wanted.trim().toLowerCase();
  const complete = [...needs].every((word) => has.has(word));
  return complete && !others.some((word) => has.has(word) && !needs.has(word));
}
