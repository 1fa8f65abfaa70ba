import { anyPhrase, foldText } from '../layout/fold.js';
import { hasStrong } from './dating.js';
import type { Header, MarkedLine } from './model.js';

const notBooked = anyPhrase(
  'pending|reverted|declined|upcoming|not yet (posted/booked)|vorgemerkte?|en attente|pendientes?|pendentes?|in (attesa/sospeso)|gereserveerd|reserver(t/et/ede/ade)|oczekujace',
);

/** Words in front of those that tell: "Your pending transactions". */
const MOST_BEFORE = 12;
const LONGEST_TITLE = 80;
/** Share of the type size beyond which a line stands apart from the table above it. */
const APART = 5;

function isTitle(line: MarkedLine | undefined): line is MarkedLine {
  if (!line || hasStrong(line) || line.line.text.length > LONGEST_TITLE) return false;
  const at = notBooked.exec(foldText(line.line.text));
  return at !== null && at.index <= MOST_BEFORE;
}

/** Position of the line behind the table that begins with a header. */
function endOf(lines: readonly MarkedLine[], header: Header, headers: ReadonlyMap<number, Header>): number {
  const start = lines.findIndex((line) => line.index === header.from);
  for (let at = start + 1; at < lines.length; at += 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (!line || !before || line.line.page !== before.line.page) return at;
    if (line.index > header.to && headers.has(line.index)) {
      // The title of the next table stands right above its header.
      return hasStrong(before) ? at : at - 1;
    }
    if (line.line.y - before.line.y > line.line.height * APART) return at;
  }
  return lines.length;
}

/**
 * The lines without tables of what is not booked: payments pending, taken back or declined, under a title that says so
 * and a header of their own. No balance knows of them.
 */
export function withoutPending(lines: readonly MarkedLine[], headers: readonly Header[]): MarkedLine[] {
  const starts = new Map(headers.map((header) => [header.from, header]));
  const left = new Set(lines);
  lines.forEach((line, at) => {
    const header = starts.get(line.index);
    const title = lines[at - 1];
    if (!header || !isTitle(title) || title.line.page !== line.line.page) return;
    for (const out of lines.slice(at - 1, endOf(lines, header, starts))) left.delete(out);
  });
  return lines.filter((line) => left.has(line));
}
