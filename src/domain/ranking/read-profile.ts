import { type Currency, exponentOf, InvalidAmountError, money, roundMinor } from '../money.js';
import { genreKeys } from './genre-key.js';
import type { Profile } from './profile.js';
import { typeKey } from './read-item.js';

/** A profile as a line of a file has it, already checked for shape. */
export interface RawProfile {
  readonly id: string;
  readonly liked: readonly string[];
  readonly disliked: readonly string[];
  readonly preferredGenres: unknown;
  readonly dislikedGenres: unknown;
  readonly subscriptions: readonly string[];
  /** Major units; null or absent: money is no object. */
  readonly budgetRemaining: number | null;
  readonly currency: string | null;
  readonly priceSensitivity: 'budget' | 'moderate' | 'flexible' | null;
  readonly types: readonly string[];
}

/** Beyond this a budget leaves out nothing. */
const most = Number.MAX_SAFE_INTEGER;

/**
 * Joins a profile to its catalogue; ids that the catalogue does not have are passed over.
 * @param currency of a budget that names none: the catalogue's own
 * @throws InvalidAmountError for a budget that is no amount
 */
export function readProfile(
  raw: RawProfile,
  places: ReadonlyMap<string, number>,
  currency: Currency,
): Profile {
  const at = (ids: readonly string[]): number[] => [...new Set(ids.flatMap((id) => places.get(id) ?? []))];
  const unit = raw.currency ?? currency;
  const minor = raw.budgetRemaining === null ? null : raw.budgetRemaining * 10 ** exponentOf(unit);
  if (minor !== null && !Number.isFinite(minor)) throw new InvalidAmountError(raw.budgetRemaining);
  return {
    id: raw.id,
    liked: at(raw.liked),
    disliked: at(raw.disliked),
    preferredGenres: genreKeys(raw.preferredGenres),
    dislikedGenres: genreKeys(raw.dislikedGenres),
    subscriptions: raw.subscriptions,
    // What is overspent leaves nothing; a fraction of a cent cannot be spent.
    budget: minor === null ? null : money(Math.min(most, Math.max(0, roundMinor(minor, 'down'))), unit),
    priceSensitivity: raw.priceSensitivity,
    types: raw.types.length === 0 ? null : raw.types.map(typeKey),
  };
}
