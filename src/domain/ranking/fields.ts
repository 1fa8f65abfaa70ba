import type { RankableItem } from './item.js';

/** One field of a catalogue (genre, authors, year): which of its tokens each item has. */
export interface Field {
  readonly name: string;
  readonly tokens: number;
  /** The tokens of item i are at [starts[i], starts[i + 1]). */
  readonly starts: Int32Array;
  readonly tokenAt: Int32Array;
}

/** A field that few items have, or that says the same of all, tells nothing. */
const least = { share: 0.05, items: 20 };
/** The fields that most items have are kept. */
const mostFields = 12;
/** Numbers fall into overlapping bins, so that neighbours share one. */
const bins = 10;
const wordsOfText = 60;

const stopWords = new Set(
  'a an and are as at by for from has he her his in into is it its of on or she that the their they this to two was when where who whose with you your'.split(
    ' ',
  ),
);

function words(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return found.filter((word) => !stopWords.has(word));
}

/** What an item says, by field: words and names as they are, numbers apart. */
function sayings(item: RankableItem): Map<string, (string | number)[]> {
  const said = new Map<string, (string | number)[]>();
  const put = (field: string, value: string | number): void => {
    const list = said.get(field);
    if (list === undefined) said.set(field, [value]);
    else list.push(value);
  };
  for (const genre of item.genres) put('genre', genre);
  if (item.type !== null) put('type', item.type);
  if (item.platform !== null) put('platform', item.platform.toLowerCase());
  if (item.year !== null) put('year', item.year);
  if (item.price !== null) put('price', item.price.minor);
  for (const word of words(item.title)) put('title', word);
  for (const word of words(item.description ?? '').slice(0, wordsOfText)) put('description', word);
  if (item.facets !== undefined) {
    for (const { field, value } of item.facets) put(`+${field}`, value);
    return said;
  }
  for (const creator of item.creators) put('creator', creator.toLowerCase());
  for (const tag of item.tags) put('tag', tag);
  for (const mood of item.moods) put('mood', mood);
  return said;
}

/** Bounds between bins of about as many values each. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = Array.from(
    { length: bins - 1 },
    (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / bins)] as number,
  );
  return [...new Set(cuts)];
}

function fieldOf(name: string, said: readonly ((string | number)[] | undefined)[]): Field | null {
  const numbers = said.flatMap((values) => values?.filter((value) => typeof value === 'number') ?? []);
  const cuts = numbers.length < least.items ? [] : cutsOf(numbers);
  const tokensOf = (value: string | number): string[] => {
    if (typeof value === 'string') return [value];
    const bin = cuts.filter((cut) => cut <= value).length;
    return [`#${bin}`, `#${bin + 1}`];
  };
  const lists = said.map((values) => [...new Set((values ?? []).flatMap(tokensOf))]);
  const counts = new Map<string, number>();
  for (const list of lists) for (const token of list) counts.set(token, (counts.get(token) ?? 0) + 1);
  // A token of one item alone connects nothing.
  const ids = new Map(
    [...counts].filter(([, count]) => count > 1 && count < said.length).map(([token], id) => [token, id]),
  );
  const starts = new Int32Array(said.length + 1);
  const tokenAt: number[] = [];
  lists.forEach((list, index) => {
    for (const token of list) {
      const id = ids.get(token);
      if (id !== undefined) tokenAt.push(id);
    }
    starts[index + 1] = tokenAt.length;
  });
  return ids.size === 0 ? null : { name, tokens: ids.size, starts, tokenAt: Int32Array.from(tokenAt) };
}

const coverage = ({ starts }: Field): number => {
  let covered = 0;
  for (let item = 0; item + 1 < starts.length; item += 1)
    if ((starts[item + 1] as number) > (starts[item] as number)) covered += 1;
  return covered;
};

/** Reads the fields of a catalogue, whatever they are called; those that say most first. */
export function readFields(items: readonly RankableItem[]): Field[] {
  const said = items.map(sayings);
  const names = new Map<string, number>();
  for (const one of said) for (const name of one.keys()) names.set(name, (names.get(name) ?? 0) + 1);
  const enough = Math.max(least.items, least.share * items.length);
  return [...names]
    .filter(([, count]) => count >= enough)
    .flatMap(
      ([name]) =>
        fieldOf(
          name,
          said.map((one) => one.get(name)),
        ) ?? [],
    )
    .map((field) => ({ field, covered: coverage(field) }))
    .filter(({ covered }) => covered >= enough)
    .sort((a, b) => b.covered - a.covered || (a.field.name < b.field.name ? -1 : 1))
    .slice(0, mostFields)
    .map(({ field }) => field);
}

/** How often each token is come across: by fame, for what everybody knows says little about anybody. */
export function backgroundOf(field: Field, fame: Float64Array): Float64Array {
  const share = new Float64Array(field.tokens);
  let total = 0;
  for (let item = 0; item + 1 < field.starts.length; item += 1) {
    const weight = fame[item] as number;
    total += weight;
    for (let at = field.starts[item] as number; at < (field.starts[item + 1] as number); at += 1) {
      const token = field.tokenAt[at] as number;
      share[token] = (share[token] as number) + weight;
    }
  }
  return share.map((value) => Math.max(value / Math.max(total, 1e-12), 1e-7));
}

/** Imagined likes that keep to the background, for each token: a name that nobody expected to be met says nothing by its absence. */
const doubt = 0.7;
/** A dislike counts against what is like it, less than a like counts for it. */
const dislike = 0.3;

/** How much more often some items have each token than what everybody picks does, as logarithms; 0 where nothing speaks. */
function liftsAmong(field: Field, background: Float64Array, items: readonly number[]): Float64Array {
  const counts = new Float64Array(field.tokens);
  let telling = 0;
  for (const item of items) {
    const from = field.starts[item] as number;
    const to = field.starts[item + 1] as number;
    if (to > from) telling += 1;
    for (let at = from; at < to; at += 1) {
      const token = field.tokenAt[at] as number;
      counts[token] = (counts[token] as number) + 1;
    }
  }
  return counts.map((count, token) =>
    Math.log((count + doubt) / (telling * (background[token] as number) + doubt)),
  );
}

/** What each token says to somebody: for it what their likes have more often, against it what their dislikes do. */
export function liftsOf(
  field: Field,
  background: Float64Array,
  liked: readonly number[],
  disliked: readonly number[],
): Float64Array {
  const lifts = liftsAmong(field, background, liked);
  if (disliked.length === 0) return lifts;
  const against = liftsAmong(field, background, disliked);
  return lifts.map((lift, token) => lift - dislike * Math.max(0, against[token] as number));
}

/** What the tokens of an item come to: the mean of their lifts, a little more where several agree. */
export function liftOf(field: Field, lifts: Float64Array, item: number): number {
  const from = field.starts[item] as number;
  const to = field.starts[item + 1] as number;
  if (to === from) return 0;
  let total = 0;
  for (let at = from; at < to; at += 1) total += lifts[field.tokenAt[at] as number] as number;
  return total / Math.sqrt(to - from);
}
