import type { Language } from '../dates.js';

/** What banks call things, several ways for each: [signed amount, money out, money in] and so on. */
export interface Vocabulary {
  readonly title: readonly string[];
  readonly period: readonly (readonly [before: string, between: string])[];
  readonly date: readonly string[];
  readonly valueDate: readonly string[];
  readonly what: readonly string[];
  readonly amount: readonly string[];
  readonly out: readonly string[];
  readonly in: readonly string[];
  readonly balance: readonly string[];
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly totals: readonly string[];
  /** Words of a type column: [money in, money out]. */
  readonly types: readonly (readonly [string, string])[];
  /** Titles of sections: [money in, money out]. */
  readonly sections: readonly (readonly [string, string])[];
  readonly reference: readonly string[];
  readonly dateFormats: readonly string[];
  /** Without a year, for rows. */
  readonly shortFormats: readonly string[];
}

const en: Vocabulary = {
  title: ['Account statement', 'Statement of account', 'Your statement', 'Current account activity'],
  period: [
    ['Statement period', 'to'],
    ['From', 'to'],
    ['Period covered:', '-'],
    ['', 'through'],
  ],
  date: ['Date', 'Posting date', 'Booked', 'Trans. date'],
  valueDate: ['Value date', 'Effective', 'Value'],
  what: ['Description', 'Details', 'Transaction', 'Particulars', 'Narrative'],
  amount: ['Amount', 'Transaction amount', 'Movement'],
  out: ['Debit', 'Withdrawals', 'Money out', 'Paid out', 'Payments', 'Debits'],
  in: ['Credit', 'Deposits', 'Money in', 'Paid in', 'Receipts', 'Credits'],
  balance: ['Balance', 'Running balance', 'Account balance', 'Balance after'],
  opening: [
    'Opening balance',
    'Balance brought forward',
    'Previous balance',
    'Starting balance',
    'Beginning balance',
  ],
  closing: ['Closing balance', 'Balance carried forward', 'New balance', 'Ending balance', 'Final balance'],
  totals: ['Total', 'Totals', 'Total for period'],
  types: [
    ['CR', 'DR'],
    ['Credit', 'Debit'],
    ['C', 'D'],
    ['In', 'Out'],
  ],
  sections: [
    ['Deposits and credits', 'Withdrawals and debits'],
    ['Money in', 'Money out'],
    ['Credits', 'Debits'],
    ['Additions', 'Subtractions'],
  ],
  reference: ['Reference', 'Ref. no.', 'Cheque no.', 'Transaction ID'],
  dateFormats: ['DD/MM/YYYY', 'D MMM YYYY', 'DD-MMM-YY', 'DD MMMM YYYY', 'YYYY-MM-DD'],
  shortFormats: ['DD/MM', 'D MMM', 'DD MON', 'ddd D MMM'],
};

const american: Vocabulary = {
  ...en,
  dateFormats: ['MM/DD/YYYY', 'MM/DD/YY', 'MMM D, YYYY', 'M/D/YYYY', 'YYYY-MM-DD'],
  shortFormats: ['MM/DD', 'M/D', 'MMM D'],
};

const de: Vocabulary = {
  title: ['Kontoauszug', 'Umsatzübersicht', 'Rechnungsabschluss Girokonto'],
  period: [
    ['Zeitraum', 'bis'],
    ['vom', 'bis'],
    ['Auszug für', '-'],
  ],
  date: ['Datum', 'Buchungstag', 'Buchung'],
  valueDate: ['Valuta', 'Wert', 'Wertstellung'],
  what: ['Text', 'Verwendungszweck', 'Buchungstext', 'Erläuterung'],
  amount: ['Betrag', 'Umsatz', 'Betrag EUR'],
  out: ['Soll', 'Belastung', 'Lastschrift', 'Ausgang'],
  in: ['Haben', 'Gutschrift', 'Eingang'],
  balance: ['Saldo', 'Kontostand'],
  opening: ['Anfangssaldo', 'Alter Saldo', 'Saldovortrag', 'Alter Kontostand'],
  closing: ['Endsaldo', 'Neuer Saldo', 'Schlusssaldo', 'Neuer Kontostand'],
  totals: ['Summe', 'Umsatzsumme', 'Total'],
  types: [
    ['H', 'S'],
    ['Haben', 'Soll'],
    ['Gutschrift', 'Lastschrift'],
  ],
  sections: [
    ['Gutschriften', 'Belastungen'],
    ['Zahlungseingänge', 'Zahlungsausgänge'],
  ],
  reference: ['Referenz', 'Beleg-Nr.', 'Primanota'],
  dateFormats: ['DD.MM.YYYY', 'DD.MM.YY', 'D. MMMM YYYY'],
  shortFormats: ['DD.MM.', 'DD.MM'],
};

