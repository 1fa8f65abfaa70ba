import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { remember } from './remember.js';
import { degradeTable, parseMarkdown } from './tree.js';

/** Joins a marker of a mention to what follows with a zero-width space, so that no platform reads it as one. */
const ZERO_WIDTH_SPACE = '\u200b';

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', fence: '`', rule: '-', listItemIndent: 'one' });

/** `@everyone`, `<@123>`, `<#123>` and `<at>…</at>` as text that pings nobody. */
export function neutraliseMentions(text: string): string {
  return text
    .replace(/@(everyone|here|channel)\b/gi, `@${ZERO_WIDTH_SPACE}$1`)
    .replace(/<(?=[@#!&]|\/?at\b)/gi, `<${ZERO_WIDTH_SPACE}`);
}

function transform(node: RootContent): RootContent {
  if (node.type === 'table') return degradeTable(node);
  if (node.type === 'html') return { type: 'text', value: neutraliseMentions(node.value) };
  if (node.type === 'text') return { ...node, value: neutraliseMentions(node.value) };
  if (node.type === 'image') return { type: 'text', value: neutraliseMentions(node.alt ?? '') };
  if (node.type === 'link' && !/^https?:/i.test(node.url)) {
    return { type: 'emphasis', children: node.children };
  }
  return node;
}

/** Applies the transformation to every node, children first seen from their new parent. */
function transformTree<T extends Root | RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = node.children.map((child) => transformTree(transform(child)));
  return Object.assign({}, node, { children });
}

/**
 * Matinee's markdown for platforms that speak CommonMark without tables (Discord, Teams): tables degraded, mentions
 * neutralised, HTML shown as text, links only to the web.
 */
export const renderCommonMark = remember((text) =>
  writer.stringify(transformTree(parseMarkdown(text))).trimEnd(),
);
