import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Who sits at this machine's terminal: the refresh token of a guest, kept beside the data, for both ways to chat. */
export interface GuestFile {
  read(): Promise<string | null>;
  write(refreshToken: string): Promise<void>;
}

const contents = z.object({ refreshToken: z.string() });

export function createGuestFile(folder: string): GuestFile {
  const path = join(folder, 'terminal.json');
  return {
    async read() {
      try {
        return contents.parse(JSON.parse(await readFile(path, 'utf8'))).refreshToken;
      } catch {
        // Nobody has chatted here yet, or the file is not ours: a new guest begins.
        return null;
      }
    },
    async write(refreshToken) {
      await mkdir(folder, { recursive: true });
      await writeFile(path, JSON.stringify({ refreshToken }), { mode: 0o600 });
    },
  };
}