const fr: Vocabulary = {
  title: ['Relevé de compte', 'Extrait de compte', 'Vos opérations'],
  period: [
    ['du', 'au'],
    ['Période du', 'au'],
  ],
  date: ['Date', "Date d'opération", 'Date compta'],
  valueDate: ['Valeur', 'Date de valeur'],
  what: ['Libellé', 'Opération', "Nature de l'opération"],
  amount: ['Montant', 'Montant EUR'],
  out: ['Débit', 'Débits', 'Dépenses'],
  in: ['Crédit', 'Crédits', 'Recettes'],
  balance: ['Solde', 'Solde progressif'],
  opening: ['Ancien solde', 'Solde initial', 'Solde précédent'],
  closing: ['Nouveau solde', 'Solde final', 'Solde en fin de période'],
  totals: ['Total', 'Total des mouvements', 'Totaux'],
  types: [
    ['Crédit', 'Débit'],
    ['C', 'D'],
  ],
  sections: [
    ['Opérations au crédit', 'Opérations au débit'],
    ['Encaissements', 'Décaissements'],
  ],
  reference: ['Référence', 'N° pièce'],
  dateFormats: ['DD/MM/YYYY', 'DD.MM.YYYY', 'D MMMM YYYY'],
  shortFormats: ['DD/MM', 'DD.MM'],
};

const es: Vocabulary = {
  title: ['Extracto de cuenta', 'Estado de cuenta', 'Movimientos'],
  period: [
    ['Del', 'al'],
    ['Periodo', '-'],
    ['Desde', 'hasta'],
  ],
  date: ['Fecha', 'F. operación'],
  valueDate: ['Valor', 'F. valor'],
  what: ['Concepto', 'Descripción', 'Detalle'],
  amount: ['Importe', 'Monto'],
  out: ['Cargos', 'Débitos', 'Adeudos', 'Retiros'],
  in: ['Abonos', 'Créditos', 'Ingresos', 'Depósitos'],
  balance: ['Saldo', 'Saldo disponible'],
  opening: ['Saldo anterior', 'Saldo inicial'],
  closing: ['Saldo final', 'Saldo actual', 'Nuevo saldo'],
  totals: ['Total', 'Totales', 'Suma de movimientos'],
  types: [
    ['Abono', 'Cargo'],
    ['H', 'D'],
  ],
  sections: [
    ['Abonos', 'Cargos'],
    ['Ingresos', 'Gastos'],
  ],
  reference: ['Referencia', 'Nº documento'],
  dateFormats: ['DD/MM/YYYY', 'DD-MM-YYYY', 'DD/MM/YY'],
  shortFormats: ['DD/MM', 'DD-MM'],
};

const nl: Vocabulary = {
  title: ['Rekeningafschrift', 'Rekeningoverzicht'],
  period: [
    ['Periode', 't/m'],
    ['van', 'tot en met'],
  ],
  date: ['Datum', 'Boekdatum'],
  valueDate: ['Rentedatum', 'Valuta'],
  what: ['Omschrijving', 'Mededelingen'],
  amount: ['Bedrag', 'Bedrag EUR'],
  out: ['Af', 'Afgeschreven', 'Debet'],
  in: ['Bij', 'Bijgeschreven', 'Credit'],
  balance: ['Saldo', 'Saldo na mutatie'],
  opening: ['Beginsaldo', 'Vorig saldo'],
  closing: ['Eindsaldo', 'Nieuw saldo'],
  totals: ['Totaal', 'Totalen'],
  types: [
    ['Bij', 'Af'],
    ['C', 'D'],
  ],
  sections: [
    ['Bijgeschreven', 'Afgeschreven'],
    ['Ontvangen', 'Betaald'],
  ],
  reference: ['Kenmerk', 'Volgnummer'],
  dateFormats: ['DD-MM-YYYY', 'D-M-YYYY', 'D MMMM YYYY'],
  shortFormats: ['DD-MM', 'D MMM'],
};

