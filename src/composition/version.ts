import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** package.json lies two folders up from the sources, and three from what is built of them. */
function readVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const parsed = packageSchema.safeParse(readJson(new URL(up, import.meta.url)));
    if (parsed.success) return parsed.data.version;
  }
  return 'unknown';
}

const packageSchema = z.object({ name: z.literal('matinee'), version: z.string() });

function readJson(url: URL): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch {
    return null;
  }
}

export const productVersion = readVersion();
