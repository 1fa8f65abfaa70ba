import { Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { columnsOf, renderLines, renderOneLine } from '../../../../adapters/console/format.js';
import { readLine } from '../../../../adapters/console/inbound.js';
import { type ConsoleBackend, createConsoleFront } from '../../../../adapters/console/index.js';
import { createPipeScreen, createTerminalScreen } from '../../../../adapters/console/screen.js';

describe('a typed line', () => {
  const exists = (path: string) => path === '/tmp/my statement.pdf';
  test.each([
    ['hello', { kind: 'message', text: 'hello' }],
    ['   ', { kind: 'empty' }],
    ['/quit', { kind: 'quit' }],
    ['/file /tmp/a.pdf', { kind: 'file', path: '/tmp/a.pdf' }],
    ['"/tmp/my statement.pdf"', { kind: 'file', path: '/tmp/my statement.pdf' }],
    ["'/tmp/my statement.pdf' ", { kind: 'file', path: '/tmp/my statement.pdf' }],
    ['/tmp/my\\ statement.pdf', { kind: 'file', path: '/tmp/my statement.pdf' }],
    ['file:///tmp/my%20statement.pdf', { kind: 'file', path: '/tmp/my statement.pdf' }],
    ['/tmp/missing.pdf', { kind: 'message' }],
    ['2', { kind: 'button', number: 2 }],
    ['[3]', { kind: 'button', number: 3 }],
  ])('%s', (line, expected) => {
    expect(readLine(line, exists)).toMatchObject(expected);
  });
});

describe('a reply on the terminal', () => {
  test('is rewritten in place, wrapped lines counted', () => {
    let screen = '';
    const terminal = createTerminalScreen({ write: (text) => (screen += text), columns: 20 });
    terminal.show('a', 'one', null);
    terminal.show('a', 'x'.repeat(30), null);
    terminal.show('a', 'done', null);
    expect(screen).toContain('\u001b[1A\r\u001b[0J');
    expect(screen).toContain('\u001b[2A\r\u001b[0J');
    terminal.settle();
    terminal.show('b', 'next', null);
    expect(screen.endsWith('\nnext\n')).toBe(true);
  });

  test('counts the columns of what is shown, not of its codes', () => {
    expect(columnsOf('\u001b[1mabc\u001b[22m')).toBe(3);
    expect(columnsOf('🎬')).toBe(2);
  });

  test('shows lists, code, links and tables as text', () => {
    expect(renderLines('1. **A**: x\n2. B\n\n- c\n\n`code` [site](https://a.example)')).toEqual([
      '1. A: x',
      '2. B',
      '',
      '• c',
      '',
      'code site (https://a.example)',
    ]);
  });

  test('lets no control character through', () => {
    expect(renderLines('a\u001b[2Jb\u0007c').join('')).toBe('a[2Jbc');
  });
});

describe('a reply in a pipe', () => {
  test('is exactly one line, whatever it holds', () => {
    let output = '';
    const pipe = createPipeScreen({ write: (text) => (output += text), columns: null });
    pipe.show('a', 'Draft', null);
    pipe.show('a', 'Ideas:\n\n1. **Catan**: about $29.\n2. Azul\n\n_Prices from March._', '[1] Save');
    expect(output).toBe('');
    pipe.settle();
    expect(output).toBe('Ideas: / 1. Catan: about $29. / 2. Azul / Prices from March.\n');
    pipe.settle();
    expect(output.split('\n')).toHaveLength(2);
  });

  test('has no control characters', () => {
    expect(renderOneLine('a\u001b[31mb\n\nc\td')).toMatch(/^[^\p{Cc}]*$/u);
  });
});

describe('the loop', () => {
  function talk(lines: string[]) {
    const calls: string[] = [];
    let output = '';
    const front = createConsoleFront({
      input: Readable.from(lines.map((line) => `${line}\n`)),
      output: { write: (text) => (output += text), columns: null },
      interactive: false,
    });
    const backend: ConsoleBackend = {
      async send(text) {
        calls.push(`send ${text}`);
        front.screen.show('r', `You said ${text}`, null);
        front.board.current = [{ id: 'save:1', label: 'Save' }];
      },
      async sendFile(path) {
        calls.push(`file ${path}`);
        throw new Error('No such file.');
      },
      async press(id) {
        calls.push(`press ${id}`);
      },
      stop: async () => false,
    };
    return front.run(backend).then(() => ({ calls, output }));
  }

  test('answers line by line and ends with the input', async () => {
    const { calls, output } = await talk(['hello', '', 'again']);
    expect(calls).toEqual(['send hello', 'send again']);
    expect(output).toBe('You said hello\nYou said again\n');
  });

  test('a number presses the button of the last reply', async () => {
    expect((await talk(['hello', '1', '7'])).calls).toEqual(['send hello', 'press save:1', 'send 7']);
  });

  test('what fails is said in a sentence, and the talk goes on', async () => {
    const { calls, output } = await talk(['/file /nope.pdf', 'hi']);
    expect(calls).toEqual(['file /nope.pdf', 'send hi']);
    expect(output).toBe('No such file.\nYou said hi\n');
  });
});
