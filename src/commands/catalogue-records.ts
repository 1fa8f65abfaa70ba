import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';

/** One item of a file, with its line. */
export interface FileRecord {
  readonly line: number;
  readonly value: unknown;
}

const longestRecord = 1_000_000;

/** A line of JSON; what is none becomes a text, which the import refuses by name and goes on. */
function jsonLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function* jsonLines(path: string): AsyncGenerator<FileRecord> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    line += 1;
    const plain = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (plain.trim() !== '') yield { line, value: jsonLine(plain) };
  }
}

/** Columns that belong to an item's metadata as numbers. */
const numbers = new Set(['players_min', 'players_max', 'minutes', 'age', 'price_max', 'fee', 'fame']);
/** Columns that belong to an item's metadata as texts. */
const texts = new Set([
  'currency',
  'price_as_of',
  'price_per',
  'author',
  'director',
  'designer',
  'developer',
  'mood',
  'tags',
  'included_in',
]);

/** A row of a table as an item: metadata columns under `metadata`, empty cells left out. */
export function itemOfRow(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  const metadata: Record<string, unknown> = {};
  for (const [heading, cell] of Object.entries(row)) {
    const column = heading
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    const value = cell.trim();
    if (value === '') continue;
    if (numbers.has(column)) metadata[column] = Number(value);
    else if (texts.has(column)) metadata[column] = value;
    else item[column] = value;
  }
  return { ...item, metadata };
}

async function* tableRows(path: string): AsyncGenerator<FileRecord> {
  const parser = createReadStream(path).pipe(
    parse({ columns: true, bom: true, info: true, relax_column_count: true, max_record_size: longestRecord }),
  );
  for await (const { record, info } of parser) yield { line: info.lines, value: itemOfRow(record) };
}

/** The items of a file: comma-separated with a heading row when it is named .csv, else a JSON object a line. */
export function readCatalogueFile(path: string): AsyncGenerator<FileRecord> {
  return path.toLowerCase().endsWith('.csv') ? tableRows(path) : jsonLines(path);
}
