import type { ItemType } from '../../domain/ranking/item.js';
import { searchCatalogue } from '../catalogue/search-catalogue.js';
import {
  findOffered,
  type ItemReference,
  type References,
  titleKey,
} from '../conversation/understanding/references.js';
import type { CoreContext } from '../ports/context.js';
import { withTrait } from './item-traits.js';
import type { ToolTurn } from './tool.js';

/** A thing that was meant. */
export interface ResolvedItem {
  readonly itemId: string;
  readonly title: string;
  readonly recommendationId: string | null;
}

/** The item that a message points at: of the last list, the one spoken of last, or by its name in the catalogue. */
export async function resolveItem(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  turn: ToolTurn,
  reference: ItemReference,
  /** Kinds that a name is looked for among first; all where none are given. */
  types: readonly ItemType[] = [],
): Promise<ResolvedItem | null> {
  const { offered, subject } = turn.memory;
  if (reference.by === 'position') return atPosition(turn, reference.position, reference.types ?? []);
  if (reference.by === 'next') {
    const at = offered.findIndex(({ itemId }) => itemId === subject?.itemId);
    return offered[at + reference.step] ?? null;
  }
  if (reference.by === 'trait') return withTrait(context, turn, reference.words);
  if (reference.by === 'kind') {
    const ofKind = offered.filter(({ type }) => reference.types.includes(type));
    return ofKind.find(({ itemId }) => itemId === subject?.itemId) ?? ofKind[0] ?? null;
  }
  if (reference.by === 'last') {
    const known = subject ? offered.find((item) => item.itemId === subject.itemId) : offered[0];
    return known ?? (subject ? { ...subject, recommendationId: null } : null);
  }
  const index = findOffered(
    reference.title,
    offered.map((item) => item.title),
  );
  const among = index === null ? null : offered[index];
  if (among) return among;
  return findByName(context, turn, reference.title, types);
}

/** A thing by its place; of those of a kind where there are so many of it. */
function atPosition(
  { memory: { offered } }: ToolTurn,
  position: number,
  types: readonly ItemType[],
): ResolvedItem | null {
  const ofKind = offered.filter(({ type }) => types.includes(type));
  const numbered = offered.filter(({ aside }) => !aside).length;
  const last = position === numbered ? ofKind.at(-1) : undefined;
  return ofKind[position - 1] ?? last ?? offered[position - 1] ?? null;
}

/** All that a phrase means, each once; what is nowhere to be found, by its name. */
export async function resolveItems(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  turn: ToolTurn,
  about: References,
): Promise<{ readonly items: readonly ResolvedItem[]; readonly unknown: readonly string[] }> {
  const { offered, spoken, subject } = turn.memory;
  const numbered = offered.filter(({ aside }) => !aside);
  if (about.of === 'all') return { items: numbered, unknown: [] };
  const together = offered.filter(({ itemId }) => spoken.includes(itemId));
  if (about.of === 'both')
    return { items: together.length === 2 ? together : numbered.length === 2 ? numbered : [], unknown: [] };
  if (about.of === 'others') {
    const out = spoken.length > 0 ? spoken : subject ? [subject.itemId] : [];
    return { items: numbered.filter(({ itemId }) => !out.includes(itemId)), unknown: [] };
  }
  const items: ResolvedItem[] = [];
  const unknown: string[] = [];
  for (const reference of about.items) {
    const item = await resolveItem(context, turn, reference);
    if (item && items.every(({ itemId }) => itemId !== item.itemId)) items.push(item);
    if (!item && reference.by === 'title') unknown.push(reference.title);
  }
  return { items, unknown };
}

async function findByName(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  turn: ToolTurn,
  title: string,
  types: readonly ItemType[],
): Promise<ResolvedItem | null> {
  const { items } = await searchCatalogue(context, {
    query: title,
    ...(types.length > 0 && { filters: { types } }),
    userId: turn.userId,
    limit: 5,
    signal: turn.signal,
  });
  const wanted = titleKey(title);
  const exact = items.find(({ item }) => titleKey(item.title) === wanted);
  const near = items.find(({ item }) => sameStart(titleKey(item.title), wanted));
  const found = (exact ?? near)?.item;
  return found ? { itemId: found.id, title: found.title, recommendationId: null } : null;
}

/** "catan" is "Catan: Seafarers" where nothing is closer; a typo of one letter is forgiven. */
function sameStart(title: string, wanted: string): boolean {
  if (wanted.length < 4) return false;
  if (title.startsWith(`${wanted} `) || wanted.startsWith(`${title} `)) return true;
  return (
    Math.abs(title.length - wanted.length) <= 1 && distance(title, wanted) <= (wanted.length > 7 ? 2 : 1)
  );
}

/** Edit distance (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
