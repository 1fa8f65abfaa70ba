import { isBridged } from './bridges.js';
import type { ItemLine, Labelled, Step } from './rows.js';
import type { Role } from './terms.js';
import { type Parts, signedDiscounts, stretchSums, sum, sumsFrom, type Way } from './ways.js';

/** What was proved, and all that is printed beside it. */
export interface Evidence {
  readonly way: Way;
  /** All ways in which printed figures come to a printed total. */
  readonly ways: readonly Way[];
  /** The total to which what stands below the proved one leads. */
  readonly further: Labelled | null;
  readonly labelled: readonly Labelled[];
  readonly sets: readonly (readonly ItemLine[])[];
  readonly parts: Parts;
  readonly steps: readonly Step[];
}

const valuesOf = (labelled: readonly Labelled[], role: Role) =>
  labelled.filter((item) => item.role === role && item.value !== 0).map(({ value }) => value);

/**
 * Minor units by which a printed figure contradicts the proved total: another total, a subtotal from which it does not
 * follow, or what is said to be due. Null where all that is printed agrees.
 */
export function contradictionOf(evidence: Evidence): number | null {
  return (
    otherTotal(evidence) ??
    strayedSubtotal(evidence) ??
    strayedTax(evidence) ??
    tooMuchWithin(evidence) ??
    brokenChain(evidence) ??
    wrongDue(evidence) ??
    paidWithDiscount(evidence)
  );
}

/**
 * What the base, the items and the parts can come to, and what was paid or is due.
 * @param paidToo whether what was paid explains a total: not one that is more final than the one proved
 */
function explained({ way, further, labelled, sets, parts }: Evidence, paidToo: boolean): Set<number> {
  // Things bought that do not lead to the total explain no other one: they contradict it.
  const leads = (value: number) => {
    const sums = sumsFrom(value, parts);
    return sums.has(way.total.value) || sums.has(way.base.value);
  };
  const bases = [way.base.value, ...sets.map(signedDiscounts).filter(leads)];
  const paid = valuesOf(labelled, 'paid').map(Math.abs);
  const left = [...paid, sum(paid), sum([...new Set(paid)])].map((value) => way.total.value - value);
  const settled = [...(paidToo ? paid : []), ...left, ...valuesOf(labelled, 'balance-due')];
  const later = further ? [further.value] : [];
  return new Set([...bases.flatMap((base) => [...sumsFrom(base, parts)]), ...settled, ...later]);
}

/** A total as final, a larger one, or one that is proved as well: the one chosen has to explain it. */
function otherTotal(evidence: Evidence): number | null {
  const { total } = evidence.way;
  const known = explained(evidence, true);
  const knownUnpaid = explained(evidence, false);
  const proved = new Set(evidence.ways.map((way) => way.total.value));
  const other = evidence.labelled.find(
    ({ role, value, finality }) =>
      role === 'total' &&
      value !== 0 &&
      value !== total.value &&
      (finality >= total.finality || Math.abs(value) > Math.abs(total.value) || proved.has(value)) &&
      !(finality > total.finality ? knownUnpaid : known).has(value),
  );
  return other ? other.value - total.value : null;
}

/** More subtotals than this are a list of rates or sections: their subsets are too many to try. */
const MOST_SUBTOTALS = 8;

/** Some subtotals together with this one: sections, or what each rate of tax was paid on. */
function sumsWith(value: number, others: readonly number[]): number[] {
  const sums = [value];
  for (const other of others) sums.push(...sums.map((before) => before + other));
  return sums;
}

/**
 * A subtotal has to follow from the base or lead to the total, by itself or with others. What a stretch of the things
 * bought comes to is a section's.
 */
function strayedSubtotal(evidence: Evidence): number | null {
  const { way, labelled, parts } = evidence;
  const subtotals = valuesOf(labelled, 'subtotal');
  if (subtotals.length > MOST_SUBTOTALS) return null;
  const known = new Set([way.base.value, ...sumsFrom(way.base.value, parts)]);
  const leads = (value: number) => known.has(value) || sumsFrom(value, parts).has(way.total.value);
  const sections = new Set(evidence.sets.flatMap(stretchSums));
  const strayed = subtotals.find((value, index) => {
    const others = subtotals.filter((_, at) => at !== index);
    return !sections.has(value) && !sumsWith(value, others).some(leads);
  });
  return strayed === undefined ? null : strayed - way.base.value;
}

