import type { CatalogueItem } from '../../domain/ranking/item.js';
import { titleKey } from '../conversation/understanding/references.js';
import { findGenres, findMood } from '../conversation/understanding/vocabulary.js';
import type { CoreContext } from '../ports/context.js';
import type { ResolvedItem } from './resolve-item.js';
import type { ToolTurn } from './tool.js';

type Offered = ToolTurn['memory']['offered'][number];
interface Candidate {
  readonly offered: Offered;
  readonly item: CatalogueItem;
}

/** Words that order things, each with the figure that is largest for the one that is meant; null where it has none. */
const BY_FIGURE: readonly (readonly [RegExp, (one: Candidate) => number | null])[] = [
  [/^(?:free|gratis)$/, ({ offered }) => (offered.cost?.minor === 0 ? 1 : null)],
  [
    /^(?:cheap(?:er|est)?|inexpensive|affordable)$/,
    ({ offered }) => (offered.cost ? -offered.cost.minor : null),
  ],
  [
    /^(?:expensive|pric(?:ey|ier|iest)|dear(?:er|est)?|fanc(?:y|iest))$/,
    ({ offered }) => offered.cost?.minor ?? null,
  ],
  [/^(?:short(?:er|est)?|quick(?:er|est)?)$/, ({ item }) => (item.minutes === null ? null : -item.minutes)],
  [/^long(?:er|est)?$/, ({ item }) => item.minutes],
  [/^(?:newe(?:r|st)|recent|modern|latest)$/, ({ item }) => item.year],
  [/^old(?:er|est)?$/, ({ item }) => (item.year === null ? null : -item.year)],
];

/** Of the things on the table the one that a word or two fits: "cheap", "dice", "scary"; null where none does. */
export async function withTrait(
  context: Pick<CoreContext, 'database'>,
  { memory }: ToolTurn,
  words: string,
): Promise<ResolvedItem | null> {
  const candidates: Candidate[] = [];
  for (const offered of memory.offered) {
    const item = await context.database.store.catalogue.getItem(offered.itemId);
    if (item) candidates.push({ offered, item });
  }
  const figure = BY_FIGURE.find(([pattern]) => pattern.test(words))?.[1];
  const [first] = candidates
    .map((one) => ({ one, value: figure ? figure(one) : tells(one.item, words) }))
    .flatMap(({ one, value }) => (value === null ? [] : [{ one, value }]))
    .sort((left, right) => right.value - left.value);
  return first?.one.offered ?? null;
}

/** How much of a record speaks of the words; null where nothing does. */
export function tells(item: CatalogueItem, words: string): number | null {
  const mood = findMood(words);
  const genres = [
    ...findGenres(words),
    ...(mood === 'scary' ? ['horror'] : []),
    ...(mood === 'funny' ? ['comedy'] : []),
  ];
  const record = ` ${titleKey(recordOf(item))} `;
  const found = titleKey(words)
    .split(' ')
    .filter((word) => word.length > 2)
    .filter((word) => record.includes(` ${word.replace(/(?:es|s)$/, '')}`)).length;
  const points =
    found +
    (mood !== null && item.moods.includes(mood) ? 2 : 0) +
    genres.filter((genre) => item.genres.includes(genre)).length * 2;
  return points > 0 ? points : null;
}

function recordOf({
  title,
  type,
  genres,
  tags,
  moods,
  description,
  creators,
  platform,
  includedIn,
  year,
}: CatalogueItem) {
  const services = includedIn.map(({ service }) => service);
  return [
    title,
    type,
    ...genres,
    ...tags,
    ...moods,
    description ?? '',
    ...creators,
    platform ?? '',
    ...services,
    year ?? '',
  ].join(' ');
}
