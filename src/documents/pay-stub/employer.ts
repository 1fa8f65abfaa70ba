import { labelKey, sourceOf } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';
import { isOrganisation, looksLikeName, valueAfter } from '../party.js';
import type { SourceLine } from '../reading.js';
import { headingKey } from './heading-cells.js';
import { columnOfHeading } from './terms.js';

const label =
  /^(?:(?:name of )?employer(?: name)?|company(?: name)?|arbeitgeber|firma|employeur|entreprise|raison sociale|empresa|werkgever|datore di lavoro|azienda|paid by|issued by)\s*(?::|$)/iu;
const title =
  /\b(?:pay ?(?:stub|slip|check|statement|advice)|payslip|earnings|statement|wage|salary|payroll|remittance|advice|direct deposit|confidential|employee|information|details?|summary|page|period|date|name|department|address|copy|insurance|number|code|no\.?)\b|abrechnung|bulletin|nómina|loonstrook|salaris|cedolino|busta/iu;
/** Those who print stubs for others. */
const provider =
  /\b(?:adp|gusto|paychex|paycor|paylocity|workday|xero|quickbooks|intuit|sage|ukg|ceridian|dayforce|datev|rippling|bamboohr|paycom)\b/iu;
const titleWithName =
  /(?:earnings statement|pay ?stub|pay ?slip|payslip|pay statement|wage statement|pay advice)\s*(?:for|from|[-–—|:])\s*(.+)$/iu;
const nameWithTitle =
  /^(.+?)(?:\s*[-–—|]\s*|\s+(?=\S+(?: slip| stub)?$))(?:earnings statement|pay ?stub|pay ?slip|payslip|pay statement|wage statement|pay advice)\b/iu;
/** The employer stands at the head of the stub. */
const headLines = 8;

/** Who pays: as labelled, as the title names it, else the company or the most prominent name at the head; or null. */
export function findEmployer(lines: readonly DocumentLine[]): { name: string; source: SourceLine } | null {
  const beside = valueAfter(lines, label);
  // "Paid by | Employee" are two headings: their values stand below.
  const labelled = beside && findsTitle(beside.text) ? (nameBelow(lines) ?? beside) : beside;
  // "Employer | Current | YTD" heads columns, and names nobody.
  const isHeading =
    labelled && (heading.test(labelled.text) || columnOfHeading(headingKey(labelled.text)) !== null);
  if (labelled && looksLikeName(labelled.text) && !isHeading) {
    return { name: labelled.text.trim(), source: sourceOf(labelled.line) };
  }
  const head = lines.filter((line) => line.page === lines[0]?.page).slice(0, headLines);
  for (const line of head) {
    const named = (titleWithName.exec(line.text) ?? nameWithTitle.exec(line.text))?.[1]?.trim();
    if (named && looksLikeName(named) && !findsTitle(named)) return { name: named, source: sourceOf(line) };
  }
  const names = namesIn(head);
  const company =
    names.find(({ name }) => isOrganisation(name)) ??
    namesIn(lines.filter(({ text }) => !priced.test(text))).find(
      ({ name }) => isOrganisation(name) && !bank.test(name),
    ) ??
    companyInLine(lines);
  if (company) return { name: company.name, source: sourceOf(company.line) };
  const [first] = names;
  // Without a company's words only a headline counts: a lone name may be the employee's.
  const tallest = Math.max(...head.map((line) => line.height));
  const prominent = first && first.line === head[0] && first.height >= tallest;
  return prominent ? { name: first.name, source: sourceOf(first.line) } : null;
}

/** What has an amount beside it is a row of the stub, such as an insurance. */
const priced = /\d[.,]\d{2}(?!\d)/u;
/** A company's name and form in front of its address, with a number before it at most: "0412 Hill Clinic PC 12 High St". */
const nameInAddress =
  /^(?:[\w#-]*\d[\w#-]* )*((?:\p{Lu}[\p{L}&.'’-]* ){1,7}(?:Inc|LLC|PC|PLLC|LLP|Corp|Ltd|Co|GmbH|PLC)\.?),?(?: [-–·])? (?:\d|P\.?O\.? Box)/u;

function companyInLine(lines: readonly DocumentLine[]) {
  for (const line of lines) {
    const name = line.cells.map(({ text }) => nameInAddress.exec(text)?.[1]).find((found) => found);
    if (name && !findsTitle(name) && !bank.test(name)) return { name, line };
  }
  return undefined;
}

/** The name below a label that heads a column. */
function nameBelow(lines: readonly DocumentLine[]): { text: string; line: DocumentLine } | null {
  for (const [index, line] of lines.entries()) {
    const head = line.cells.find((cell) => label.test(cell.text));
    const below = lines[index + 1];
    const cell = head && below?.cells.find(({ x }) => Math.abs(x - head.x) < 12);
    if (cell && below) return { text: cell.text, line: below };
  }
  return null;
}

const heading = /^(?:employee|name|address|details?|period|department)\s*:?$/iu;

const bank = /\bbank\b|credit union|\bbsb\b/iu;

/** The name in a sender's line as letter windows show it: "Name * Street 7 * Town". */
function senderOf(text: string): string {
  const [name = '', ...rest] = text.split(/\s*[*·•|]\s*/u);
  return (rest.length > 0 && isOrganisation(name.trim()) ? name : text).trim();
}

function namesIn(lines: readonly DocumentLine[]) {
  return lines.flatMap((line) =>
    line.cells
      .map((cell) => ({ cell, name: senderOf(cell.text) }))
      .filter(({ name }) => looksLikeName(name) && !findsTitle(name))
      .map(({ cell, name }) => ({
        name,
        line,
        height: Math.max(...cell.words.map((word) => word.height)),
      })),
  );
}

function findsTitle(text: string): boolean {
  return title.test(labelKey(text)) || provider.test(text);
}
