import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryPath } from './repository-path.js';

/** The records of prisma/seed, each with its file and line. */
export async function* seedRecords(): AsyncGenerator<{ file: string; line: number; value: unknown }> {
  const folder = repositoryPath('prisma/seed');
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(join(folder, file)) })) {
      line += 1;
      yield { file, line, value: JSON.parse(text) };
    }
  }
}
