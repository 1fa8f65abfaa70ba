import { fromMajor, type Money } from '../../../domain/money.js';
import { readDocumentAsked } from './document-asked.js';
import type { Intent, ReadingWorld } from './intents.js';
import { grammarWords } from './lexicon/empty-words.js';
import { forWhat } from './spending-asked.js';
import { findTimes } from './times.js';

/** "Is the pay on the stub what hits my bank?" */
const COMPARED =
  /(?=.*\b(?:pay ?stubs?|stubs?|pay ?slips?)\b)(?=.*\b(?:bank|account|deposit(?:s|ed)?|statement)\b).*\b(?:same|match(?:es)?|differ\w*|less than|more than|equal|agree|what (?:hits|lands|arrives|comes))\b/;
/** "Did you count my pay stub?" */
const STUB_COUNTED =
  /\b(?:did|do|have) you (?:count(?:ed)?|use[d]?|include[d]?|add(?:ed)?)\b.*\bpay ?(?:stubs?|slips?)\b/;
const IN_AND_OUT =
  /\b(?:money|cash) in\b.{0,14}\b(?:vs\.?|versus|and|or|against|compared)\b.{0,10}\b(?:money|cash)? ?out\b|\bin ?comings and out ?goings\b/;
const ASKS =
  /^(?:(?:so|and|ok(?:ay)?|hey|hi|also|but|then|btw)[\s,]+)*(?:what|which|where|when|who|why|how (?:much|often|many)|show|list|find|tell me|do you see|is there|did i|have i|(?:did|has|have|was) (?:my|the|any|that)|(?:did|has) [a-z]+(?: [a-z]+)? (?:refund(?:ed)?|paid|pay|send|sent|charge[d]?|transfer(?:red)?) (?:me|us))\b/;
/** Words for a row of a statement, whatever it was for. */
const ROW =
  /\b(?:fees?|interest|refund(?:ed)?|charges?|payments?|transactions?|transfers?|deposits?|withdrawals?|debits?|refunds?|purchases?|bills?(?=\s*\??$)|rows?|lines?|entry|entries|zelle|venmo|paypal|cash ?app|atm|check|cheque)\b/;
/** Rows that have answers of their own. */
const OTHER =
  /\b(?:biggest|largest|highest|most expensive|recurring|subscription|subscriptions|card payments?|as fun|as entertainment|budget|unusual|odd|weird|payment methods?|minimum payments?|left|afford|cost|price|refund policy|wish ?list)\b/;
const CAME_IN =
  /\b(?:how much|what)\b.{0,20}\b(?:came in|come in|comes in|(?:did|have) (?:i|we) (?:make|made|earn(?:ed)?|receive[d]?|get paid|got paid|been paid)|was i paid|were we paid|money in|deposited)\b/;
const BALANCE =
  /\b(?:(?:what|how much|show|tell|see|check|know)\b.{0,30}\b(?:bank|account|checking|savings|closing|opening|current)? ?balance|balance\b.{0,24}\b(?:bank|account|statement|checking)|how much (?:money )?(?:is|do i have|have i got) (?:in|on) (?:my |the )?(?:bank|account|checking|bank account))\b|^(?:my |account |bank )*balance\??$|\b(?:am i|is my account) (?:overdrawn|in (?:the )?overdraft|in the (?:red|black))\b/;
const PAY_STUB =
  /\b(?:pay ?(?:stubs?|slips?|check|cheque)|payslips?)\b.*\b(?:tax(?:es)?|gross|net|deduct\w*|withh\w+|insurance|say|show|contain|on it)\b|\b(?:tax(?:es)?|gross|net|deduct\w*|withh\w+)\b.*\b(?:pay ?(?:stubs?|slips?|check|cheque)|payslips?|salary|wages)\b|\bmy (?:gross|net) (?:pay|salary|income|wage)\b|\b(?:taken|comes?|coming|goes|going|held|kept|cut) (?:out|off|back)?\s?(?:of|from) (?:my |the )?(?:pay|pay ?che(?:ck|que)s?|salary|wages?)\b/;
/** What was kept of pay stands on the pay stub. */
const TAX_PAID =
  /^(?:(?:so|and|ok(?:ay)?|hey)[\s,]+)*how much (?:income )?tax(?:es)? (?:did|do|have|was|were|am|is)\b/;
/** "List every row of June" */
const LISTED =
  /^(?:(?:please|can you|could you|so|and|ok)[,\s]+)*(?:list|show|give)(?: me)? (?:(?:every|all|each|single|of|the|my)\s)+(?:rows?|lines?|transactions?|payments?|purchases?|spends?)\b/;
