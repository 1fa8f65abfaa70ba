import { addDays, daysBetween, type IsoDate } from '../../domain/calendar.js';
import { type DateOrder, type DateReading, type DateToken, findDatesIn, isoDay } from '../layout/dates.js';
import { findMonth } from '../layout/periods.js';
import type { ComposedRows } from './composed-rows.js';
import type { MarkedLine, RawItem } from './model.js';
import { type PeriodLine, periodsOf } from './period-lines.js';
import { balanceKindOf } from './vocabulary.js';

/** How a segment's dates are to be read. */
export interface DateContext {
  readonly order: DateOrder;
  /** Both orders give possible dates and nothing in the document decides. */
  readonly ambiguous: boolean;
  readonly periodStart: IsoDate | null;
  readonly periodEnd: IsoDate | null;
  readonly periodLine: MarkedLine | null;
  /** A printed day near the end of the statement, for dates without a year where no period is printed. */
  readonly anchor: IsoDate | null;
  /** Years to add to the rows' own: they count by another era than the period. */
  readonly yearShift: number;
}

export interface ResolvedDate {
  /** ISO, `--MM-DD` without any year, null for none. */
  readonly date: string | null;
  readonly impossible: boolean;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function readingFor(token: DateToken, order: DateOrder): DateReading | null {
  return token.readings.find((reading) => reading.order === null || reading.order === order) ?? null;
}

function toIso(token: DateToken, order: DateOrder): IsoDate | null {
  const reading = readingFor(token, order);
  return reading && reading.year !== null ? isoDay(reading.year, reading.month, reading.day) : null;
}

const isOrdered = (token: DateToken): boolean => token.readings.some((reading) => reading.order !== null);

/** How many of the dates an order can read. */
function support(tokens: readonly DateToken[], order: DateOrder): number {
  return tokens.filter((token) => readingFor(token, order) !== null).length;
}

const statementWords =
  /\b(?:statement|closing|issue[d]?|bill(?:ing)?|as of|as at|date of|print(?:ed)?|invoice|auszug|vom|relevé|extracto|fecha|datum|data)\b/iu;

/** Days: longer than any statement's period. */
export const LONGEST_STATEMENT = 400;

interface Resolved {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly line: MarkedLine;
}

/** Whether a row's date, in whatever year where it prints none, lies in a span of days. */
function mayFallInto(token: DateToken, order: DateOrder, start: IsoDate, end: IsoDate): boolean {
  const reading = readingFor(token, order);
  if (!reading) return false;
  const { year, month, day } = reading;
  const years = year === null ? [Number(start.slice(0, 4)), Number(end.slice(0, 4))] : [year];
  return years.some((each) => {
    const date = isoDay(each, month, day);
    return date !== null && date >= start && date <= end;
  });
}

function resolvePeriod(
  periods: readonly PeriodLine[],
  order: DateOrder,
  rows: readonly RawItem[],
): Resolved | null {
  // The period may be written otherwise than the rows.
  const orders = new Set<DateOrder>([order, 'dmy', 'mdy', 'ymd']);
  for (const each of orders) {
    for (const { period, line } of periods) {
      const start = toIso(period.start, each);
      const end = toIso(period.end, each);
      if (!start || !end) continue;
      const possible = start <= end && daysBetween(start, end) <= LONGEST_STATEMENT;
      // Below the rows a period that holds none of them is that of something else: interest, fees, a year.
      const above = line.index < (rows[0]?.line.index ?? Number.POSITIVE_INFINITY);
      const holds = (row: RawItem) => row.date !== null && mayFallInto(row.date, order, start, end);
      if (possible && (above || rows.some(holds))) return { start, end, line };
    }
  }
  return null;
}

/** A full date that tells the year of dates without one: the statement's own, a month in its title, else any. */
function anchorOf(lines: readonly MarkedLine[], order: DateOrder): IsoDate | null {
  let other: IsoDate | null = null;
  for (const line of lines) {
    const { text } = line.line;
    const month = findMonth(text);
    if (line.dates.length === 0 && !month) continue;
    for (const token of findDatesIn(text)) {
      const date = toIso(token, order);
      // The day of the old balance lies before every row.
      if (date && statementWords.test(text) && balanceKindOf(text) !== 'opening') return date;
      if (date && (other === null || date > other)) other = date;
    }
    if (month && text.length < 80 && line.dates.length === 0) {
      const next = isoDay(month.year + (month.month === 12 ? 1 : 0), (month.month % 12) + 1, 1);
      if (next) return addDays(next, -1);
    }
  }
  return other;
}

const yearWords = /\b(?:jaar|year|jahr|année|annee|año|anno|ano|år|rok)\s*:?\s*((?:19|20)\d\d)(?!\d)/iu;

/** The last day of a year that the document names by itself ("Jaar 2026"). */
function yearOf(lines: readonly MarkedLine[]): IsoDate | null {
  for (const line of lines) {
    const year = yearWords.exec(line.line.text)?.[1];
    if (year) return isoDay(Number(year), 12, 31);
  }
  return null;
}

/** Labels and dates often share a stack of lines: a statement date may stand below its label. */
export function headLines(lines: readonly MarkedLine[], composed: Composed): MarkedLine[] {
  const rows = new Set(composed.items.filter((item) => item.balanceKind === null).map((item) => item.line));
  const texts = new Set(composed.wrapped);
  return lines.filter((line) => !rows.has(line) && !texts.has(line));
}

type Composed = Pick<ComposedRows, 'items' | 'wrapped'>;

/** The year under which a month and day fall into the period, or nearest before the anchor. */
function withYear(month: number, day: number, context: DateContext): IsoDate | null {
  const { periodStart, periodEnd, anchor } = context;
  const end = periodEnd ?? anchor;
  if (!end) return null;
  const year = Number(end.slice(0, 4));
  const choices = [year + 1, year, year - 1, year - 2].flatMap((each) => isoDay(each, month, day) ?? []);
  if (periodStart && periodEnd) {
    const inside = choices.find((date) => date >= periodStart && date <= periodEnd);
    if (inside) return inside;
    const away = (date: IsoDate): number =>
      date < periodStart ? daysBetween(date, periodStart) : daysBetween(periodEnd, date);
    return [...choices].sort((a, b) => away(a) - away(b))[0] ?? null;
  }
  // Rows precede the day the statement was made; a few are posted just after.
  return choices.find((date) => date <= addDays(end, 5)) ?? null;
}

/** A row's date under the context. */
export function resolveDate(
  token: DateToken | null,
  context: DateContext,
  near: IsoDate | null,
): ResolvedDate {
  if (token === null) return { date: null, impossible: false };
  const reading = readingFor(token, context.order);
  if (!reading) return { date: null, impossible: true };
  const { month, day } = reading;
  const year = reading.year === null ? null : reading.year + context.yearShift;
  if (year !== null) return { date: isoDay(year, month, day), impossible: false };
  const date = withYear(month, day, context);
  if (date) return { date, impossible: false };
  if (near) {
    const base = Number(near.slice(0, 4));
    const choices = [base - 1, base, base + 1].flatMap((each) => isoDay(each, month, day) ?? []);
    const [nearest] = choices.sort((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)));
    if (nearest) return { date: nearest, impossible: false };
  }
  return { date: `--${pad(month)}-${pad(day)}`, impossible: false };
}

