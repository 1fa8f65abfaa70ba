import type { Category } from '../categories/categories.js';
import type { TransactionRole } from './transaction.js';

/** What sort of account a line stands in. */
export type AccountKind = 'current' | 'card';

/** A movement that is no ordinary purchase, told from the line's own words; null for all others. */
export interface Movement {
  readonly role: TransactionRole;
  readonly category: Category;
}

const refundWords =
  /\b(?:REFUND(?:ED)?|REVERSAL|REVERSED|RETURNED? (?:GOODS|PURCHASE)|CREDIT VOUCHER|CHARGEBACK|CASH ?BACK|REMBOURSEMENT|ERSTATTUNG|RUECKZAHLUNG|GUTSCHRIFT RETOURE|TERUGBETALING|TERUGBOEKING|MERCHANDISE CREDIT)\b/;
const cardPaymentOut =
  /\b(?:CREDIT CARD (?:PAYMENT|PMT|BILL|AUTOPAY)|PAYMENT TO (?:CREDIT )?CARD|(?:CRCARD|CREDIT CRD|CRD|CARDMEMBER|CC) ?(?:PMT|PYMT|PAYMENT|SERV|EPAY)|PAYMENT TO (?:CHASE|CITI|DISCOVER|AMEX|AMERICAN EXPRESS|CAPITAL ONE|BARCLAYCARD|MBNA)|AMEX E?PAYMENT|AMERICAN EXPRESS(?: DD)?|ACH PMT AMEX|BARCLAYCARD|CAPITAL ONE (?:MOBILE|ONLINE|CRCARD|AUTOPAY)|DISCOVER E-?PAYMENT|CHASE (?:CREDIT CRD|CARD)|CITI (?:CARD|AUTOPAY)|SYNCHRONY|MBNA|KREDITKARTENABRECHNUNG|KREDITKARTE|CARTE DE CREDIT|CREDITCARD|CRED CLUB|APPLECARD|APPLE CARD|BANK OF AMERICA CREDIT|WF CREDIT CARD|NEWDAY|VANQUIS)\b/;
const cardPaymentIn =
  /\b(?:PAYMENT|THANK YOU|PYMT|PMT|AUTOPAY|AUTO PAY|DIRECT DEBIT|PAIEMENT|ZAHLUNG|EINZAHLUNG|BETALING|BANK TRANSFER|BPAY|NEFT|IMPS)\b/;
const ownTransfer =
  /\b(?:TRANSFERS?|XFER|TFR|TRF|TRANSF|FUNDS TRANSFER|UMBUCHUNG|UEBERTRAG|VIREMENT INTERNE|INTERNE OVERBOEKING|SWEEP|STANDING ORDER TO SAVINGS|ROUND ?UPS?)\b/;
const ownAccount =
  /\b(?:SAVINGS?|SAVER|CHECKING|CHEQUING|CURRENT|CHQ|SAV|ISA|ACCOUNT|ACCT|A\/C|OWN|SELF|INTERNAL|JOINT|EVERYDAY|POT|VAULT|SPARKONTO|TAGESGELD|GIROKONTO|LIVRET|EPARGNE|SPAARREKENING|FUNDS|ONLINE|MOBILE|BANKING|SUPER|INVESTMENTS?|BROKERAGE|ROTH|IRA|SWEEP|DB|CR|FRB)\b|\.\.\.\d{3,4}/;
const savingsWords =
  /\b(?:SAVINGS?|SAVER|SAV|ISA|SPARKONTO|TAGESGELD|LIVRET|EPARGNE|SPAARREKENING|SPAREN|INVESTMENTS?|BROKERAGE|ROTH|IRA|VANGUARD|FIDELITY|SCHWAB|ROBINHOOD|BETTERMENT|WEALTHFRONT|WEALTHSIMPLE|ACORNS INVEST|TRADE REPUBLIC|SCALABLE|DEGIRO|ZERODHA|GROWW|SIP|MUTUAL FUND|ROUND ?UPS?|SUPER|VAULT|POT)\b/;
const loanWords = /\b(?:LOANS?|MORTGAGE|FINANCE|KREDIT|EMI|HYPOTHEK|PRET)\b/;
const peerNetworks =
  /\b(?:ZELLE|VENMO|CASH APP|CASHAPP|E-?TRANSFER|INTERAC|OSKO|PAYID|TIKKIE|LYDIA|WERO|BIZUM|PAYPAL TRANSFER|P2P)\b/;
const personTransfer =
  /\b(?:TRANSFER|TFR|PAYMENT|PMT) (?:TO|FROM) (?:(?:MR|MRS|MS|DR) )?[A-Z]+(?: [A-Z]+){0,2}$/;
