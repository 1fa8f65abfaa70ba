/** Something with a figure of its own, by the words that people have for it. */
export interface MoneyName {
  readonly figure: 'monthly_income' | 'fixed_expenses' | 'debt_minimums' | 'savings' | 'entertainment_budget';
  /** What it is called in replies; null: the figure itself, and no part of it. */
  readonly name: string | null;
  /** The category of spending that it is one of, where it is a need. */
  readonly category: string | null;
  /** A pattern source. */
  readonly words: string;
}

const BILL = '(?: (?:bills?|payments?|costs?|fees?))?';

const need = (name: string, category: string, words = name): MoneyName => ({
  figure: 'fixed_expenses',
  name,
  category,
  words: `(?:${words})${BILL}`,
});
const debt = (name: string, words: string): MoneyName => ({
  figure: 'debt_minimums',
  name,
  category: null,
  words: `(?:${words})(?: (?:re)?payments?| minimums?| instal?lments?)?`,
});
const income = (name: string, words = name): MoneyName => ({
  figure: 'monthly_income',
  name,
  category: null,
  words,
});

/** What figures are told of. */
export const moneyNames: readonly MoneyName[] = [
  need('rent', 'rent', 'rent'),
  need('mortgage', 'mortgage'),
  need('groceries', 'groceries', 'grocer(?:y|ies)|food(?: shopping)?'),
  need('mess fee', 'groceries', 'mess(?= fees?\\b)'),
  need('room', 'rent', 'room(?: rent)?|hostel'),
  need('gas and electricity', 'utilities', 'gas (?:and|&|n) electric(?:ity)?'),
  need('phone', 'telecom', '(?:cell ?|mobile )?phone(?: plan| contract)?|mobile plan|phones(?= \\d)'),
  need('internet', 'telecom', 'internet|broadband|wi-?fi'),
  need('electricity', 'utilities', 'electric(?:ity)?|power|hydro'),
  need('water', 'utilities'),
  need('gas bill', 'utilities', 'gas(?= bills?\\b)'),
  need('heating', 'utilities'),
  need('council tax', 'utilities', 'council tax|(?:property )?rates'),
  need('HOA fees', 'utilities', 'hoa'),
  need('utilities', 'utilities', 'utilit(?:y|ies)'),
  need('car insurance', 'insurance', 'car insurance'),
  need('health insurance', 'insurance', '(?:health|medical) insurance'),
  need('home insurance', 'insurance', '(?:home|house|renters) insurance'),
  need('life insurance', 'insurance', 'life insurance'),
  need('insurance', 'insurance'),
  need('childcare', 'childcare', 'childcare|daycare|nursery'),
  need('child support you pay', 'childcare', 'child support(?= i pay)'),
  need('alimony you pay', 'childcare', 'alimony(?= i pay)'),
  need('bus pass', 'transport'),
  need('train pass', 'transport'),
  need('commute', 'transport', 'commut(?:e|ing)'),
  need('car payment', 'transport', 'car (?:payment|pymt|pmt|lease|note)|car'),
  need('tuition', 'education'),
  need('school fees', 'education', 'school fees'),
  need('petrol', 'transport', 'petrol|fuel|diesel'),
  need('board', 'rent', 'board'),
  need('parking', 'transport', 'parking(?= (?:spot|space|permit|pass)\\b)'),
  debt('student loan', 'student loans?'),
  debt('car loan', 'car loans?'),
  debt('personal loan', '(?:personal|home) loans?'),
  debt('credit card', '(?:credit )?cards?(?= |:|$)'),
  debt('loan', 'loans?|emis?'),
  {
    figure: 'fixed_expenses',
    name: null,
    category: null,
    words: '(?:(?:fixed|monthly) )?(?:bills|expenses|outgoings|essentials|needs|overheads|costs)',
  },
  {
    figure: 'debt_minimums',
    name: null,
    category: null,
    words: '(?:debts?|minimums|repayments?)(?: payments?)?',
  },
  income('child support'),
  income('alimony'),
  income('child benefit', 'child benefit'),
  income('universal credit'),
  income('benefits', '(?:state |unemployment |disability )?benefits?'),
  income('PIP', 'pip'),
  income('housing benefit'),
  income('unemployment'),
  income('disability'),
  income('social security', 'social security|ss(?:i|di)'),
  income('pension', '(?:state )?pension'),
  income('pocket money', 'pocket money|allowance from my \\w+'),
  income('tips'),
  income('overtime'),
  income('bonus', 'bonus(?:es)?'),
  income('commission', 'commissions?'),
  income('side job', 'side (?:job|gig|hustle)|second job'),
  income('rent from a lodger', 'lodger'),
  {
    figure: 'savings',
    name: null,
    category: null,
    words: 'savings?',
  },
  {
    figure: 'entertainment_budget',
    name: null,
    category: null,
    words:
      '(?:(?:fun|entertainment|going[- ]out|spending|monthly) )*(?:budget|fun money|spending money|allowance)|fun|entertainment|going out',
  },
  {
    figure: 'monthly_income',
    name: null,
    category: null,
    words:
      '(?:(?:net|gross|monthly|weekly|yearly|annual|base|take[- ]?home) )?(?:income|salary|wages?|(?<!\\b(?:i|we|to|and|must|also|only|still|just|he|she|they) )pay|earnings|pay ?che(?:ck|que)s?)|take[- ]?home',
  },
];

/** The category of needs that a part is one of, by its name; null for a name that is none of ours. */
export function categoryOfPart(name: string): string | null {
  return moneyNames.find((one) => one.name === name)?.category ?? null;
}

const WHOLE = moneyNames.map((one) => [one, new RegExp(`^(?:${one.words})$`)] as const);

/** What one has a figure of by the words that somebody has for it; null where they name nothing of that. */
export function moneyNameOf(words: string): MoneyName | null {
  return WHOLE.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
