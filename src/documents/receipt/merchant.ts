import { labelKey, sourceOf } from '../entries.js';
import type { Cell, DocumentLine } from '../layout/lines.js';
import { companySuffix, looksLikeName } from '../party.js';
import type { SourceLine } from '../reading.js';

const customerLabel =
  /^(?:bill(?:ed)? to|sold to|ship(?:ped)? to|invoice to|deliver(?:y)?(?: to| address)?|customer|client|attention|attn|to|kunde|käufer|rechnungsempfänger|lieferadresse|rechnungsadresse|facturé à|adressé à|adresse de (?:facturation|livraison)|klant|factuuradres|afleveradres|cliente|destinatario|facturar a|kund|faktureringsadress|company|name|payer|buyer|guest)\b/iu;
const sellerLabel =
  /^(?:from|seller|vendor|supplier|merchant|sold by|verkauft von|vendu par|verkocht door|vendido por|venduto da|issued by|shop|verkäufer|lieferant|rechnungssteller|vendeur|fournisseur|émetteur|verkoper|leverancier|vendedor|emisor|proveedor|venditore|fornitore|säljare)\b/iu;
const payeeLabel =
  /(?:account (?:holder|name)|titulaire du compte|kontoinhaber|beneficiary|payable to|make (?:cheques?|checks?) payable to|zahlungsempfänger|t\.?n\.?v\.?|begunstigde|beneficiario|payee|kontoname)\s*:?\s+/iu;
