import type { AccountEvidence } from './account-evidence.js';
import { type Chain, followChain, type Step } from './chain.js';
import { isKindPlain, speakAgainst, speakFor } from './direction.js';
import { chooseEnds, type Ends, type Place } from './ends.js';
import type { HeaderLabel, RawItem, SummaryFigure } from './model.js';
import { makePlans, type Plan } from './plans.js';
import { figureMatches, printedTotal, sectionSums } from './printed-totals.js';
import { weighRowWords } from './row-words.js';
import { balanceValue, itemBalance, readValues } from './signs.js';

/** A hypothesis carried out: every row's amount in the customer's view, and what arithmetic says of it. */
export interface Interpretation {
  readonly plan: Plan;
  readonly owed: boolean;
  readonly descending: boolean;
  /** Minor units, negative is money out; null for items that move nothing. */
  readonly amounts: readonly (number | null)[];
  readonly balances: readonly (number | null)[];
  readonly chain: Chain;
  /** For each step of the chain, the item it came from. */
  readonly stepItems: readonly number[];
  readonly ends: Ends;
  readonly totalIn: number;
  readonly totalOut: number;
  readonly printedIn: SummaryFigure | null;
  readonly printedOut: SummaryFigure | null;
  readonly score: number;
  /** Another hypothesis with other figures fits as well as this one. */
  readonly ambiguous: boolean;
}

interface Material {
  readonly items: readonly RawItem[];
  readonly figures: readonly SummaryFigure[];
  readonly labels: readonly (HeaderLabel | null)[];
  readonly evidence: AccountEvidence;
}

/** The material with what every trial on it asks for. */
interface Bench extends Material {
  readonly ascending: readonly number[];
  readonly descending: readonly number[];
}

function benchOf(material: Material): Bench {
  const { items } = material;
  return { ...material, ascending: chainItems(items, false), descending: chainItems(items, true) };
}

/**
 * The items that the chain of balances runs through. Balance rows count where they stand in the run of rows; a
 * summary that names the closing balance above the table is no step.
 */
function chainItems(items: readonly RawItem[], descending: boolean): number[] {
  const moving = items.flatMap((item, index) => (item.balanceKind === null ? [index] : []));
  const [first, last] = [moving[0] ?? 0, moving.at(-1) ?? -1];
  const order = items.map((_, index) => index);
  const before = descending
    ? ['closing', 'carried-forward', 'dated']
    : ['opening', 'brought-forward', 'dated'];
  const after = descending
    ? ['opening', 'brought-forward', 'dated']
    : ['closing', 'carried-forward', 'dated'];
  const inside = ['brought-forward', 'carried-forward', 'dated'];
  const kept = order.filter((index) => {
    const kind = items[index]?.balanceKind;
    if (kind === null || kind === undefined) return true;
    const allowed = index < first ? before : index > last ? after : inside;
    if (!allowed.includes(kind)) return false;
    // Of several in front of the table only the nearest stands in it.
    return index >= first || !items.slice(index + 1, first).some((item) => item.balanceKind === kind);
  });
  return descending ? kept.reverse() : kept;
}

/** Where a balance that the table lists stands to the rows that move something. */
function placeAmong(items: readonly RawItem[], figure: SummaryFigure, descending: boolean): Place | null {
  const at = items.findIndex((item) => item.line === figure.line);
  if (at < 0) return null;
  const moves = (item: RawItem) => item.balanceKind === null;
  const [above, below] = [items.slice(0, at).some(moves), items.slice(at + 1).some(moves)];
  if (above && below) return 'between';
  return above === descending ? 'before' : 'after';
}

interface Trial {
  readonly plan: Plan;
  readonly owed: boolean;
  readonly descending: boolean;
  /** What one unit of a value adds to the printed balance. */
  readonly k: 1 | -1;
}

