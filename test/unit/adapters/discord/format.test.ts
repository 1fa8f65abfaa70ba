import { describe, expect, test } from '@jest/globals';
import { renderButtons, renderFiles, renderText } from '../../../../adapters/discord/format.js';
import { fc } from '../../../support/properties.js';

describe('a text on Discord', () => {
  test.each([
    ['**Catan** is _about_ $29.', '**Catan** is *about* $29.'],
    ['line one  \nline two', 'line one\nline two'],
    ['line one\\\nline two', 'line one\nline two'],
    ['#### Deep', '**Deep**'],
    ['## Wide', '## Wide'],
    ['```sh\nfoo \\\n#### bar\n```', '```sh\nfoo \\\n#### bar\n```'],
    ['- item:\n\n  ```\n  a \\\n  ```\n\nb  \nc', '- item:\n\n  ```\n  a \\\n  ```\n\nb\nc'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '```\na  b\n1  2\n```'],
    ['[x](javascript:alert(1))', '*x*'],
  ])('%j reads %j', (text, rendered) => {
    expect(renderText(text)).toBe(rendered);
  });

  test('keeps a backslash that was written as one', () => {
    expect(renderText('C:\\')).toBe('C:\\\\');
    expect(renderText('C:\\\\\nD:')).toBe('C:\\\\\nD:');
  });

  test('pings nobody and is never empty, whatever it is made of', () => {
    const piece = fc.constantFrom(
      '@everyone',
      '@here',
      '<@123>',
      '<@&9>',
      '<#5>',
      '*',
      '`',
      '\n',
      ' ',
      'a',
      '\\',
      '```',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const rendered = renderText(pieces.join(''));
        expect(rendered).not.toBe('');
        // Code is shown as it is; there, the request itself says that nobody is to be pinged.
        if (!rendered.includes('`')) expect(rendered).not.toMatch(/@(everyone|here)\b|<[@#]&?\d/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what goes with a text on Discord', () => {
  test('buttons stand in rows of five, each once, with names that fit', () => {
    const buttons = [...'abcdefg'].map((id) => ({ id, label: id.repeat(200) }));
    const rows = renderButtons([
      ...buttons,
      { id: 'a', label: 'again' },
      { id: 'x'.repeat(101), label: 'long' },
    ]);
    expect(rows.map((row) => row.components.length)).toEqual([5, 2]);
    for (const { components } of rows.map((row) => row.toJSON())) {
      for (const button of components) {
        expect('label' in button && button.label ? button.label.length : 0).toBeLessThanOrEqual(80);
      }
    }
  });

  test('files are numbered as they are sent, and a picture says what it shows', () => {
    const image = { png: new Uint8Array([1]), description: 'A chart' };
    const file = { name: 'export.json', contentType: 'application/json', bytes: new Uint8Array([2]) };
    const { files, attachments } = renderFiles({ image, file });
    expect(files.map(({ name }) => name)).toEqual(['matinee.png', 'export.json']);
    expect(attachments).toEqual([
      { id: 0, filename: 'matinee.png', description: 'A chart' },
      { id: 1, filename: 'export.json' },
    ]);
  });
});
