import type { Root, RootContent, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Widest table, in characters, that still reads well as aligned text on a phone. */
const ALIGNED_TABLE_WIDTH = 44;

/** Matinee's markdown as a syntax tree. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/** The text of a node without any markup. */
export function plainText(node: RootContent | Root): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(plainText).join('');
  return '';
}

function cellsOf(table: Table): string[][] {
  return table.children.map((row) => row.children.map((cell) => plainText(cell).replace(/\s+/g, ' ').trim()));
}

/** A table's width once its columns are padded, two spaces between them. */
function widthOf(columns: readonly number[]): number {
  return columns.reduce((sum, width) => sum + width + 2, -2);
}

/**
 * A table for platforms that have none: aligned text in a code block where it is narrow, otherwise one list item per
 * row with each cell named by its heading.
 */
export function degradeTable(table: Table): RootContent {
  const [head = [], ...rows] = cellsOf(table);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)),
  );
  if (widthOf(widths) <= ALIGNED_TABLE_WIDTH) {
    const line = (row: string[]) =>
      widths
        .map((width, column) => (row[column] ?? '').padEnd(width))
        .join('  ')
        .trimEnd();
    return { type: 'code', value: [head, ...rows].map(line).join('\n') };
  }
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: rows.map((row) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: row.flatMap((cell, column) => [
            ...(column > 0 ? [{ type: 'text' as const, value: ' · ' }] : []),
            ...(column > 0 && head[column] ? [{ type: 'text' as const, value: `${head[column]}: ` }] : []),
            column === 0
              ? { type: 'strong' as const, children: [{ type: 'text' as const, value: cell }] }
              : { type: 'text' as const, value: cell },
          ]),
        },
      ],
    })),
  };
}
