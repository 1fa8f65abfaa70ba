import type { DocumentKind } from './reading.js';

/** How strongly a phrase speaks for a kind. A phrase counts once, however often it stands there. */
interface PhraseGroup {
  readonly kind: DocumentKind;
  readonly weight: number;
  /** Lower case, accents kept; a phrase matches whole words. */
  readonly phrases: readonly string[];
}

const list = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/**
 * What each kind of document says of itself, in the languages of the layouts we know. Titles weigh most, figures that
 * only one kind has weigh much, words that several kinds share weigh little.
 */
export const phraseGroups: readonly PhraseGroup[] = [
  {
    kind: 'bank_statement',
    weight: 4,
    phrases: list(`
      bank statement, account statement, statement of account, checking statement, savings statement,
      statement of your account, kontoauszug, relevé de compte, relevé bancaire, rekeningafschrift,
      rekeningoverzicht, bankafschrift, extracto de cuenta, extracto bancario, estado de cuenta,
      estratto conto, extrato de conta, extrato bancário, kontoutdrag, kontoutskrift, kontoudskrift,
      tiliote, wyciąg z rachunku, wyciąg bankowy, výpis z účtu, bankszámlakivonat, hesap özeti,
      выписка по счету, выписка по счёту, 对账单, 取引明細, תנועות בחשבון, דף חשבון, كشف حساب, izvadak, izvod, izpisek, reikningsyfirlit, konto väljavõte, konta izraksts, sąskaitos išrašas, виписка, sao kê tài khoản, laporan mutasi, 入出金明細, 普通預金, 預金通帳, 거래내역
    `),
  },
  {
    kind: 'bank_statement',
    weight: 2,
    phrases: list(`
      opening balance, closing balance, beginning balance, starting balance, ending balance,
      balance brought forward, balance carried forward, brought forward, carried forward, money in,
      money out, paid in, paid out, withdrawals, deposits, running balance, sort code, account activity,
      transaction history, statement period, account summary, total deposits, total withdrawals,
      daily balance, available balance, alter kontostand, neuer kontostand, anfangssaldo, endsaldo,
      buchungstag, wertstellung, kontostand, ancien solde, nouveau solde, solde initial, solde final,
      solde créditeur, solde au, date de valeur, beginsaldo, eindsaldo, vorig saldo, nieuw saldo,
      oud saldo, af bij, saldo anterior, saldo inicial, saldo final, fecha valor, fecha operación,
      movimientos, saldo iniziale, saldo finale, data valuta, ingående saldo, utgående saldo,
      inngående saldo, saldo początkowe, saldo końcowe, alkusaldo, loppusaldo, incoming balance,
      входящий остаток, исходящий остаток, početno stanje, završno stanje, začetno stanje, končno stanje, algsaldo, lõppsaldo,
      sākuma atlikums, beigu atlikums, pradinis likutis, galutinis likutis, saldo awal, saldo akhir, số dư đầu kỳ, số dư cuối kỳ, 残高, saldo por transação, saldo do dia, saldo total, saldo disponível, pix recebido, pix enviado, 期初余额, 期末余额, お支払金額, お預り金額
    `),
  },
  {
    kind: 'bank_statement',
    weight: 1,
    phrases: list(`
      statement, account number, balance, debit, credit, debits, credits, transactions, deposit,
      withdrawal, checking, savings, direct debit, standing order, transfer, iban, kontonummer, soll,
      haben, umsatz, umsätze, saldo, solde, débit, crédit, retraits, dépôts, opérations, verrichtingen,
      cargos, abonos, dare, avere, movimenti, insättning, uttag, transaktioner, bank
    `),
  },
  {
    kind: 'credit_card_statement',
    weight: 4,
    phrases: list(`
      credit card statement, card statement, minimum payment due, minimum payment, minimum amount due,
      total amount due, credit limit, available credit, kreditkartenabrechnung, kartenabrechnung,
      relevé de carte, extracto de tarjeta, creditcard overzicht, creditcardafschrift,
      purchases and adjustments, cash advance limit, estratto conto carta, kreditkortsfaktura,
      extrato do cartão, pago mínimo, kreditkarte - monatsrechnung, kreditkartenrechnung, saldo letzte rechnung,
      kreditkortsräkning, ご利用代金明細書
    `),
  },
  {
    kind: 'credit_card_statement',
    weight: 2,
    phrases: list(`
      credit card, cardmember, card member, cardholder, previous balance, new balance, cash advances,
      cash advance, payment due date, finance charge, finance charges, interest charged, interest charges,
      annual percentage rate, credit line, late payment warning, payments and credits,
      payments and other credits, kreditkarte, carte de crédit, tarjeta de crédito, creditcard,
      carta di credito, kreditrahmen, visa platinum, mastercard statement, balance transfer, reward points,
      purchases
    `),
  },
  {
    kind: 'pay_stub',
    weight: 4,
    phrases: list(`
      recibo de pagamento de salário, holerite, contracheque, folha de pagamento, pay stub, paystub, payslip, pay slip, earnings statement, wage statement, statement of earnings,
      salary slip, pay advice, payroll advice, pay statement, salary statement, remuneration statement,
      gehaltsabrechnung, lohnabrechnung, verdienstabrechnung, entgeltabrechnung, bezügeabrechnung,
      lohnausweis, bulletin de paie, bulletin de salaire, fiche de paie, nómina, recibo de nómina,
      recibo de salario, recibo de sueldo, loonstrook, salarisspecificatie, loonspecificatie, busta paga,
      cedolino, recibo de vencimento, lönespecifikation, lønnsslipp, lønseddel, palkkalaskelma,
      pasek wynagrodzenia, 給与明細, 工资单
    `),
  },
  {
    kind: 'pay_stub',
    weight: 3,
    phrases: list(`
      salário base, valor líquido, inss, irrf, gross pay, net pay, gross earnings, gross wages, net wages, net salary, gross salary, basic salary,
      take home pay, take-home pay, pay period, period ending, pay date, pay day, federal income tax,
      federal withholding, social security, medicare, year to date, ytd gross, national insurance, paye,
      kiwisaver, superannuation, bruttolohn, nettolohn, bruttogehalt, nettogehalt, gesamtbrutto,
      nettoverdienst, auszahlungsbetrag, lohnsteuer, solidaritätszuschlag, rentenversicherung,
      salaire brut, salaire net, net à payer, net payé, cotisations, salario bruto, salario neto,
      líquido a percibir, total devengado, devengos, brutoloon, nettoloon, netto loon, bruto loon,
      bruto salaris, netto salaris, loonheffing, retribuzione, netto in busta, netto a pagare,
      total deductions, taxes withheld, net income for the month, bruttolön, nettolön
    `),
  },
  {
    kind: 'pay_stub',
    weight: 1,
    phrases: list(`
      employee, employer, ytd, earnings, deductions, overtime, hours, salary, wages, payroll, 401k, 401(k),
      withholding, tax code, arbeitnehmer, arbeitgeber, personalnummer, brutto, netto, salarié, employeur,
      trabajador, empresa, werknemer, werkgever, dipendente, pension
    `),
  },
  {
    kind: 'invoice',
    weight: 4,
    phrases: list(`
      electricity bill, gas bill, water bill, energy bill, utility bill, phone bill, invoice, tax invoice, rechnung, handelsrechnung, facture, factuur, factura, fattura, fatura, faktura,
      lasku, számla, fatura no, счет-фактура, 請求書, 发票, invoice number, invoice no, rechnungsnummer,
      factuurnummer, numéro de facture, número de factura
    `),
  },
  {
    kind: 'invoice',
    weight: 2,
    phrases: list(`
      your bill, kwh, meter, standing charge, tariff, amount to pay, billing period, bill period, current charges, bill date, this bill, invoice date, bill to, billed to, due date, amount due, balance due, payment terms, remit to,
      purchase order, unit price, rechnungsdatum, rechnungsbetrag, zahlbar bis, fällig, leistungsdatum,
      lieferdatum, total ttc, total ht, montant ht, échéance, vervaldatum, factuurdatum, factuuradres,
      fecha de factura, fecha de vencimiento, base imponible, imponibile, scadenza, förfallodatum,
      payment advice, please remit, sold to, ship to, order number, einzelpreis, umsatzsteuer, ust
    `),
  },
  {
    kind: 'invoice',
    weight: 1,
    phrases: list(`
      vat, tva, mwst, btw, iva, gst, subtotal, qty, quantity, menge, quantité, cantidad, aantal, total,
      description, customer, kunde, client, klant, terms
    `),
  },
  {
    kind: 'receipt',
    weight: 4,
    phrases: list(`
      receipt, sales receipt, payment receipt, cash receipt, kassenbon, kassenbeleg, quittung,
      ticket de caisse, folio, reçu, kassabon, kassakvitto, kvitto, kvittering, recibo, scontrino, paragon,
      kuitti, 領収書, レシート, order confirmation, order receipt, factura simplificada, nfc-e, cupom fiscal, nota fiscal de consumidor, documento commerciale
    `),
  },
  {
    kind: 'receipt',
    weight: 2,
    phrases: list(`
      paynow, queue no, table no, cashier, register, eftpos, approved, guest, room charge, check-out, change due, cash tendered, tendered, auth code, approval code, items sold,
      thank you for shopping, thank you for your purchase, thank you for dining, return policy, store #,
      table, server, gratuity, tip, payment method, sales tax, rückgeld, gegeben, wechselgeld, bar, rendu,
      espèces, carte bancaire, wisselgeld, gepind, contant, efectivo, cambio, resto, contanti, terminal,
      order total, merchant copy, customer copy, card ending, visa, mastercard, member discount, approved,
      växel, kontant, amount paid, paid with, date paid
    `),
  },
  {
    kind: 'receipt',
    weight: 1,
    phrases: list(`
      subtotal, sub total, total, tax, cash, change, thank you, summe, zwischensumme, merci, danke,
      bedankt, gracias, grazie, totaal, importe, qty, discount, store, order, paid
    `),
  },
];
