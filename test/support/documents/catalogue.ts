import { type Built, buildStatement, type Overrides } from './build.js';
import { buildStub, type StubTruth } from './paystubs/pay.js';
import { buildSale, type SaleTruth } from './receipts/sale.js';
import { saleLayouts, statementLayouts, stubLayouts } from './registry.js';
import type { StatementTruth } from './truth.js';

export type Truth = StatementTruth | StubTruth | SaleTruth;

/** Any kind of document by its layout's name. */
export interface Recipe {
  readonly name: string;
  readonly family: string;
  readonly era: 'before' | 'after';
  readonly traits: readonly string[];
  /** The document of a seed, with some figures replaced. */
  readonly build: (seed: number, overrides?: Overrides) => Built<Truth>;
}

/** Every layout of every kind. */
export const recipes: readonly Recipe[] = [
  ...statementLayouts.map((layout) =>
    recipe(layout, (seed, overrides) => buildStatement(layout, seed, overrides)),
  ),
  ...stubLayouts.map((layout) => recipe(layout, (seed, overrides) => buildStub(layout, seed, overrides))),
  ...saleLayouts.map((layout) => recipe(layout, (seed, overrides) => buildSale(layout, seed, overrides))),
];

function recipe(layout: Omit<Recipe, 'build'>, build: Recipe['build']): Recipe {
  return { name: layout.name, family: layout.family, era: layout.era, traits: layout.traits, build };
}
