import { anyPhrase, foldText } from '../layout/fold.js';
import { remembering } from '../layout/memo.js';

/** How many rows say by their own words which way they went, and how many of them the reading agrees with. */
export interface RowWords {
  readonly agree: number;
  readonly disagree: number;
}

/** Words of what nobody pays for: wages, refunds, interest earned. The same on an account and on a card. */
const cameIn = anyPhrase(
  'salary|payroll|wages?|pension credit|refund(ed)?|reversal|cash ?back|dividend|interest (earned/paid/received/capitalised)|credit interest|inward credit|' +
    'incoming|direct dep(osit)?|deposit|rcvd|received from|neft cr|imps cr|payment received|payment( -)? thank you|' +
    'gehalt|lohn|gutschrift|erstattung|ruckerstattung|ruckzahlung|zahlungseingang|habenzinsen|' +
    'salaire|virement (recu/de/en votre faveur)|remboursement|vir(ement)? recu|interets crediteurs|' +
    'nomina|devolucion|reembolso|abono|transferencia (recibida/de)|deposito|ingreso|' +
    'stipendio|rimborso|accredito|bonifico (a vostro favore/ricevuto/da)|' +
    'salaris|loon|terugbetaling|bijschrijving|creditrente|salario|estorno|credito de salario|pix recebido|transferencia recebida|' +
    'lon|insattning|aterbetalning|retur|swish fran|wynagrodzenie|zwrot|przelew przychodzacy|wplata|uznanie|' +
    'palkka|palautus|lonn|lon|tilbakeforing|refusjon|vyplata|mzda|vratka|maas|iade|заработная плата|зарплата|возврат|μισθοδοσια|επιστροφη|משכורת|שכר|זיכוי|החזר|راتب|الراتب|استرداد|ايداع|給与|給料|利息|급여|환급',
);

/** Words of what a customer pays for or takes out. */
const wentOut = anyPhrase(
  'withdrawal|atm|atw|nwd|cash machine|cashpoint|point of sale|card purchase|debit card|card payment|fees?|service charge|annual charge|rent|insurance|' +
    'direct debit|bill payment|bill ?pay|outgoing|payment to|to:|chq paid|paid to|interest charged|late charge|mortgage|loan payment|' +
    'lastschrift|kartenzahlung|geldautomat|auszahlung|miete|entgelt|gebuhr|dauerauftrag|' +
    'prelevement|retrait( dab)?|carte|loyer|cotisation|frais|paiement (cb/carte)|achat|' +
    'retiro|cajero|compra|comision|recibo|alquiler|domiciliacion|pago (en/con)|cargo|' +
    'prelievo|addebito|pagamento (pos/carta)|canone|affitto|commissioni|bancomat|' +
    'betaalautomaat|geldautomaat|betaalpas|incasso|huur|opname|saque|tarifa|aluguel|aluguer|compra no|pix enviado|' +
    'kortkop|uttag|hyra|avgift|autogiro|swish till|bg-bet~|platnosc karta|wyplata|oplata|czynsz|prowizja|' +
    'korttiosto|otto|vuokra|varekjop|minibank|husleie|gebyr|platba kartou|vyber|poplatek|najem|kira|ucret|' +
    'покупка|комиссия|снятие|аренда|αναληψη|αγορα|ενοικιο|προμηθεια|משיכה|כספומט|עמלת~|שכירות|הוראת קבע|سحب|رسوم|ايجار|شراء|手数料|家賃|이체출금|출금',
);

/** The way that a description tells by itself; null where it tells none, or both. */
const wayOf = remembering((description): 'in' | 'out' | null => {
  const folded = foldText(description);
  const [into, out] = [cameIn.test(folded), wentOut.test(folded)];
  if (into === out) return null;
  return into ? 'in' : 'out';
});

/**
 * Holds rows against what their descriptions say: a salary that leaves an account, or rent that comes in, tells that a
 * reading has its signs turned.
 * @param amounts minor units in the customer's view, null for what is no movement
 */
export function weighRowWords(
  items: readonly { readonly text: string }[],
  amounts: readonly (number | null)[],
): RowWords {
  let [agree, disagree] = [0, 0];
  items.forEach((item, index) => {
    const amount = amounts[index] ?? null;
    const way = amount ? wayOf(item.text) : null;
    if (way === null || amount === null) return;
    if (amount > 0 === (way === 'in')) agree += 1;
    else disagree += 1;
  });
  return { agree, disagree };
}
