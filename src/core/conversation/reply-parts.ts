import { cutPieces } from './claims/pieces.js';

/** A place in a reply where a model may say in its own words what the tools say there. */
export interface ReplySlot {
  /** What stands in front of it as it is: figures and names that must not be lost. */
  readonly before: string;
  /** The tools' words for the place. */
  readonly note: string;
  /** The kind of thing that the note is about ("board game"); empty where nothing says. */
  readonly kind: string;
}

/** A reply of the tools: its slots in their order, and what stands after the last one. */
export interface ReplyParts {
  readonly slots: readonly ReplySlot[];
  readonly closing: string;
}

/** A shorter stretch ("Rated 4.1 of 5.") says all that there is to say. */
const WORTH_WORDING = 30;
/** A reply with more of them is a list to look things up in, and its lines stand. */
const MOST_SLOTS = 8;

const LIST_LINE = /^(?:\d{1,2}[.)]|[-•*])\s/;
/** A name in bold, with what it is in brackets. */
const NAMED = /^(?:\d{1,2}[.)] |[-•*] )?\*\*[^*]*\p{L}[^*]*\*\*(?: \(([^(),]*)[^()]*\))?/u;
/** Small print, the date of the prices, and a question at the end. */
const CAVEAT = /^_[\s\S]*_$|\bas of [A-Z]|\?$/;

/**
 * Parts a reply, so that all of it put together again is the reply itself. Of a list each line has a slot, behind its
 * title and cost; else everything between the first paragraph and the caveats is one.
 * @param offers whether a sentence offers something further, which stands as it is
 */
export function partReply(
  blocks: readonly { readonly text: string; readonly reword: boolean }[],
  offers: (sentence: string) => boolean,
): ReplyParts {
  const slots: ReplySlot[] = [];
  let before = '';
  for (const [index, { text, reword }] of blocks.entries()) {
    if (index > 0) before += '\n\n';
    for (const { stands, note, kind } of reword ? stretches(text, offers) : []) {
      before += stands;
      if (note.length < WORTH_WORDING || slots.length === MOST_SLOTS) before += note;
      else {
        slots.push({ before, note, kind });
        before = '';
      }
    }
    if (!reword) before += text;
  }
  return { slots, closing: before };
}

interface Stretch {
  readonly stands: string;
  readonly note: string;
  readonly kind: string;
}

/** The text in stretches: what stands, then what may be worded. */
function stretches(text: string, offers: (sentence: string) => boolean): Stretch[] {
  const paragraphs = text.split('\n\n');
  const list = paragraphs.findIndex((paragraph) =>
    paragraph.split('\n').every((line) => LIST_LINE.test(line)),
  );
  if (list >= 0) {
    const lines = (paragraphs[list] ?? '').split('\n');
    return [
      standing(
        paragraphs
          .slice(0, list)
          .map((one) => `${one}\n\n`)
          .join(''),
      ),
      ...lines.flatMap((line, index) => [standing(index > 0 ? '\n' : ''), ...ofLine(line, offers)]),
      standing(
        paragraphs
          .slice(list + 1)
          .map((one) => `\n\n${one}`)
          .join(''),
      ),
    ];
  }
  let end = paragraphs.length;
  while (end > 1 && CAVEAT.test(paragraphs[end - 1] ?? '')) end -= 1;
  const worded = paragraphs.slice(0, end);
  const behind = standing(
    paragraphs
      .slice(end)
      .map((one) => `\n\n${one}`)
      .join(''),
  );
  if (NAMED.test(text)) return [...ofLine(worded.join('\n\n'), offers), behind];
  const [first = '', ...rest] = worded;
  return rest.length === 0
    ? [{ stands: '', note: first, kind: '' }, behind]
    : [{ stands: `${first}\n\n`, note: rest.join('\n\n'), kind: '' }, behind];
}

function standing(text: string): Stretch {
  return { stands: text, note: '', kind: '' };
}

/** What is said of a thing: its name and cost stand, and so do ratings and other figures, and what is offered besides. */
function ofLine(line: string, offers: (sentence: string) => boolean): Stretch[] {
  const [named = '', kind = ''] = NAMED.exec(line) ?? [];
  const pieces = cutPieces(line.slice(named.length));
  const stays = (piece: string | undefined) => piece !== undefined && (/\d/.test(piece) || offers(piece));
  let start = named === '' ? 0 : 1;
  let end = pieces.length;
  while (start < end && stays(pieces[start])) start += 1;
  while (end > start && stays(pieces[end - 1])) end -= 1;
  // On a list the first sentence says what a thing is; why it suits is worked out, and stands.
  if (LIST_LINE.test(line)) end = Math.min(end, start + 1);
  const said = pieces.slice(start, end).join('');
  const note = said.trimEnd();
  return [
    { stands: named + pieces.slice(0, start).join(''), note, kind },
    standing(said.slice(note.length) + pieces.slice(end).join('')),
  ];
}
