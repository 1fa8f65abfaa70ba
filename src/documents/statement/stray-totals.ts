import { anyPhrase, foldText } from '../layout/fold.js';
import type { ComposedRows } from './composed-rows.js';
import type { Interpretation } from './interpret.js';
import type { MarkedLine, SummaryFigure } from './model.js';
import { isProse } from './prose.js';
import { joinedBoxLines, yearNamed } from './summary-check.js';

/** Totals of other ground than the rows: a year, a limit, an average, a count. */
const otherGround = anyPhrase(
  'year|ytd|to date|annual|average|limit(e/es/i)?|minimum|maximum|count|number|points?|available|last (month/year/period)|interest|fees?|dividends?|jahr|annee|ano|anno|seite|page|due',
);

/** More sections than this are not tried in every combination. */
const MOST_PARTS = 10;

/** What any of the parts come to together, none of them included. */
function sumsOf(parts: readonly number[]): number[] {
  const sums = [0];
  for (const part of parts.slice(0, MOST_PARTS)) sums.push(...sums.map((sum) => sum + part));
  return sums;
}

/** Every figure that the reading itself gives: rows, balances, and the sums of rows and of sections. */
function knownSums({ composed, interpretation }: Material): Set<number> {
  const sections = new Map<number, { in: number; out: number }>();
  composed.items.forEach((item, index) => {
    const amount = interpretation.amounts[index] ?? 0;
    const section = sections.get(item.sectionId) ?? { in: 0, out: 0 };
    if (amount > 0) section.in += amount;
    else section.out -= amount;
    sections.set(item.sectionId, section);
  });
  const each = [...sections.values()];
  const { ends, amounts, balances, totalIn, totalOut } = interpretation;
  const single = [...amounts, ...balances, ends.opening?.value, ends.closing?.value, totalIn - totalOut];
  return new Set([
    ...single.map((value) => Math.abs(value ?? 0)),
    ...each.map((section) => Math.abs(section.in - section.out)),
    ...sumsOf(each.map((section) => section.in)),
    ...sumsOf(each.map((section) => section.out)),
    totalIn,
    totalOut,
  ]);
}

interface Material {
  readonly composed: ComposedRows;
  readonly interpretation: Interpretation;
  readonly figures: readonly SummaryFigure[];
}

const endKinds: ReadonlySet<SummaryFigure['kind']> = new Set(['opening', 'closing', 'dated']);

/**
 * Lines that name a balance or a total of money in or out which neither the rows nor their sections give, by itself or together with
 * others: either rows were missed, or the total is a misprint.
 */
export function strayTotals(material: Material, lines: readonly MarkedLine[]): MarkedLine[] {
  const known = knownSums(material);
  const { totalIn, totalOut } = material.interpretation;
  // Points and counts have no cents.
  const decimals = material.interpretation.ends.opening?.figure.amount.decimals ?? 0;
  const totals = material.figures.filter(
    (figure) =>
      figure.kind.startsWith('total') &&
      !otherGround.test(foldText(figure.label)) &&
      figure.amount.decimals >= decimals &&
      !(figure.line.dates.length === 0 && yearNamed.test(figure.line.line.text)) &&
      !isProse(figure.line) &&
      !figure.line.line.text.includes('%'),
  );
  const ends = material.figures.filter(
    ({ kind, amount, line }) =>
      endKinds.has(kind) && amount.decimals >= decimals && !known.has(amount.magnitude) && !isProse(line),
  );
  const parts = new Set(totals.map((figure) => figure.amount.magnitude));
  // Kinds of movements that the rows do not tell apart make up the whole together.
  const completes = (part: number) =>
    sumsOf([...parts].filter((other) => other !== part)).some((sum) =>
      [totalIn, totalOut].includes(sum + part),
    );
  const strayed = totals.filter(({ amount }) => !known.has(amount.magnitude) && !completes(amount.magnitude));
  const joined = joinedBoxLines(material.figures, lines);
  return [...strayed, ...ends].map((figure) => figure.line).filter((line) => !joined.has(line));
}
