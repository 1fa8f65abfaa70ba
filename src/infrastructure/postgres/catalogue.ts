import type { CatalogueStore } from '../../core/ports/stores/catalogue.js';
import { createListing } from './catalogue/listing.js';
import { createLookups } from './catalogue/lookups.js';
import { createSearch } from './catalogue/search.js';
import { createWriting } from './catalogue/writing.js';
import type { PrismaTransaction } from './client.js';

/** Items, their search, prices and reviews. */
export function createCatalogueStore(client: PrismaTransaction): CatalogueStore {
  return {
    ...createListing(client),
    ...createSearch(client),
    ...createWriting(client),
    ...createLookups(client),
  };
}
