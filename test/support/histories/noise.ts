import { textOf, weekday } from './days.js';
import type { HistoryRow } from './history.js';
import type { Region } from './merchants.js';
import { printPayee } from './print.js';
import type { Random } from './random.js';

interface Frame {
  readonly startDay: number;
  readonly endDay: number;
  readonly region: Region;
  readonly city: string;
  readonly scale: number;
}

/** Everything that does not recur, though some of it comes close: the groceries of every Saturday, the usual coffee. */
export function makeNoise(frame: Frame, random: Random): HistoryRow[] {
  return [
    ...groceries(frame, random),
    ...coffees(frame, random),
    ...topUps(frame, random),
    ...everyday(frame, random),
    ...abroad(frame, random),
    ...movements(frame, random),
  ];
}

function rowOf(
  frame: Frame,
  day: number,
  text: string,
  dollars: number,
  category: string | null,
  random: Random,
): HistoryRow {
  return {
    date: textOf(day),
    description: printPayee(text, frame.city, day, random),
    minor: -Math.max(1, Math.round(dollars * frame.scale * 100)),
    account: random.chance(0.5) ? 'card' : 'current',
    category,
    role: 'spending',
    series: null,
  };
}

function groceries(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const [main = '', second = ''] = random.sample(frame.region.groceries, 2);
  const shoppingDay = random.whole(0, 6);
  for (let day = frame.startDay; day <= frame.endDay; day += 1) {
    if (weekday(day) === shoppingDay && random.chance(0.85)) {
      rows.push(rowOf(frame, day, main, 90 * (1 + 0.3 * random.normal()), 'groceries', random));
    } else if (random.chance(0.12)) {
      rows.push(rowOf(frame, day, second, random.between(6, 45), 'groceries', random));
    }
  }
  return rows;
}

function coffees(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const rate = random.pick([0, 0.1, 0.25, 0.5]);
  const prices = [3.8, 4.2, 5.1];
  for (let day = frame.startDay; day <= frame.endDay; day += 1) {
    if (!random.chance(rate)) continue;
    rows.push(rowOf(frame, day, 'CORNER COFFEE HOUSE {c}', random.pick(prices), 'dining', random));
    // Two identical coffees on one day are two coffees.
    if (random.chance(0.06))
      rows.push({ ...(rows.at(-1) ?? rowOf(frame, day, 'CORNER COFFEE HOUSE', 4.2, 'dining', random)) });
  }
  return rows;
}

function topUps(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  if (!random.chance(0.5)) return rows;
  let day = frame.startDay + random.whole(0, 20);
  while (day <= frame.endDay) {
    rows.push(rowOf(frame, day, 'TRANSIT CARD TOP UP {r}', 20, 'transport', random));
    day += random.whole(3, 26);
  }
  return rows;
}

function everyday(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  const favourites = random.sample(frame.region.everyday, 14);
  for (let day = frame.startDay; day <= frame.endDay; day += 1) {
    while (random.chance(0.42)) {
      const payee = random.chance(0.7) ? random.pick(favourites) : random.pick(frame.region.everyday);
      const bought = rowOf(
        frame,
        day,
        payee.text,
        Math.exp(random.between(1.4, 4.6)),
        payee.category,
        random,
      );
      rows.push(bought);
      if (random.chance(0.02) && day + 9 <= frame.endDay) {
        rows.push({
          ...bought,
          date: textOf(day + random.whole(2, 9)),
          minor: -bought.minor,
          role: 'refund',
        });
      }
    }
  }
  return rows;
}

function abroad(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (let trip = 0; trip < random.whole(0, 2); trip += 1) {
    const from = random.whole(frame.startDay, frame.endDay - 8);
    for (let count = 0; count < random.whole(3, 9); count += 1) {
      const euros = random.between(4, 80).toFixed(2);
      rows.push(
        rowOf(
          frame,
          from + random.whole(0, 7),
          `TRATTORIA DA ${random.pick(['GINO', 'MARIO', 'LUCA'])} ROMA EUR ${euros}`,
          Number(euros) * 1.1,
          'dining',
          random,
        ),
      );
      if (random.chance(0.3))
        rows.push(rowOf(frame, from + 7, 'FOREIGN TRANSACTION FEE', 1.2, 'fees', random));
    }
  }
  return rows;
}

function movements(frame: Frame, random: Random): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (let day = frame.startDay; day <= frame.endDay; day += 1) {
    if (random.chance(0.03)) {
      rows.push({
        ...rowOf(frame, day, 'ATM CASH WITHDRAWAL {n} {c}', random.pick([20, 40, 60, 100]), 'cash', random),
        account: 'current',
      });
    }
    if (random.chance(0.02)) {
      rows.push({
        ...rowOf(
          frame,
          day,
          `PAYMENT TO ${random.pick(['J SMITH', 'M JONES', 'ANNA K'])}`,
          random.between(5, 80),
          null,
          random,
        ),
        account: 'current',
      });
    }
    if (random.chance(0.012)) {
      const dollars = random.pick([50, 100, 200, 300]);
      const out = {
        ...rowOf(frame, day, 'TRANSFER TO SAVINGS ACCOUNT', dollars, null, random),
        account: 'current' as const,
        role: 'transfer' as const,
      };
      rows.push(out, {
        ...out,
        description: 'TRANSFER FROM CURRENT ACCOUNT',
        minor: -out.minor,
        account: 'savings',
      });
    }
  }
  return rows;
}
