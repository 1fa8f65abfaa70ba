/** What a figure of a receipt or invoice stands for. */
export type Role =
  | 'total'
  | 'subtotal'
  | 'tax'
  | 'discount'
  | 'tip'
  | 'extra'
  | 'paid'
  | 'change'
  | 'balance-due'
  | 'ignored';

/** Labels in order of precedence; patterns see lower case. */
const roles: readonly (readonly [RegExp, Role])[] = [
  [
    /(?:your |the )?last (?:bill|invoice|payment)|previous (?:bill|invoice)|brought forward|what you paid|you (?:have )?saved|total savings|your savings|\bpoints?\b|items? (?:sold|count)|(?:number|no\.?) of items|tax (?:rate|id|no|number|exempt)|(?:vat|gst|btw|tva|ust|mwst)[ -]?(?:no|id|nr|num|reg|nummer)|\bauth|approval|\bref(?:erence)?\b|(?:invoice|order|account|receipt|store|customer) (?:no|num|id|#)|^page\b|\biban\b|\bphone\b|^tel\b|amount enclosed|steuersatz|\brate\b|exchange|capital|next reward|credit limit|previous balance|trinkgeldempf|suggested|gift card balance|balance (?:on|from) your last|card balance|^(?:prix|price|preis|prezzo|precio|prijs|fare|tarif)\b.*\b(?:sans|without|before|ohne|senza|sin|zonder)\b|^qtd\b|\btrib(?:utos)?\b/u,
    'ignored',
  ],
  [
    /^(?:your )?change\b|change due|rückgeld|wechselgeld|^zurück|釣|\brendu\b|wisselgeld|\bvuelto\b|^cambio|^resto\b|växel|byttepenge|^troco\b/u,
    'change',
  ],
  [
    /(?:total|totaal|totale|summe|betrag|amount)[^a-z]*\(?(?:incl|inkl|ttc|ivato|iva incl|with tax|inc\.? (?:vat|gst|tax))|\bttc\b|net à payer|^brutto$|^total (?:paid|charged)|bruttosumme|bruttobetrag|gesamtbetrag brutto/u,
    'total',
  ],
  [
    /sub-? ?s?total|substotal|zwischen(?:summe|total)|小計|sous[- ]total|\bnet (?:total|amount|sum)|(?:total|montant) (?:ht|hors)|\b(?:total|totaal|amount|totale|summe)\b[^a-z]*\(?(?:net\b|excl|exkl|before|ohne|sans|sin iva|less)|less discount|\b(?:total|totale|totaal|montant|importe|summe|subtotal|charges|price)\b.*(?:\b(?:sem|sin|sans|senza|ohne|utan|uden|bez|zonder|before|excl\p{L}*|excluding|exkl\p{L}*|hors|less|without)\b).*(?:tax|vat|gst|iva|tva|mwst|ust|btw|moms|mva|dph|pdv)|netto(?:betrag|summe)|^netto(?: \d{1,2}(?:[.,]\d+)? ?%)?$|^summe netto|summe ohne|positionssumme|warenwert|base imponible|subtotaal|imponibile|grondslag|taxable (?:amount|total|value)|delsumma|^goods\b|merchandise total|items? total|item\(?s?\)? subtotal/u,
    'subtotal',
  ],
  [
    /discount|rabatt|remise|korting|descuento|sconto|coupon|\bpromo|rewards? applied|loyalty|voucher|nachlass|skonto|réduction|\bdto\b|instant savings|member savings|gutschein|abschläge|you save\b|alennus|^descontos?\b/u,
    'discount',
  ],
  [
    /balance due|amount due|total due|amount (?:owed|owing|outstanding)|outstanding|left to pay|remaining balance|restbetrag|offener betrag|solde (?:dû|à payer)|reste à payer|openstaand|saldo a pagar|balance (?:owing|payable)|^balance$|due payable|payable now/u,
    'balance-due',
  ],
  [
    /\bpaid\b|tendered|payments?(?: received| made)?\b|^(?:visa|master ?card|amex|american express|maestro|eftpos|girocard|ec[- ]?karte|bancontact|paypal|apple pay|google pay|twint|swish|vipps|mobilepay|klarna|ideal|giropay|blik|upi|paynow|paytm|cash)\b|^(?:debit|credit|gift )?card(?:$| (?:payment|sale|ending|no|number|amount|x|\*|\d{4}))|^(?:debit|credit|purchase)$|預り|\b(?:cash|bar(?:zahlung)?|gegeben)$|^bar\b|^gegeben|kreditkarte|espèces|carte bancaire|^cb\b|\bbargeld\b|contant|^pin\b|gepind|efectivo|entregado|recibido|tarjeta|^interac|contanti|bancomat|anzahlung|acompte|aanbetaling|deposit received|less deposit|kontant|kortbetalning|^cartão\b|^dinheiro\b|^valor pago|\bpagato\b/u,
    'paid',
  ],
  [/\b(?:tip|gratuity|trinkgeld|pourboire|propina|fooi|mancia|dricks)\b/u, 'tip'],
  [
    /\btax(?:es)?\b|\bvat\b|\bgst\b|\bhst\b|\bpst\b|\bqst\b|\btva\b|\bt\.v\.a\b|\bt[pv][sq]\b|mwst|\bust\b|umsatzsteuer|mehrwertsteuer|steuer(?:betrag)?\b|\bbtw\b|\biva\b|\bigic\b|\bmoms\b|\bmva\b|\balv\b|\bdph\b|\bpdv\b|podatek|\bcgst\b|\bsgst\b|\bigst\b|消費税/u,
    'tax',
  ],
  [
    /shipping|delivery|postage|handling|freight|versand|porto|livraison|frais de port|verzend|envío|spedizione|service (?:charge|fee)|\bfee\b|surcharge|\bpfand\b|bag charge|round(?:ing|ed)?(?: off)?\b|rundung|arrondi|afronding|öresavrundning|convenience|booking/u,
    'extra',
  ],
  [
    /^total\b|\btotal$|grand total|(?:order|invoice|sale|purchase|amount) total|total (?:amount|price|sale|to pay|charged?)|gesamt(?:betrag|summe|preis)?\b|rechnungs(?:betrag|summe)|endbetrag|^summe\b|zu zahlen|zahlbetrag|amount to pay|valor a pagar|montant (?:total|dû|à payer)|^totaal|totaal$|te betalen|eindtotaal|importe total|total a pagar|^totale|da pagare|^importo|att betala|^summa|at betale|yhteensä|do zapłaty|razem|amount (?:charged|payable)|^amount$|^betrag$|^montant$|^importe$|^sum$|合計|总计|총액|total/u,
    'total',
  ],
];

/** What a label stands for by its words; null for anything else, such as an item's name. */
export function roleOfLabel(label: string): Role | null {
  return roles.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** How final a total's label sounds: of two, the higher is what the whole comes to. */
export function finality(label: string): number {
  if (
    /grand|invoice total|order total|\bttc\b|incl|gesamtbetrag|rechnungsbetrag|endbetrag|bruttosumme|total amount|net à payer|valor a pagar/u.test(
      label,
    )
  )
    return 2;
  return /^total\b|^totaal|^summe|^totale/u.test(label) ? 1 : 0;
}
