import type { Intent, ReadingWorld } from './intents.js';
import { readWish } from './wish.js';
import { saysSomething, type Wish } from './wish-shape.js';

/** A budget of the month is told by its name or its rhythm. */
const OF_THE_MONTH =
  /\b(?:fun|entertainment|going[- ]out|play|month\w*|week(?!end)\w*|year\w*|each|every|set|change|raise|lower|increase|reduce|allowance)\b/;
const BUDGET =
  /(?:,?\s*\b(?:and|with|on|for))?\s*\b(?:(?:i|we) have )?(?:(?:my|our|the|a|total)\s)*budget(?:\s(?:is|of|about|around|only|max|up to|like|at))*[\s:=]*[$€£]?\d[\d.,]*(?:\s(?:bucks|dollars|quid|pounds|euros?|max|tops|total|in total|all in|or so))*/;

/**
 * "I make dinner for 4, budget 40": beside a wish, a budget without a month is the limit of that wish, and none that is kept.
 * @returns what is told and asked then; null where it is no such limit
 */
export function limitOfWish(
  told: readonly Intent[],
  asked: readonly Intent[],
  plain: string,
  world: ReadingWorld,
): { readonly told: readonly Intent[]; readonly asked: readonly Intent[] } | null {
  const budget = told.find(
    (intent) =>
      intent.kind === 'figure' &&
      intent.figure === 'entertainment_budget' &&
      intent.per === null &&
      !intent.change,
  );
  const said = BUDGET.exec(plain)?.[0];
  if (budget?.kind !== 'figure' || !budget.amount || !said || OF_THE_MONTH.test(said)) return null;
  const rest = plain.replace(said, ' ');
  if (OF_THE_MONTH.test(rest) || told.some(({ kind }) => kind === 'log')) return null;
  const wish = readWish(rest, world);
  const wished = asked.some(({ kind }) => kind === 'recommend' || kind === 'plan' || kind === 'refine');
  const maxPrice = budget.amount;
  if (!wished && !saysSomething(wish)) {
    // With ideas on the table, it is what they may cost.
    if (world.offered.length === 0 || told.length > 1 || asked.length > 0) return null;
    return {
      told: [],
      asked: [{ kind: 'refine', refinement: 'change', wish: { ...wish, maxPrice }, item: null }],
    };
  }
  const limited = (one: Wish): Wish => ({ ...one, maxPrice: one.maxPrice ?? maxPrice });
  const others = told.filter((intent) => intent !== budget);
  if (!wished) return { told: others, asked: [...asked, { kind: 'recommend', wish: limited(wish) }] };
  return {
    told: others,
    asked: asked.map((intent) =>
      intent.kind === 'recommend' || intent.kind === 'plan' || intent.kind === 'refine'
        ? { ...intent, wish: limited(intent.wish) }
        : intent,
    ),
  };
}
