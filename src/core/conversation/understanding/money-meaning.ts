import { add, type Money, multiply, zero } from '../../../domain/money.js';
import { corrected } from './corrected.js';
import type { Intent, ReadingWorld } from './intents.js';
import type { MoneyName } from './lexicon/money-names.js';
import { type MoneyClause, moneyClausesOf } from './money-clauses.js';
import { moneyTokens } from './money-tokens.js';
import { monthlyOf } from './rhythms.js';
import { isSupposed } from './supposed.js';

type Clause = MoneyClause;

/**
 * What a sentence tells of somebody's money, where every word of it is understood; null where one is not, or where
 * it is one plain figure that other readers know better. Each amount of the sentence is in what is given, or is asked about.
 */
export function readMoneyClauses(text: string, world: ReadingWorld): readonly Intent[] | null {
  if (/\?\s*$/.test(text) || isSupposed(text)) return null;
  const tokens = moneyTokens(corrected(text), world.currency);
  if (!tokens) return null;
  const clauses = moneyClausesOf(tokens);
  if (clauses.length === 0) return null;
  const varied = variedIncome(clauses);
  if (varied) return [varied];
  const plain = clauses.length === 1 && clauses.every((clause) => isPlain(clause, world));
  if (plain || (clauses.length === 1 && clauses[0]?.service)) return null;
  const told: Intent[] = [];
  let before: Clause | null = null;
  for (const clause of clauses) {
    const intents = meaningOf(inherited(clause, before), world, clauses.length > 1);
    if (!intents) return null;
    told.push(...intents);
    before = clause;
  }
  return withOwnPayOnce(told);
}

/** "I get 1200 on the 1st and 900 on the 15th": the second comes as the first does. */
function inherited(clause: Clause, before: Clause | null): Clause {
  const goesOn =
    clause.names.length === 0 &&
    clause.service === null &&
    clause.verb === null &&
    before?.verb === 'earns' &&
    before.names.every(({ figure: kind }) => kind === 'monthly_income');
  if (goesOn && clause.per !== null) return { ...clause, verb: 'earns' };
  const debts = [clause, before].every((one) =>
    one?.names.some(({ figure: kind }) => kind === 'debt_minimums'),
  );
  if (debts && clause.per === null && before) return { ...clause, per: before.per };
  const extra = clause.names.some(({ figure, name }) => figure === 'monthly_income' && name !== null);
  // "2,400 a month plus tips around 300"
  if (extra && clause.per === null && before?.per && before.verb === 'earns')
    return { ...clause, per: before.per, times: before.times };
  return clause;
}

/** "Some months 1,500, some 4,000", "between 1,800 and 2,600 a month, it varies": the least is what can be counted on. */
function variedIncome(clauses: readonly Clause[]): Intent | null {
  const amounts = clauses.flatMap((clause) => clause.amounts);
  if (!clauses.some(({ varies }) => varies) || amounts.length < 2) return null;
  const ofIncome = clauses.every(
    ({ names, service, verb, who, not }) =>
      names.every(({ figure, name }) => figure === 'monthly_income' && name === null) &&
      service === null &&
      who === null &&
      !not &&
      verb !== 'pays' &&
      verb !== 'saves',
  );
  const average = clauses.find(({ average: said }) => said !== null)?.average;
  const rhythms = new Set(clauses.flatMap(({ per }) => per ?? []));
  if (!ofIncome || rhythms.size > 1 || clauses.some(({ gross }) => gross)) return null;
  const sorted = [...amounts].sort((left, right) => left.minor - right.minor);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (!least || !most || new Set(amounts.map(({ currency }) => currency)).size > 1) return null;
  const [per = 'monthly'] = rhythms;
  if (average) return { kind: 'figure', figure: 'monthly_income', amount: average, percent: null, per };

  return { kind: 'figure', figure: 'monthly_income', amount: least, other: most, percent: null, per };
}

/** One figure of one's own in a clause of its own has readers that know its hours, its doubts and its jokes. */
function isPlain(clause: Clause, world: ReadingWorld): boolean {
  const { names, amounts, who, gross, step, share, not, percent, verb, also } = clause;
  const [first] = names;
  if (step !== null) return !first?.name && !(first?.figure === 'savings' && clause.to);
  if (clause.service !== null || who !== null || not || share !== 1) return false;
  if (percent !== null) return first?.figure !== 'entertainment_budget';
  if (verb === 'saves' && names.length === 0 && clause.per === null) return amounts.length !== 1;
  if (!first) return gross === null && clause.giver === null;
  if (first.figure === 'entertainment_budget' || first.figure === 'savings') return true;
  if (first.figure === 'monthly_income') return first.name === null || also;
  if (first.figure === 'debt_minimums') return first.name === null || clause.per === null;
  if (first.name === null) return true;
  const home = first.name === 'rent' || first.name === 'mortgage';
  // Without a rhythm it may as well be a spend.
  return !home && clause.per === null && !clause.copula && world.done !== 'figure' && gross === null;
}

