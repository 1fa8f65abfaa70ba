import type { List, ListItem, RootContent } from 'mdast';
import { remember } from './remember.js';
import { degradeTable, parseMarkdown } from './tree.js';

/** A zero-width space keeps Slack from reading a marker that stands in the text itself. */
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text as Slack shows it literally. `&`, `<` and `>` are control characters, which neutralises mentions as well:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(^|\s)([*_~`])(?=\S)/g, `$1${ZERO_WIDTH_SPACE}$2`);
}

function inline(nodes: readonly RootContent[]): string {
  return nodes.map(inlineNode).join('');
}

/** Markers only count for Slack when they stand on the words themselves. */
function wrapped(marker: string, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : `${before}${marker}${words}${marker}${after}`;
}

function inlineNode(node: RootContent): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeMrkdwn(node.value);
    case 'strong':
      return wrapped('*', inline(node.children));
    case 'emphasis':
      return wrapped('_', inline(node.children));
    case 'delete':
      return wrapped('~', inline(node.children));
    case 'inlineCode':
      return `\`${node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\``;
    case 'break':
      return '\n';
    case 'link': {
      const label = inline(node.children);
      const url = node.url.replaceAll('|', '%7C').replaceAll('>', '%3E').replaceAll('<', '%3C');
      return /^https?:/i.test(url) ? `<${url}|${label}>` : label;
    }
    case 'image':
      return escapeMrkdwn(node.alt ?? '');
    default:
      return 'children' in node ? inline(node.children) : '';
  }
}

function listItem(item: ListItem, marker: string, depth: number): string {
  const indent = '    '.repeat(depth);
  const [first, ...rest] = item.children;
  const lead = first === undefined ? '' : block(first, depth + 1).trimStart();
  const more = rest.map((child) => block(child, depth + 1));
  return [`${indent}${marker} ${lead}`, ...more].join('\n');
}

function list(node: List, depth: number): string {
  const start = node.start ?? 1;
  return node.children
    .map((item, index) => listItem(item, node.ordered ? `${start + index}.` : '•', depth))
    .join('\n');
}

function block(node: RootContent, depth = 0): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node.children);
    case 'heading':
      return wrapped('*', inline(node.children).replaceAll('*', ''));
    case 'code':
      return `\`\`\`\n${node.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('```', "'''")}\n\`\`\``;
    case 'blockquote':
      return node.children
        .map((child) => block(child, depth))
        .join('\n\n')
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'list':
      return list(node, depth);
    case 'table':
      return block(degradeTable(node), depth);
    case 'thematicBreak':
      return '———';
    default:
      return inlineNode(node);
  }
}

/** Matinee's markdown in Slack's own dialect, mentions neutralised. */
export const renderMrkdwn = remember((text) =>
  parseMarkdown(text)
    .children.map((node) => block(node))
    .join('\n\n'),
);
