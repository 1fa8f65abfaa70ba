import type { DocumentKind } from '../reading.js';

/** The words by which statements of many languages name balances, totals and sections: evidence, never a requirement. */

const opening =
  /\b(?:opening|beginning|previous|starting|start|prior|initial|old)\s+(?:\w+\s+){0,2}?balance|\bbalance\s+(?:at\s+(?:the\s+)?(?:start|beginning)|(?:from\s+)?(?:last|previous|prior|your last)\s+(?:statement|month|bill))|\blast statement balance|\bopening\b\W*$|^opening$|\b(?:alter|anfangs|eröffnungs|vorheriger)[ -]?(?:konto)?(?:saldo|stand)|\bsaldo\s+(?:inicial|anterior|inicial|iniziale|precedente|początkow\w+|poprzedni\w*|vortrag)|\b(?:saldo)?vortrag\b|\b(?:ancien|solde)\s+(?:solde|initial|précédent|de départ|antérieur|d'ouverture)|\b(?:begin|vorig|oud)\s?-?saldo|\bvorig saldo|\b(?:ingående|inngående|indgående|åpnings|primo)\s?saldo|\b(?:saldo)\s+primo\b|\balkusaldo|počáteční zůstatek|nyitó egyenleg|açılış bakiyesi|devir bakiye|(?:входящий|начальный) (?:остаток|баланс)|αρχικό υπόλοιπο|期初余额|上期余额|上期結餘|前月残高|前回残高|繰越残高|前頁残高/iu;
const closing =
  /\b(?:closing|ending|new|final|end|statement|current)\s+(?:\w+\s+){0,2}?balance|\bbalance\s+(?:at\s+(?:the\s+)?(?:end|close)|this statement|to pay|owing|due)|\btotal\s+(?:amount|balance)\s+(?:due|owed|owing)|\bclosing\b\W*$|\b(?:neuer|end|schluss|abschluss|aktueller)[ -]?(?:konto)?(?:saldo|stand)|\bsaldo\s+(?:final|actual|finale|attuale|atual|końcow\w+|nuevo)|\b(?:nuevo|nuovo|novo)\s+saldo|\b(?:nouveau|solde)\s+(?:solde|final|actuel|de clôture|en fin)|\b(?:eind|nieuw|huidig)\s?-?saldo|\bnieuw saldo|\b(?:utgående|utgjende|udgående|avsluttende|ultimo)\s?saldo|\bsaldo\s+ultimo\b|\bloppusaldo|konečný zůstatek|záró egyenleg|kapanış bakiyesi|(?:исходящий|конечный) (?:остаток|баланс)|τελικό υπόλοιπο|期末余额|本期余额|本期結餘|期末残高|今回残高/iu;
const broughtForward =
  /\b(?:brought|b\/?fwd?|b\/f|bf|bal(?:ance)? fwd|forwarded)\b.*\b(?:forward)?|\bbalance forward\b|\bbrought forward\b|\bbal(?:ance)? b\/f(?:wd)?\b|\bübertrag\b|\breport\b\s*(?:solde)?$|\bsaldo reportado\b|\briporto\b|\btransport\b|\bsaldo a reportar\b|前頁繰越|承前页/iu;
const carriedForward =
  /\bcarried\s+forward\b|\bc\/f(?:wd)?\b|\bbalance carried\b|\bà reporter\b|\bsuma y sigue\b|\ba riportare\b|次頁繰越/iu;
const datedBalance =
  /\b(?:balance|(?:konto)?stand|(?:konto)?saldo|solde)\s*(?:as\s+)?(?:on|at|of|as of|as at|per|am|vom|au|al|a|em|op|na dzień|dnia|den|pr\.?|créditeur au|débiteur au)\b/iu;
const notAnEnd =
  /\b(?:available|average|avg|minimum|min\.?|lowest|highest|maximum|daily|ledger|collected|uncleared|pending|disponible|disponibile|disponível|verfügbar\w*|beschikbaar|dostępne|mittel|durchschnitt\w*|points?|rewards?|transfers?|limit|interest rate|apr|subject to|before|after|if your|equals?)\b/iu;

export type BalanceKind = 'opening' | 'closing' | 'brought-forward' | 'carried-forward' | 'dated';

/** Which balance a text names, or null. Averages, minimums and available balances are none. */
export function balanceKindOf(text: string): BalanceKind | null {
  if (notAnEnd.test(text)) return null;
  if (opening.test(text)) return 'opening';
  if (carriedForward.test(text)) return 'carried-forward';
  if (broughtForward.test(text)) return 'brought-forward';
  if (closing.test(text)) return 'closing';
  return datedBalance.test(text) ? 'dated' : null;
}

const inWords =
  /\b(?:deposits?|credits?|additions?|money in|paid in|payments? in|receipts?|received|refunds?|incoming|lodg(?:e)?ments?|transfers? in|interest (?:paid|earned|received)|gutschriften?|eingänge|zahlungseingänge|einnahmen|habenumsätze|crédits?|versements|abonos?|ingresos|depósitos|entradas|accrediti|entrate|créditos|bijschrijvingen|bij|uznania|wpływy|wpłaty|insättningar|indbetalinger|innskudd)\b|入金|收入|お預入/iu;
const outWords =
  /\b(?:withdrawals?|debits?|subtractions?|money out|paid out|payments? out|purchases?|fees?|charges?|checks?|cheques?|charged|spent|spending|outgoings?|direct debits|transfers? out|cash advances?|advances?|card transactions|bill ?pay(?:ments)?|lastschriften?|ausgänge|ausgaben|sollumsätze|belastungen|débits?|retraits|prélèvements|paiements|cargos?|retiros|salidas|gastos|adeudos|addebiti|uscite|prelievi|débitos|saídas|afschrijvingen|af|obciążenia|wypłaty|wydatki|uttag|udbetalinger|uttak)\b|出金|支出|お引出/iu;
const paymentWords = /\bpayments?\b/iu;

export type SectionSense = 'in' | 'out' | 'payments';

/** Whether a heading or label speaks of money coming in or going out; `payments` depends on the kind of account. */
export function senseOf(text: string): SectionSense | null {
  // "Interest charged" and "Fees" are out; "Payments and other credits" is in; "Other debits" is out.
  const into = inWords.test(
    text.replace(/\bcredit cards?\b|\bdebit cards?\b|\bdirect deposits?\b/giu, (m) =>
      /direct/i.test(m) ? 'deposit' : '',
    ),
  );
  const out = outWords.test(text.replace(/\bcredit cards?\b|\bdebit cards?\b/giu, ''));
  if (into && !out) return 'in';
  if (out && !into) {
    // "Purchases and other charges", "Electronic payments", "Checks paid".
    return 'out';
  }
  if (into && out) return null;
  return paymentWords.test(text) ? 'payments' : null;
}

const total =
  /^(?:sub-?\s?)?totals?\b|\btotal$|^(?:total|sum)\s+(?:of|for)\b|^sum\b|^summe\b|^gesamt\w*|^zwischensumme|^totaux\b|^sous-total|^suma\b|^totale\b|^totaal\b|^razem\b|^summa\b|^yhteensä|^итого|^合计|^合計|^小计|^page total|^net (?:change|movement)/iu;

/** True for the label of a total: never a transaction when the line carries no date of its own. */
export function isTotal(text: string): boolean {
  return total.test(text.trim());
}

const cardWords = [
  /\bcredit card\b/iu,
  /\bcard (?:statement|number|services|member|account)\b/iu,
  /\bminimum (?:payment|amount|due)\b/iu,
  /\bpayment due\b/iu,
  /\bcredit limit\b/iu,
  /\bavailable credit\b/iu,
  /\bpurchases\b/iu,
  /\bcash advances?\b/iu,
  /\bstatement balance\b/iu,
  /\b(?:total )?amount due\b/iu,
  /\bAPR\b|\bannual percentage rate\b/iu,
  /\bkreditkarte\w*/iu,
  /\bcarte de crédit\b|\bcarte bancaire\b/iu,
  /\btarjeta(?: de crédito)?\b/iu,
  /\bcarta di credito\b/iu,
  /\bcartão(?: de crédito)?\b|\bfatura\b/iu,
  /\bcreditcard\b/iu,
  /\bvisa|mastercard|american express|amex\b/iu,
  /\bnew balance\b/iu,
  /\bloan\b|\bmortgage statement\b/iu,
];
const accountWords = [
  /\bchecking\b|\bchequing\b/iu,
  /\bsavings\b/iu,
  /\bcurrent account\b/iu,
  /\beveryday account\b/iu,
  /\bbank statement\b/iu,
  /\bdeposits?\b/iu,
  /\bwithdrawals?\b/iu,
  /\bIBAN\b/u,
  /\boverdraft\b/iu,
  /\bgirokonto\b|\bkontoauszug\b/iu,
  /\bmoney (?:in|out)\b|\bpaid (?:in|out)\b/iu,
  /\bcompte (?:courant|chèque\w*)\b|\brelevé de compte\b/iu,
  /\bcuenta (?:corriente|de ahorros?)\b|\bextracto\b/iu,
  /\bestratto conto\b|\bconto corrente\b/iu,
  /\brekeningafschrift\b|\bbetaalrekening\b/iu,
  /\bsort code\b|\bBSB\b|\brouting\b|\bIFSC\b/iu,
  /\bdirect dep(?:osit)?\b/iu,
  /普通預金/u,
];

/**
 * How many different words of the text speak of a card or loan, where the balance is owed, and how many of an account,
 * where it is held. A hint breaks a tie.
 */
export function accountEvidence(text: string, hint?: DocumentKind): { card: number; account: number } {
  const hits = (words: readonly RegExp[]): number => words.filter((word) => word.test(text)).length;
  const [card, account] = [hits(cardWords), hits(accountWords)];
  if (card !== account || !hint) return { card, account };
  return hint === 'credit_card_statement' ? { card: card + 1, account } : { card, account: account + 1 };
}

const dailyBalances =
  /\b(?:daily|account|end[- ]of[- ]day)\s+(?:\w+\s+){0,2}?balances?(?:\s+(?:summary|detail|section))?\b|\bbalance summary\b|\bdaily (?:ending )?balances?\b/iu;

/** True for the heading of a block that lists balances by day: none of its lines is a transaction. */
export function isDailyBalanceHeading(text: string): boolean {
  return dailyBalances.test(text) && !/\bopening|closing\b/iu.test(text);
}