function meaningOf(clause: Clause, world: ReadingWorld, listed: boolean): readonly Intent[] | null {
  const { names, amounts, service } = clause;
  const [first] = names;
  if (clause.not) return goneOf(clause, world);
  if (clause.percent !== null) return amounts.length === 0 ? shareOfPay(clause) : null;
  const [amount, another] = inOrder(amounts);
  if (!amount) return null;
  if (another) return ranged(clause, amount, another, world);
  if (clause.varies || (clause.once && clause.verb !== 'saves')) return null;
  const { per } = clause;
  if (per === 'daily') return null;
  if (service)
    return [
      {
        kind: 'subscription-change',
        change: 'add',
        name: service,
        price: clause.share === 1 ? amount : multiply(amount, clause.share, 'half-up'),
        per,
      },
    ];
  if (first === undefined) return unnamed(clause, amount, listed);
  const figures = new Set(names.map(({ figure }) => figure));
  if (figures.size > 1) return null;
  switch (first.figure) {
    case 'monthly_income':
      return incomeOf(clause, first, amount);
    case 'fixed_expenses':
    case 'debt_minimums':
      if (clause.verb === 'earns' || clause.who) return null;
      // What is owed in all is no payment.
      if (first.figure === 'debt_minimums' && per === null && !clause.step) return null;
      return [partOf(clause, first, amount)];
    case 'savings':
      if (clause.verb === null && !clause.to && (clause.copula || !listed) && per === null) return null;
      return [figure('savings', amount, clause)];
    case 'entertainment_budget':
      return clause.verb === 'earns' ? null : [figure('entertainment_budget', amount, clause)];
  }
}

function inOrder(amounts: readonly Money[]): readonly Money[] {
  return [...amounts].sort((left, right) => right.minor - left.minor);
}

/** "Groceries 300 to 400": of what has to be paid the most is what has to be there. */
function ranged(clause: Clause, most: Money, least: Money, world: ReadingWorld): readonly Intent[] | null {
  const [first] = clause.names;
  const due = first?.figure === 'fixed_expenses' || first?.figure === 'debt_minimums';
  if (!due || !clause.varies || clause.amounts.length > 2 || clause.step || most.currency !== least.currency)
    return null;
  const told = meaningOf({ ...clause, amounts: [most], varies: false }, world, true);
  return told?.map((intent) => (intent.kind === 'figure' ? { ...intent, other: least } : intent)) ?? null;
}

type FigureIntent = Extract<Intent, { kind: 'figure' }>;

function figure(
  name: FigureIntent['figure'],
  amount: Money,
  { times, share, per }: Clause,
  more: Partial<FigureIntent> = {},
): FigureIntent {
  const factor = times * share;
  return {
    kind: 'figure',
    figure: name,
    amount: factor === 1 ? amount : multiply(amount, factor, 'half-up'),
    percent: null,
    per,
    ...more,
  };
}

/** An amount without a name: what somebody earns, or puts aside. */
function unnamed(clause: Clause, amount: Money, listed: boolean): readonly Intent[] | null {
  if (clause.verb === 'earns' || (clause.verb === null && clause.gross !== null))
    return incomeOf(clause, null, amount);
  if (clause.verb !== 'saves' || clause.who) return null;
  if (clause.per !== null || (listed && !clause.once)) return [figure('savings', amount, clause)];
  return [{ kind: 'ask-figure', what: 'how-often', figure: 'savings', amount }];
}

