import { columnsOf, renderLines, renderOneLine, terminalStyle } from './format.js';

/** Where a terminal's text goes. */
export interface Output {
  write(text: string): void;
  /** Width in columns; null where it is no terminal. */
  readonly columns: number | null;
}

/** Shows replies: each has an id, its text may change until it is settled. */
export interface Screen {
  show(id: string, markdown: string, hint: string | null): void;
  remove(id: string): void;
  /** What is shown is final. */
  settle(): void;
  /** A word of the program itself. */
  notice(text: string): void;
}

/** A terminal: the reply being written is rewritten in place, below everything that is settled. */
export function createTerminalScreen(output: Output): Screen {
  const open = new Map<string, { markdown: string; hint: string | null }>();
  let rows = 0;
  const erase = () => {
    // Up to the first row of what is open, then clear to the end of the screen.
    if (rows > 0) output.write(`\u001b[${rows}A\r\u001b[0J`);
    rows = 0;
  };
  const draw = () => {
    erase();
    const width = Math.max(20, output.columns ?? 80);
    const lines = [...open.values()].flatMap(({ markdown, hint }) => [
      ...renderLines(markdown, terminalStyle),
      ...(hint ? [terminalStyle.faint(hint)] : []),
    ]);
    for (const line of lines) {
      output.write(`${line}\n`);
      rows += Math.max(1, Math.ceil(columnsOf(line) / width));
    }
  };
  return {
    show(id, markdown, hint) {
      open.set(id, { markdown, hint });
      draw();
    },
    remove(id) {
      open.delete(id);
      draw();
    },
    settle() {
      open.clear();
      if (rows > 0) output.write('\n');
      rows = 0;
    },
    notice(text) {
      output.write(`${terminalStyle.faint(text)}\n`);
    },
  };
}

/** A pipe: each settled reply is one line of plain text; nothing is written before. */
export function createPipeScreen(output: Output): Screen {
  const open = new Map<string, string>();
  return {
    show: (id, markdown) => {
      open.set(id, markdown);
    },
    remove: (id) => {
      open.delete(id);
    },
    settle() {
      if (open.size === 0) return;
      output.write(`${renderOneLine([...open.values()].join('\n\n'))}\n`);
      open.clear();
    },
    notice: () => undefined,
  };
}
