import { anyPhrase, foldText } from '../layout/fold.js';
import { remembering } from '../layout/memo.js';

/** The words by which statements of many languages name balances, totals and sections: evidence, never a requirement. */

const opening = anyPhrase(
  '(opening/beginning/previous/starting/start/prior/initial/old/last)( account/ monthly/ statement/ ledger/ cleared/ total/ card)? bal(ance)?|' +
    'balance (at/before)( the)? (start/beginning/period)|balance (from )?(your )?(last/previous/prior) (statement/month/bill)|' +
    'balance (last/previous) statement|opening|last statement balance|start of period|' +
    'alter (konto)?(saldo/stand)|anfangssaldo|anfangsbestand|eroffnungssaldo|vorheriger (saldo/kontostand)|letzter (saldo/kontostand)|saldovortrag|' +
    'fatura anterior|factura anterior|saldo (inicial/awal/anterior/iniziale/precedente/previo)|saldo (poczatkow/poprzedni)~|saldo (na )?(poczatku/pocatku)|' +
    'ancien solde|solde (initial/precedent/de depart/anterieur/d.ouverture)|dernier solde|beginsaldo|vorig saldo|oud saldo|begin saldo|' +
    '(foregaende/ingaende/inngaende/indgaende/apnings/primo/forrige) ?saldo|saldo primo|saldo fra (forrige )?(kontoutskrift/kontoudtog)|overfort fra( sidste)?( udtog)?|' +
    'alkusaldo|pocatecni (zustatek/stav)|predchozi zustatek|nyito egyenleg|sold (initial/anterior/precedent)|' +
    'acilis bakiyesi|(devreden/onceki) bakiye|donem basi bakiye~|' +
    '(входящий/начальный/вхідний/початковий) (остаток/баланс/залишок)|(остаток/баланс/залишок) на (начало/початок)|' +
    '(pocetno/prethodno/zacetno) stanje|(alg/alg )saldo|sakuma atlikums|pradinis likutis|stada i upphafi|so du dau ky|баланс на початок|' +
    'αρχικο υπολοιπο|προηγουμενο υπολοιπο|υπολοιπο εκ μεταφορας|' +
    'יתרת (פתיחה/קודמת)|יתרה קודמת|الرصيد (الافتتاحي/السابق/المرحل)|رصيد (افتتاحي/سابق/اول المدة)|' +
    '期初余额|上期余额|期初餘額|上期餘額|上期結餘|前月残高|前回残高|前期残高|繰越残高|이월잔액|기초잔액',
);
const closing = anyPhrase(
  '(closing/ending/new/final/end/current/total)( account/ statement/ ledger/ cleared/ total/ card)? bal(ance)?|statement balance|' +
    'balance (at/after)( the)? (end/close/period)|balance this statement|balance (to pay/owing/due)|closing|' +
    'total (amount )?(due/owed/owing)|total a pagar|total da fatura|total de la factura|total balance( due)?|(amount/balance) you owe|total payment due|total dues|' +
    'neuer (konto)?(saldo/stand)|(end/schluss/abschluss)saldo|aktueller (saldo/kontostand)|endbestand|' +
    'saldo (akhir/final/actual/finale/attuale/atual/nuevo)|saldo koncow~|saldo na (koniec/konci)|(nuevo/nuovo/novo) saldo|' +
    'nouveau solde|solde (final/actuel/de cloture/en fin)|eindsaldo|nieuw saldo|huidig saldo|eind saldo|' +
    '(utgaende/udgaende/utgjende/avsluttende/ultimo/slut/nytt/ny) ?saldo|saldo ultimo|loppusaldo|' +
    'konecny (zustatek/stav)|zaro egyenleg|sold final|(kapanis) bakiyesi|son bakiye|donem sonu bakiye~|guncel bakiye|' +
    '(исходящий/конечный/вихідний/кінцевий) (остаток/баланс/залишок)|(остаток/баланс/залишок) на (конец/кінець)|' +
    '(zavrsno/novo/koncno) stanje|loppsaldo|beigu atlikums|galutinis likutis|stada i lok|so du cuoi ky|баланс на кінець|' +
    'νεο υπολοιπο|τελικο υπολοιπο|' +
    'יתרת סגירה|יתרה (נוכחית/סופית)|الرصيد (الختامي/النهائي/الحالي)|رصيد (ختامي/نهائي/اخر المدة)|' +
    '期末余额|本期余额|期末餘額|本期餘額|本期結餘|期末残高|今回残高|당기잔액|기말잔액',
);
const broughtForward = anyPhrase(
  '(bal(ance)? )?b\\x2f?f(wd)?|bal(ance)? (fwd/forward/forwarded)|brought (fwd/forward)|' +
    'report a nouveau|saldo reportado|saldo riportato|z przeniesienia|εκ μεταφορας|承前餘額|承前余额|前頁繰越|繰越|承前页|承上页|이월',
);
/** Words that carry a balance over when they stand alone, and mean other things in company. */
const carriedWord =
  /^(?:ubertrag|vortrag|report|transport|riporto|overfort|overforing|siirto|forwarded)(?:[\W\d]+|(?<=\W)(?:auf|von|vom|aus|seite|blatt|page|pagina|pag|side|sida|sivu|eur|chf|sek|nok|dkk|gbp|de|da|fra|fran|til|till|kto|konto)(?![\p{L}]))*$/u;