function incomeOf(clause: Clause, name: MoneyName | null, amount: Money): readonly Intent[] | null {
  if (clause.verb === 'saves' || clause.step) return null;
  const support = name?.name === 'child support' || name?.name === 'alimony';
  if (clause.verb === 'pays' && !support) return null;
  if (support && clause.verb === 'pays' && !clause.who)
    return [
      figure(
        'fixed_expenses',
        monthlyOf(amount, clause.per),
        { ...clause, per: 'monthly' },
        {
          part: `${name.name} you pay`,
          change: 'more',
        },
      ),
    ];
  const part =
    name?.name ??
    (clause.giver ? `money from your ${clause.giver}` : clause.who ? `pay of your ${clause.who}` : null);
  if (clause.giver && (/^(?:he|she|they)$/.test(clause.giver) || clause.per === null)) return null;
  const sum = clause.times === 1 ? amount : multiply(amount, clause.times, 'half-up');
  const asked = { kind: 'ask-figure', figure: 'monthly_income', amount: sum } as const;
  if (clause.who && !/^(?:he|she|they)$/.test(clause.who) && !support)
    return [
      {
        ...asked,
        what: 'whose',
        part: part ?? '',
        per: clause.per ?? 'monthly',
        ...(clause.gross && { gross: true as const }),
      },
    ];
  if (clause.who) return null;
  if (support && clause.verb === null)
    return [{ ...asked, what: 'in-or-out', part: name.name ?? '', per: clause.per ?? 'monthly' }];
  const gross = clause.gross === true ? { gross: true as const } : {};
  if (part === null) return [figure('monthly_income', amount, clause, gross)];
  if (clause.per === null && name?.name === 'bonus') return [{ ...asked, what: 'how-often', part }];
  return [figure('monthly_income', amount, clause, { part, change: 'more', ...gross })];
}

/** A need or a debt by its name: told, changed to an amount, or by one. */
function partOf(clause: Clause, first: MoneyName, amount: Money): Intent {
  const { names, step } = clause;
  const called = names.flatMap(({ name }) => name ?? []);
  const part = called.length > 1 ? called.join(' and ') : (called[0] ?? null);
  const kind = first.figure;
  if (step && part && !clause.to) {
    const change = step === 'up' ? ('more' as const) : ('less' as const);
    if (!clause.by) return { kind: 'ask-figure', what: 'by-or-to', figure: kind, amount, change, part };
    return {
      ...figure(kind, monthlyOf(amount, clause.per), { ...clause, per: 'monthly' }),
      change,
      part,
      by: true,
    };
  }
  const home = part === 'rent' || part === 'mortgage';
  const own = part ? { part } : {};
  if (kind === 'fixed_expenses' && part && (!home || clause.also))
    return figure(
      kind,
      monthlyOf(amount, clause.per),
      { ...clause, per: 'monthly' },
      { ...own, change: 'more' },
    );
  return figure(kind, amount, clause, own);
}

/** "I don't have a car payment", "no debts": what is no longer paid. */
function goneOf(clause: Clause, world: ReadingWorld): readonly Intent[] | null {
  const { names, amounts, service, verb } = clause;
  if (amounts.length > 0 || service || names.length === 0 || verb === 'earns' || clause.who || clause.copula)
    return null;
  return names.every(({ figure: kind }) => kind === 'debt_minimums' || kind === 'fixed_expenses')
    ? names.map((one) => ({
        kind: 'figure',
        figure: one.figure,
        amount: zero(world.currency),
        percent: null,
        per: null,
        ...(one.name && { part: one.name }),
      }))
    : null;
}

/** "10% of my pay for fun" */
function shareOfPay({ names, percent, verb }: Clause): readonly Intent[] | null {
  const told = names.find(({ figure: kind }) => kind === 'savings' || kind === 'entertainment_budget');
  const figureName = told?.figure ?? (verb === 'saves' ? 'savings' : null);
  if (!figureName) return null;
  return [{ kind: 'figure', figure: figureName, amount: null, percent, per: null }];
}

function isOwnPay(intent: Intent): intent is FigureIntent {
  return intent.kind === 'figure' && intent.figure === 'monthly_income' && !intent.part;
}

/** Pay on two days of the month is one pay: its sum. */
function withOwnPayOnce(told: readonly Intent[]): readonly Intent[] {
  const net = told.some((intent) => isOwnPay(intent) && !intent.gross);
  const own = told.filter(
    (intent): intent is FigureIntent & { readonly amount: Money } =>
      intent.kind === 'figure' &&
      intent.figure === 'monthly_income' &&
      !intent.part &&
      intent.amount !== null,
  );
  const [first, another] = own;
  if (!first || !another) return told;
  // What arrives counts, and not what it was before tax.
  if (net && own.some(({ gross }) => gross))
    return withOwnPayOnce(told.filter((intent) => !(isOwnPay(intent) && intent.gross)));
  const sum = own
    .map(({ amount, per }) => monthlyOf(amount, per))
    .reduce<Money | null>(
      (all, one) => (all && all.currency === one.currency ? add(all, one) : (all ?? one)),
      null,
    );
  return told.flatMap((intent) =>
    intent === first
      ? [{ ...first, amount: sum, per: 'monthly' as const }]
      : own.some((one) => one === intent)
        ? []
        : [intent],
  );
}
