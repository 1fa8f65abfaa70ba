import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** A line that somebody typed or piped in. */
export type ConsoleLine =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'button'; readonly number: number }
  | { readonly kind: 'quit' }
  | { readonly kind: 'empty' };

/**
 * Reads a typed line: `/file PATH`, a path that was dropped on the terminal, the number of a button, `/quit`, or a
 * message.
 * @param exists whether a path is a file; the file system where absent
 */
export function readLine(line: string, exists: (path: string) => boolean = existsSync): ConsoleLine {
  const text = line.trim();
  if (text === '') return { kind: 'empty' };
  if (/^\/?(?:quit|exit)$/i.test(text)) return { kind: 'quit' };
  const named = /^\/file\s+(.+)$/i.exec(text)?.[1];
  if (named) return { kind: 'file', path: readPath(named), text: '' };
  const number = /^\[?(\d)\]?$/.exec(text)?.[1];
  if (number) return { kind: 'button', number: Number(number) };
  const dropped = readPath(text);
  if (/\.pdf$/i.test(dropped) && exists(dropped)) return { kind: 'file', path: dropped, text: '' };
  return { kind: 'message', text };
}

/** A path as terminals paste it: quoted, with escaped spaces, as a file URL, or from the home folder. */
function readPath(text: string): string {
  let path = text.trim();
  const quoted = /^(['"])(.*)\1$/.exec(path)?.[2];
  if (quoted !== undefined) path = quoted;
  else if (path.startsWith('file://')) path = decodeURIComponent(path.slice('file://'.length));
  else if (process.platform !== 'win32') path = path.replace(/\\(.)/g, '$1');
  if (path === '~' || path.startsWith('~/')) path = homedir() + path.slice(1);
  return resolve(path);
}
