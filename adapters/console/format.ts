import type { List, PhrasingContent, RootContent } from 'mdast';
import { degradeTable, parseMarkdown, plainText } from '../shared/markdown/tree.js';

/** How bold and faint are marked: escape codes on a terminal, nothing in a pipe. */
export interface TextStyle {
  strong(text: string): string;
  faint(text: string): string;
}

export const plainStyle: TextStyle = { strong: (text) => text, faint: (text) => text };

export const terminalStyle: TextStyle = {
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};

/** The text without control characters: what others wrote must not steer the terminal. */
export function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('\t', '  ');
}

/** A reply in lines of text, as a terminal shows it. */
export function renderLines(markdown: string, style: TextStyle = plainStyle): string[] {
  const root = parseMarkdown(withoutControls(markdown));
  return root.children.flatMap((block, index) => [...(index > 0 ? [''] : []), ...blockLines(block, style)]);
}

/** A reply as exactly one line: blocks are joined by slashes, the items of a list by dots. */
export function renderOneLine(markdown: string): string {
  const lines = renderLines(markdown)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.join(' / ').replace(/\s+/g, ' ').trim();
}

function blockLines(block: RootContent, style: TextStyle): string[] {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children, style).split('\n');
    case 'heading':
      return [style.strong(inlineText(block.children, plainStyle))];
    case 'list':
      return listLines(block, style);
    case 'blockquote':
      return block.children.flatMap((child) => blockLines(child, style)).map((line) => `> ${line}`);
    case 'code':
      return block.value.split('\n').map((line) => `    ${line}`);
    case 'thematicBreak':
      return ['---'];
    case 'table':
      return blockLines(degradeTable(block), style);
    default:
      return plainText(block).split('\n');
  }
}

function listLines(list: List, style: TextStyle): string[] {
  return list.children.flatMap((item, index) => {
    const mark = list.ordered ? `${(list.start ?? 1) + index}. ` : '• ';
    const lines = item.children.flatMap((child) => blockLines(child, style));
    return lines.map((line, place) => (place === 0 ? mark : ' '.repeat(mark.length)) + line);
  });
}

function inlineText(nodes: readonly PhrasingContent[], style: TextStyle): string {
  return nodes.map((node) => inline(node, style)).join('');
}

function inline(node: PhrasingContent, style: TextStyle): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'strong':
      return style.strong(inlineText(node.children, style));
    case 'emphasis':
      return style.faint(inlineText(node.children, style));
    case 'delete':
      return inlineText(node.children, style);
    case 'link': {
      const text = inlineText(node.children, style);
      return text === node.url ? text : `${text} (${node.url})`;
    }
    case 'break':
      return '\n';
    default:
      return plainText(node);
  }
}

/** Columns that a line takes on a terminal: escape codes take none, wide characters and emoji two. */
export function columnsOf(line: string): number {
  let columns = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the escape codes that this file writes.
  for (const { segment } of segments.segment(line.replace(/\u001b\[\d+m/g, ''))) {
    columns +=
      /\p{Extended_Pictographic}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return columns;
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
