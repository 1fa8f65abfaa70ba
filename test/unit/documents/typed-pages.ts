import type { PageText, TextSpan } from '../../../src/documents/ports.js';

const character = 6;
const lineHeight = 14;
const size = 10;

/**
 * A page as a typewriter would set it: each line of the text is a line of the page, and columns begin where they begin
 * in the text. Two spaces or more part two runs.
 */
export function typedPage(text: string, page = 1): PageText {
  const lines = text.replace(/^\n/, '').split('\n');
  const spans = lines.flatMap((line, index): TextSpan[] =>
    [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
      text: match[0],
      x: 40 + match.index * character,
      y: 60 + index * lineHeight,
      width: match[0].length * character,
      height: size,
    })),
  );
  return { page, width: 842, height: 1191, spans, origin: 'text-layer' };
}
