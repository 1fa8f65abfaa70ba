import type { StatementLayout } from './layouts.js';
import { americanStubs } from './paystubs/american.js';
import { plainStubs } from './paystubs/american-plain.js';
import { englishStubs } from './paystubs/english.js';
import { laterStubs } from './paystubs/later.js';
import { laterCommaStubs } from './paystubs/later-comma.js';
import type { StubLayout } from './paystubs/pay.js';
import { worldStubs } from './paystubs/world.js';
import { invoices } from './receipts/invoices.js';
import { invoicesEurope } from './receipts/invoices-europe.js';
import { laterSales } from './receipts/later.js';
import { laterInvoices } from './receipts/later-invoices.js';
import { orders } from './receipts/orders.js';
import type { SaleLayout } from './receipts/sale.js';
import { tills } from './receipts/tills.js';
import { tillsAbroad } from './receipts/tills-abroad.js';
import { africaGulf } from './statements/africa-gulf.js';
import { eastAsia } from './statements/asia-east.js';
import { india } from './statements/asia-india.js';
import { canadaIreland } from './statements/canada-ireland.js';
import { centralEurope } from './statements/central-europe.js';
import { eastEurope } from './statements/east-europe.js';
import { gbAccounts } from './statements/gb-accounts.js';
import { gbOthers } from './statements/gb-others.js';
import { german } from './statements/german.js';
import { inventedBanks } from './statements/invented.js';
import { laterAmerica } from './statements/later-america.js';
import { laterContinent } from './statements/later-continent.js';
import { laterEurope } from './statements/later-europe.js';
import { laterPages } from './statements/later-pages.js';
import { laterScripts } from './statements/later-scripts.js';
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
  ...centralEurope,
  ...latinAmerica,
  ...africaGulf,
  ...unproved,
  ...laterAmerica,
  ...laterEurope,
  ...laterWorld,
  ...laterPages,
  ...laterContinent,
  ...laterScripts,
  ...inventedBanks,
];

/** Every pay stub layout there is. */
export const stubLayouts: readonly StubLayout[] = [
  ...americanStubs,
  ...plainStubs,
  ...englishStubs,
  ...worldStubs,
  ...laterStubs,
  ...laterCommaStubs,
];

/** Every receipt and invoice layout there is. */
export const saleLayouts: readonly SaleLayout[] = [
  ...tills,
  ...invoices,
  ...tillsAbroad,
  ...orders,
  ...invoicesEurope,
  ...laterSales,
  ...laterInvoices,
];
