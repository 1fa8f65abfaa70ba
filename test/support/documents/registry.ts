import type { StatementLayout } from './layouts.js';
import { canadaIreland } from './statements/canada-ireland.js';
import { gb } from './statements/gb.js';
import { german } from './statements/german.js';
import { oceania } from './statements/oceania.js';
import { romance } from './statements/romance.js';
import { usCards } from './statements/us-cards.js';
import { usSections } from './statements/us-sections.js';
import { usTables } from './statements/us-tables.js';

/** Every statement layout there is. */
export const statementLayouts: readonly StatementLayout[] = [
  ...usTables,
  ...usSections,
  ...usCards,
  ...gb,
  ...oceania,
  ...canadaIreland,
  ...german,
  ...romance,
];
