import { readFile } from 'node:fs/promises';

/** Quantised vectors of frequent English words, the most frequent first. */
export interface WordVectors {
  readonly dimensions: number;
  readonly size: number;
  /** The word's place by frequency, from 0; undefined for an unknown word. */
  rankOf(word: string): number | undefined;
  /** Adds the word's unit vector times `weight` onto `target`. */
  addTo(target: Float64Array, rank: number, weight: number): void;
}

/** GloVe 100d, 40,000 words (public domain, PDDL 1.0); scripts/build-vectors.mjs has the format. */
const file = new URL('./vectors.bin', import.meta.url);

/** Reads the vectors that come with the product. @throws Error when the file is not what it should be */
export async function readWordVectors(): Promise<WordVectors> {
  const bytes = await readFile(file);
  if (bytes.toString('latin1', 0, 4) !== 'MTV1') throw new Error(`${file.pathname} holds no word vectors.`);
  const size = bytes.readUInt32LE(4);
  const dimensions = bytes.readUInt32LE(8);
  const wordsEnd = 16 + bytes.readUInt32LE(12);
  const ranks = new Map(
    bytes
      .toString('utf8', 16, wordsEnd)
      .split('\n')
      .map((word, rank) => [word, rank]),
  );
  const valuesFrom = wordsEnd + size * 4;
  if (ranks.size !== size || bytes.length !== valuesFrom + size * dimensions) {
    throw new Error(`${file.pathname} is damaged.`);
  }
  return {
    dimensions,
    size,
    rankOf: (word) => ranks.get(word),
    addTo(target, rank, weight) {
      const scale = bytes.readFloatLE(wordsEnd + rank * 4) * weight;
      const from = valuesFrom + rank * dimensions;
      for (let at = 0; at < dimensions; at += 1) {
        target[at] = (target[at] as number) + scale * bytes.readInt8(from + at);
      }
    },
  };
}
