import { anyPhrase, foldText } from '../layout/fold.js';
import { findPeriod } from '../layout/periods.js';
import type { Header, HeaderLabel, MarkedLine, PlacedDate } from './model.js';
import { balanceKindOf } from './vocabulary.js';

/** True for a line that prints a figure which can be nothing but an amount. */
export const hasStrong = (line: MarkedLine): boolean => line.amounts.some((amount) => amount.strong);

/** A line that names a period begins with a date and is no row. */
export function startsPeriod(line: MarkedLine): boolean {
  const [first, second] = line.dates;
  if (!first || !second || second.from - first.to !== 2) return false;
  return (
    findPeriod(
      line.line.words
        .slice(first.from, second.to + 1)
        .map((word) => word.text)
        .join(' '),
    ) !== null
  );
}

/** A date counts for its row when nothing but a serial number or a mark stands before it. */
export function leadingDate(line: MarkedLine): PlacedDate | null {
  const [first] = line.dates;
  if (!first || first.from > 2 || startsPeriod(line)) return null;
  const before = line.line.words.slice(0, first.from);
  const figure = line.amounts.some((amount) => amount.strong && amount.to < first.from);
  return !figure && before.every((word) => /^[^\p{L}]{1,8}$/u.test(word.text)) ? first : null;
}

/** Where dates stand below one another, and how many they are. */
export interface Place {
  readonly x: number;
  readonly right: number;
  readonly count: number;
}

/** Dates that stand below one another, with how many they are. */
function datePlaces(dates: readonly PlacedDate[], height: number): Place[] {
  const groups: PlacedDate[][] = [];
  for (const date of [...dates].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && date.x - last.x <= height * 1.5) group.push(date);
    else groups.push([date]);
  }
  return groups.map((group) => ({
    x: Math.min(...group.map((date) => date.x)),
    right: Math.max(...group.map((date) => date.right)),
    count: group.length,
  }));
}

/** How a segment prints the dates of its rows. */
export type Dating = 'leading' | 'column' | 'headings' | 'none';

const valueWords = anyPhrase(
  'value|val|valuta~|valeur|wert~|rante~|rente~|interest date|liq|liquidacion|valor|αξια|waluty|valuty|effective',
);

const bookingWords = anyPhrase(
  'book~|post|posted|posting date|post date|buchung~|bokfor~|bogfort|contabile|contable|comptable|comptabilisation|ksiegowania|zauctovani|kirjaus~',
);

/** True for a heading of the days on which something was posted, beside those of the purchases. */
export const namesPosting = ({ role, text }: HeaderLabel): boolean =>
  role === 'date' && bookingWords.test(foldText(text));

const transactionWords = /^(?:transaction|trans\.?|tran|txn)(?:\s+date)?$/u;

const namesPurchase = ({ text }: HeaderLabel): boolean => transactionWords.test(foldText(text).trim());

/** True for words that name value dates: when interest counts from, not when something was booked. */
export const namesValueDate = (text: string): boolean => valueWords.test(foldText(text));

/** Whether a word stands in front of a value date within a row: "(VAL. 11-02-2026)". */
export function beginsValueDate(line: MarkedLine, index: number): boolean {
  const word = line.line.words[index]?.text.replace(/[^\p{L}]/gu, '') ?? '';
  return namesValueDate(word) && line.dates.some((date) => date.from === index + 1);
}

/** A column of value dates: when interest counts from, not when the row was booked. */
function isValueDate(label: HeaderLabel): boolean {
  return label.role === 'date' && namesValueDate(label.text);
}

/** A header whose first column holds booking dates, however many other dates follow. */
function bookedFirst(header: Header): boolean {
  const dates = header.labels.filter((label) => label.role === 'date');
  const [first] = [...header.labels].sort((a, b) => a.x - b.x);
  if (!first || dates.length === 0 || isValueDate(first)) return false;
  // "Booked" in a language not known, in front of a value date that is.
  return first.role === 'date' ? dates.length > 1 : first.role === 'unknown';
}

const crosses = (place: { x: number; right: number }, other: { x: number; right: number }): boolean =>
  place.x < other.right && place.right > other.x;

/** Dates below the first heading of dates that are no value dates, on lines with figures or without. */
function datesUnder(lines: readonly MarkedLine[], header: Header | null): PlacedDate[] {
  const labels = header?.labels.filter((label) => label.role === 'date' && !isValueDate(label)) ?? [];
  const [label] = labels.sort((a, b) => a.x - b.x);
  return label ? lines.flatMap((line) => line.dates.filter((date) => crosses(label, date))) : [];
}

/** Dates in front of figures stand where those in front of texts stand: rows whose figures come lines below. */
function sharesPlace(lines: readonly MarkedLine[], height: number): boolean {
  const bare = lines.flatMap((line) =>
    hasStrong(line) || dayHeading(line) ? [] : (leadingDate(line) ?? []),
  );
  return lines.some((line) => {
    const lead = hasStrong(line) ? leadingDate(line) : null;
    return lead !== null && bare.filter((date) => Math.abs(date.x - lead.x) < height * 0.1).length > 1;
  });
}

/** A dated line whose words name a balance. */
export function namesBalance(line: MarkedLine): boolean {
  const [date] = line.dates;
  const at = line.amounts.find((amount) => amount.strong)?.from;
  if (!date || at === undefined) return false;
  const words = line.line.words.filter((_, index) => index < at && (index < date.from || index > date.to));
  return balanceKindOf(words.map((word) => word.text).join(' ')) !== null;
}

