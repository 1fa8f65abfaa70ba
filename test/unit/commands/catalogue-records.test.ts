import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FileRecord, itemOfRow, readCatalogueFile } from '../../../src/commands/catalogue-records.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-catalogue-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, text: string): Promise<FileRecord[]> {
  const path = join(folder, name);
  await writeFile(path, text);
  const records: FileRecord[] = [];
  for await (const record of readCatalogueFile(path)) records.push(record);
  return records;
}

describe('a catalogue file', () => {
  it('of JSON lines gives each with its line, and what is no JSON as it stands', async () => {
    expect(await read('a.jsonl', '\uFEFF{"title":"A"}\n\nnot json\n{"title":"B"}')).toEqual([
      { line: 1, value: { title: 'A' } },
      { line: 3, value: 'not json' },
      { line: 4, value: { title: 'B' } },
    ]);
  });

  it('of comma-separated values keeps quotes, commas and line breaks', async () => {
    const [first] = await read('a.csv', '\uFEFFTitle,type,Players Max,mood\n"One, ""two""\nthree",book,4,\n');
    expect(first?.value).toEqual({ title: 'One, "two"\nthree', type: 'book', metadata: { players_max: 4 } });
  });

  it('puts columns of an item’s metadata where they belong', () => {
    expect(itemOfRow({ title: 'X', 'price-max': '9.5', author: 'Ann', year: '1999', platform: '' })).toEqual({
      title: 'X',
      year: '1999',
      metadata: { price_max: 9.5, author: 'Ann' },
    });
  });
});