/** The day that a line's first date names. */
export function dayIn(line: MarkedLine, context: DateContext): IsoDate | null {
  const { date } = resolveDate(line.dates[0]?.token ?? null, context, null);
  return date === null || date.startsWith('--') ? null : date;
}

/** Rows out of order and out of the period under an order: what tells the likelier one. */
function misfits(items: readonly RawItem[], context: DateContext): number {
  let outside = 0;
  let falls = 0;
  let rises = 0;
  let impossible = 0;
  let before: string | null = null;
  let section = -2;
  let [earliest, latest] = ['9999-12-31', '0000-01-01'];
  let rows = 0;
  for (const item of items) {
    if (item.balanceKind !== null || !item.date) continue;
    const resolved = resolveDate(item.date, context, null);
    if (resolved.impossible) impossible += 1;
    const { date } = resolved;
    if (date === null) continue;
    if (context.periodStart && context.periodEnd && (date < context.periodStart || date > context.periodEnd))
      outside += 1;
    if (before !== null && section === item.sectionId) {
      if (date < before) falls += 1;
      if (date > before) rises += 1;
    }
    before = date;
    section = item.sectionId;
    rows += 1;
    if (!date.startsWith('--') && date < earliest) earliest = date;
    if (!date.startsWith('--') && date > latest) latest = date;
  }
  // Rows over many years are the sign of a day read as a year.
  if (latest > earliest && daysBetween(earliest, latest) > LONGEST_STATEMENT) outside += rows;
  return outside * 3 + Math.min(falls, rises) + impossible * 5;
}

