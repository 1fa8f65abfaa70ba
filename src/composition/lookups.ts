import type { Config } from '../config/config.js';
import type { CoreContext } from '../core/ports/context.js';

/** Providers of prices and reviews; without keys there are none, and the stored, static data stays as it is. */
export function createLookups(_config: Config): Pick<CoreContext, 'priceProviders' | 'reviewProviders'> {
  return { priceProviders: [], reviewProviders: [] };
}
