import { labelKey, sourceOf } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';
import { companySuffix, looksLikeName, valueAfter } from '../party.js';
import type { SourceLine } from '../reading.js';

const label =
  /^(?:employer(?: name)?|company(?: name)?|arbeitgeber|firma|employeur|entreprise|raison sociale|empresa|werkgever|datore di lavoro|azienda|paid by|issued by)\s*(?::|$)/iu;
const title =
  /\b(?:pay ?(?:stub|slip|check|statement|advice)|payslip|earnings|statement|wage|salary|payroll|remittance|advice|direct deposit|confidential|employee|information|details?|summary|page|period|date|name|department|address|copy)\b|abrechnung|bulletin|nómina|loonstrook|salaris|cedolino|busta/iu;
/** Those who print stubs for others. */
const provider =
  /\b(?:adp|gusto|paychex|paycor|paylocity|workday|xero|quickbooks|intuit|sage|ukg|ceridian|dayforce|datev|rippling|bamboohr|paycom)\b/iu;
const titleWithName =
  /(?:earnings statement|pay ?stub|pay ?slip|payslip|pay statement|wage statement|pay advice)\s*(?:for|from|[-–—|:])\s*(.+)$/iu;
/** The employer stands at the head of the stub. */
const headLines = 8;

/** Who pays: as labelled, as the title names it, else the company or the most prominent name at the head; or null. */
export function findEmployer(lines: readonly DocumentLine[]): { name: string; source: SourceLine } | null {
  const labelled = valueAfter(lines, label);
  if (labelled && looksLikeName(labelled.text)) {
    return { name: labelled.text.trim(), source: sourceOf(labelled.line) };
  }
  const head = lines.filter((line) => line.page === lines[0]?.page).slice(0, headLines);
  for (const line of head) {
    const named = titleWithName.exec(line.text)?.[1]?.trim();
    if (named && looksLikeName(named) && !findsTitle(named)) return { name: named, source: sourceOf(line) };
  }
  const names = head.flatMap((line) =>
    line.cells
      .filter((cell) => looksLikeName(cell.text) && !findsTitle(cell.text))
      .map((cell) => ({
        name: cell.text.trim(),
        line,
        height: Math.max(...cell.words.map((word) => word.height)),
      })),
  );
  const company = names.find(({ name }) => companySuffix.test(name));
  if (company) return { name: company.name, source: sourceOf(company.line) };
  const [first] = names;
  // Without a company's ending only a headline counts: a lone name may be the employee's.
  const prominent =
    first && first.line === head[0] && first.height >= Math.max(...head.map((line) => line.height));
  return prominent ? { name: first.name, source: sourceOf(first.line) } : null;
}

function findsTitle(text: string): boolean {
  return title.test(labelKey(text)) || provider.test(text);
}
