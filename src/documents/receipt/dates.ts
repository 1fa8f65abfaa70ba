import { type Dated, type DateEvidence, dated, labelledDate } from '../date-evidence.js';
import { findDatesIn } from '../layout/dates.js';
import type { DocumentLine } from '../layout/lines.js';
import { dayInFront } from './rows.js';

const issueLabel =
  /(?<!\p{L})(?:invoice date|date of (?:issue|invoice|purchase)|issued?(?: (?:date|on|at)|(?= ?:))|bill(?:ing)? date|receipt date|purchase date|transaction date|order date|statement date|date issued|rechnungsdatum|ausstellungsdatum|belegdatum|factuur ?datum|date (?:de )?(?:facture|facturation|d'émission)|fecha de (?:emisión|factura|expedición|compra)|data (?:fattura|emissione|documento)|fakturadatum)(?!\p{L})/iu;
const plainLabel =
  /(?<![\p{L}])(?:date|datum|fecha|data|dato|日付)\b(?! (?:due|of birth|de (?:valeur|livraison)))/iu;
const otherDate =
  /(?<!\p{L})(?:due|deliver|ship|liefer|leistung|fällig|zahlbar|échéance|livraison|verval|lever|vencimiento|entrega|scadenza|consegna|expir|valid|gültig|until|before|bis|return|birth|period|förfall|förfallo|check-?in|check-?out|arrival|departure|version|stand)/iu;

/** A refund names the sale that it undoes. */
const earlierSale =
  /(?<!\p{L})(?:orig(?:inal)?\.?|previous|first|ursprüngliche[rsn]?|d'origine|originale?) (?:sale|purchase|order|transaction|invoice|receipt date|kauf|vente|achat|compra|vendita)|(?<!\p{L})(?:vente|achat|compra|vendita) (?:d'origine|original[e]?)/iu;

const priced = /\d[.,]\d{2}(?!\d)/u;

/** A folio lists its charges day by day, and is settled on the last of them; null for anything else. */
function lastOfStay(lines: readonly DocumentLine[], evidence: DateEvidence): Dated | null {
  const rows = lines.filter(({ text }) => dayInFront.test(text) && priced.test(text.replace(dayInFront, '')));
  const days = rows.flatMap((line) =>
    findDatesIn(line.text)
      .slice(0, 1)
      .map((token) => dated(token, evidence, line)),
  );
  const apart = new Set(days.map(({ date }) => date));
  return rows.length > 2 && apart.size > 1 ? (days.at(-1) ?? null) : null;
}

/** A day in front of the words for another one is the document's own: "02/08/2026 03:41 PM EXPIRES 05/09/26". */
const beforeDate = (text: string): string => (startsWithDay.test(text) ? '' : text);
const startsWithDay = /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s+\d{1,2}[:.]\d{2}/u;

/** The day of purchase or issue: as labelled, else the first date that is not said to be another one's. */
export function findDocumentDate(lines: readonly DocumentLine[], evidence: DateEvidence): Dated | null {
  const own = lines.filter((line) => !earlierSale.test(line.text));
  const issued = labelledDate(own, issueLabel, evidence);
  if (issued) return issued;
  const usual = own.filter((line) => !otherDate.test(beforeDate(line.text)));
  const stay = lastOfStay(own, evidence);
  if (stay) return stay;
  const named = labelledDate(usual, plainLabel, evidence);
  // A day without its year (a flight's, a train's) is not the document's as long as a whole date is printed.
  if (named?.date || named?.ambiguous) return named;
  for (const line of usual) {
    for (const token of findDatesIn(line.text)) {
      if (token.readings.some(({ year }) => year !== null)) return dated(token, evidence, line);
    }
  }
  return named;
}
