import { describe, expect, test } from '@jest/globals';
import { plainInput, renderHome, renderMessage } from '../../../../adapters/slack/format.js';
import { SLACK_CAPABILITIES } from '../../../../adapters/slack/outbound.js';
import { fc } from '../../../support/properties.js';
import { checkBlocks } from '../../../support/slack/checks.js';
import { escaped } from '../../../support/slack/payloads.js';
import { seenText } from '../../../support/slack/workspace.js';

const buttons = [
  { id: 'like:1', label: 'Like', style: 'primary' as const },
  { id: 'dislike:1', label: 'Not for me' },
];

describe('what Slack gets', () => {
  test('a text without buttons has no blocks, so that an edit clears earlier ones', () => {
    expect(renderMessage('**Catan** for _about_ $29')).toEqual({
      text: '*Catan* for _about_ $29',
      blocks: [],
    });
  });

  test('buttons stand under the text, each with its id and style', () => {
    const { blocks } = renderMessage('Catan', buttons);
    expect(blocks).toMatchObject([
      { type: 'section', text: { type: 'mrkdwn', text: 'Catan' } },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'like:1', style: 'primary', text: { text: 'Like' } },
          { type: 'button', action_id: 'dislike:1', text: { text: 'Not for me' } },
        ],
      },
    ]);
  });

  test('a label that is too long is cut, a link stays whole', () => {
    const link = `[the rules](https://example.org/${'r'.repeat(60)})`;
    const text = `${'word '.repeat(590)}${link} and more`;
    const { blocks } = renderMessage(text, [{ id: 'x', label: 'l'.repeat(100) }]);
    expect(() => checkBlocks(blocks)).not.toThrow();
    const sections = blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : []));
    expect(sections.filter((section) => section.includes('|the rules>'))).toHaveLength(1);
    expect(sections.filter((section) => /<https[^>]*$/.test(section))).toEqual([]);
  });

  test('any text of the length that the adapter states makes blocks that Slack takes, with every word once', () => {
    const word = fc.stringMatching(/^[a-zäöü&<>]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 700 }), (words) => {
        const text = words.join(' ').slice(0, SLACK_CAPABILITIES.messageLimit / 5);
        const { blocks } = renderMessage(text.repeat(4), buttons);
        checkBlocks(blocks);
      }),
      { numRuns: 30 },
    );
  });

  test('nobody is pinged by what a document says', () => {
    const { text } = renderMessage('From a receipt: <!channel> <@U0PERSON> @here & more');
    expect(text).not.toMatch(/<[!@]/);
    expect(seenText({ text, blocks: [] })).toBe('From a receipt: <!channel> <@U0PERSON> @here & more');
  });

  test('an empty overview is an empty home', () => {
    expect(renderHome('')).toEqual([]);
  });
});

describe('what people typed', () => {
  test.each([
    ['<@U0BOT> any ideas?', 'any ideas?'],
    ['ask <@U0PERSON|robin> or <#C0GENERAL|general>', 'ask robin or general'],
    ['see <https://example.org|example.org>', 'see example.org'],
    ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
    ['write to <mailto:a@example.org|a@example.org>', 'write to a@example.org'],
    ['<!here> hello', 'here hello'],
    ['&amp;lt;', '&lt;'],
  ])('%j is read as %j', (raw, read) => {
    expect(plainInput(raw, 'U0BOT')).toBe(read);
  });

  test('any text that Slack escaped is read as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainInput(escaped(text), 'U0BOT')).toBe(text.trim());
      }),
    );
  });
});
