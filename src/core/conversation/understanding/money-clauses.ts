import type { Money } from '../../../domain/money.js';
import type { MoneyName } from './lexicon/money-names.js';
import type { MoneyToken } from './money-tokens.js';
import type { AmountCadence } from './rhythms.js';

/** One clause: whose it is, what it is, how much, how often, before or after tax, and how it changes. */
export interface MoneyClause {
  readonly names: MoneyName[];
  readonly amounts: Money[];
  service: string | null;
  percent: number | null;
  per: AmountCadence | null;
  times: number;
  gross: boolean | null;
  who: string | null;
  giver: string | null;
  share: number;
  verb: 'earns' | 'pays' | 'saves' | null;
  step: 'up' | 'down' | null;
  by: boolean;
  to: boolean;
  not: boolean;
  also: boolean;
  together: boolean;
  varies: boolean;
  once: boolean;
  /** What it comes to on average. */
  average: Money | null;
  copula: boolean;
}

const empty = (): MoneyClause => ({
  names: [],
  amounts: [],
  service: null,
  percent: null,
  per: null,
  times: 1,
  gross: null,
  who: null,
  giver: null,
  share: 1,
  verb: null,
  step: null,
  by: false,
  to: false,
  not: false,
  also: false,
  together: false,
  varies: false,
  once: false,
  average: null,
  copula: false,
});

/** Groups the signs of a sentence into its clauses; what stands alone belongs to the clause before. */
export function moneyClausesOf(tokens: readonly MoneyToken[]): MoneyClause[] {
  const clauses: MoneyClause[] = [];
  let clause = empty();
  let former = false;
  const next = () => {
    clauses.push(clause);
    clause = empty();
  };
  for (const token of tokens) {
    if (former && token.is === 'amount') {
      former = false;
      continue;
    }
    const whole = isWhole(clause);
    if (begins(clause, token)) next();
    else if (token.is === 'break') {
      if (whole || (clause.not && clause.names.length > 0)) next();
      continue;
    }
    if (token.is === 'former') former = true;
    else put(clause, token);
  }
  if (!isEmpty(clause)) next();
  return attached(clauses);
}

/** Whether a token is of a clause of its own, though nothing parts it from the one before: "rent 900 phone 30". */
function begins(clause: MoneyClause, token: MoneyToken): boolean {
  const whole = isWhole(clause);
  const named = clause.names.length > 0 || clause.service !== null;
  switch (token.is) {
    case 'amount':
    case 'percent':
      return whole && !clause.varies;
    case 'service':
      return whole;
    case 'name':
      if (named) return whole || clause.not;
      // "I get 400 child support", but "I make 2,300 rent is 820".
      return whole && token.name.figure !== 'monthly_income';
    default:
      return false;
  }
}

/** A clause has its amount with what it is for. */
function isWhole({ amounts, percent, names, service, verb }: MoneyClause): boolean {
  return (
    (amounts.length > 0 || percent !== null) && (names.length > 0 || service !== null || verb === 'earns')
  );
}

function isEmpty(clause: MoneyClause): boolean {
  return (
    clause.amounts.length + clause.names.length === 0 &&
    clause.percent === null &&
    clause.per === null &&
    clause.gross === null &&
    clause.share === 1 &&
    clause.service === null &&
    !clause.also &&
    !clause.varies &&
    !clause.not
  );
}

/** "…, monthly", "… but we split it": said of the clause before. */
function attached(clauses: readonly MoneyClause[]): MoneyClause[] {
  const result: MoneyClause[] = [];
  for (const clause of clauses) {
    const last = result.at(-1);
    const own =
      clause.amounts.length + clause.names.length > 0 || clause.percent !== null || clause.service !== null;
    if (last && isOwnShare(clause, last)) {
      last.amounts.splice(0, last.amounts.length, ...clause.amounts);
      last.share = 1;
      last.per = clause.per ?? last.per;
    } else if (!last || own) result.push(clause);
    else {
      last.per = last.per ?? clause.per;
      if (clause.per) last.times = clause.times;
      last.gross = last.gross ?? clause.gross;
      if (last.share === 1) last.share = clause.share;
      last.also ||= clause.also;
      last.varies ||= clause.varies;
      last.average = last.average ?? clause.average;
      last.not ||= clause.not;
      last.together ||= clause.together;
    }
  }
  return result;
}

/** "Rent 1700 split with my roommate, so I pay 850" */
function isOwnShare(
  { amounts, names, service, percent, verb, who }: MoneyClause,
  last: MoneyClause,
): boolean {
  const bare = names.length === 0 && service === null && percent === null && who === null;
  return bare && amounts.length === 1 && (verb === null || verb === 'pays') && last.share !== 1;
}

function put(clause: MoneyClause, token: MoneyToken): void {
  switch (token.is) {
    case 'name':
      clause.names.push(token.name);
      break;
    case 'service':
      clause.service = token.service;
      break;
    case 'amount':
      clause.amounts.push(token.amount);
      break;
    case 'average':
      clause.average = clause.amounts.at(-1) ?? null;
      break;
    case 'percent':
      clause.percent = token.percent;
      break;
    case 'rhythm':
      clause.per = token.per;
      clause.times = token.times;
      break;
    case 'tax':
      clause.gross = token.gross;
      break;
    case 'other':
      clause.who = token.who;
      break;
    case 'giver':
      clause.giver = token.who;
      clause.verb = 'earns';
      break;
    case 'share':
      if (clause.share === 1 || token.of < 1 / 2) clause.share = token.of;
      break;
    case 'earns':
    case 'pays':
    case 'saves':
      clause.verb = clause.verb ?? token.is;
      break;
    case 'up':
    case 'down':
      clause.step = token.is;
      break;
    case 'by':
    case 'to':
    case 'not':
    case 'also':
    case 'together':
    case 'varies':
    case 'once':
    case 'copula':
      clause[token.is] = true;
      break;
    case 'former':
    case 'break':
    case 'join':
      break;
  }
}
