import { describe, expect, it } from '@jest/globals';
import { renderCommonMark } from '../../../../adapters/shared/markdown/commonmark.js';
import { renderMrkdwn } from '../../../../adapters/shared/markdown/mrkdwn.js';
import { fc } from '../../../support/properties.js';

const narrowTable = '| Game | Price |\n|---|---|\n| Catan | $44 |\n| Uno | $8 |';
const wideTable =
  '| Title | Why it fits | What it costs |\n|---|---|---|\n| Ticket to Ride | You liked Catan and play as four | about $54.99 |';

describe("Slack's mrkdwn", () => {
  it.each([
    ['**bold** and *italic* and ~~gone~~', '*bold* and _italic_ and ~gone~'],
    ['# Heading', '*Heading*'],
    ['- one\n- two', '• one\n• two'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['[Catan](https://example.com/a?b=1)', '<https://example.com/a?b=1|Catan>'],
    ['[click](javascript:alert(1))', 'click'],
    ['`a < b`', '`a &lt; b`'],
    ['> quoted', '> quoted'],
    ['two\n\nparagraphs', 'two\n\nparagraphs'],
  ])('writes %j as %j', (markdown, expected) => {
    expect(renderMrkdwn(markdown)).toBe(expected);
  });

  it.each(['<!channel>', '<!here> hello', '<@U12345>', 'text <!subteam^S1|all>'])(
    'neutralises %j',
    (text) => {
      expect(renderMrkdwn(text)).not.toMatch(/<[!@]/);
    },
  );

  it('keeps code fences whole and shows their content literally', () => {
    expect(renderMrkdwn('```js\nif (a < b && c) {}\n```')).toBe('```\nif (a &lt; b &amp;&amp; c) {}\n```');
  });

  it('aligns a narrow table, and lists the rows of a wide one', () => {
    expect(renderMrkdwn(narrowTable)).toBe('```\nGame   Price\nCatan  $44\nUno    $8\n```');
    expect(renderMrkdwn(wideTable)).toBe(
      '• *Ticket to Ride* · Why it fits: You liked Catan and play as four · What it costs: about $54.99',
    );
  });

  it('indents nested lists', () => {
    expect(renderMrkdwn('- a\n  - b')).toBe('• a\n    • b');
  });
});

describe('CommonMark without tables', () => {
  it.each(['@everyone come', '<@123> hi', '<#42>', '<at>Mia</at>', 'hello <@&99>'])(
    'neutralises %j',
    (text) => {
      expect(renderCommonMark(text)).not.toMatch(/@everyone|<@|<#|<at>/);
    },
  );

  it('keeps emphasis, lists and links', () => {
    expect(renderCommonMark('**a** *b*\n\n- [c](https://example.com)')).toBe(
      '**a** *b*\n\n- [c](https://example.com)',
    );
  });

  it('degrades tables', () => {
    expect(renderCommonMark(narrowTable)).toContain('Catan  $44');
    expect(renderCommonMark(wideTable)).toContain('- **Ticket to Ride** · Why it fits: You liked Catan');
  });
});

describe('every dialect', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-z0-9$.,]{1,12}$/), { minLength: 1, maxLength: 30 });

  it('keeps every word of plain prose', () => {
    fc.assert(
      fc.property(words, (list) => {
        // A leading number with a point would be a list in any markdown.
        const text = `Say ${list.join(' ')}`;
        for (const render of [renderMrkdwn, renderCommonMark]) {
          const shown = render(text).replaceAll('\\', '').replaceAll('\u200b', '');
          for (const word of list) expect(shown).toContain(word);
        }
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        renderMrkdwn(text);
        renderCommonMark(text);
      }),
    );
  });
});
