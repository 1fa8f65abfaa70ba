import { openInlineMarkers } from './inline-markdown.js';

/** A paragraph end is preferred where it leaves at least this share of the message filled. */
const LEAST_FILL = 0.35;

/**
 * Splits a markdown text into messages of at most `limit`, as `measure` counts them: at paragraph ends where there is
 * one, else at line, sentence or word ends. Code fences and inline markers that are open at a cut are closed there and
 * opened again in the next message. Text that only grows keeps its earlier cuts, so that a stream of edits never moves
 * what was posted before.
 */
export function splitText(text: string, limit: number, measure: (text: string) => number): string[] {
  return createSplitter(limit, measure)(text);
}

/**
 * `splitText` for a text that is split again and again while it grows: what was cut off is remembered, so that only the
 * last message is measured anew.
 */
export function createSplitter(limit: number, measure: (text: string) => number): (text: string) => string[] {
  let parts: string[] = [];
  /** The text that went into the parts. */
  let consumed = '';
  let reopened = '';
  return (text) => {
    if (!text.startsWith(consumed)) {
      parts = [];
      consumed = '';
      reopened = '';
    }
    let rest = continued(text.slice(consumed.length), consumed, reopened);
    while (measure(closed(reopened + rest)) > limit) {
      const cut = findCut(reopened, rest, limit, measure);
      const head = reopened + rest.slice(0, cut).trimEnd();
      parts.push(closed(head));
      consumed = text.slice(0, text.length - rest.length + cut);
      reopened = reopening(head);
      rest = continued(rest.slice(cut), consumed, reopened);
      if (rest.length === 0) return [...parts];
    }
    if (rest.length === 0 && parts.length > 0) return [...parts];
    return [...parts, closed(reopened + rest.trimEnd())];
  };
}

/** What follows a cut, without the white space that the cut replaces. */
function continued(rest: string, consumed: string, reopened: string): string {
  if (consumed === '') return rest;
  return rest.replace(/^\n+/, '').replace(/^ +(?=\S)/, reopened ? '$&' : '');
}

/** Length of the longest beginning of `rest` that fits, moved back to the best place to cut. At least 1. */
function findCut(reopened: string, rest: string, limit: number, measure: (text: string) => number): number {
  let low = 1;
  let high = Math.min(rest.length, limit);
  // Most texts measure about their length: the first guesses are near, and halving ends what they don't.
  let guess = high;
  for (let step = 0; low < high; step += 1) {
    const middle = step > 3 ? Math.ceil((low + high) / 2) : Math.min(high, Math.max(low + 1, guess));
    const size = measure(closed(reopened + rest.slice(0, middle).trimEnd()));
    if (size <= limit) low = middle;
    else high = middle - 1;
    guess = Math.round((middle * limit) / Math.max(1, size));
  }
  const fitting = rest.slice(0, low);
  const least = Math.floor(low * LEAST_FILL);
  const insideFence = openFence(reopened + fitting) !== null;
  const candidates = [
    insideFence ? -1 : fitting.lastIndexOf('\n\n'),
    fitting.lastIndexOf('\n'),
    lastMatchEnd(fitting, /[.!?…]["')\]*_]*\s/g),
    fitting.lastIndexOf(' '),
  ];
  for (const candidate of candidates) if (candidate > least) return beforeLink(rest, candidate);
  return wholeCharacter(rest, low);
}

function lastMatchEnd(text: string, pattern: RegExp): number {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** A link is one thing: a cut inside it moves before it. */
function beforeLink(text: string, cut: number): number {
  const opened = text.lastIndexOf('[', cut - 1);
  if (opened <= 0) return cut;
  const link = /^\[[^\]\n]*\]\([^)\n]*\)/.exec(text.slice(opened));
  return link && opened + link[0].length > cut ? opened : cut;
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, cut: number): number {
  const code = text.charCodeAt(cut - 1);
  return code >= 0xd800 && code <= 0xdbff && cut > 1 ? cut - 1 : cut;
}

/** The opening line of a code fence that the text leaves open, null when none is. */
function openFence(text: string): string | null {
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (!fence) continue;
    const [, marks = '', info = ''] = fence;
    if (open === null) open = line;
    else if (info.trim() === '' && open.trimStart().startsWith(marks)) open = null;
  }
  return open;
}

function closed(text: string): string {
  const fence = openFence(text);
  if (fence !== null) {
    const marks = /(`{3,}|~{3,})/.exec(fence)?.[0] ?? '```';
    return text.endsWith('\n') || text.endsWith(fence) ? `${text.trimEnd()}\n${marks}` : `${text}\n${marks}`;
  }
  return text + openInlineMarkers(lastParagraph(text)).reverse().join('');
}

function reopening(text: string): string {
  const fence = openFence(text);
  if (fence !== null) return `${fence}\n`;
  return openInlineMarkers(lastParagraph(text)).join('');
}

function lastParagraph(text: string): string {
  return text.slice(text.lastIndexOf('\n\n') + 1);
}