const carriedForward = anyPhrase(
  '(bal(ance)? )?c\\x2f?f(wd)?|carried (fwd/forward)|balance carried|a reporter|suma y sigue|a riportare|' +
    'do przeniesienia|σε μεταφορα|次頁繰越|过次页',
);
const balanceWord = anyPhrase(
  'balance|bal|kontostand|saldo|solde|stand|bakiye|zustatek|egyenleg|sold|остаток|доступно на|баланс|залишок|stanje|stada|atlikums|likutis|so du|υπολοιπο|יתרה|היתרה|יתרת|الرصيد|رصيد|余额|余額|結餘|残高|잔액',
);
const neverAnEnd = anyPhrase(
  'average|avg|minimum|min|lowest|highest|maximum|max|daily|uncleared|pending|durchschnitt~|mittel~|medio|moyen|' +
    'points?|rewards?|miles|transfers?|limit|interest rate|apr|subject to|if your|minimo|minimal~|subtotal|transferred|' +
    'overdraft|credit line|limite|plafond|verfugungsrahmen|ubertragung|promedio|media|dispute|protection',
);
const onlyAvailable = anyPhrase(
  'available|למשיכה|المتاح|متاح|disponible|disponibile|disponivel|verfugbar~|beschikbaar|dostepne|verfugt~|tilgjengelig|kullanilabilir',
);

export type BalanceKind = 'opening' | 'closing' | 'brought-forward' | 'carried-forward' | 'dated';

/**
 * Which balance a text names, or null. Averages, minimums and available balances are none. `dated` is a balance by
 * its day or without more words: at a table's ends it may be either end.
 */
export const balanceKindOf = remembering((text): BalanceKind | null => {
  const folded = foldText(text);
  if (neverAnEnd.test(folded)) return null;
  if (opening.test(folded)) return 'opening';
  if (carriedForward.test(folded)) return 'carried-forward';
  if (closing.test(folded)) return 'closing';
  if (onlyAvailable.test(folded)) return null;
  if ((broughtForward.test(folded) && folded.length < 50) || carriedWord.test(folded))
    return 'brought-forward';
  // A wallet names its balance by the currency alone: "GBP on 1 August".
  if (/^[a-z]{3} (?:on|at|as of|as at)(?: .{1,30})?$/.test(folded)) return 'dated';
  const at = balanceWord.exec(folded);
  // "Balance on 1 March", "Solde créditeur au 31.01.", "SALDO DO DIA": the balance comes first.
  return at && at.index <= 4 && folded.length <= 60 ? 'dated' : null;
});