const title =
  /^(?:tax |sales |pro ?forma |commercial |original |copy of |kopie )?(?:invoice|receipt|bill|rechnung|quittung|kassenbon|facture|reçu|ticket|factuur|bon|kassabon|factura|recibo|fattura|scontrino|ricevuta|faktura|kvitto|handelsrechnung|(?:rechnung|facture|factuur|factura|fattura) ?\/ ?(?:invoice|receipt)|(?:invoice|receipt) ?\/ ?\p{L}+|order(?: confirmation)?|statement|credit note|payment advice|thank you.*|date|page.*|welcome.*|description.*|item.*|qty.*|quantity.*|total.*|subtotal.*|amount.*|price.*|article.*|payment.*|paid|customer copy|merchant copy|original|copy|duplicate|due.*)$|^(?:invoice|receipt|rechnung|facture|factuur|factura|order)\b.*(?:#|no|nr|n°|num|\d)/iu;

/** What the seller must print of itself stands beside or below its name. */
const legalNotice =
  /siège social|registered (?:office|in)|siret|\brcs\b|\bhr[ab] ?\d|amtsgericht|geschäftsführer|company (?:no|number|reg)|(?:vat|tva|ust|btw|cif|nif|p\.? ?iva|org)[ -.]*(?:id|no|nr|reg|num)|\bkvk\b|\babn\b/iu;

/** Who keeps the shop stands below its name. */
const ownerLabel = /^(?:inh(?:aber(?:in)?)?|prop(?:rietor)?|owner|gérante?|titular)\b\.?:?\s/iu;

/** "Bookshop - order placed 3 May". */
const nameBeforeTitle = /^(.{2,40}?)\s+[-–—|]\s+.*\b(?:order|receipt|invoice|purchase)\b/iu;

const blockLines = 6;
/** With so many cells a line heads a table. */
const tableColumns = 5;
const atLeast = 3;

interface Candidate {
  readonly name: string;
  readonly line: DocumentLine;
  readonly score: number;
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Host names of web and mail addresses, as letters only. */
function hosts(lines: readonly DocumentLine[]): string[] {
  const found = lines.flatMap((line) => [
    ...line.text.matchAll(/(?:www\.|https?:\/\/(?:www\.)?|@)([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu),
  ]);
  const common = /^(?:gmail|hotmail|outlook|yahoo|icloud|example)\./i;
  return found.flatMap((match) => (match[1] && !common.test(match[1]) ? [letters(match[1])] : []));
}

function sharesHost(name: string, domains: readonly string[]): boolean {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
  const known = words.filter((word) => domains.some((domain) => domain.includes(letters(word))));
  return words.length > 0 && known.length >= words.length / 2;
}

/** Cells that stand under a label such as "Bill to" or "Seller", in its column. */
function blockOf(lines: readonly DocumentLine[], label: RegExp): Set<Cell> {
  const block = new Set<Cell>();
  for (const [index, line] of lines.entries()) {
    // "From  To  Flight  Class" heads a table of journeys, and names nobody.
    if (line.cells.length >= tableColumns) continue;
    for (const head of line.cells.filter((cell) => label.test(cell.text))) {
      block.add(head);
      const beside = line.cells[line.cells.indexOf(head) + 1];
      if (beside) block.add(beside);
      for (const below of lines.slice(index + 1, index + 1 + blockLines)) {
        if (below.page !== line.page) break;
        for (const cell of below.cells) if (Math.abs(cell.x - head.x) < 25) block.add(cell);
      }
    }
  }
  return block;
}

function namesIn(lines: readonly DocumentLine[]): { cell: Cell; name: string; line: DocumentLine }[] {
  return lines.flatMap((line) =>
    line.cells
      .filter(({ text }) => !ownerLabel.test(text))
      .flatMap((cell) => {
        const afterSeller = sellerLabel.exec(cell.text);
        const text = afterSeller
          ? cell.text.slice(afterSeller[0].length).replace(/^[\s:]+/, '')
          : (nameBeforeTitle.exec(cell.text)?.[1] ?? cell.text);
        return looksLikeName(text) && !title.test(text.trim()) ? [{ cell, name: text.trim(), line }] : [];
      }),
  );
}

/**
 * Who sells: told by labels, by a company's ending, by the web address, by repetition and by its place at the head;
 * never from the customer's block. Null when nothing points at anybody.
 */
export function findMerchant(lines: readonly DocumentLine[]): { name: string; source: SourceLine } | null {
  const customers = blockOf(lines, customerLabel);
  const customerNames = new Set([...customers].map((cell) => letters(cell.text)));
  const sellers = blockOf(lines, sellerLabel);
  const domains = hosts(lines);
  const payees = lines.flatMap((line) => {
    const match = payeeLabel.exec(line.text);
    return match ? [letters(line.text.slice(match.index + match[0].length))] : [];
  });
  const texts = lines.map((line) => letters(line.text));
  const legal = new Set(lines.filter((_line, index) => legalNotice.test(lines[index + 1]?.text ?? '')));
  const first = lines[0];
  const headline = Math.max(
    ...lines.slice(0, 8).flatMap((line) => (title.test(line.text.trim()) ? [] : [line.height])),
  );
  const scored = namesIn(lines).map(({ cell, name, line }): Candidate => {
    const key = letters(name);
    const height = Math.max(...cell.words.map((word) => word.height));
    const onHead = line.page === first?.page;
    let score = 0;
    if (companySuffix.test(name)) score += 3;
    if (sharesHost(name, domains)) score += 3;
    if (sellers.has(cell)) score += 4;
    if (nameBeforeTitle.test(cell.text)) score += 2;
    if (payees.some((payee) => payee.startsWith(key))) score += 3;
    if (legal.has(line)) score += 2;
    if (key.length > 3 && texts.filter((text) => text.includes(key)).length > 1) score += 2;
    if (onHead && line.line <= 2) score += 2;
    else if (onHead && line.line <= 6) score += 1;
    if (onHead && line.line <= 4 && height >= headline) score += 2;
    if (customerNames.has(key) && !sellers.has(cell)) score -= 6;
    if (labelKey(name).split(' ').length > 6) score -= 2;
    return { name, line, score };
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best && best.score >= atLeast ? { name: best.name, source: sourceOf(best.line) } : null;
}
