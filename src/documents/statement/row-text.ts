import { foldText } from '../layout/fold.js';
import type { Word } from '../layout/lines.js';
import type { ColumnRole } from './column-words.js';
import type { HeaderLabel, MarkedLine } from './model.js';
import type { Block } from './tables.js';

const outWords = new Set(
  'debit|dr|db|d|withdrawal|out|paid out|money out|soll|s|lastschrift|ausgang|belastung|af|debet|uit|cargo|egreso|retiro|salida|debito|dare|uscita|addebito|sortie|depense|saida|wydatek|obciazenie|uttag|utgift|ut|ud|otto|vydej|borc|-'.split(
    '|',
  ),
);
const inWords = new Set(
  'credit|cr|c|deposit|in|paid in|money in|haben|h|gutschrift|eingang|bij|abono|ingreso|deposito|entrada|credito|avere|entrata|accredito|entree|recette|wplyw|uznanie|insattning|inkomst|inn|ind|k|pano|prijem|alacak|+'.split(
    '|',
  ),
);

/** The direction that a word standing by itself tells, or null. */
function directionOf(text: string): 'in' | 'out' | null {
  const word = foldText(text)
    .replace(/[\u2212\u2013\u2014]/gu, '-')
    .replace(/\.$/, '');
  if (outWords.has(word)) return 'out';
  return inWords.has(word) ? 'in' : null;
}

interface Group {
  readonly words: readonly Word[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** Points within which a word begins where a heading begins. */
const SAME_EDGE = 0.7;

/** The words left over, in the groups that gaps or taken words part. */
function groupWords(line: MarkedLine, taken: ReadonlySet<number>, block: Block): Group[] {
  const edges = block.textLabels.filter((label) => label.role !== 'description').map((label) => label.x);
  const groups: Word[][] = [];
  let last = -2;
  line.line.words.forEach((word, index) => {
    if (taken.has(index)) return;
    const group = groups.at(-1);
    const before = group?.at(-1);
    const close = before !== undefined && word.x - before.right <= word.height * 0.85;
    // A description that fills its column runs into the next one, which begins where its heading begins.
    const edge = edges.some((x) => Math.abs(x - word.x) < SAME_EDGE);
    if (group && last === index - 1 && close && !edge) group.push(word);
    else groups.push([word]);
    last = index;
  });
  return groups.map((words) => ({
    words,
    text: words.map((word) => word.text).join(' '),
    x: words[0]?.x ?? 0,
    right: words.at(-1)?.right ?? 0,
  }));
}

function labelAt(labels: readonly HeaderLabel[], group: Group): HeaderLabel | null {
  let best: HeaderLabel | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const label of labels) {
    const shared = Math.min(label.right, group.right) - Math.max(label.x, group.x);
    const edges = Math.min(Math.abs(label.x - group.x), Math.abs(label.right - group.right));
    // A text between two headings goes on from the left one sooner than it ends short of the right one.
    const apart = Math.min(edges, label.x > group.right ? -2 * shared : -shared);
    const away = shared > 0 ? -shared : apart;
    if (away < least) {
      least = away;
      best = label;
    }
  }
  return best;
}

/** Dots that lead from a label to its figure. */
const leaders = /\s*[.…·_]{4,}\s*/gu;

const textual: ReadonlySet<ColumnRole> = new Set(['date', 'description', 'other', 'original', 'unknown']);

/** A group under another heading is no description; what stands under a date heading must look like one to go. */
function belongs(group: Group, label: HeaderLabel | null): boolean {
  if (label === null || label.role === 'description') return true;
  return label.role === 'date' && /\p{L}{2}/u.test(group.text);
}

function inMoney(group: Group, block: Block): boolean {
  const label = labelAt(block.textLabels, group);
  return label !== null && !textual.has(label.role) && block.textLabels.length > 2;
}

/** A line's description and direction word, without what other columns hold. */
export interface RowText {
  readonly text: string;
  readonly type: 'in' | 'out' | null;
  /** A short word under a heading of its own: where rows carry one of two, it may tell the direction. */
  readonly mark: string | null;
}

function isMark(group: Group, block: Block): boolean {
  if (group.text.length > 12) return false;
  const label = labelAt(block.textLabels, group);
  const role = label?.role;
  if (role === 'other' || role === 'unknown') return true;
  // A column without a heading.
  return label !== null && role !== 'description' && (group.x > label.right || group.right < label.x);
}

/**
 * Reads the text of a row: the words that are neither its date nor its figures. Columns that the header names
 * otherwise (reference, category, type) are left out, and so is a direction word that stands by itself.
 * @param taken indexes of the line's words that its date and figures take
 */
export function readRowText(line: MarkedLine, block: Block, taken: ReadonlySet<number>): RowText {
  const groups = groupWords(line, taken, block).filter(
    (group) => /[\p{L}\p{N}]/u.test(group.text) || directionOf(group.text),
  );
  let type: RowText['type'] = null;
  let kept = groups.filter((group) => {
    const direction = groups.length > 1 ? directionOf(group.text) : null;
    if (direction) type = direction;
    return direction === null;
  });
  // "blank", "nil" and dashes fill empty cells of money columns.
  kept = kept.filter((group) => group.text.length > 8 || /\d/.test(group.text) || !inMoney(group, block));
  const labels = block.textLabels.filter((label) => textual.has(label.role));
  const named = labels.filter((label) => label.role === 'description').length;
  if (named > 0 && named < labels.length) {
    const described = kept.filter((group) => belongs(group, labelAt(labels, group)));
    if (described.length > 0) kept = described;
  }
  // A serial number before the date is no part of the description.
  const { dateX, textX } = block;
  const leads = dateX !== null && textX !== null && dateX <= textX;
  const after = kept.filter((group) => !leads || group.right > dateX || /\p{L}{2}/u.test(group.text));
  const marks = named > 0 ? groups.filter((group) => !kept.includes(group) && isMark(group, block)) : [];
  const text = after.map((group) => group.text.replace(leaders, ' ').trim()).join(' ');
  return { text, type, mark: marks[0]?.text ?? null };
}
