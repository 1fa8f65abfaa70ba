import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { degradeTable, parseMarkdown, plainText } from '../shared/markdown/tree.js';

/** https://adaptivecards.io/explorer/TextRun.html */
interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly italic?: true;
  readonly strikethrough?: true;
  readonly fontType?: 'Monospace';
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string };
}

/** https://adaptivecards.io/explorer/RichTextBlock.html */
interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly spacing: 'None' | 'Default';
  readonly inlines: readonly TextRun[];
}

type Style = Omit<TextRun, 'type' | 'text'>;

/** Between two braces: cards replace `{{DATE(…)}}` and its like in texts. */
const ZERO_WIDTH_SPACE = '\u200b';
const INDENT = '\u2003';

function runs(text: string, style: Style): TextRun[] {
  if (text === '') return [];
  return [{ type: 'TextRun', text: text.replaceAll('{{', `{${ZERO_WIDTH_SPACE}{`), ...style }];
}

function inline(nodes: readonly PhrasingContent[], style: Style): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case 'strong':
        return inline(node.children, { ...style, weight: 'Bolder' });
      case 'emphasis':
        return inline(node.children, { ...style, italic: true });
      case 'delete':
        return inline(node.children, { ...style, strikethrough: true });
      case 'inlineCode':
        return runs(node.value, { ...style, fontType: 'Monospace' });
      case 'link':
        return /^https?:/i.test(node.url)
          ? inline(node.children, { ...style, selectAction: { type: 'Action.OpenUrl', url: node.url } })
          : inline(node.children, style);
      case 'image':
        return runs(node.alt ?? '', style);
      case 'break':
        return runs('\n', style);
      default:
        return 'children' in node ? inline(node.children, style) : runs(plainText(node), style);
    }
  });
}

/** A line break inside a run is drawn differently by each client, so every line is a block of its own. */
function lines(content: readonly TextRun[], lead: string, close: boolean): RichTextBlock[] {
  const found: TextRun[][] = [[]];
  for (const run of content) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) found.push([]);
      if (text !== '') found.at(-1)?.push({ ...run, text });
    }
  }
  return found
    .filter((line) => line.length > 0)
    .map((line, index) => ({
      type: 'RichTextBlock',
      spacing: close || index > 0 ? 'None' : 'Default',
      inlines: lead === '' ? line : [...runs(index === 0 ? lead : INDENT.repeat(lead.length), {}), ...line],
    }));
}

function item(node: ListItem, marker: string, depth: number, close: boolean): RichTextBlock[] {
  const lead = `${INDENT.repeat(depth)}${marker} `;
  return node.children.flatMap((child, index) =>
    child.type === 'paragraph'
      ? lines(inline(child.children, {}), index === 0 ? lead : INDENT.repeat(depth + 1), close || index > 0)
      : block(child, depth + 1),
  );
}

function block(node: RootContent, depth = 0): RichTextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return lines(inline(node.children, {}), INDENT.repeat(depth), false);
    case 'heading':
      return lines(inline(node.children, { weight: 'Bolder' }), '', false);
    case 'code':
      return lines(runs(node.value, { fontType: 'Monospace' }), '', false);
    case 'list':
      return node.children.flatMap((child, index) =>
        item(child, node.ordered ? `${(node.start ?? 1) + index}.` : '•', depth, index > 0 || depth > 0),
      );
    case 'table':
      return block(degradeTable(node), depth);
    case 'blockquote':
      return node.children.flatMap((child) => block(child, depth + 1));
    case 'thematicBreak':
      return lines(runs('———', {}), '', false);
    default:
      return lines(runs(plainText(node), {}), '', false);
  }
}

/**
 * Matinee's markdown as the body of an Adaptive Card. Its runs are taken literally by Teams: nothing in a text can
 * become markup, a mention or a link that was none.
 */
export function renderCardBody(text: string): RichTextBlock[] {
  return parseMarkdown(text).children.flatMap((node) => block(node));
}

/** The same as one run without any style, for texts whose markup would make the card too large. */
export function renderPlainBody(text: string): RichTextBlock[] {
  const words = renderCardBody(text).map(({ inlines }) => inlines.map((run) => run.text).join(''));
  return [{ type: 'RichTextBlock', spacing: 'Default', inlines: runs(words.join('\n'), {}) }];
}