/** "Did I get any money back from the IRS?": what came in, by who sent it. */
const BACK_FROM =
  /^(?:(?:so|and|ok(?:ay)?|hey|but)[\s,]+)*(?:did|have|has|how much|what|was|were)\b.*\b(?:(?:get|got|gotten|receive[d]?|had|have)\b.{0,24}\b(?:back|refund(?:ed)?|money|anything|paid)|came (?:back|in)|refund(?:ed)?|reimbursed)\b.{0,12}\b(?:from|by) (?:the |my )?([a-z][a-z0-9&'. -]{1,40}?)(?: (?:in|this|last|since) .*)?[?.!\s]*$/;
/** "How much did I pay the council": somebody who was paid, and no salary. */
const PAID_TO =
  /^(?:(?:so|and|ok(?:ay)?|hey)[\s,]+)*how much (?:did|do|have) (?:i|we) (?:pay|paid) (?:to )?(?:the |my )([a-z][a-z0-9&'. -]{1,50}?)[?.!\s]*$/;
const EMPTY: ReadonlySet<string> = new Set(
  `${grammarWords} a an the my me i we us our on in of to at is it do go gone come comes came from for pay paid get got see
   make made show list find tell much many often money thing things stuff those these that this again please about did does
   month week year day today yesterday last time times fee fees charge charges payment payments transaction transactions
   transfer transfers deposit deposits withdrawal withdrawals debit debits purchase purchases row rows line lines entry entries
   bill bills statement bank account exactly all any there one ones ok hey so also btw up spend spent through thru arrive arrived land landed yet already ever clear cleared hit has have every each single row list`.split(
    /\s+/,
  ),
);
const OF_THAT_NAME = /\b(fees?|interest|refunds?|overdraft)\b/;
const MOST_WORDS = 3;

/** Whether a sentence asks what came back from somebody. */
export function isMoneyBackAsked(text: string): boolean {
  return BACK_FROM.test(text);
}

/** A question about single rows of a statement, the balance it prints, or the lines of a pay stub; null where it is none. */
export function readRowsAsked(text: string, world: ReadingWorld): Intent | null {
  const asked = readDocumentAsked(text, world.figure === 'document');
  if (asked) return { kind: 'document-part', asked };
  const [named] = LISTED.test(text) ? findTimes(text, world.today, 'past') : [];
  if (named) return { kind: 'rows', words: [], amount: null, span: named.span, direction: 'out' };
  const from = BACK_FROM.exec(text);
  if (from) {
    const words = (from[1]?.match(/[a-z][a-z'&-]+/g) ?? [])
      .filter((word) => !EMPTY.has(word))
      .slice(0, MOST_WORDS);
    return {
      kind: 'rows',
      words,
      amount: null,
      span: findTimes(text, world.today, 'past')[0]?.span ?? null,
      direction: 'in',
    };
  }
  const payee = PAID_TO.exec(text)?.[1];
  const [when] = payee ? findTimes(text, world.today, 'past') : [];
  const shop = payee ? forWhat((when ? payee.replace(when.text, '') : payee).trim()) : null;
  if (shop && (shop.shop || shop.category))
    return { kind: 'spending', span: when?.span ?? null, words: null, months: null, ...shop };
  if (
    !IN_AND_OUT.test(text) &&
    !STUB_COUNTED.test(text) &&
    !ASKS.test(text) &&
    !BALANCE.test(text) &&
    !PAY_STUB.test(text) &&
    !COMPARED.test(text)
  )
    return null;
  if (COMPARED.test(text) || STUB_COUNTED.test(text)) return { kind: 'printed', what: 'pay-compared' };
  if (IN_AND_OUT.test(text))
    return { kind: 'saved', span: findTimes(text, world.today, 'past')[0]?.span ?? null };
  if (
    /\b(?:tax(?:es)?|gross|net|deduct\w*|taken|comes?|coming|goes|going|held|kept|cut)\b/.test(text) &&
    PAY_STUB.test(text) &&
    !/\b(?:is|of) (?:about )?[$€£]?\d/.test(text)
  )
    return { kind: 'printed', what: 'pay-stub' };
  if (TAX_PAID.test(text)) return { kind: 'printed', what: 'pay-stub' };
  if (BALANCE.test(text) && !/\bbudget|fun\b/.test(text)) return { kind: 'printed', what: 'balance' };
  const [time] = findTimes(text, world.today, 'past');
  if (CAME_IN.test(text) && time && time.span.start <= world.today)
    return { kind: 'rows', words: [], amount: null, span: time.span, direction: 'in' };
  if (!ROW.test(text) || OTHER.test(text)) return null;
  const rest = time ? text.replace(time.text, ' ') : text;
  const amount = amountIn(rest, world);
  const words = [...new Set(rest.match(/[a-z][a-z'&-]+/g) ?? [])]
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => word.length > 2 && !EMPTY.has(word))
    .slice(0, MOST_WORDS);
  // "What fees did I pay": what the row is called is all that is said of it.
  const said = words.length === 0 && !amount ? (OF_THAT_NAME.exec(rest)?.[1] ?? null) : null;
  if (said) words.push(said.replace(/s$/, ''));
  if (words.length === 0 && !amount) return null;
  return {
    kind: 'rows',
    words,
    amount,
    span: time?.span ?? null,
    direction: null,
  };
}

/** "The 250 zelle": beside a word for a row, a number is its amount. */
function amountIn(text: string, { currency }: ReadingWorld): Money | null {
  const number =
    /(?<![\w.,])[$€£]?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,6}(?:\.\d{1,2})?)(?![\d,]|\s?(?:st|nd|rd|th|days?|times?|weeks?|months?|am|pm)\b)/.exec(
      text,
    )?.[1];
  return number ? fromMajor(number.replace(/,/g, ''), currency) : null;
}
