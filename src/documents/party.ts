import { labelKey } from './entries.js';
import type { Cell, DocumentLine } from './layout/lines.js';

/** Endings that only the names of companies have. */
export const companySuffix =
  /(?:^|[\s,])(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|company|co|plc|llp|pty|gmbh|ag|kg|ohg|ug|e\.?k|se|s\.?a\.?r\.?l|sarl|sas|sasu|s\.?a|s\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|oyj|ab|a\/?s|aps|as|lda|ltda|kft|z\s?o\.?o|k\.k|group|holdings|services|studios?|partners|associates|university|hospital|city of .+)\.?$/iu;

const organisation =
  /\b(?:school|district|university|college|hospital|clinic|county|council|church|foundation|association|institute|ministry|city of|trust|agency|authority|academy|restaurant|hotel|bakery|café|library|museum|health|nhs|mairie|prefeitura|commune|stadt|gemeente|ayuntamiento|comune|kommune)\b/iu;
const companyPrefix = /^(?:sarl|sas|sasu|snc|eurl|s\.?a\.?|pt|ooo|ооо|株式会社|有限会社)\s/iu;

/** True for a name that only an organisation bears: a company's form, or a word such as school or hospital. */
export function isOrganisation(name: string): boolean {
  return companySuffix.test(name) || companyPrefix.test(name) || organisation.test(name);
}

const street =
  /^[^,]*\d.*\b(?:way|court|plaza|floor|drive|lane)\b|\b(?:way|court|plaza|floor|drive|lane)\b.*,|\b(?:street|st|road|rd|avenue|ave|dr|blvd|boulevard|ln|suite|p\.?o\.? box|rue|via|calle|straat|strasse)\b\.?|straße|strasse\b|\b[A-Z]{2}\s+\d{5}\b/iu;

/** "Columbus OH", "Newtown NSW 2042": a town and its state. */
const town = /\s(?:[A-Z]{2}|NSW|VIC|QLD|TAS|ACT)(?:\s+\d{4,5})?$/;

/** True for a text that could be a name: letters, no address, no label, no e-mail, no figure. */
export function looksLikeName(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 2 || trimmed.length > 60 || /[@=|]|https?:|www\.|[:]\s|:$/.test(trimmed)) return false;
  // A house number in front, a town behind: "22 Exmouth Market, London".
  if (/^\d+\p{L}?\s.*,/u.test(trimmed)) return false;
  if (town.test(trimmed) && !companySuffix.test(trimmed)) return false;
  const letters = trimmed.match(/\p{L}/gu)?.length ?? 0;
  const digits = trimmed.match(/\d/g)?.length ?? 0;
  return (
    letters >= 2 &&
    digits <= letters / 3 &&
    !street.test(trimmed) &&
    /^[\p{Lu}\p{Lo}\p{N}"'(]|^\p{Ll}+\p{Lu}/u.test(trimmed)
  );
}

/** What stands after a label: in its own cell after the colon, in the next cell, or in the cell below it. */
export function valueAfter(
  lines: readonly DocumentLine[],
  label: RegExp,
): { text: string; line: DocumentLine } | null {
  for (const [index, line] of lines.entries()) {
    for (const [place, cell] of line.cells.entries()) {
      const match = label.exec(cell.text);
      if (!match) continue;
      const own = cell.text.slice(match.index + match[0].length).replace(/^[\s:]+/, '');
      if (own !== '') return { text: own, line };
      const next = line.cells[place + 1];
      if (next && next.x - cell.right < 160 && labelKey(next.text) !== '') {
        const text = next.text.replace(/^[\s:]+/, '');
        if (text !== '') return { text, line };
      }
      const below = lines[index + 1]?.cells.find((item: Cell) => Math.abs(item.x - cell.x) < 12);
      if (below && lines[index + 1]?.page === line.page)
        return { text: below.text, line: lines[index + 1] ?? line };
    }
  }
  return null;
}
