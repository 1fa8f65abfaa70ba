import type { DocumentLine } from '../layout/lines.js';
import type { ReceiptReading } from '../reading.js';
import type { ReceiptAmounts } from './amounts.js';

const unpaidWords =
  /(?<!\p{L})(?:unpaid|not paid|pending|overdue|past due|outstanding|awaiting payment|payment due|please (?:remit|pay)|direct debit on|will be (?:collected|debited|taken)|we.ll take|pay (?:online )?(?:now|by)|payable (?:by|within)|offen|unbezahlt|bitte überweisen|zahlbar bis|impayé|à régler|à payer avant|gelieve|valor a pagar|amount to pay|data limite|te betalen voor|pendiente|da pagare|att betala)/iu;
const paidWords =
  /(?<!\p{L})(?:paid in full|payment received|payment status:? paid|paid (?:on|by|with|via)|thank you for your (?:recent )?(?:purchase|transaction|payment)|status:? paid|date paid|^paid$|amount paid|approved|auth(?:orization)? ?(?:code|no|:)|card ending|change due|bereits (?:bezahlt|beglichen)|beglichen|bezahlt|dankend erhalten|acquittée?|réglée?|payé|vooruitbetaald|voldaan|betaald|pagad[oa]|pagat[oa]|betald)(?![\p{L}])/iu;
const dueWords =
  /(?<!\p{L})(?:due date|balance due|amount due|payment terms|fällig|échéance|vervaldatum|vencimiento|scadenza|förfallodatum)/iu;

/** Whether the money has changed hands: told by what is still due, by payment words, by kind; null where nothing tells. */
export function isPaid(
  lines: readonly DocumentLine[],
  kind: ReceiptReading['kind'],
  amounts: ReceiptAmounts,
): boolean | null {
  if (amounts.balanceDue !== null && amounts.balanceDue > 0) return false;
  if (amounts.balanceDue === 0) return true;
  const says = (words: RegExp) => lines.some((line) => words.test(line.text));
  if (kind === 'receipt') return isReceiptPaid(says, amounts);
  if (/(?<!\p{L})(?:unpaid|not paid|pending)(?!\p{L})/iu.test(lines.map((line) => line.text).join('\n')))
    return false;
  if (says(paidWords)) return true;
  const covered = amounts.tendered !== null && amounts.total !== null && amounts.tendered >= amounts.total;
  if (covered) return true;
  return says(unpaidWords) || says(dueWords) ? false : null;
}

const receiptWords =
  /(?<!\p{L})(?:receipt|quittung|kassenbon|beleg|bon|reçu|ticket|kassabon|kvitto|kvittering|recibo|scontrino|paragon|folio)(?!\p{L})|領収|レシート/iu;

/** A receipt is proof of payment by its name; a bill on the table is none until it says how it was paid. */
function isReceiptPaid(says: (words: RegExp) => boolean, amounts: ReceiptAmounts): boolean | null {
  if (says(/(?<!\p{L})(?:unpaid|not paid|payment pending)(?!\p{L})/iu)) return false;
  return amounts.tendered !== null || says(receiptWords) || says(paidWords) ? true : null;
}
