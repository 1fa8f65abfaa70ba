import { describe, expect, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { nameFact, titleFact } from '../../../../src/core/conversation/claims/facts.js';
import { createDraft, textOf } from '../../../../src/core/conversation/draft.js';
import { withLiteralNames } from '../../../../src/core/conversation/literal-names.js';
import { fc } from '../../../support/properties.js';

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);

function kinds(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
}

function words(node: Nodes): string {
  if ('children' in node) return node.children.map(words).join('');
  return 'value' in node ? node.value : '';
}

function links(node: Nodes): { url: string; text: string }[] {
  if (node.type === 'link') return [{ url: node.url, text: words(node) }];
  return 'children' in node ? node.children.flatMap(links) : [];
}

describe('names in a reply', () => {
  test.each([
    ['a link', '[Free money](https://evil.example)'],
    ['an image', '![x](https://evil.example/a.png)'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['emphasis', '**BUY** _now_ ~~later~~'],
    ['code', 'a `b` c'],
  ])('show %s as the characters it is made of', (_what, title) => {
    const text = `1. **${title}** (movie): about $3.99.`;
    const tree = parse(withLiteralNames(text, [titleFact(title, 'id')]));
    expect(words(tree)).toBe(`${title} (movie): about $3.99.`);
    expect(kinds(tree).filter((kind) => /^(?:image|html|inlineCode|delete)/.test(kind))).toEqual([]);
    // An address may be clickable, but only as itself.
    expect(links(tree).filter(({ url, text: shown }) => !url.startsWith(shown))).toEqual([]);
  });

  test('are left alone where they are plain', () => {
    const text = 'Schindler’s List, Catan & M.U.L.E. (1983): 50% off, $3';
    expect(withLiteralNames(text, [titleFact('Catan', '1'), nameFact('M.U.L.E.')])).toBe(text);
  });

  test('become literal once, also where one holds another', () => {
    const facts = [nameFact('A*B'), titleFact('The A*B Story', '1'), titleFact('The A*B Story', '1')];
    expect(words(parse(withLiteralNames('The A*B Story, then A*B.', facts)))).toBe(
      'The A*B Story, then A*B.',
    );
  });

  test('whatever they hold, make no link and no markup of their own', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '*',
      '_',
      '`',
      '<',
      '>',
      '~',
      '|',
      '\\',
      'a',
      'B',
      '7',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
        const name = `x${pieces.join('').replaceAll(/ +/g, ' ')}x`;
        const tree = parse(withLiteralNames(`Look at ${name} now.`, [nameFact(name)]));
        expect(words(tree)).toBe(`Look at ${name} now.`);
        expect(new Set(kinds(tree))).toEqual(new Set(['root', 'paragraph', 'text']));
      }),
    );
  });

  test('are literal in every draft, without any tool doing it', () => {
    const draft = createDraft();
    const title = '[Free money](https://evil.example)';
    draft.add('asked', { text: `**${title}**: free.`, facts: [titleFact(title, null)] });
    expect(words(parse(textOf(draft.parts)))).toBe(`${title}: free.`);
  });
});
