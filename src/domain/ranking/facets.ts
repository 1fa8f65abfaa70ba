import { genreKey } from './genre-key.js';
import type { Facet } from './item.js';
import type { RawItem } from './read-item.js';

/** Read elsewhere, about money, or names of one item alone. */
const passedOver =
  /^(id|title|name|genres?|price.*|fee|currency|rating.*|rank|description|summary|overview|type|platform|year|image.*|.*url|link|isbn.*|.*_id|included_in|tiers|fame|.*count|votes?)$/i;
/** Bounds against records of any shape. */
const bounds = { facets: 80, depth: 4, length: 80, list: 40 };

const isRecord = (value: unknown): value is RawItem =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keep(into: Facet[], facet: Facet): void {
  if (into.length < bounds.facets) into.push(facet);
}

function collect(field: string, value: unknown, depth: number, into: Facet[]): void {
  if (into.length >= bounds.facets || depth > bounds.depth) return;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) keep(into, { field, value });
  } else if (typeof value === 'boolean') {
    keep(into, { field, value: String(value) });
  } else if (typeof value === 'string') {
    for (const part of value.split(/[|;,]/)) {
      const key = genreKey(part);
      if (key !== '' && key.length <= bounds.length && !/^https? /.test(key))
        keep(into, { field, value: key });
    }
  } else if (Array.isArray(value)) {
    for (const entry of value.slice(0, bounds.list)) {
      // A list of records says the same kind of thing in each: their keys join the list's name.
      if (typeof entry !== 'number') collect(field, entry, depth + 1, into);
      else keep(into, { field, value: String(entry) });
    }
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) collectEntry(field, key, inner, depth, into);
  }
}

function collectEntry(field: string, key: string, inner: unknown, depth: number, into: Facet[]): void {
  const name = key.toLowerCase();
  // A record of counts ("shelves": {"fantasy": 40}) says its keys; any other record says its values.
  if (
    field !== '' &&
    typeof inner === 'number' &&
    /tags?|shel(f|ves)|categories|genres|keywords|themes/.test(field)
  ) {
    keep(into, { field, value: genreKey(key) });
    return;
  }
  if (name !== 'name' && name !== 'title' && passedOver.test(name)) return;
  collect(
    field === '' ? name : name === 'name' || name === 'title' ? field : `${field}.${name}`,
    inner,
    depth + 1,
    into,
  );
}

/** Whatever else a record tells of its item, whatever its shape: makers, mechanics, series, length, language. */
export function readFacets(raw: RawItem): Facet[] {
  const found: Facet[] = [];
  const { metadata, ...columns } = raw;
  for (const [key, value] of Object.entries(columns)) {
    if (!passedOver.test(key)) collect(key.toLowerCase(), value, 0, found);
  }
  if (isRecord(metadata)) {
    for (const [key, value] of Object.entries(metadata)) collectEntry('', key, value, 0, found);
  } else if (metadata !== undefined && metadata !== null) {
    collect('metadata', metadata, 0, found);
  }
  return found;
}