const salaryWords =
  /\b(?:SALARY|SALARIES|PAYROLL|WAGES?|GEHALT|LOHN|BEZUEGE|SALAIRE|PAIE|SALARIS|LOON|DIRECT DEP(?:OSIT)?|DIR ?DEP|PAYCHECK|PAY RUN|NET PAY|ADP|PAYCHEX|GUSTO|STIPEND|EARNINGS|SAL)\b|\b(?:DEPT|DEPARTMENT|GOVT?|MINISTRY|COUNCIL|TRUST)\b.*\bPAY\b/;
const benefitWords =
  /\b(?:PENSION|DWP|UNIVERSAL CREDIT|CHILD BENEFIT|CENTRELINK|SSA TREAS|SOCIAL SECURITY|SOC SEC|UNEMPLOYMENT|BENEFITS?|ANNUITY|KINDERGELD|ELTERNGELD|RENTENVERSICHERUNG|RENTE|CAF|POLE EMPLOI|FRANCE TRAVAIL|UWV|SVB|TOESLAG|AOW|WINZ|MSD|WORK AND INCOME|CCB|CANADA CHILD|EI CANADA|CPP|OAS|SUPERANNUATION|VA BENEF)\b/;
const interestWords = /\b(?:INTEREST|DIVIDENDS?|ZINSEN|HABENZINS|INTERETS|RENTE BIJ|COUPON|APY EARNED)\b/;
const taxRefundWords =
  /\b(?:TAX (?:REFUND|REF)|IRS TREAS|TAXREF|STEUERERSTATTUNG|IMPOTS REMB|BELASTINGTERUGGAAF|ATO\d*|HMRC REFUND|CRA REFUND|INLAND REVENUE)\b/;
/** Handed in at the bank, or paid out by a shop's till service: income whose source the line doesn't tell. */
const depositWords =
  /\b(?:(?:MOBILE|REMOTE|BRANCH|COUNTER|CASH|ATM|ONLINE) (?:(?:CHECK|CHEQUE|CASH) )?DEPOSITS?|(?:CHECK|CHEQUE) DEPOSITS?|(?:STRIPE|SQUARE|SQ|SHOPIFY|ETSY|EBAY|AIRBNB|UBER|DOORDASH|UPWORK|FIVERR) (?:PAYOUTS?|TRANSFER))\b/;

/**
 * Tells transfers, card payments, refunds and kinds of income from a line's words, its sign and its account. Null for
 * money out that is an ordinary purchase or bill, and for money in that says nothing about itself.
 */
export function movementIn(description: string, incoming: boolean, account: AccountKind): Movement | null {
  const text = description.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  return incoming ? moneyIn(text, account) : moneyOut(text, account);
}

function moneyIn(text: string, account: AccountKind): Movement | null {
  if (taxRefundWords.test(text)) return { role: 'income', category: 'tax_refund' };
  if (refundWords.test(text)) return { role: 'refund', category: 'uncategorised' };
  if (account === 'card') {
    return cardPaymentIn.test(text)
      ? { role: 'card_payment', category: 'card_payment' }
      : { role: 'refund', category: 'uncategorised' };
  }
  if (salaryWords.test(text)) return { role: 'income', category: 'salary' };
  if (benefitWords.test(text)) return { role: 'income', category: 'benefits' };
  if (interestWords.test(text)) return { role: 'income', category: 'interest' };
  if (depositWords.test(text)) return { role: 'income', category: 'other_income' };
  if (peerNetworks.test(text)) return { role: 'income', category: 'from_people' };
  if (ownTransfer.test(text)) {
    return ownAccount.test(text) || !personTransfer.test(text)
      ? { role: 'transfer', category: savingsWords.test(text) ? 'savings' : 'transfer' }
      : { role: 'income', category: 'from_people' };
  }
  return null;
}

function moneyOut(text: string, account: AccountKind): Movement | null {
  if (account === 'current' && cardPaymentOut.test(text)) {
    return { role: 'card_payment', category: 'card_payment' };
  }
  if (loanWords.test(text)) return null;
  if (peerNetworks.test(text)) return { role: 'spending', category: 'people' };
  if (ownTransfer.test(text)) {
    return ownAccount.test(text) || !personTransfer.test(text)
      ? { role: 'transfer', category: savingsWords.test(text) ? 'savings' : 'transfer' }
      : { role: 'spending', category: 'people' };
  }
  if (
    /^(?:ONLINE |BILL |FASTER )?(?:PAYMENT|PMT) TO (?:(?:MR|MRS|MS|DR) )?[A-Z] ?[A-Z]+$|^PAYMENT TO [A-Z]+ [A-Z]$/.test(
      text,
    )
  ) {
    return { role: 'spending', category: 'people' };
  }
  if (
    /\b(?:VANGUARD|FIDELITY|SCHWAB|ROBINHOOD|BETTERMENT|WEALTHFRONT|WEALTHSIMPLE|ACORNS INVEST|TRADE REPUBLIC|DEGIRO|ZERODHA|GROWW|MUTUAL FUND|SIP)\b/.test(
      text,
    )
  ) {
    return { role: 'transfer', category: 'savings' };
  }
  return null;
}
