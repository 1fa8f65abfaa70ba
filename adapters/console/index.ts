import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { readLine } from './inbound.js';
import type { ButtonBoard } from './outbound.js';
import { createPipeScreen, createTerminalScreen, type Output, type Screen } from './screen.js';

/** What stands behind the terminal: a core in this process, or a server's API. */
export interface ConsoleBackend {
  /** Sends a message and resolves when its reply stands whole on the screen. */
  send(text: string): Promise<void>;
  sendFile(path: string): Promise<void>;
  press(id: string, label: string): Promise<void>;
  /** Ends a reply that is being written. @returns whether one was */
  stop(): Promise<boolean>;
}

/** The terminal: its screen, its buttons, and the loop over what is typed. */
export interface ConsoleFront {
  readonly screen: Screen;
  readonly board: ButtonBoard;
  /** Handles lines one after the other until the input ends or `/quit`. */
  run(backend: ConsoleBackend): Promise<void>;
}

export interface ConsoleFrontOptions {
  readonly input: Readable;
  readonly output: Output;
  /** Whether both ends are a terminal: replies are rewritten in place then, else each is one line. */
  readonly interactive: boolean;
}

export function createConsoleFront(options: ConsoleFrontOptions): ConsoleFront {
  const screen = options.interactive
    ? createTerminalScreen(options.output)
    : createPipeScreen(options.output);
  const board: ButtonBoard = { current: [] };
  return { screen, board, run: (backend) => runLines(options, screen, board, backend) };
}

async function runLines(
  options: ConsoleFrontOptions,
  screen: Screen,
  board: ButtonBoard,
  backend: ConsoleBackend,
): Promise<void> {
  const { input, interactive } = options;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  const prompt = () => {
    if (interactive) options.output.write('› ');
  };
  let busy = false;
  const interrupt = () => {
    if (!busy) lines.close();
    else void backend.stop().catch(() => undefined);
  };
  if (interactive) process.on('SIGINT', interrupt);
  prompt();
  try {
    for await (const line of lines) {
      busy = true;
      const more = await handleLine(line, screen, board, backend);
      busy = false;
      if (!more) break;
      prompt();
    }
  } finally {
    lines.close();
    if (interactive) process.off('SIGINT', interrupt);
  }
}

/** @returns false when the conversation is over. */
async function handleLine(
  line: string,
  screen: Screen,
  board: ButtonBoard,
  backend: ConsoleBackend,
): Promise<boolean> {
  const read = readLine(line);
  if (read.kind === 'quit') return false;
  if (read.kind === 'empty') return true;
  try {
    await dispatch(read, line, board, backend);
  } catch (cause) {
    screen.show('problem', cause instanceof Error ? cause.message : 'That did not work.', null);
  }
  screen.settle();
  return true;
}

async function dispatch(
  read: Exclude<ReturnType<typeof readLine>, { kind: 'quit' | 'empty' }>,
  line: string,
  board: ButtonBoard,
  backend: ConsoleBackend,
): Promise<void> {
  if (read.kind === 'file') return backend.sendFile(read.path);
  if (read.kind === 'message') return backend.send(read.text);
  const button = board.current[read.number - 1];
  return button ? backend.press(button.id, button.label) : backend.send(line.trim());
}