/**
 * Settles how a segment's dates are read: by what only one order allows, by the period, and by the order of the rows.
 * @param lines the segment's lines; @param documentLines the whole document's, for a period printed once
 * @param prefersMonthFirst the document's country writes the month first: it breaks a tie and proves nothing
 */
export function settleDates(
  lines: readonly MarkedLine[],
  documentLines: readonly MarkedLine[],
  composed: Composed,
  prefersMonthFirst: boolean,
): DateContext {
  const { items } = composed;
  const tokens = documentLines
    .flatMap((line) => line.dates.map((date) => date.token))
    .filter((token) => !token.weak || isOrdered(token));
  const moving = items.filter((item) => item.balanceKind === null);
  const rowTokens = items.flatMap((item) => (item.date ? [item.date] : []));
  const head = headLines(lines, composed);
  const around = headLines(documentLines, composed);
  const periods = [...periodsOf(head), ...periodsOf(around)];
  const contextFor = (order: DateOrder): DateContext => {
    const period = resolvePeriod(periods, order, moving);
    return {
      order,
      ambiguous: false,
      periodStart: period?.start ?? null,
      periodEnd: period?.end ?? null,
      periodLine: period?.line ?? null,
      anchor: anchorOf(head, order) ?? anchorOf(around, order) ?? yearOf(around),
      yearShift: 0,
    };
  };
  const orders: DateOrder[] = prefersMonthFirst ? ['mdy', 'dmy', 'ymd'] : ['dmy', 'mdy', 'ymd'];
  const best = (left: readonly DateOrder[], weigh: (order: DateOrder) => number): DateOrder[] => {
    const most = Math.max(...left.map(weigh));
    return left.filter((order) => weigh(order) === most);
  };
  const byRows = best(orders, (order) => support(rowTokens, order));
  // Only dates written like the rows' own speak for their order.
  const shapes = new Set(rowTokens.map((token) => token.shape));
  const alike = tokens.filter((token) => shapes.has(token.shape));
  const others = [...shapes].some((shape) => shape.startsWith('numeric2')) ? alike : tokens;
  const byDocument = best(byRows, (order) => support(others, order));
  const fitting = best(byDocument, (order) => -misfits(items, contextFor(order)));
  const [chosen = 'dmy', ...rest] = fitting;
  const settled = contextFor(chosen);
  const context = { ...settled, yearShift: eraShift(moving, settled) };
  const differs = rest.some((order) => rowTokens.some((token) => !sameDay(token, order, chosen)));
  return { ...context, ambiguous: differs };
}

/** From years as printed to those of the common era: Reiwa and Thailand in two digits, Thailand in four. */
const eras = [18, -43, -543];

/** The shift that brings every row into the period, where none falls into it as printed; 0 otherwise. */
function eraShift(rows: readonly RawItem[], context: DateContext): number {
  const { periodStart: start, periodEnd: end } = context;
  if (!start || !end || rows.length === 0) return 0;
  const inside = (shift: number) => (row: RawItem) => {
    const { date } = resolveDate(row.date, { ...context, yearShift: shift }, null);
    return date !== null && date >= start && date <= end;
  };
  if (rows.some(inside(0))) return 0;
  return eras.find((shift) => rows.every(inside(shift))) ?? 0;
}

/** Whether two orders read a date as the same day. */
function sameDay(token: DateToken, a: DateOrder, b: DateOrder): boolean {
  const [left, right] = [readingFor(token, a), readingFor(token, b)];
  return left?.year === right?.year && left?.month === right?.month && left?.day === right?.day;
}
