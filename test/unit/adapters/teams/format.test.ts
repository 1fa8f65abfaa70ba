import { describe, expect, it } from '@jest/globals';
import { renderCard, renderText } from '../../../../adapters/teams/format.js';
import { fc } from '../../../support/properties.js';

const body = (text: string) => renderCard({ text, buttons: [] }).body;

describe('a message in Teams’ markdown', () => {
  it.each([
    ['# Tonight', '**Tonight**'],
    ['### Tonight\n\nCatan', '**Tonight**\n\nCatan'],
    ['one\\\ntwo', 'one  \ntwo'],
    ['```\n# not a heading\n```', '```\n# not a heading\n```'],
    ['**bold** and [a link](https://example.com)', '**bold** and [a link](https://example.com)'],
    ['[a trap](javascript:alert(1))', '*a trap*'],
    ['<https://example.com/a_b>', '[https://example.com/a_b](https://example.com/a_b)'],
    ['a < b and <b>bold</b>', 'a &lt; b and &lt;b>bold&lt;/b>'],
    [
      '<div><a href="https://evil.example">Catan</a></div>',
      '&lt;div>&lt;a href="https\\://evil.example">Catan&lt;/a>&lt;/div>',
    ],
    ['\\\\<b>', '\\\\&lt;b>'],
    ['`a < b`', '`a < b`'],
    ['```html\n<b>\n```', '```html\n<b>\n```'],
    ['- one\n\n  ```\n  # <b>\n  ```', '- one\n\n  ```\n  # <b>\n  ```'],
  ])('writes %j as %j', (markdown, expected) => {
    expect(renderText(markdown)).toBe(expected);
  });
});

describe('a card', () => {
  it('draws what a message would: emphasis, code and links', () => {
    expect(body('**Catan** is _fun_, ~~old~~ `new` and [here](https://example.com/a)')).toEqual([
      {
        type: 'RichTextBlock',
        spacing: 'Default',
        inlines: [
          { type: 'TextRun', text: 'Catan', weight: 'Bolder' },
          { type: 'TextRun', text: ' is ' },
          { type: 'TextRun', text: 'fun', italic: true },
          { type: 'TextRun', text: ', ' },
          { type: 'TextRun', text: 'old', strikethrough: true },
          { type: 'TextRun', text: ' ' },
          { type: 'TextRun', text: 'new', fontType: 'Monospace' },
          { type: 'TextRun', text: ' and ' },
          {
            type: 'TextRun',
            text: 'here',
            selectAction: { type: 'Action.OpenUrl', url: 'https://example.com/a' },
          },
        ],
      },
    ]);
  });

  /** Each block's words on a line of their own. */
  function words(text: string): string[] {
    return JSON.parse(JSON.stringify(body(text))).map(({ inlines }: { inlines: { text: string }[] }) =>
      inlines.map((run) => run.text).join(''),
    );
  }

  it('keeps lists, their depth and their numbers', () => {
    expect(words('2. two\n3. three\n\n- a\n  - b\n- c')).toEqual([
      '2. two',
      '3. three',
      '• a',
      '\u2003• b',
      '• c',
    ]);
  });

  it('aligns a narrow table and keeps the lines of code', () => {
    expect(words('| Game | Price |\n|---|---|\n| Catan | $44 |')).toEqual(['Game   Price', 'Catan  $44']);
    expect(words('```\nfirst\n  second\n```')).toEqual(['first', '  second']);
  });

  it('opens web addresses only', () => {
    expect(JSON.stringify(body('[x](javascript:alert(1)) [y](data:text/html,z)'))).not.toContain(
      'selectAction',
    );
  });

  it('holds six buttons, and cuts what is too long for one', () => {
    const buttons = Array.from({ length: 9 }, (_, n) => ({ id: `b:${n}`, label: 'x'.repeat(200) }));
    const { actions } = renderCard({ text: 'Which?', buttons });
    expect(actions).toHaveLength(6);
    expect(JSON.stringify(actions)).not.toContain(`"title":"${'x'.repeat(61)}`);
  });

  it('never takes more room than Teams recommends, for any text of a message’s length', () => {
    const markup = fc
      .array(
        fc.constantFrom('**a** ', '_b_', '`c` ', '- d\n', '\n\n', '"', '> e\n', 'word ', '🎬', '| f | g |\n'),
        {
          maxLength: 2_500,
        },
      )
      .map((parts) => parts.join('').slice(0, 10_000));
    const buttons = Array.from({ length: 5 }, (_, n) => ({ id: `like:${n}`, label: `Button ${n}` }));
    fc.assert(
      fc.property(markup, (text) => {
        expect(JSON.stringify(renderCard({ text, buttons })).length * 2).toBeLessThanOrEqual(80 * 1024);
      }),
      { numRuns: 25 },
    );
  });
});