const ratesIn = (text: string) =>
  [...text.matchAll(/(\d+(?:[.,]\d+)?) ?%/g)].map((match) => Number((match[1] ?? '').replace(',', '.')));

/** Tax that the prices hold is at most its rate's share of the largest sum printed: what is bought at other rates holds less. */
function tooMuchWithin({ way, labelled }: Evidence): number | null {
  const largest = Math.max(Math.abs(way.total.value), Math.abs(way.base.value));
  for (const { role, value, line } of way.tax === 0 ? labelled : []) {
    const [rate, ...others] = ratesIn(line.text);
    if (role !== 'tax' || rate === undefined || others.length > 0) continue;
    const most = Math.round((largest * rate) / (100 + rate));
    // A taxed sum on a line of its rate is no tax.
    const isTaxed = Math.abs(value) * 2 > largest;
    if (!isTaxed && Math.abs(value) > most + 2) return Math.abs(value) - most;
  }
  return null;
}

/** A line of one rate of tax: what it is charged on, and what that comes to. */
function followsFromRate(tax: Labelled, labelled: readonly Labelled[]): boolean {
  const rates = ratesIn(tax.line.text);
  return labelled.some(
    ({ line, value }) =>
      line === tax.line && rates.some((rate) => Math.abs((value * rate) / 100 - Math.abs(tax.value)) <= 1),
  );
}

/** Taxes beside the one that the total takes in have to be it, or its parts; a figure that is taxed may be named so. */
function strayedTax({ way, labelled, sets }: Evidence): number | null {
  const taxes = labelled.filter(({ role, value }) => role === 'tax' && value !== 0);
  if (way.tax === 0 || taxes.length > MOST_SUBTOTALS) return null;
  const taxed = new Set([
    way.base.value,
    ...['subtotal', 'total', 'balance-due'].flatMap((role) =>
      labelled.filter((item) => item.role === role).map(({ value }) => value),
    ),
    ...sets.flatMap((set) => [...set.map(({ value }) => value), ...stretchSums(set)]),
  ]);
  const strayed = taxes.find((tax, index) => {
    const others = taxes.filter((_, at) => at !== index).map(({ value }) => Math.abs(value));
    if (taxed.has(tax.value) || followsFromRate(tax, labelled)) return false;
    return !sumsWith(Math.abs(tax.value), others).includes(Math.abs(way.tax));
  });
  return strayed === undefined ? null : Math.abs(strayed.value) - Math.abs(way.tax);
}

/** A subtotal that the items give has to lead to the subtotal from which the total follows. */
function brokenChain({ way, labelled, sets, parts, steps }: Evidence): number | null {
  const used = way.base.label?.value;
  const subtotals = valuesOf(labelled, 'subtotal');
  const first = subtotals.find((value) => sets.some((set) => signedDiscounts(set) === value));
  if (used === undefined || first === undefined || used === first) return null;
  const onwards = sumsFrom(first, parts);
  if (onwards.has(used) || onwards.has(way.total.value)) return null;
  const starts = labelled.filter(({ role, value }) => role === 'subtotal' && value === first);
  const ends = [way.total, ...labelled.filter(({ role, value }) => role === 'subtotal' && value === used)];
  if (starts.some((start) => ends.some((end) => isBridged(start, end, steps)))) return null;
  return used - (first - parts.discount + parts.extra);
}

/** What was paid is the total less a discount that the total has not taken off. */
function paidWithDiscount({ way, further, labelled, parts }: Evidence): number | null {
  const total = (further ?? way.total).value;
  const paid = valuesOf(labelled, 'paid').map(Math.abs);
  const less = parts.discount !== 0 && paid.includes(total - parts.discount) && !paid.includes(total);
  return less ? parts.discount : null;
}

/** What is due is the total less what was paid, and the same wherever it is printed. */
function wrongDue({ way, further, labelled }: Evidence): number | null {
  const total = (further ?? way.total).value;
  const paid = [...new Set(valuesOf(labelled, 'paid').map(Math.abs))];
  const due = labelled.filter(({ role }) => role === 'balance-due').map(({ value }) => value);
  const left = new Set([0, total, total - sum(paid), ...paid.map((value) => total - value)]);
  const wrong = paid.length > 0 ? due.find((value) => !left.has(value)) : undefined;
  if (wrong !== undefined) return wrong - (total - (paid[0] ?? 0));
  const [first = 0, ...others] = due;
  const different = due.includes(0) ? undefined : others.find((value) => value !== first);
  return different === undefined ? null : different - first;
}