/** A day's heading that prints its balance: "28 February  Balance of the day: 3,851.25". */
export function headsDayWithBalance(line: MarkedLine): boolean {
  const date = leadingDate(line);
  const at = line.amounts.find((amount) => amount.strong)?.from;
  if (!date || at === undefined) return false;
  const label = line.line.words.slice(date.to + 1, at).map((word) => word.text);
  return balanceKindOf(label.join(' ')) === 'dated';
}

/** Days of one statement whose headings print balances. */
const FEWEST_DAYS = 3;

/** Tells how a segment dates its rows: by a date in front, in some column, or by lines that head a day. */
export function datingOf(lines: readonly MarkedLine[], headers: readonly Header[], height: number): Dating {
  const money = lines.filter(hasStrong);
  const led = money.filter((line) => leadingDate(line) !== null).length;
  const days = money.filter(headsDayWithBalance).length;
  if (days >= FEWEST_DAYS && days === led && money.length >= days * 2) return 'headings';
  const inner = money.flatMap((line) => (leadingDate(line) ? [] : line.dates));
  // Dates at the end of a row's first line, its figures on the last one.
  const headed = headers.map((header) => {
    const under = lines.filter((line) => leadingDate(line) === null && datesUnder([line], header).length > 0);
    return under.length;
  });
  const column = Math.max(0, ...headed, ...datePlaces(inner, height).map((place) => place.count));
  // Only a day's first row prints its date, in a column of its own.
  if (led === 0 && headed.some((count) => count >= 2)) return 'column';
  if (led > 0 && (led >= column * 0.8 || headers.some(bookedFirst))) return 'leading';
  if (column >= Math.max(2, money.length * 0.4)) return 'column';
  if (sharesPlace(lines, height)) return 'leading';
  return lines.some((line) => dayHeading(line) || (!hasStrong(line) && leadingDate(line)))
    ? 'headings'
    : 'none';
}

const dayWords =
  /^(?:date|datum|buchungsdatum|buchungstag|valuta|dato|fecha|data|day|posted|tag|dag|jour|giorno|den|le|am|on)$/iu;

/** The date of a line that only heads the rows of a day: "03 February 2026", "Buchungsdatum: 23.01.2026". */
export function dayHeading(line: MarkedLine): PlacedDate | null {
  const [date] = line.dates;
  if (!date || line.dates.length > 1 || line.amounts.some((amount) => amount.strong)) return null;
  const rest = line.line.words.filter((_, index) => index < date.from || index > date.to);
  return rest.every((word) => dayWords.test(word.text.replace(/[:.]$/, ''))) ? date : null;
}

/** Where the dates of a stretch of a table stand. */
export function datePlace(
  draft: { readonly header: Header | null; readonly lines: readonly MarkedLine[] },
  height: number,
  dating: Dating,
): Place | null {
  const { lines, header } = draft;
  const money = lines.filter(hasStrong);
  if (dating === 'none') return null;
  const labels = header?.labels.filter((label) => label.role === 'date') ?? [];
  // The booking date's own heading outweighs any number of value dates.
  const weigh = (place: Place): number => {
    const label = labels.find((each) => each.x < place.right && each.right > place.x);
    if (!label) return place.count;
    if (isValueDate(label)) return place.count * 1.1;
    // The day of a purchase, where the day of its posting stands beside it.
    if (namesPurchase(label)) return place.count * 60;
    return place.count * (bookingWords.test(foldText(label.text)) ? 40 : 20);
  };
  const dates =
    dating === 'column'
      ? money.flatMap((line) => line.dates)
      : (dating === 'headings' ? lines : money).flatMap(
          (line) => bookingDate(line, header) ?? dayHeading(line) ?? [],
        );
  // A row's date may stand lines above its figures, beside which only the value date stands.
  if (dating !== 'headings') dates.push(...datesUnder(lines, header).filter((date) => !dates.includes(date)));
  // The days of purchases stand behind those of their posting on some cards.
  const bought = labels.find((label) => namesPurchase(label));
  if (bought && dating === 'leading')
    dates.push(
      ...money.flatMap((line) => line.dates.filter((date) => crosses(bought, date) && !dates.includes(date))),
    );
  if (dating === 'leading' && labels.length === 0) return firstPlace(lines, dates, height);
  return datePlaces(dates, height).sort((a, b) => weigh(b) - weigh(a) || a.x - b.x)[0] ?? null;
}

/** Share of the most frequent place that the first one must have: only a day's first row may print its date. */
const FIRST_PLACE = 0.25;

/** Without headings the leftmost of the places where lines begin with dates: value dates stand further right. */
function firstPlace(
  lines: readonly MarkedLine[],
  dates: readonly PlacedDate[],
  height: number,
): Place | null {
  if (dates.length === 0) return null;
  const more = lines.flatMap((line) => (hasStrong(line) ? [] : (leadingDate(line) ?? [])));
  const places = datePlaces([...dates, ...more], height);
  const most = Math.max(0, ...places.map((place) => place.count));
  return places.find((place) => place.count >= most * FIRST_PLACE) ?? null;
}

/** The date in front, or the one behind it where the header calls the first a value date. */
function bookingDate(line: MarkedLine, header: Header | null): PlacedDate | null {
  const first = leadingDate(line);
  const labels = header?.labels.filter((label) => label.role === 'date').sort((a, b) => a.x - b.x) ?? [];
  const [front, behind] = labels;
  if (!first || !front || !behind || !isValueDate(front) || isValueDate(behind)) return first;
  return line.dates.find((date) => date.from === first.to + 1) ?? first;
}
