/** What a category is to a budget. Betting stays apart from entertainment. */
export type CategoryGroup = 'entertainment' | 'need' | 'other' | 'betting' | 'income' | 'movement';

interface CategoryFacts {
  readonly label: string;
  readonly group: CategoryGroup;
}

const facts = {
  streaming: { label: 'Streaming', group: 'entertainment' },
  cinema: { label: 'Cinema', group: 'entertainment' },
  games: { label: 'Games', group: 'entertainment' },
  books: { label: 'Books and comics', group: 'entertainment' },
  music: { label: 'Music', group: 'entertainment' },
  events: { label: 'Events and shows', group: 'entertainment' },
  dining: { label: 'Eating out', group: 'entertainment' },
  sports: { label: 'Sport and fitness', group: 'entertainment' },
  outings: { label: 'Outings', group: 'entertainment' },
  hobbies: { label: 'Hobbies and toys', group: 'entertainment' },
  betting: { label: 'Betting and lotteries', group: 'betting' },
  rent: { label: 'Rent', group: 'need' },
  mortgage: { label: 'Mortgage', group: 'need' },
  groceries: { label: 'Groceries', group: 'need' },
  utilities: { label: 'Utilities', group: 'need' },
  telecom: { label: 'Phone and internet', group: 'need' },
  insurance: { label: 'Insurance', group: 'need' },
  transport: { label: 'Transport', group: 'need' },
  health: { label: 'Health', group: 'need' },
  debt: { label: 'Loans and debt', group: 'need' },
  childcare: { label: 'Childcare', group: 'need' },
  education: { label: 'Education', group: 'need' },
  tax: { label: 'Taxes', group: 'need' },
  shopping: { label: 'Shopping', group: 'other' },
  clothing: { label: 'Clothing', group: 'other' },
  electronics: { label: 'Electronics', group: 'other' },
  home: { label: 'Home and garden', group: 'other' },
  personal_care: { label: 'Personal care', group: 'other' },
  travel: { label: 'Travel', group: 'other' },
  pets: { label: 'Pets', group: 'other' },
  software: { label: 'Software and storage', group: 'other' },
  charity: { label: 'Charity and gifts', group: 'other' },
  cash: { label: 'Cash', group: 'other' },
  fees: { label: 'Bank fees', group: 'other' },
  people: { label: 'Payments to people', group: 'other' },
  other_spending: { label: 'Other spending', group: 'other' },
  uncategorised: { label: 'Uncategorised', group: 'other' },
  salary: { label: 'Pay', group: 'income' },
  benefits: { label: 'Pensions and benefits', group: 'income' },
  interest: { label: 'Interest and dividends', group: 'income' },
  tax_refund: { label: 'Tax refund', group: 'income' },
  from_people: { label: 'Payments from people', group: 'income' },
  other_income: { label: 'Other income', group: 'income' },
  savings: { label: 'Savings', group: 'movement' },
  transfer: { label: 'Own transfers', group: 'movement' },
  card_payment: { label: 'Card payments', group: 'movement' },
} as const satisfies Record<string, CategoryFacts>;

export type Category = keyof typeof facts;

/** Who decided a category, in the order of authority. */
export type CategorySource = 'rule' | 'correction' | 'mcc' | 'merchant' | 'token' | 'history' | 'none';

/** All categories, in the order in which they are shown. */
export const categories: readonly Category[] = Object.keys(facts).filter(isCategory);

export function isCategory(text: string): text is Category {
  return Object.hasOwn(facts, text);
}

/** The category's name as people read it. */
export function categoryLabel(category: Category): string {
  return facts[category].label;
}

export function groupOf(category: Category): CategoryGroup {
  return facts[category].group;
}
