import type { Built } from './build.js';
import type { Recipe, Truth } from './catalogue.js';
import type { Figure, FigureRole } from './pen.js';
import type { Random } from './random.js';

/** One digit of a figure changed, so that it keeps its length and sign: what a misprint looks like. */
export function misprint(random: Random, minor: number): number {
  const digits = [...String(Math.abs(minor))];
  for (;;) {
    const place = random.int(0, digits.length - 1);
    const digit = String(random.int(place === 0 && digits.length > 1 ? 1 : 0, 9));
    if (digit === digits[place]) continue;
    const changed = Number(digits.map((each, index) => (index === place ? digit : each)).join(''));
    if (changed !== 0 || minor === 0) return minor < 0 ? -changed : changed;
  }
}

/** A document built again with one printed figure of the given roles misprinted; null where it prints none of them. */
export function corrupt(
  recipe: Recipe,
  seed: number,
  random: Random,
  roles: readonly FigureRole[],
): { built: Built<Truth>; figure: Figure } | null {
  const candidates = recipe
    .build(seed)
    .figures.filter((figure) => roles.includes(figure.role) && figure.minor !== 0);
  if (candidates.length === 0) return null;
  const figure = random.pick(candidates);
  return { built: recipe.build(seed, new Map([[figure.id, misprint(random, figure.minor)]])), figure };
}