const it: Vocabulary = {
  title: ['Estratto conto', 'Lista movimenti'],
  period: [
    ['dal', 'al'],
    ['Periodo', '-'],
  ],
  date: ['Data', 'Data contabile'],
  valueDate: ['Valuta', 'Data valuta'],
  what: ['Descrizione', 'Causale', 'Operazione'],
  amount: ['Importo', 'Importo EUR'],
  out: ['Dare', 'Uscite', 'Addebiti'],
  in: ['Avere', 'Entrate', 'Accrediti'],
  balance: ['Saldo', 'Saldo progressivo'],
  opening: ['Saldo iniziale', 'Saldo precedente'],
  closing: ['Saldo finale', 'Nuovo saldo'],
  totals: ['Totale', 'Totali'],
  types: [
    ['A', 'D'],
    ['Avere', 'Dare'],
  ],
  sections: [
    ['Entrate', 'Uscite'],
    ['Accrediti', 'Addebiti'],
  ],
  reference: ['Riferimento', 'N. operazione'],
  dateFormats: ['DD/MM/YYYY', 'DD.MM.YYYY'],
  shortFormats: ['DD/MM', 'DD.MM'],
};

const pt: Vocabulary = {
  title: ['Extrato de conta', 'Extrato mensal'],
  period: [
    ['Período de', 'a'],
    ['De', 'até'],
  ],
  date: ['Data', 'Data mov.'],
  valueDate: ['Data valor', 'Valor'],
  what: ['Histórico', 'Descrição', 'Lançamento'],
  amount: ['Valor (R$)', 'Montante'],
  out: ['Débito', 'Saídas', 'Débitos'],
  in: ['Crédito', 'Entradas', 'Créditos'],
  balance: ['Saldo', 'Saldo contabilístico'],
  opening: ['Saldo anterior', 'Saldo inicial'],
  closing: ['Saldo final', 'Saldo atual'],
  totals: ['Total', 'Totais'],
  types: [
    ['C', 'D'],
    ['Crédito', 'Débito'],
  ],
  sections: [
    ['Entradas', 'Saídas'],
    ['Créditos', 'Débitos'],
  ],
  reference: ['Documento', 'Nº doc.'],
  dateFormats: ['DD/MM/YYYY', 'DD-MM-YYYY'],
  shortFormats: ['DD/MM'],
};

const sv: Vocabulary = {
  title: ['Kontoutdrag', 'Kontohändelser'],
  period: [
    ['Period', '-'],
    ['Från', 'till'],
  ],
  date: ['Datum', 'Bokförd', 'Transaktionsdag'],
  valueDate: ['Valuta', 'Räntedag'],
  what: ['Text', 'Beskrivning', 'Specifikation'],
  amount: ['Belopp', 'Belopp SEK'],
  out: ['Uttag', 'Utgift'],
  in: ['Insättning', 'Inkomst'],
  balance: ['Saldo', 'Bokfört saldo'],
  opening: ['Ingående saldo', 'Föregående saldo'],
  closing: ['Utgående saldo', 'Nytt saldo'],
  totals: ['Summa', 'Totalt'],
  types: [
    ['Insättning', 'Uttag'],
    ['K', 'D'],
  ],
  sections: [
    ['Insättningar', 'Uttag'],
    ['Inbetalningar', 'Utbetalningar'],
  ],
  reference: ['Referens', 'Verifikat'],
  dateFormats: ['YYYY-MM-DD', 'YY-MM-DD', 'D MMMM YYYY'],
  shortFormats: ['MM-DD', 'D MMM'],
};

const pl: Vocabulary = {
  title: ['Wyciąg z rachunku', 'Historia rachunku'],
  period: [
    ['za okres od', 'do'],
    ['Okres', '-'],
  ],
  date: ['Data', 'Data księgowania'],
  valueDate: ['Data waluty', 'Data operacji'],
  what: ['Opis operacji', 'Tytuł'],
  amount: ['Kwota', 'Kwota operacji'],
  out: ['Obciążenia', 'Wypłaty'],
  in: ['Uznania', 'Wpłaty'],
  balance: ['Saldo', 'Saldo po operacji'],
  opening: ['Saldo początkowe', 'Saldo poprzednie'],
  closing: ['Saldo końcowe'],
  totals: ['Razem', 'Suma'],
  types: [
    ['Uznanie', 'Obciążenie'],
    ['Ma', 'Wn'],
  ],
  sections: [
    ['Uznania', 'Obciążenia'],
    ['Wpływy', 'Wydatki'],
  ],
  reference: ['Numer referencyjny', 'Nr dok.'],
  dateFormats: ['DD.MM.YYYY', 'YYYY-MM-DD', 'DD-MM-YYYY'],
  shortFormats: ['DD.MM'],
};

/** The vocabulary of a language; English where there is none. Americans put the month first. */
export function vocabularyOf(language: Language, monthFirst: boolean): Vocabulary {
  const known: Partial<Record<Language, Vocabulary>> = { de, fr, es, nl, it, pt, sv, pl };
  return monthFirst ? american : (known[language] ?? en);
}
