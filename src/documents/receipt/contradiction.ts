import type { ItemLine, Labelled } from './rows.js';
import type { Role } from './terms.js';
import { type Parts, signedDiscounts, sum, sumsFrom, type Way } from './ways.js';

/** What was proved, and all that is printed beside it. */
export interface Evidence {
  readonly way: Way;
  readonly labelled: readonly Labelled[];
  readonly sets: readonly (readonly ItemLine[])[];
  readonly parts: Parts;
}

const valuesOf = (labelled: readonly Labelled[], role: Role) =>
  labelled.filter((item) => item.role === role && item.value !== 0).map(({ value }) => value);

/**
 * Minor units by which a printed figure contradicts the proved total: another total, a subtotal from which it does not
 * follow, or what is said to be due. Null where all that is printed agrees.
 */
export function contradictionOf(evidence: Evidence): number | null {
  return otherTotal(evidence) ?? strayedSubtotal(evidence) ?? brokenChain(evidence) ?? wrongDue(evidence);
}

/** What the base, the items and the parts can come to, and what was paid or is due. */
function explained({ way, labelled, sets, parts }: Evidence): Set<number> {
  const bases = [way.base.value, ...sets.map(signedDiscounts)];
  const settled = [...valuesOf(labelled, 'paid').map(Math.abs), ...valuesOf(labelled, 'balance-due')];
  return new Set([...bases.flatMap((base) => [...sumsFrom(base, parts)]), ...settled]);
}

function otherTotal(evidence: Evidence): number | null {
  const { total } = evidence.way;
  const known = explained(evidence);
  const other = evidence.labelled.find(
    ({ role, value, finality }) =>
      role === 'total' &&
      value !== 0 &&
      value !== total.value &&
      finality >= total.finality &&
      !known.has(value),
  );
  return other ? other.value - total.value : null;
}

/** Sections have subtotals of their own; at least one, or all together, must lead to the total. */
function strayedSubtotal(evidence: Evidence): number | null {
  const { way, labelled, parts } = evidence;
  const subtotals = valuesOf(labelled, 'subtotal');
  const known = explained(evidence);
  const leads = (value: number) => known.has(value) || sumsFrom(value, parts).has(way.total.value);
  const [first] = subtotals;
  if (first === undefined || subtotals.some(leads) || leads(sum(subtotals))) return null;
  return first - way.base.value;
}

/** A subtotal that the items give has to lead to the subtotal from which the total follows. */
function brokenChain({ way, labelled, sets, parts }: Evidence): number | null {
  const used = way.base.label?.value;
  const subtotals = valuesOf(labelled, 'subtotal');
  const first = subtotals.find((value) => sets.some((set) => signedDiscounts(set) === value));
  if (used === undefined || first === undefined || used === first) return null;
  const onwards = sumsFrom(first, parts);
  if (onwards.has(used) || onwards.has(way.total.value)) return null;
  return used - (first - parts.discount + parts.extra);
}

/** What is due is the total less what was paid, and the same wherever it is printed. */
function wrongDue({ way, labelled }: Evidence): number | null {
  const total = way.total.value;
  const paid = [...new Set(valuesOf(labelled, 'paid').map(Math.abs))];
  const due = labelled.filter(({ role }) => role === 'balance-due').map(({ value }) => value);
  const left = new Set([0, total, total - sum(paid), ...paid.map((value) => total - value)]);
  const wrong = paid.length > 0 ? due.find((value) => !left.has(value)) : undefined;
  if (wrong !== undefined) return wrong - (total - (paid[0] ?? 0));
  const [first = 0, ...others] = due;
  const different = due.includes(0) ? undefined : others.find((value) => value !== first);
  return different === undefined ? null : different - first;
}
