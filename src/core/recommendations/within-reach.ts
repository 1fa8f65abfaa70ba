import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { Taste } from './taste.js';

/**
 * Whether somebody could be there. A thing in one city is no answer to somebody who named no place, and neither is a thing in
 * another country; a place that the wish names has been filtered by already.
 */
export function withinReach(
  { place }: CatalogueItem,
  taste: Taste,
  named: string | null | undefined,
): boolean {
  if (named != null && named.trim() !== '') return true;
  if (place?.city) return false;
  const { region } = taste.payer;
  return region === null || !place?.country || place.country === region;
}
