import { entriesOf, type FigureConvention, labelKey } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';

/** One line of the table that tells the tax of each rate, minor units; null where a column is missing. */
export interface RateRow {
  readonly net: number | null;
  readonly tax: number;
  readonly gross: number | null;
  /** The line below the rates that adds them up. */
  readonly whole: boolean;
  readonly line: DocumentLine;
}

type Column = 'net' | 'tax' | 'gross';

const columns: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:net|netto|goods|nett?o? ?(?:amount|betrag)|ht|(?:total |montant )?h\.?t\.?|base|base ht|excl?\.?.*|ex\.? (?:vat|gst|tax)|taxable|imponibile|base imponible|netto ?bedrag|grundlag|grundbelopp)$/u,
    'net',
  ],
  [
    /^(?:vat|tax|gst|mwst|ust|steuer|mwst-?betrag|steuerbetrag|tva|montant tva|iva|cuota|imposta|btw|moms|mva|(?:vat|tax|gst) amount)\.?$/u,
    'tax',
  ],
  [/^(?:gross|brutto|total|ttc|incl?\.?.*|bruto|lordo|umsatz|brutto ?(?:betrag|umsatz)|gesamt)$/u, 'gross'],
];

/** A row of the table begins with its rate, its code or both: "A 20.0%", "B=", "7%". */
const rateLabel =
  /^(?:\p{L}{0,2}\d?\s?[=:)]?\s*)(?:\d{1,2}(?:[.,]\d{1,3})?\s?%)?(?:\s*(?:vat|tax|mwst|ust|tva|iva|btw|moms))?\.?$/iu;
const wholeLabel = /^(?:gesamt(?:betrag|summe)?|summe|totals?|totaux|totaal|totale|sum(?:ma)?)$/u;

/** "T.V.A." heads the same column as "TVA". */
const headOf = (text: string) =>
  labelKey(text).replace(/(?<!\p{L})(?:\p{L}\.)+\p{L}(?!\p{L})/gu, (initials) =>
    initials.replaceAll('.', ''),
  );

/** What the columns of a heading hold, left to right; null for a line that heads no such table. */
function headed(line: DocumentLine): Column[] | null {
  const named = (texts: readonly string[]) =>
    texts.flatMap((text) => columns.find(([pattern]) => pattern.test(headOf(text)))?.[1] ?? []);
  const cells = named(line.cells.map(({ text }) => text));
  const found =
    cells.length > 1 ? cells : line.words.length < 6 ? named(line.words.map(({ text }) => text)) : [];
  return found.includes('tax') && found.length > 1 ? found : null;
}

/** "2.6 18.14 0.46" below "MWST% Total MWST": the rate has no sign of its own, and proves itself. */
function bareRateRow(
  line: DocumentLine,
  heads: readonly Column[],
  convention: FigureConvention,
): RateRow | null {
  const [first] = line.words;
  if (!first || !/^\d{1,2}(?:[.,]\d{1,2})?$/u.test(first.text)) return null;
  const rate = Number(first.text.replace(',', '.'));
  const entries = entriesOf(line, convention);
  const figures = entries.flatMap((entry) => entry.figures).filter(({ x }) => x > first.right);
  if (entries.some(({ label }) => /\p{L}/u.test(label)) || figures.length !== heads.length) return null;
  const at = (column: Column) => figures[heads.indexOf(column)]?.minor ?? null;
  const [net, tax, gross] = [at('net'), at('tax'), at('gross')];
  const due = net !== null ? (net * rate) / 100 : ((gross ?? 0) * rate) / (100 + rate);
  const holds = tax !== null && rate > 0 && Math.abs(due - tax) <= 1;
  return holds ? { net, tax, gross, whole: false, line } : null;
}

function rowOf(line: DocumentLine, heads: readonly Column[], convention: FigureConvention): RateRow | null {
  const entries = entriesOf(line, convention);
  const label = labelKey(
    entries
      .map((entry) => entry.label)
      .join(' ')
      .trim(),
  );
  const figures = entries.flatMap((entry) => entry.figures);
  const whole = wholeLabel.test(label);
  const rated = /%/.test(label) || /^\p{L}{1,2}\d?$/u.test(label);
  if (!whole && !(rated && rateLabel.test(label))) return null;
  // A heading in front names the rate's code; the figures stand under those at the end.
  const own = heads.slice(-figures.length);
  const at = (column: Column) => figures[own.indexOf(column)]?.minor ?? null;
  const single = own.filter((column) => column === 'tax').length === 1 && new Set(own).size === own.length;
  const tax = single && own.length === figures.length && figures.length > 1 ? at('tax') : null;
  return tax === null ? null : { net: at('net'), tax, gross: at('gross'), whole, line };
}

/**
 * The tables in which a till or an invoice tells its tax rate by rate. Their figures are parts of what was bought: none of
 * them is the receipt's own total or subtotal.
 */
export function rateRows(lines: readonly DocumentLine[], convention: FigureConvention): RateRow[] {
  const found: RateRow[] = [];
  for (const [index, line] of lines.entries()) {
    const heads = headed(line);
    if (!heads) continue;
    const rows: RateRow[] = [];
    for (const below of lines.slice(index + 1)) {
      const row =
        below.page === line.page
          ? (rowOf(below, heads, convention) ?? bareRateRow(below, heads, convention))
          : null;
      if (!row) break;
      rows.push(row);
    }
    // Only a table that has a rate: "Subtotal | Tax | Total" over one line of sums is a summary.
    if (rows.some(({ whole }) => !whole)) found.push(...rows);
  }
  return found;
}

/** What all rates together come to as the table itself adds them up; null where it does not. */
export function ratedTotal(rows: readonly RateRow[]): number | null {
  return rows.find(({ whole }) => whole)?.gross ?? null;
}

/** Minor units by which a row's parts miss its whole, or the rates their sums; null where all that is printed adds up. */
export function brokenRate(rows: readonly RateRow[]): number | null {
  const apart = rows.map(({ net, tax, gross }) =>
    net === null || gross === null ? 0 : Math.abs(gross) - Math.abs(net) - Math.abs(tax),
  );
  const wholes = rows.filter(({ whole }) => whole);
  const taxes = rows.flatMap(({ whole, tax }) => (whole ? [] : [tax]));
  const [whole] = wholes;
  if (whole && wholes.length === 1) apart.push(whole.tax - taxes.reduce((all, tax) => all + tax, 0));
  // Each rate may be rounded by itself.
  return apart.find((difference) => Math.abs(difference) > rows.length) ?? null;
}
