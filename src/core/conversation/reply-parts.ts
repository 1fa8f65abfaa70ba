/** A reply of the tools, parted for a model that puts some of it into its own words. */
export interface ReplyParts {
  /** Stands as it is, at once; empty where the model has the first word. */
  readonly opening: string;
  /** What the model words, in the order in which it gets it; the first part is short, so that its first words come soon. */
  readonly notes: readonly string[];
  /** Caveats, sums and questions that must not be lost: they stand as they are, last. */
  readonly closing: string;
}

/** A first part that is shorter than this is not worth a round of its own. */
const WORTH_PARTING = 200;

const LIST_LINE = /^(?:\d{1,2}[.)]|[-•*])\s/;
/** Small print, the date of the prices, and a question at the end. */
const CAVEAT = /^_[\s\S]*_$|\bas of [A-Z]|\?$/;

/**
 * Parts the tools' words. In a reply with a list the model words the list; else everything between the first paragraph
 * and the caveats at the end.
 */
export function partReply(text: string): ReplyParts {
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.trim() !== '');
  const list = paragraphs.findIndex((paragraph) =>
    paragraph.split('\n').every((line) => LIST_LINE.test(line)),
  );
  if (list >= 0) {
    return {
      opening: join(paragraphs.slice(0, list)),
      notes: firstAndRest(paragraphs[list] ?? ''),
      closing: join(paragraphs.slice(list + 1)),
    };
  }
  let end = paragraphs.length;
  while (end > 1 && CAVEAT.test(paragraphs[end - 1] ?? '')) end -= 1;
  const start = end > 1 ? 1 : 0;
  return {
    opening: join(paragraphs.slice(0, start)),
    notes: [join(paragraphs.slice(start, end))].filter((part) => part !== ''),
    closing: join(paragraphs.slice(end)),
  };
}

/** A list's first line and the others: a prompt is read before a word is written, so the first one is short. */
function firstAndRest(list: string): string[] {
  const [first = '', ...others] = list.split('\n');
  const rest = others.join('\n');
  return rest === '' || list.length < WORTH_PARTING ? [list] : [first, rest];
}

function join(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}
