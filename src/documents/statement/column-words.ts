import { foldText } from '../layout/fold.js';

/** A table's columns by what they hold. */
export type ColumnRole =
  | 'date'
  | 'description'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'balance'
  | 'original'
  | 'other'
  /** A heading in words not known: it claims its place and tells nothing. */
  | 'unknown';

/** What banks call their columns, in many languages, apart by bars. */
const phrases: Readonly<Record<Exclude<ColumnRole, 'unknown'>, string>> = {
  date:
    'booked|booking|gebucht|gebucht am|contabilizado|registrado|contab.|comptabilisé|księgowanie|boekdatum|geboekt|bogført dato|' +
    'transaktionsdag|bokförd|bokförd dag|bokföringsdatum|date compta|kirjauspvm|verbuchungsdatum|' +
    'buchungsdat|valutadato|wertstellungsdatum|' +
    'bokført|bokfört|transaksjonsdato|bogført|fecha operación|fecha de operación|fecha oper|' +
    'fecha mov|oper.|oper|liq.|liq|processed|trade date|día|αξία|arvopäivä|kirjauspäivä|' +
    'date de valeur|fecha de valor|data di valuta|data de valor|maksupäivä|data księgowania|data transakcji|дата операції|дата операции|datum transakce|' +
    '거래일자|거래일시|거래일|date and time|transaction date and time|date/time|年月日|お取引日|valutadag|' +
    "işlem tarihi|date de l'opération|date comptable|date d'opération|f. oper.|f. operación|" +
    'pvm.|kirjattu|erä|datum valuty|process|trans|post|' +
    'transaction date|trans date|trans. date|tran date|txn date|posting date|post date|posted|' +
    'booking date|value date|date of transaction|date processed|process date|effective date|' +
    'entry date|date|day|buchungstag|buchungsdatum|buchung|valutadatum|valuta|wertstellung|wert|' +
    'datum|fecha valor|fecha|f. valor|date valeur|date opération|data valuta|data operazione|' +
    'data contabile|data|data mov.|data valor|boekdatum|rentedatum|dato|bokföringsdag|' +
    'transaktionsdatum|päivä|pvm|data operacji|data waluty|datum zaúčtování|dátum|tarih|дата|' +
    'ημερομηνία|日期|日付|取引日|交易日期|valeur|kuupäev|datums|dagsetning|vaxtad.|tanggal|ngày giao dịch|ngày|' +
    'תאריך|תאריך ערך|תאריך פעולה|תאריך עסקה|יום ערך|التاريخ|تاريخ|تاريخ العملية|تاريخ القيمة|تاريخ القيد',
  description:
    'auftraggeber/empfänger|auftraggeber / empfänger|empfänger/auftraggeber|zahlungsempfänger|zahlungspflichtiger/zahlungsempfänger|' +
    'specifikation|nature|spécification|szczegóły operacji|detalj|' +
    'forklaring|lançamentos|nature des opérations|descrizione delle operazioni|' +
    'descrizione operazioni|αιτιολογία|деталі операції|детали операции|opis transakcji|' +
    'szczegóły|tapahtuma|saaja|saaja/maksaja|saaja / maksaja|viesti|payment type and details|payment details|payments details|' +
    'details of transaction|transaction details|operación|descripción de la operación|' +
    'descripcion de la operacion|movimientos|거래내용|적요|내용|description of transactions|' +
    'payments/receipts|detalles|naam / omschrijving|naam/omschrijving|descrizione movimento|' +
    'buchungstext / verwendungszweck|buchung / verwendungszweck|descriptif|' +
    "libellé de l'opération|お取引内容・摘要|取引|bezeichnung|mitteilung|transactions|your transactions|" +
    'transaction description|transaction details|transaction type and details|' +
    'description of transaction|description|details|particulars|narrative|narration|transaction|' +
    'payee|merchant|memo|activity|remarks|purchase|item|what|beschreibung|verwendungszweck|' +
    "erläuterung|erlauterungen|buchungstext|vorgang|text|empfänger|auftraggeber|libellé|libelle|nature de l'opération|" +
    'opération|opérations|détail|désignation|concepto|descripción|descripcion|detalle|' +
    'movimiento|descrizione|causale|operazione|descrição|descricao|histórico|lançamento|' +
    'omschrijving|naam|mededelingen|opis|tytuł|opis operacji|beskrivning|beskrivelse|tekst|' +
    'selite|popis|açıklama|aciklama|описание|назначение|περιγραφή|摘要|摘要說明|説明|お取引内容|お取り扱い内容|取引内容|' +
    'opis transakcije|selgitus|saaja/maksja nimi|saaja/maksja|apraksts|paskirtis|skýring|keterangan|diễn giải|nội dung|' +
    '内容|交易摘要|备注|תיאור|תיאור פעולה|תיאור התנועה|פרטים|הפעולה|סוג פעולה|الوصف|البيان|بيان|التفاصيل|تفاصيل العملية|الشرح',
  amount:
    'сума|거래금액|금액|importo eur|suma operacji|kwota transakcji|valor da operação|net amount|' +
    'amount|amt|transaction amount|betrag|umsatz|umsätze|montant|importe|importo|valor|bedrag|' +
    'kwota|kwota operacji|belopp|beløb|beløp|summa|määrä|částka|összeg|suma|tutar|сумма|ποσό|金额|' +
    '金額|お取引金額|movement|monto|value|交易金额|total|upphæð|iznos|mutasi|số tiền|סכום|סכום הפעולה|المبلغ|مبلغ|القيمة',
  debit:
    'frais|fees|fee|comisiones|' +
    'amount subtracted|subtracted|debited|amount out|amount withdrawn|utgift|utgifter|decaissement|décaissement|décaissements|uscita|' +
    'payments out|less payments|출금|출금액|출금금액|찾으신금액|pagos|cheques/debits|withdrawal (dr)|' +
    'withdrawal(dr)|debit (dr)|debit(dr)|amount debited|dr amount|debits (-)|debit (-)|' +
    'withdrawals (-)|money out|ut av konto|retrait|sortie|sorties|retiros/cargos|payment out|' +
    'debito|お支払い金額|お支払い|引出金額|spese|pagamenti|money spent|支出金額|uitgaven|' +
    'withdrawal amount|withdrawals|withdrawal|withdrawal amt|withdrawn|debit amount|debits|' +
    'debit|paid out|money out|payments out|payments|payment|charges|charge|spent|out|' +
    'subtractions|purchases|outgoing|outgoings|you paid|expense|dr|soll|lastschrift|' +
    'lastschriften|belastung|belastungen|ausgang|ausgaben|zu ihren lasten|débit|débits|dépenses|' +
    'retraits|cargo|cargos|retiros|retiro|adeudo|débitos|debe|salidas|gastos|addebiti|addebito|' +
    'uscite|dare|débito|saídas|af|afschrijving|uit|af (debet)|debet|obciążenia|obciążenie|' +
    'wypłaty|uttag|ut|ud af konto|ud|hævet|ut av konto|otto|výběr|výdaje|terhelés|borç|расход|' +
    'списание|дебет|χρέωση|支出|借方|お支払金額|出金|お引出し|お引き出し|支払金額|取出|isplata|isplate|deebet|breme|úttekt|ghi nợ|חובה|בחובה|חיוב|משיכות|مدين|سحب|سحوبات|المدين',
  credit:
    'inkomst|inkomster|encaissement|encaissements|entrata|' +
    'payments in|입금|입금액|입금금액|맡기신금액|deposit (cr)|deposit(cr)|credit (cr)|credit(cr)|' +
    'amount credited|cr amount|credits (+)|credit (+)|deposits (+)|inn på konto|versement|' +
    'entrée|entrées|depósitos/abonos|payment in|credito|お預り|お預け入れ金額|お預かり金額|預入金額|incassi|存入金額|' +
    '収入金額|inkomsten|receipts in|' +
    'amount added|added|credited|amount in|amount deposited|deposit amount|deposits|deposit|deposit amt|deposited|credit amount|credits|credit|paid in|' +
    'money in|payments in|receipts|received|in|additions|incoming|lodgements|lodgement|income|' +
    'you received|cr|haben|gutschrift|gutschriften|eingang|einnahmen|zu ihren gunsten|crédit|' +
    'crédits|versements|dépôts|abono|abonos|depósitos|depósito|depositos|haber|entradas|' +
    'ingresos|ingreso|créditos|accrediti|accredito|entrate|avere|crédito|bij|bijschrijving|' +
    'bij (credit)|uznania|uznanie|wpłaty|insättning|insättningar|ind på konto|ind|indsat|' +
    'inn på konto|inn|pano|vklad|příjmy|jóváírás|alacak|приход|зачисление|кредит|πίστωση|收入|贷方|' +
    '貸方|お預り金額|入金|お預入れ|お預け入れ|預り金額|存入|uplata|uplate|kreedit|dobro|innborgun|ghi có|זכות|בזכות|זיכוי|הפקדות|دائن|ايداع|ايداعات|الدائن',
  balance:
    '잔액|залишок|거래후잔액|잔고|差引残高|saldo final|running bal|bal.|closing bal|saldo disponible|' +
    'eod balance|end of day balance|solde eur|saldo eur|残高金額|結餘|' +
    'running balance|account balance|balance amount|closing balance|ledger balance|' +
    'daily balance|booked balance|bokfört saldo|bogført saldo|bokført saldo|balance|bal|saldo|kontostand|solde|solde progressif|saldo progressivo|stand|' +
    'nieuw saldo|saldo po operacji|saldo contable|saldo na konto|zůstatek|egyenleg|bakiye|' +
    'остаток|баланс|υπόλοιπο|余额|餘額|残高|お預り残高|差引残高|sold|available balance|stanje|staða|atlikums|likutis|số dư|יתרה|היתרה|יתרה בש"ח|היתרה בש"ח|יתרה משוערכת|الرصيد|رصيد',
  original:
    'original amount|foreign amount|foreign currency amount|amount in local currency|' +
    'foreign currency|foreign spend|originalbetrag|montant en devise|exchange rate|rate',
  other:
    'time|uhrzeit|heure|hora|ora|arkivref|arkivref.|sucursal|oficina|nº documento|n° docto|' +
    'nº docto|n° documento|no. documento|docto|documento|doc|doc.|fiş no|accrued bank charges|' +
    'bank charges|charges accrued|service fee|codice|cod|cod.|n°|nr|nr.|거래점|instrument|' +
    'chq / ref no|chq/ref no|reference / cheque no|utr|txn id|ref number|transaction type|' +
    'trans type|tran type|instrument id|value|cheque/ref|kanal|etat|location|terminal|' +
    'merchant category|card number|arkivreferanse|loc|' +
    'reference number|reference no.|reference no|reference|ref. no.|ref no.|ref no|ref. no|ref|' +
    'ref.|ref.no.|chq no.|chq./ref.no.|chq no|cheque no|cheque no.|cheque number|chq|cheque|' +
    'check no.|check no|check number|check|check #|number|no.|no|s.no|s.no.|sl no|sr no|sr. no.|' +
    '#|serial|type|code|tran id|transaction id|category|card|card no|branch|location|city|' +
    'status|teller|user|points|mcc|currency|ccy|belegnr|beleg|referenz|référence|referencia|' +
    'riferimento|kategorie|categoría|catégorie|categoria|categorie|tegenrekening|tipo|art|soort|' +
    'giorni|numeri|tage|zinszahl|zinszahlen|days|jours|nombres|días|números|daily cash|cash back|cashback|reward|rewards|' +
    'typ|rodzaj|währung|devise|moneda|divisa|seq|r.br.|rb.|tilvísun|d/k|cbg|số tham chiếu|אסמכתא|מספר אסמכתא|קוד פעולה|ערוץ|المرجع|رقم المرجع|رقم',
};

const fold = (text: string): string =>
  foldText(text)
    .replace(/[:*]+$/u, '')
    .trim();

const roleOfPhrase = new Map<string, ColumnRole>();
for (const role of [
  'date',
  'original',
  'balance',
  'debit',
  'credit',
  'amount',
  'description',
  'other',
] as const) {
  for (const phrase of phrases[role].split('|'))
    if (!roleOfPhrase.has(fold(phrase))) roleOfPhrase.set(fold(phrase), role);
}
export const LONGEST_PHRASE = 5;

/** The column that a header phrase names, or null. Units in parentheses ("Amount (USD)") are the caller's to strip. */
export function roleOf(phrase: string): ColumnRole | null {
  return roleOfPhrase.get(fold(phrase)) ?? null;
}
