const MARKERS = ['**', '__', '~~', '*', '_'] as const;

/**
 * The inline markers (emphasis, strike-through, code) that a paragraph leaves open, in the order they were opened.
 * A marker opens before a non-space and closes after one, as CommonMark's flanking rules have it, roughly.
 */
export function openInlineMarkers(paragraph: string): string[] {
  const open: string[] = [];
  let index = 0;
  while (index < paragraph.length) {
    if (paragraph[index] === '\\') {
      index += 2;
      continue;
    }
    const code = /^`+/.exec(paragraph.slice(index, index + 8))?.[0];
    if (code) {
      const end = paragraph.indexOf(code, index + code.length);
      if (end < 0) return [...open, code];
      index = end + code.length;
      continue;
    }
    const marker = MARKERS.find((mark) => paragraph.startsWith(mark, index));
    if (!marker) {
      index += 1;
      continue;
    }
    toggle(open, marker, paragraph[index - 1] ?? ' ', paragraph[index + marker.length] ?? ' ');
    index += marker.length;
  }
  return open;
}

function toggle(open: string[], marker: string, before: string, after: string): void {
  const at = open.lastIndexOf(marker);
  if (at >= 0 && /\S/.test(before)) {
    open.length = at;
    return;
  }
  const insideWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (/\S/.test(after) && !insideWord) open.push(marker);
}
