import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type ActionButton,
  type ChatPlatform,
  type PlatformCapabilities,
  PlatformWriteError,
  type ReplyExtras,
} from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import { withoutControls } from './format.js';
import type { Screen } from './screen.js';

export const CONSOLE_PLATFORM = 'console';

/** A terminal has no limits of its own; these keep it calm. */
const capabilities: PlatformCapabilities = {
  messageLimit: 100_000,
  pace: { writes: 30, windowMilliseconds: 1_000 },
  editIntervalMilliseconds: 60,
  markdown: 'plain',
  buttons: true,
  images: false,
  typing: false,
  privateReplies: true,
};

/** Buttons are numbered lines: typing the number presses it. */
export interface ButtonBoard {
  current: readonly ActionButton[];
}

/** The terminal as a chat platform. Files that a reply brings are written to `folder`. */
export function createConsolePlatform(options: {
  readonly screen: Screen;
  readonly board: ButtonBoard;
  readonly folder: string;
}): ChatPlatform {
  const { screen, board, folder } = options;
  const posted = new Map<string, string>();
  const references = new Set<string>();
  let count = 0;

  async function display(reference: string, text: string, extras: ReplyExtras): Promise<void> {
    const saved = extras.file ? await saveFile(folder, extras.file.name, extras.file.bytes) : null;
    if (extras.buttons) board.current = extras.buttons;
    screen.show(reference, saved ? `${text}\n\nSaved as ${saved}` : text, buttonHint(extras.buttons));
  }

  return {
    name: CONSOLE_PLATFORM,
    capabilities,
    async post(_to, text, extras) {
      const known = extras.key ? posted.get(extras.key) : undefined;
      count += 1;
      const reference = known ?? `console-${count}`;
      references.add(reference);
      if (references.size > 500) references.delete(references.values().next().value ?? '');
      if (extras.key) posted.set(extras.key, reference);
      if (posted.size > 500) posted.delete(posted.keys().next().value ?? '');
      board.current = [];
      await display(reference, text, extras);
      return reference;
    },
    async edit(_to, message, text, extras) {
      if (!references.has(message))
        throw new PlatformWriteError(
          'MESSAGE_GONE',
          'That message belongs to an earlier run of the terminal.',
        );
      await display(message, text, extras);
    },
    async remove(_to, message) {
      screen.remove(message);
    },
    async findPosted(_to, key) {
      return posted.get(key) ?? null;
    },
    async download(attachment) {
      const path = attachment.source.path;
      if (typeof path !== 'string')
        throw new MatineeError('not-found', 'FILE_NOT_FOUND', 'There is no such file.');
      return createReadStream(path);
    },
    renderedLength: (text) => withoutControls(text).length,
  };
}

function buttonHint(buttons: readonly ActionButton[] | undefined): string | null {
  if (!buttons || buttons.length === 0) return null;
  return buttons.map((button, index) => `[${index + 1}] ${button.label}`).join('   ');
}

async function saveFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, basename(name));
  await writeFile(path, bytes);
  return path;
}

/** Name and size of a file that somebody hands over. @throws MatineeError with a sentence for them */
export async function describeFile(path: string): Promise<{ readonly name: string; readonly size: number }> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new MatineeError('invalid', 'NOT_A_FILE', `${path} is not a file.`);
    return { name: basename(path), size: found.size };
  } catch (cause) {
    if (cause instanceof MatineeError) throw cause;
    throw new MatineeError('not-found', 'FILE_NOT_FOUND', `I can’t find ${path}.`, { cause });
  }
}
