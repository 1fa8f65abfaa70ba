import { daysBetween } from '../../domain/calendar.js';
import type { Problem, StatementRow } from '../reading.js';
import { type Evidence, problem } from './evidence.js';
import { LONGEST_STATEMENT } from './resolve-dates.js';
import { sourceOf } from './source.js';

/** The rows whose dates break the order that their section keeps, by their own date and any second date. */
function outOfOrder(evidence: Evidence): StatementRow[] {
  const { rows, sectionOf, secondDates } = evidence;
  const sections = new Map<number, number[]>();
  rows.forEach((row, index) => {
    if (row.date === null) return;
    const key = sectionOf[index] ?? -1;
    const group = sections.get(key);
    if (group) group.push(index);
    else sections.set(key, [index]);
  });
  const wrong: StatementRow[] = [];
  for (const group of sections.values()) {
    const faults = (dateOf: (index: number) => string | null): number[] => {
      const falls: number[] = [];
      const rises: number[] = [];
      group.slice(1).forEach((index, at) => {
        const [before, now] = [dateOf(group[at] ?? index), dateOf(index)];
        if (before === null || now === null) return;
        if (now < before) falls.push(index);
        if (now > before) rises.push(index);
      });
      return falls.length <= rises.length ? falls : rises;
    };
    const own = faults((index) => rows[index]?.date ?? null);
    const complete = group.every((index) => secondDates[index] !== null);
    const chosen = own.length > 0 && complete ? faults((index) => secondDates[index] ?? null) : own;
    for (const index of chosen) {
      const row = rows[index];
      if (row) wrong.push(row);
    }
  }
  return wrong;
}

/** What keeps the dates of a reading from being proved: years, order, period, and readings left open. */
export function dateProblems(evidence: Evidence): Problem[] {
  const { rows, dates, secondDates, impossibleDates } = evidence;
  const found: Problem[] = [];
  const { periodStart, periodEnd } = dates;
  const inside = (date: string | null): boolean =>
    date === null ||
    date.startsWith('--') ||
    !periodStart ||
    !periodEnd ||
    (date >= periodStart && date <= periodEnd);
  const [impossible] = impossibleDates;
  if (impossible) {
    found.push(
      problem('DATE_IMPOSSIBLE', 'A date that the calendar does not have is left empty.', {
        source: impossible,
      }),
    );
  }
  if (dates.ambiguous) {
    found.push(
      problem('AMBIGUOUS_DATES', 'Day and month could be read either way; nothing in the document decides.'),
    );
  }
  const [uncertain] = evidence.uncertainDates;
  if (uncertain) {
    const text = 'Which row a date belongs to is not certain.';
    found.push(problem('AMBIGUOUS_DATES', text, { source: sourceOf(uncertain) }));
  }
  if (rows.some((row) => row.date?.startsWith('--'))) {
    found.push(problem('NO_YEAR', 'The document prints no year. Which year is it from?'));
  }
  const missing = rows.filter((row) => row.date === null).length;
  if (missing > 0 && impossibleDates.length < missing) {
    found.push(problem('NO_DATES', `${missing} of ${rows.length} rows have no readable date.`));
  }
  // Lists of checks go by their numbers, and some exports by nothing: a row's own date within the period is its date.
  const settled =
    evidence.datesPlain && periodStart !== null && rows.every((row) => row.date !== null && inside(row.date));
  const [unordered] = settled ? [] : outOfOrder(evidence);
  if (unordered) {
    found.push(
      problem('DATE_OUT_OF_ORDER', 'The dates do not follow one another in order.', {
        source: unordered.source,
      }),
    );
  }
  const days = rows.flatMap((row) => (row.date && !row.date.startsWith('--') ? [row.date] : [])).sort();
  const [earliest, latest] = [days[0], days.at(-1)];
  if (earliest && latest && daysBetween(earliest, latest) > LONGEST_STATEMENT) {
    found.push(problem('DATE_OUT_OF_ORDER', 'The dates span more than a statement does.'));
  }
  const outside = rows.find(
    (row, index) => !inside(row.date) && !(secondDates[index] && inside(secondDates[index] ?? null)),
  );
  if (outside) {
    found.push(
      problem('DATE_OUTSIDE_PERIOD', 'A row is dated outside the period that the statement names.', {
        source: outside.source,
      }),
    );
  }
  return found;
}
