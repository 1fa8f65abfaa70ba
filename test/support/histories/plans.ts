import type { HistoryCadence } from './history.js';
import { type Payee, type Region, strangers } from './merchants.js';
import type { Random } from './random.js';
import type { SeriesPlan } from './series.js';

interface Frame {
  readonly startDay: number;
  readonly endDay: number;
  readonly region: Region;
  readonly city: string;
  /** What the region's prices are, next to dollars. */
  readonly scale: number;
}

/** Chooses the recurring life of one household. */
export function planSeries(frame: Frame, random: Random): SeriesPlan[] {
  const plans: SeriesPlan[] = [];
  const { region } = frame;
  let count = 0;
  const add = (payee: Payee, cadence: HistoryCadence, dollars: number, spread: number, card = false) => {
    plans.push(planOf(frame, count++, payee, cadence, dollars, spread, card, random));
  };
  const price = () => random.pick([4.99, 7.99, 9.99, 10.99, 11.99, 12.99, 15.49, 17.99, 22.99]);
  for (const payee of distinct(random.sample(region.subscriptions, random.whole(2, 6)))) {
    add(payee, 'monthly', price(), random.chance(0.1) ? 0.02 : 0, random.chance(0.5));
  }
  for (const payee of random.sample(region.bills, random.whole(2, 5))) {
    const variable = payee.category === 'utilities';
    const cadence: HistoryCadence =
      payee.category === 'insurance' && random.chance(0.25)
        ? random.pick(['quarterly', 'half-yearly'])
        : variable && random.chance(0.2)
          ? 'quarterly'
          : 'monthly';
    add(
      payee,
      cadence,
      random.between(28, 190),
      variable ? random.pick([0, 0.04, 0.1, 0.18]) : random.pick([0, 0, 0.02]),
    );
  }
  for (const payee of random.sample(region.weekly, random.whole(0, 2))) {
    add(
      payee,
      random.pick(['weekly', 'weekly', 'fortnightly']),
      random.between(18, 160),
      random.pick([0, 0, 0.03]),
    );
  }
  for (const payee of random.sample(region.yearly, random.whole(0, 2))) {
    add(payee, 'annual', random.between(25, 400), random.pick([0, 0.03]));
  }
  for (const text of random.sample(strangers, random.whole(1, 3))) {
    const cadence = random.pick<HistoryCadence>([
      'weekly',
      'fortnightly',
      'four-weekly',
      'monthly',
      'monthly',
      'monthly',
      'quarterly',
      'half-yearly',
      'annual',
    ]);
    add(
      { text, category: '' },
      cadence,
      random.between(5, 120),
      random.pick([0, 0, 0.02]),
      random.chance(0.5),
    );
  }
  addHousing(add, random);
  const contracts = region.bills.filter(
    (bill) => bill.category === 'insurance' || bill.category === 'telecom',
  );
  if (random.chance(0.3)) {
    const payee = random.pick(contracts);
    plans.splice(0, plans.length, ...plans.filter((plan) => plan.payee !== payee.text));
    const first = random.between(20, 60);
    add(payee, 'monthly', first, 0);
    add(payee, 'monthly', first * random.between(1.8, 3), 0);
  }
  return [...plans, ...planIncome(frame, random)];
}

function addHousing(
  add: (payee: Payee, cadence: HistoryCadence, dollars: number, spread: number) => void,
  random: Random,
): void {
  if (random.chance(0.35))
    add(
      { text: 'MORTGAGE PAYMENT HOME LOANS {r}', category: 'mortgage' },
      'monthly',
      random.between(900, 2200),
      0,
    );
  else if (random.chance(0.6))
    add(
      { text: 'STANDING ORDER RENT MR LANDLORD', category: 'rent' },
      'monthly',
      random.between(600, 1800),
      0,
    );
  if (random.chance(0.35))
    add({ text: 'STUDENT LOAN REPAYMENT {r}', category: 'debt' }, 'monthly', random.between(60, 300), 0);
}

const paymentsPerMonth: Partial<Record<HistoryCadence, number>> = {
  weekly: 4.33,
  fortnightly: 2.17,
  'four-weekly': 1.08,
  'semi-monthly': 2,
};

function planIncome(frame: Frame, random: Random): SeriesPlan[] {
  const earners = random.chance(0.3) ? 2 : 1;
  return random.sample(frame.region.employers, earners).map((text, index) => {
    const cadence = random.pick<HistoryCadence>([
      'weekly',
      'fortnightly',
      'fortnightly',
      'monthly',
      'monthly',
      'semi-monthly',
      'four-weekly',
    ]);
    const perMonth = paymentsPerMonth[cadence] ?? 1;
    const plan = planOf(
      frame,
      100 + index,
      { text, category: 'salary' },
      cadence,
      random.between(2200, 6000) / perMonth,
      random.pick([0, 0.01, 0.04]),
      false,
      random,
    );
    return {
      ...plan,
      direction: 'income',
      startDay: frame.startDay + random.whole(0, 13),
      endDay: frame.endDay,
      ended: false,
      skip: 0,
      raise: random.chance(0.3) ? { atDay: midway(frame, random), factor: 1.05 } : null,
    };
  });
}

function planOf(
  frame: Frame,
  index: number,
  payee: Payee,
  cadence: HistoryCadence,
  dollars: number,
  spread: number,
  card: boolean,
  random: Random,
): SeriesPlan {
  const ends = random.chance(0.12);
  const late = random.chance(0.15);
  return {
    id: `s${index}`,
    direction: 'charge',
    cadence,
    payee: payee.text,
    city: frame.city,
    category: payee.category === '' ? null : payee.category,
    account: card ? 'card' : 'current',
    minor: Math.round(dollars * frame.scale * 100),
    spread,
    startDay: (late ? midway(frame, random) : frame.startDay) + random.whole(0, 27),
    endDay: ends ? midway(frame, random) + 60 : frame.endDay,
    ended: ends,
    skip: cadence === 'annual' || cadence === 'half-yearly' ? 0 : 0.025,
    raise: random.chance(0.3) ? { atDay: midway(frame, random), factor: random.between(1.05, 1.25) } : null,
  };
}

function midway(frame: Frame, random: Random): number {
  return Math.round(frame.startDay + (frame.endDay - frame.startDay) * random.between(0.35, 0.65));
}

/** One contract for each service: two Netflix spellings are one household's Netflix. */
function distinct(picked: readonly Payee[]): Payee[] {
  const seen = new Set<string>();
  return picked.filter((payee) => {
    const brand = (
      /netflix|spotify|disney|playstation|xbox|nintendo|audible|hulu|adobe|microsoft/i.exec(
        payee.text,
      )?.[0] ?? payee.text
    ).toLowerCase();
    if (seen.has(brand)) return false;
    seen.add(brand);
    return true;
  });
}