function carryOut(material: Bench, trial: Trial): Omit<Interpretation, 'ambiguous'> {
  const { items, figures } = material;
  const { plan, owed, descending, k } = trial;
  const closing = figures.find((figure) => figure.kind === 'closing');
  const opening = figures.find((figure) => figure.kind === 'opening' || figure.kind === 'brought-forward');
  const values = readValues(items, plan, {
    owed,
    descending,
    opening: opening ? balanceValue(opening.amount, owed) : null,
    closing: closing ? balanceValue(closing.amount, owed) : null,
  });
  const balances = items.map((item) => itemBalance(item, plan, owed));
  const stepItems = descending ? material.descending : material.ascending;
  const steps: Step[] = stepItems.map((index) => ({
    effect: k * (values[index] ?? 0),
    balance: balances[index] ?? null,
  }));
  const chain = followChain(steps);
  const ends = chooseEnds(figures, chain, owed, descending, (figure) =>
    placeAmong(items, figure, descending),
  );
  const amounts = values.map((value) => (value === null ? null : (owed ? -k : k) * value || 0));
  let totalIn = 0;
  let totalOut = 0;
  for (const amount of amounts) {
    if (amount !== null && amount > 0) totalIn += amount;
    if (amount !== null && amount < 0) totalOut -= amount;
  }
  const sections = sectionSums(items, amounts);
  const printedIn = printedTotal(figures, 'in', totalIn, owed, sections);
  const printedOut = printedTotal(figures, 'out', totalOut, owed, sections);
  const draft = {
    plan,
    owed,
    descending,
    amounts,
    balances,
    chain,
    stepItems,
    ends,
    totalIn,
    totalOut,
    printedIn,
    printedOut,
  };
  return { ...draft, score: scoreOf(draft, material) };
}

/** What the words of rows weigh for or against the signs of a reading. */
const ROWS_SPEAK = 8;

function scoreOf(
  draft: Omit<Interpretation, 'ambiguous' | 'score'>,
  { figures, evidence, items }: Material,
): number {
  const { chain, ends, plan, owed } = draft;
  const links = chain.held + chain.broken.length;
  const ratio = links > 0 ? chain.held / links : 0;
  let score = plan.evidence;
  if (links > 0) score += ratio * 100 * Math.min(1, 0.5 + links / 10) - (ratio < 0.5 ? 40 : 0);
  if (ends.hold) score += 60;
  if (chain.firstBalance !== null) {
    if (ends.opening && ends.openingLinks) score += 12;
    if (ends.closing && ends.closingLinks) score += 12;
  }
  if (draft.totalIn > 0 && figureMatches(figures, 'total-in', draft.totalIn)) score += 15;
  if (draft.totalOut > 0 && figureMatches(figures, 'total-out', draft.totalOut)) score += 15;
  const words = evidence.card - evidence.account;
  if (words !== 0) score += words > 0 === owed ? 5 : -5;
  else if (owed === evidence.leansToCard) score += 2;
  const told = weighRowWords(items, draft.amounts);
  if (speakFor(told)) score += ROWS_SPEAK;
  else if (speakAgainst(told)) score -= ROWS_SPEAK;
  if (!draft.descending) score += 1;
  // A column that hardly any row fills is not the amounts of the table.
  const rows = items.filter((item) => item.balanceKind === null).length;
  const filled = draft.amounts.filter((amount) => amount !== null).length;
  return score - (rows > 0 ? ((rows - filled) / rows) * 150 : 0);
}

/** The trials of one plan: order of time, kind of account, and what its signs do to the balance. */
function trialsOf(plan: Plan, material: Material): Trial[] {
  const { evidence, items } = material;
  const cardLike = evidence.card > evidence.account;
  const trials: Trial[] = [];
  for (const descending of [false, true]) {
    if (plan.semantic) {
      trials.push({ plan, descending, owed: false, k: 1 }, { plan, descending, owed: true, k: -1 });
      continue;
    }
    const kinds = isKindPlain(evidence) ? [cardLike] : [false, true];
    for (const owed of kinds) {
      for (const k of [1, -1] as const) trials.push({ plan, descending, owed, k });
    }
  }
  // Without any balance to tell the order, the printed order is the order.
  const single = items.length < 2;
  return single ? trials.filter((trial) => !trial.descending) : trials;
}

