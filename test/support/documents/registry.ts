import type { StatementLayout } from './layouts.js';
import { usCards } from './statements/us-cards.js';
import { usSections } from './statements/us-sections.js';
import { usTables } from './statements/us-tables.js';

/** Every statement layout there is. */
export const statementLayouts: readonly StatementLayout[] = [...usTables, ...usSections, ...usCards];
