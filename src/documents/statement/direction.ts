import type { AccountEvidence } from './account-evidence.js';
import type { Interpretation } from './interpret.js';
import type { HeaderLabel, RawItem } from './model.js';
import type { Plan } from './plans.js';
import { type RowWords, weighRowWords } from './row-words.js';

/** Rows that must speak for a direction before their words count. */
const FEWEST_ROWS = 2;
/** How many times as many must agree as disagree: "refund of a fee" is both. */
const MAJORITY = 3;

export const speakFor = ({ agree, disagree }: RowWords): boolean =>
  agree >= FEWEST_ROWS && agree >= disagree * MAJORITY;

export const speakAgainst = ({ agree, disagree }: RowWords): boolean =>
  disagree >= FEWEST_ROWS && disagree > agree;

/** Words outside the rows say plainly whether the account holds money or owes it. */
export function isKindPlain({ card, account }: AccountEvidence): boolean {
  const apart = Math.abs(card - account);
  return apart >= 2 || (apart === 1 && Math.min(card, account) === 0);
}

/** The plan's own words name both ways: headings, marks, sections or a word in every row. */
function isNamed(plan: Plan, labels: readonly (HeaderLabel | null)[], items: readonly RawItem[]): boolean {
  if (!plan.semantic) return false;
  if (plan.single < 0) {
    const [debit, credit] = [labels[plan.debit]?.role, labels[plan.credit]?.role];
    return (debit === 'debit' && credit !== 'debit') || (credit === 'credit' && debit !== 'credit');
  }
  if (plan.model !== 'section') return true;
  return items.some((item) => item.section === 'in' || item.section === 'out');
}

/** Printed totals of both ways, or of one that differs from the other, that the rows give. */
function isTotalled({ printedIn, printedOut, totalIn, totalOut }: Interpretation): boolean {
  if (totalIn === totalOut) return false;
  const into = printedIn?.kind === 'total-in' && printedIn.amount.magnitude === totalIn && totalIn > 0;
  const out = printedOut?.kind === 'total-out' && printedOut.amount.magnitude === totalOut && totalOut > 0;
  return into || out;
}

/**
 * Whether words tell which way is in. Arithmetic never does: what is held and what is owed are mirror images, and a
 * reading with every sign turned joins the same balances.
 */
export function isDirectionTold(
  interpretation: Interpretation,
  labels: readonly (HeaderLabel | null)[],
  items: readonly RawItem[],
  evidence: AccountEvidence,
): boolean {
  const { plan, owed } = interpretation;
  if (isNamed(plan, labels, items) || isTotalled(interpretation)) return true;
  const words = weighRowWords(items, interpretation.amounts);
  if (speakFor(words)) return true;
  return isKindPlain(evidence) && owed === evidence.card > evidence.account && !speakAgainst(words);
}