/** Both ends are printed, and the rows and every running balance join them. */
export function isProven(interpretation: Omit<Interpretation, 'ambiguous'>): boolean {
  const { chain, ends } = interpretation;
  return ends.hold && chain.broken.length === 0 && ends.openingLinks && ends.closingLinks;
}

function sameAmounts(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function areMirrored(a: readonly (number | null)[], b: readonly (number | null)[]): boolean {
  return a.length === b.length && a.every((value, index) => (value ?? 0) + (b[index] ?? 0) === 0);
}

/**
 * A signed column says which rows go together, never by itself which way is in: without arithmetic the majority of
 * a card's rows are purchases, and an account's plus is money in.
 */
function defaultDirection(material: Material, trial: Trial): number {
  if (trial.plan.semantic) return 0;
  const values = readValues(material.items, trial.plan, {
    owed: trial.owed,
    descending: trial.descending,
    opening: null,
    closing: null,
  });
  const positive = values.filter((value) => value !== null && value > 0).length;
  const negative = values.filter((value) => value !== null && value < 0).length;
  const natural = trial.owed && positive < negative ? -1 : 1;
  return trial.k === natural ? 1.5 : 0;
}

const SAMPLE = 300;
/** A plan whose words speak this much less than a proven one's can never come near it. */
const HOPELESS = 45;

const MOST_PLANS = 160;
const FINALISTS = 6;

type Result = Omit<Interpretation, 'ambiguous'> & { readonly rank: number; readonly trial: Trial };

function carryOutRanked(material: Bench, trial: Trial): Result {
  const result = carryOut(material, trial);
  return { ...result, trial, rank: result.score + defaultDirection(material, trial) };
}

/** Carries out the plans, best words first, until one is proved and the rest are hopeless against it. */
function tryPlans(plans: readonly Plan[], material: Bench): Result[] {
  const results: Result[] = [];
  let proven: Plan | null = null;
  for (const plan of plans) {
    if (proven && plan.evidence < proven.evidence - HOPELESS) break;
    for (const trial of trialsOf(plan, material)) {
      const result = carryOutRanked(material, trial);
      results.push(result);
      if (!proven && isProven(result)) proven = plan;
    }
  }
  return results.sort((a, b) => b.rank - a.rank);
}

/** A long table's first rows choose the hypotheses that all of its rows then judge. */
function tryAll(plans: readonly Plan[], whole: Material): Result[] {
  const material = benchOf(whole);
  const few = plans.slice(0, MOST_PLANS);
  if (material.items.length <= SAMPLE) return tryPlans(few, material);
  const sampled = tryPlans(few, benchOf({ ...whole, items: whole.items.slice(0, SAMPLE) }));
  const best = sampled.slice(0, FINALISTS).map(({ trial }) => carryOutRanked(material, trial));
  return best.sort((a, b) => b.rank - a.rank);
}

/**
 * Finds what the columns mean: every plausible plan is carried out and the printed balances, ends and totals judge.
 * Words of the header weigh, arithmetic decides.
 */
export function interpret(material: Material): Interpretation | null {
  const plans = makePlans(material.labels, material.items);
  const results = tryAll(plans, material);
  const [best] = results;
  if (!best) return null;
  const rival = results.find(
    (other) =>
      other !== best &&
      isProven(other) &&
      isProven(best) &&
      other.chain.held >= best.chain.held &&
      other.rank > best.rank - 9 &&
      // The mirror image always fits as well; words decide there (`isDirectionTold`).
      !sameAmounts(other.amounts, best.amounts) &&
      !areMirrored(other.amounts, best.amounts),
  );
  return { ...best, ambiguous: rival !== undefined };
}
