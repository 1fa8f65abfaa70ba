import type { HeaderLabel, RawItem } from './model.js';

/** How a single column of amounts tells its direction. */
export type SignModel =
  | 'printed'
  | 'marked'
  | 'section'
  | 'type'
  | 'solved'
  /** Each table of its own has one direction, which the two ends tell. */
  | 'grouped'
  /** Rows carry one of a few words, and the two ends tell what each means. */
  | 'worded'
  | 'all-out'
  | 'all-in';

/** One hypothesis of what the columns mean. Column indexes; -1 for none. */
export interface Plan {
  readonly balance: number;
  readonly single: number;
  readonly debit: number;
  readonly credit: number;
  readonly model: SignModel;
  /** Agreement with the header's words, and a prior for the model. */
  readonly evidence: number;
  /** True when the words tell what is in and what is out, so that only the kind of account is open. */
  readonly semantic: boolean;
}

const AGREES = 10;
const CONTRADICTS = -20;
const UNUSED = -8;
/** A column that the header calls the balance is one, even where its figures do not follow. */
const IGNORED_BALANCE = -60;

function agreement(
  label: HeaderLabel | null,
  role: 'balance' | 'amount' | 'debit' | 'credit' | 'none',
): number {
  if (label === null || label.role === 'unknown') return 0;
  if (label.role === role) return AGREES;
  if (role === 'none') {
    if (label.role === 'other' || label.role === 'original') return AGREES;
    return label.role === 'balance' ? IGNORED_BALANCE : UNUSED;
  }
  // A column headed "Payments" may be the only amount column, in or out.
  if (role === 'amount' && (label.role === 'debit' || label.role === 'credit')) return UNUSED;
  return CONTRADICTS;
}

const MOST_GROUPS = 10;

interface Facts {
  readonly marked: boolean;
  readonly sections: boolean;
  readonly typed: boolean;
  readonly signed: boolean;
  readonly groups: number;
  readonly worded: boolean;
}

function factsOf(items: readonly RawItem[]): Facts {
  const rows = items.filter((item) => item.balanceKind === null);
  const markers = rows.flatMap((row) => row.cells.flatMap((cell) => cell?.amount.markers ?? []));
  return {
    marked: markers.includes('credit') || markers.includes('debit'),
    sections: rows.some((row) => row.section !== null),
    typed: rows.filter((row) => row.type !== null).length > rows.length * 0.8,
    signed: markers.length > 0,
    groups: new Set(rows.map((row) => row.group)).size,
    worded: fewWords(rows),
  };
}

/** Nearly every row carries one of two to four words. */
function fewWords(rows: readonly RawItem[]): boolean {
  const marks = rows.flatMap((row) => row.mark ?? []);
  const distinct = new Set(marks).size;
  return marks.length >= rows.length * 0.9 && distinct >= 2 && distinct <= 4;
}

/** The ways in which a single column may tell in from out, with how plausible each is beforehand. */
function modelsFor(label: HeaderLabel | null, facts: Facts, balance: number): [SignModel, number, boolean][] {
  const models: [SignModel, number, boolean][] = [['printed', facts.signed ? 4 : 0, false]];
  if (facts.marked) models.push(['marked', 6, true]);
  if (facts.sections) models.push(['section', facts.signed ? 3 : 6, true]);
  if (facts.typed) models.push(['type', facts.signed ? 3 : 7, true]);
  if (balance >= 0 && !facts.signed) models.push(['solved', -4, false]);
  if (!facts.signed && facts.groups > 1 && facts.groups <= MOST_GROUPS) models.push(['grouped', -2, false]);
  if (!facts.signed && facts.worded) models.push(['worded', -1, false]);
  if (label?.role === 'debit') models.push(['all-out', 14, true]);
  if (label?.role === 'credit') models.push(['all-in', 14, true]);
  return models;
}

/** A running balance stands in more than one line, unless a heading calls its column so or there is hardly a line. */
function mayRun(column: number, labels: readonly (HeaderLabel | null)[], items: readonly RawItem[]): boolean {
  if (labels[column]?.role === 'balance' || items.length < 3) return true;
  return items.filter((item) => item.cells[column]).length > 1;
}

/** Every hypothesis worth a try, the most plausible first. */
export function makePlans(labels: readonly (HeaderLabel | null)[], items: readonly RawItem[]): Plan[] {
  const facts = factsOf(items);
  const columns = labels.map((_, index) => index);
  const plans: Plan[] = [];
  const evidenceOf = (roles: ReadonlyMap<number, 'balance' | 'amount' | 'debit' | 'credit'>): number =>
    columns.reduce((sum, column) => sum + agreement(labels[column] ?? null, roles.get(column) ?? 'none'), 0);
  for (const balance of [-1, ...columns.filter((column) => mayRun(column, labels, items))]) {
    const rest = columns.filter((column) => column !== balance);
    for (const single of rest) {
      const roles = new Map<number, 'balance' | 'amount'>([[single, 'amount']]);
      if (balance >= 0) roles.set(balance, 'balance');
      const base = evidenceOf(roles);
      for (const [model, prior, semantic] of modelsFor(labels[single] ?? null, facts, balance)) {
        plans.push({ balance, single, debit: -1, credit: -1, model, semantic, evidence: base + prior });
      }
    }
    for (const debit of rest) {
      for (const credit of rest) {
        if (debit === credit) continue;
        const roles = new Map<number, 'balance' | 'debit' | 'credit'>([
          [debit, 'debit'],
          [credit, 'credit'],
        ]);
        if (balance >= 0) roles.set(balance, 'balance');
        // Without words the usual order is debit before credit, and the balance last.
        const order = debit < credit ? 1 : 0;
        const evidence = evidenceOf(roles) + order;
        plans.push({ balance, single: -1, debit, credit, model: 'printed', semantic: true, evidence });
      }
    }
  }
  if (plans.length === 0) {
    plans.push({
      balance: -1,
      single: -1,
      debit: -1,
      credit: -1,
      model: 'printed',
      semantic: true,
      evidence: 0,
    });
  }
  const last = columns.at(-1) ?? -1;
  const weigh = (plan: Plan): number =>
    plan.evidence + (plan.balance === last && columns.length > 1 ? 0.5 : 0);
  return plans.sort((a, b) => weigh(b) - weigh(a));
}
