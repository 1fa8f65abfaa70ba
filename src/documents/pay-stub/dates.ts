import { addDays, addMonths, daysBetween, monthSpan } from '../../domain/calendar.js';
import { type Dated, type DateEvidence, dated, labelledDate } from '../date-evidence.js';
import { labelKey, sourceOf } from '../entries.js';
import { findDatesIn } from '../layout/dates.js';
import type { DocumentLine } from '../layout/lines.js';
import { findMonth, findPeriod } from '../layout/periods.js';
import type { PayFrequency, Problem, SourceLine } from '../reading.js';

export interface StubDates {
  readonly payDate: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly problems: readonly Problem[];
  readonly sources: Readonly<Record<string, SourceLine>>;
}

const payDateLabel =
  /(?<!\p{L})(?:pay(?:ment|roll)? ?da(?:te|y)|date of pay(?:ment)?|process(?:ing)? date|check date|cheque date|date paid|advice date|deposit date|paid on|payable on|zahltag|(?:überweisung|auszahlung|zahlung)(?: auf .{4,80}?)? (?:am|zum)|paiement le|virement (?:le|du)|auszahlungs(?:datum|tag)|date de (?:paiement|versement)|payé le|fecha de (?:pago|abono)|betaaldatum|datum betaling|(?:data (?:di |de |do )?)?pagamento|utbetalningsdag)(?!\p{L})/iu;
const periodLabel =
  /(?<!\p{L})(?:pay(?:roll)? period|period|week|for the month|abrechnungs(?:zeitraum|monat)|zeitraum|période|periodo|período|periode|tijdvak|mese)(?!\p{L})/iu;
const startLabel =
  /(?<!\p{L})(?:period (?:start(?:ing)?|begin(?:ning)?|from)|(?:pay )?(?:begin|start) date|start of period|period beginning|from|von|du|desde)(?!\p{L})/iu;
const endLabel =
  /(?<!\p{L})(?:period end(?:ing|s)?|(?:pay )?end(?:ing)? date|week ending|end of period|p\/e|period to|bis|fin de période|hasta)(?!\p{L})/iu;

interface Span {
  readonly start: Dated | null;
  readonly end: Dated | null;
}

/** A span beside the word "period", else any span; its dates' other readings stay out. */
function printedPeriod(lines: readonly DocumentLine[], evidence: DateEvidence): Span | null {
  const named = lines.filter((line) => periodLabel.test(line.text));
  for (const line of [...named, ...lines]) {
    const period = findPeriod(line.text);
    if (period) return { start: dated(period.start, evidence, line), end: dated(period.end, evidence, line) };
  }
  return null;
}

function namedMonth(lines: readonly DocumentLine[]): Span | null {
  for (const line of lines.filter((item) => periodLabel.test(item.text) || item.line <= 8)) {
    const month = findMonth(line.text);
    // "March 5, 2026" is a day, not a month's name.
    if (!month || findDatesIn(line.text).length > 0) continue;
    const { start, end } = monthSpan(`${month.year}-${String(month.month).padStart(2, '0')}`);
    return { start: { date: start, ambiguous: false, line }, end: { date: end, ambiguous: false, line } };
  }
  return null;
}

/** Pay date and period as printed; ends that are not printed stay null. */
export function stubDates(lines: readonly DocumentLine[], evidence: DateEvidence): StubDates {
  const start = labelledDate(lines, startLabel, evidence);
  const end = labelledDate(lines, endLabel, evidence);
  const period: Span =
    printedPeriod(lines, evidence) ?? (start || end ? { start, end } : (namedMonth(lines) ?? { start, end }));
  const paid = labelledDate(lines, payDateLabel, evidence);
  const found = { payDate: paid, periodStart: period.start, periodEnd: period.end };
  const doubtful = Object.values(found).find((item) => item?.ambiguous);
  const sources = Object.entries(found).flatMap(([name, item]) =>
    item?.date ? [[name, sourceOf(item.line)] as const] : [],
  );
  return {
    payDate: paid?.date ?? null,
    periodStart: period.start?.date ?? null,
    periodEnd: period.end?.date ?? null,
    sources: Object.fromEntries(sources),
    problems: doubtful
      ? [
          {
            code: 'AMBIGUOUS_DATES',
            message:
              'The dates on this pay stub can be read with the day or the month first, and nothing on it tells which.',
            source: sourceOf(doubtful.line),
          },
        ]
      : [],
  };
}

const frequencies: readonly (readonly [RegExp, PayFrequency])[] = [
  [/bi-?weekly|fortnightly|every (?:two|2|other) weeks?|zweiwöchentlich|quincenal/u, 'fortnightly'],
  [/semi-?monthly|twice (?:a|per) month|twice monthly|halbmonatlich/u, 'semi-monthly'],
  [/four-?weekly|4-?weekly|every (?:four|4) weeks|4 weken|vier weken/u, 'four-weekly'],
  [/\bmonthly\b|monatlich|mensuel|mensual|maandelijks|per maand|mensile/u, 'monthly'],
  [/\bweekly\b|wöchentlich|hebdomadaire|semanal|wekelijks|settimanale/u, 'weekly'],
];
const frequencyLabel =
  /frequency|schedule|pay(?:ment)? period:? (?=\S*(?:weekly|monthly|nightly))|pay (?:cycle|type|group|period type|basis)|paid\b|tijdvak|turnus|périodicité|periodicidad/u;

/** Months of the tax year are counted for those who are paid monthly. */
const numberedMonth = /(?:pay|tax) period:?\s+(?:tax )?month:? \d{1,2}(?!\d)/iu;

/** How often the pay comes, where the stub says so beside a label for it or in a cell of its own. */
export function printedFrequency(lines: readonly DocumentLine[]): PayFrequency | null {
  for (const line of lines) {
    if (numberedMonth.test(line.text)) return 'monthly';
    const labelled = frequencyLabel.test(line.text.toLowerCase());
    for (const cell of line.cells) {
      const text = labelKey(cell.text);
      const found = frequencies.find(([pattern]) => pattern.test(text));
      if (found && (labelled || text.replace(found[0], '').trim() === '')) return found[1];
    }
  }
  return null;
}

/** How often the pay comes, told by the period's length: null for a length that fits no usual cycle. */
export function inferredFrequency(start: string | null, end: string | null): PayFrequency | null {
  if (start === null || end === null) return null;
  const days = daysBetween(start, end) + 1;
  const wholeMonth = end === addDays(addMonths(start, 1), -1);
  if (wholeMonth) return 'monthly';
  if (days === 7) return 'weekly';
  const halfMonth =
    (start.endsWith('-01') && end.endsWith('-15')) ||
    (start.endsWith('-16') && addDays(end, 1).endsWith('-01'));
  if (halfMonth) return 'semi-monthly';
  if (days === 14) return 'fortnightly';
  if (days === 28) return 'four-weekly';
  return null;
}
