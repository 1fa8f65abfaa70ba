import type { StatementLayout } from './layouts.js';
import { americanStubs } from './paystubs/american.js';
import { laterStubs } from './paystubs/later.js';
import type { StubLayout } from './paystubs/pay.js';
import { worldStubs } from './paystubs/world.js';
import { invoices } from './receipts/invoices.js';
import { laterSales } from './receipts/later.js';
import type { SaleLayout } from './receipts/sale.js';
import { tills } from './receipts/tills.js';
import { africaGulf } from './statements/africa-gulf.js';
import { eastAsia } from './statements/asia-east.js';
import { india } from './statements/asia-india.js';
import { canadaIreland } from './statements/canada-ireland.js';
import { eastEurope } from './statements/east-europe.js';
import { gbAccounts } from './statements/gb-accounts.js';
import { gbOthers } from './statements/gb-others.js';
import { german } from './statements/german.js';
import { laterAmerica } from './statements/later-america.js';
import { laterEurope } from './statements/later-europe.js';
import { laterWorld } from './statements/later-world.js';
import { latinAmerica } from './statements/latin-america.js';
import { nordic } from './statements/nordic.js';
import { oceania } from './statements/oceania.js';
import { romance } from './statements/romance.js';
import { unproved } from './statements/unproved.js';
import { usCards } from './statements/us-cards.js';
import { usSections } from './statements/us-sections.js';
import { usTables } from './statements/us-tables.js';

/** Every statement layout there is. */
export const statementLayouts: readonly StatementLayout[] = [
  ...usTables,
  ...usSections,
  ...usCards,
  ...gbAccounts,
  ...gbOthers,
  ...oceania,
  ...canadaIreland,
  ...german,
  ...romance,
  ...india,
  ...eastAsia,
  ...nordic,
  ...eastEurope,
  ...latinAmerica,
  ...africaGulf,
  ...unproved,
  ...laterAmerica,
  ...laterEurope,
  ...laterWorld,
];

/** Every pay stub layout there is. */
export const stubLayouts: readonly StubLayout[] = [...americanStubs, ...worldStubs, ...laterStubs];

/** Every receipt and invoice layout there is. */
export const saleLayouts: readonly SaleLayout[] = [...tills, ...invoices, ...laterSales];
