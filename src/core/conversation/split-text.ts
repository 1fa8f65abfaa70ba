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
  const parts: string[] = [];
  let rest = text;
  let reopened = '';
  while (measure(closed(reopened + rest)) > limit) {
    const cut = findCut(reopened, rest, limit, measure);
    const head = reopened + rest.slice(0, cut).trimEnd();
    parts.push(closed(head));
    reopened = reopening(head);
    rest = rest
      .slice(cut)
      .replace(/^\n+/, '')
      .replace(/^ +(?=\S)/, reopened ? '$&' : '');
    if (rest.length === 0) return parts;
  }
  parts.push(closed(reopened + rest.trimEnd()));
  return parts;
}

/** Length of the longest beginning of `rest` that fits, moved back to the best place to cut. At least 1. */
function findCut(reopened: string, rest: string, limit: number, measure: (text: string) => number): number {
  let low = 1;
  let high = Math.min(rest.length, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(closed(reopened + rest.slice(0, middle).trimEnd())) <= limit) low = middle;
    else high = middle - 1;
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