const inWords = anyPhrase(
  'deposits?|credits?|additions?|added|money in|paid in|payments? in|receipts?|received|refunds?|returns?|incoming|lodge?ments?|transfers? in|' +
    'interest (paid/earned/received)|gutschrift(en)?|eingange?|eingehende~|zahlungseingang(e)?|einnahmen|haben(umsatze)?|zu ihren gunsten|versements?|abonos?|ingresos?|' +
    'depositos?|entradas?|accrediti|accredito|entrate|creditos?|bijschrijving(en)?|totaal bijgeschreven|bijgeschreven|bij|uznania|uznan|wplywy|wplaty|' +
    'insattning(ar)?|inbetalning(ar)?|inkomst(er)?|inkomsten|indbetaling(er)?|encaissements?|entrees?|ontvangsten|ontvangen|przychody|panot|prijmy|vklady|incasari|gelenler?|yatirilan|alacak|kredit|mutasi (cr/kredit)|setoran|recettes|ingressos|recebimentos|incassi|innskudd|inn pa konto|надходження|надходжень|поступления|пополнения|uplate?|primici|innborganir|kreeditkaive|laekumised|ienakosie|iplaukos|ghi co|зачисления|πιστωσεις|בזכות|זכות|זיכויים|הפקדות|הכנסות|دائن|ايداعات|الايداعات|入金|收入|お預入|입금',
);
const outWords = anyPhrase(
  'withdrawals?|withdrawn|debits?|subtractions?|subtracted|money out|paid out|payments? out|purchases?|fees?|charges?|checks?|cheques?|charged|spent|spending|new spend|' +
    'outgoings?|direct debits|transfers? out|cash advances?|advances?|card transactions|bill ?pay(ments)?|lastschrift(en)?|ausgange?|ausgehende~|ausgaben|soll(umsatze)?|' +
    'belastung(en)?|zu ihren lasten|retraits?|prelevements?|paiements?|cargos?|retiros?|salidas|gastos|adeudos?|addebiti|uscite|prelievi|debitos?|' +
    'saidas|egresos|decaissements?|sorties?|depenses|utgift(er)?|uitgaven|rozchody|otot|vydaje|vybery|plati|gidenler?|cekilen|borc|pagamenti|pagamentos|spese|debitos?|zahlungsausgang(e)?|betaald|betalingen|uitgegeven|afschrijving(en)?|totaal afgeschreven|afgeschreven|af|obciazenia|obciazen|wyplaty|wydatki|uttag|utbetalning(ar)?|udbetaling(er)?|uttak|ut av konto|витрати|витрат|списания|isplate?|uttektir|deebetkaive|valjaminekud|islaidos|ghi no|расходы|' +
    'mutasi (db/debet/debit)|penarikan|χρεωσεις|בחובה|חובה|חיובים|משיכות|הוצאות|مدين|سحوبات|السحوبات|مسحوبات|出金|支出|お引出|출금',
);
const paymentWords = anyPhrase('payments?');
const notSenses = anyPhrase(
  'credit cards?|debit cards?|credit limit|(minimum/late) payments?( fee)?|credit line|credit score|check(ing)? account|credit union|due|date|rate|summary|deposit insurance',
);

export type SectionSense = 'in' | 'out' | 'payments';

/** Whether a heading or label speaks of money coming in or going out; `payments` depends on the kind of account. */
export const senseOf = remembering((text): SectionSense | null => {
  const folded = foldText(text).replace(notSenses, ' ');
  const into = inWords.test(folded);
  const out = outWords.test(folded);
  if (into !== out) return into ? 'in' : 'out';
  if (into && out) return null;
  return paymentWords.test(folded) ? 'payments' : null;
});

const total = anyPhrase(
  'rulaj|((grand/page/section/statement/account/sub) ?-?)?totals?|totalt|totali|total (general/geral)|ogolem|spolu|sum|summe|gesamt~|zwischensumme|umsatztotal|totaux|sous-total|suma|totale|totales|totais|totaal|razem|summa|yhteensa|' +
    'סה("/״)כ|المجموع|مجموع|الاجمالي|اجمالي|итого|всього|συνολο|toplam|celkem|osszesen|net (change/movement)|ukupno|skupaj|kokku|kopa|is viso|samtals',
);
const cjkTotal = /^(?:合计|合計|小计|小計|합계)/u;
const totalled =
  /^(?:$|\W|(?:of|for|at|as|on|by|end|since|from|up|this|per|page|amount|sections?|(?:payments|transactions?|operations?|movements?)(?: (?:and|&|for|in|to|this|received|made)|$)|period|year|month|to date|carried|brought|forward|du|des|del?|der|dei|da|do|das|dos|della|op|na|in|out|au|w|za|zi|cont|all|both|new|account|interest)(?![\p{L}]))/u;

const movementWords = anyPhrase(
  'umsatze|buchungen|transaktionen|bewegungen|zahlungen|movimientos|movimenti|operazioni|operaciones|operations|mouvements|mutaties|transacties|transacoes|transaksjoner|transaktioner|tapahtumat',
);

/** True for the label of a total, not for a shop that is called one ("TOTAL WINE"). */
export const isTotal = remembering((text): boolean => {
  const folded = foldText(text).trim();
  if (cjkTotal.test(folded)) return true;
  const match = total.exec(folded);
  if (match === null) return false;
  const rest = folded.slice(match.index + match[0].length).trim();
  if (match.index > 0) return rest === '' && folded.length < 40;
  return (
    totalled.test(rest) ||
    movementWords.test(rest) ||
    inWords.test(rest) ||
    outWords.test(rest) ||
    balanceWord.test(rest)
  );
});

const dailyBalances =
  /\b(?:daily|account|end[- ]of[- ]day)\s+(?:\w+\s+){0,2}?balances?(?:\s+(?:summary|detail|section))?\b|\bbalance summary\b|\bbalances? by (?:day|date)\b/iu;

/** True for the heading of a block that lists balances by day: none of its lines is a transaction. */
export function isDailyBalanceHeading(text: string): boolean {
  return dailyBalances.test(text) && !/\b(?:opening|closing|available)\b/iu.test(text);
}
