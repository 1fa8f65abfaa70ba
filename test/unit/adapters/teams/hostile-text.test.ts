import { describe, expect, it } from '@jest/globals';
import { renderLines } from '../../../../adapters/console/format.js';
import { renderText as renderDiscord } from '../../../../adapters/discord/format.js';
import { renderMessage as renderSlack } from '../../../../adapters/slack/format.js';
import { messageOf } from '../../../../adapters/teams/outbound.js';
import { fc } from '../../../support/properties.js';

/** What titles, payees, reviews and people's own words have been seen to bring along, and what they might. */
const hostile = [
  '@everyone',
  '@here look',
  '@channel',
  '<!channel>',
  '<!here|here>',
  '<!subteam^S0123|all>',
  '<@U0123ABC>',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#C0123|general>',
  '<at>Megan Bowen</at>',
  '<at id="0">Megan Bowen</at>',
  '</at><at>all</at>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">Catan</a>',
  '<https://evil.example|Catan>',
  '[Catan](javascript:alert(1))',
  '[Catan](data:text/html,hello)',
  '[<@U0123ABC>](https://evil.example)',
  '**<!channel>**',
  '| <!channel> | @everyone |\n|---|---|\n| <@U0123ABC> | <at>x</at> |',
  '> @everyone\n> <!here>',
  '# @everyone <!channel>',
  '1. <!channel>\n2. @everyone',
  '{{DATE(2026-11-23T10:00:00Z, SHORT)}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a card's own template language.
  '${$root.secret}',
  '{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Submit","title":"Pay"}]}',
  '{"blocks":[{"type":"actions","elements":[{"type":"button","text":"Pay"}]}]}',
  '{"components":[{"type":1,"components":[{"type":2,"custom_id":"pay"}]}]}',
  '{"action":"search","query":"free money"}',
  '\u001b]8;;https://evil.example\u0007Catan\u001b]8;;\u0007',
  '\u001b[2J\u001b[31mred\u0007',
  '```\n<!channel> @everyone\n```',
  '`<!channel>`',
  '\\<!channel>',
  '&lt;!channel&gt;',
  'Catan\u202egpj.exe',
];
const buttons = [{ id: 'save:1', label: 'Save it' }];

/** The places where such a text stands in a reply. */
const inReply = (text: string) => [
  text,
  `**${text}** (board game), about $29.`,
  `- ${text}\n- Catan`,
  `| Title | Price |\n|---|---|\n| ${text.replaceAll('\n', ' ')} | $29 |`,
];

/** Fragments put together anew, so that nothing rests on the list's own spelling. */
const assembled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom('<', '>', '@', '!', '&', '|', '`', '*', '_', '\n', ' '),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

/** Holds a check against every text in every place. */
function everywhere(check: (reply: string) => void): void {
  for (const text of hostile) for (const reply of inReply(text)) check(reply);
  fc.assert(
    fc.property(assembled, (text) => {
      for (const reply of inReply(text)) check(reply);
    }),
    { numRuns: 12 },
  );
}

/** Every value under a key, at any depth. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === key ? [inner] : []),
    ...valuesOf(inner, key),
  ]);
}

describe('text of others in Slack', () => {
  /** Slack's control sequences: https://docs.slack.dev/messaging/formatting-message-text */
  const control = /<([^>]*)>/g;

  it('notifies nobody, as what stands between angle brackets is a web address, and adds no button', () => {
    everywhere((reply) => {
      const { text, blocks } = renderSlack(reply, buttons);
      for (const shown of [text, ...valuesOf(blocks, 'text')]) {
        if (typeof shown !== 'string') continue;
        const sequences = [...shown.matchAll(control)].map(([, inner = '']) => inner);
        expect(sequences.filter((inner) => !/^https?:\/\//.test(inner))).toEqual([]);
      }
      expect(valuesOf(blocks, 'action_id')).toEqual(['save:1']);
    });
    for (const text of hostile) expect(renderSlack(text).blocks).toEqual([]);
  });
});

describe('text of others in Discord', () => {
  /** Code is shown literally there; the request allows no mention besides. */
  const outsideCode = (text: string) => text.replace(/```[\s\S]*?(```|$)/g, '').replace(/`[^`]*`/g, '');

  it('mentions nobody', () => {
    for (const text of hostile) {
      for (const reply of inReply(text)) {
        expect(outsideCode(renderDiscord(reply))).not.toMatch(/@(everyone|here)\b|(?<!\\)<(@[!&]?|#)\w/);
      }
    }
  });

  it('links nowhere but to the web', () => {
    everywhere((reply) => {
      expect(outsideCode(renderDiscord(reply))).not.toMatch(/(?<!\\)\]\((?!<?https?:)/);
    });
  });
});

describe('text of others in Teams', () => {
  it('is no mention, no HTML and no link to anything but the web in a message', () => {
    everywhere((reply) => {
      const plain = messageOf({ text: reply, buttons: [] });
      const words = (plain.text ?? '')
        .replace(/^ *```[\s\S]*?^ *```$/gm, '')
        .replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
      expect(words).not.toMatch(/(?<!\]\()</);
      expect(words).not.toMatch(/(?<!\\)\]\((?!<?https?:)/);
      // A mention needs an entity, a button a card.
      expect([plain.entities, plain.attachments]).toEqual([undefined, []]);
    });
  });

  it('is taken literally on a card: runs of text, nothing that acts but web addresses, no button more', () => {
    everywhere((reply) => {
      const card = messageOf({ text: reply, buttons });
      expect([card.entities, valuesOf(card, 'entities')]).toEqual([undefined, []]);
      const [content] = (card.attachments ?? []).map((one) => one.content);
      for (const type of new Set(valuesOf(content.body, 'type'))) {
        expect(['RichTextBlock', 'TextRun', 'Action.OpenUrl']).toContain(type);
      }
      for (const url of valuesOf(content.body, 'url')) expect(url).toMatch(/^https?:\/\//i);
      for (const text of valuesOf(content.body, 'text')) expect(text).not.toContain('{{');
      expect(content.actions).toHaveLength(1);
    });
  });
});

describe('text of others in the terminal', () => {
  it('commands nothing: no control character of theirs gets through', () => {
    everywhere((reply) => {
      const shown = renderLines(reply).join('\n');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      const left = shown.replace(/\u001b\[\d+m/g, '').match(/[\u0000-\u0008\u000b-\u001f\u007f\u009b]/g);
      expect(left).toBeNull();
    });
  });
});
