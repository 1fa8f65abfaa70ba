import { anyPhrase, foldText } from '../layout/fold.js';
import type { DocumentKind } from '../reading.js';

/** What the words of the document say of the kind of account. */
export interface AccountEvidence {
  /** Weight of words of a card or loan, where the balance is owed. */
  readonly card: number;
  /** Weight of words of an account, where the balance is held. */
  readonly account: number;
  /** What the whole document looks like, or the user calls it: it breaks a tie and proves nothing. */
  readonly leansToCard: boolean;
}

const cardWords = [
  'credit card|charge card|kreditkarte~|carte de credit|tarjeta( de credito)?|carta di credito|cartao( de credito)?|creditcard|kredittkort|kreditkort|luottokortti|kredi karti|karta kredytowa',
  'card (statement/member/account/services)|family card|membership number|cardmember|cardholder',
  'minimum( amount)? (payment/due/amount)|minimum payment( due)?|pago minimo|paiement minimum|mindestbetrag|pagamento minimo',
  'payment due( date)?|due date|fecha limite de pago|data di scadenza|vencimento',
  'credit limit|limite de credito|kreditlimit|verfugungsrahmen|kreditrahmen|plafond|fido',
  'available credit|credit available|cash limit',
  '(rewards/platinum/gold/business/travel/cash back) card|billing (period/cycle)',
  'new purchases|new charges|payments and (other )?credits|purchases and (charges/adjustments)|total purchases|plus new spend|interest charged',
  'cash advances?',
  '(total )?amount due|total dues',
  '(purchase/purchases/cash/variable/annual) apr|annual percentage rate|finance charges?',
  'fatura|factura de tarjeta|kartenabrechnung',
  'loan|mortgage statement|outstanding principal',
].map(anyPhrase);
const accountWords = [
  'checking|chequing',
  'savings|sparkonto|cuenta de ahorros?|conto deposito|livret',
  'current account|everyday( account)?|transaction account|smart access|cheque account|classic banking|freedom account',
  'bank statement|account statement|statement of accounts?|account activity',
  'deposits?|lodge?ments?',
  'withdrawals?',
  'iban|bic|sort ?code|bsb|routing( number)?|ifsc|rib|clabe|swift|reg.nr.|bankgiro',
  'overdraft|arranged overdraft',
  'girokonto|kontoauszug|privatkonto|lonkonto|kontoutdrag|kontoutskrift|kontoudtog|tiliote|brukskonto|kontobezeichnung|kontonummer',
  'money (in/out)|paid (in/out)|payments (in/out)',
  'compte (courant/cheques?/de depot)|releve de compte|compte bancaire',
  'cuenta (corriente/vista/maestra)|extracto|estado de cuenta|cartola',
  'estratto conto|conto corrente',
  'rekeningafschrift|betaalrekening|rekening',
  'rachunek|konto|wyciag',
  'conta corrente|extrato|vypis z uctu|hesap (ozeti/ekstresi)|выписка|виписка|κινηση λογαριασμου',
  'agencia|conta|branch|account activity',
  '(opening/closing) (ledger )?balance|saldo (inicial/final)|balance brought forward',
  'direct dep(osit)?|普通預金|口座|账户',
].map(anyPhrase);

/**
 * How many words of the text, by weight, speak of a card or loan, and how many of an account.
 * @param text the document's words outside its rows: what was bought says nothing of the account
 */
export function accountEvidence(text: string, hint?: DocumentKind): AccountEvidence {
  const folded = foldText(text);
  // The first lists name the account itself and count double.
  const hits = (words: readonly RegExp[], plain: number): number =>
    words.reduce((sum, word, index) => sum + (word.test(folded) ? (index < plain ? 2 : 1) : 0), 0);
  const leansToCard = hint === 'credit_card_statement';
  return { card: hits(cardWords, 6), account: hits(accountWords, 5), leansToCard };
}
