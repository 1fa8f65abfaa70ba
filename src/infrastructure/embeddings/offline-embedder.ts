import { setImmediate } from 'node:timers/promises';
import type { TextEmbedder } from '../../core/ports/text-embedder.js';
import { readWordVectors, type WordVectors } from './word-vectors.js';

/** The size of `nomic-embed-text` too: one column serves both. */
const size = 768;

/** Share of the squared length that meaning gets; words as they are written get the rest. */
const meaningShare = 0.6;

/** Texts embedded before the event loop gets its turn. */
const batch = 500;

/** A word's weight by how rare it is (smooth inverse frequency, Arora et al., 2017; frequency by Zipf's law from the rank). */
function weightOf(rank: number | undefined, vocabulary: number): number {
  const frequency = 1 / ((rank ?? vocabulary) + 2.7) / Math.log(vocabulary);
  return 1e-3 / (1e-3 + frequency);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Plural and singular meet; nothing finer, since meaning has its own half. */
function stem(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function normalise(vector: Float64Array, from: number, to: number, length: number): void {
  let squares = 0;
  for (let at = from; at < to; at += 1) squares += (vector[at] as number) ** 2;
  if (squares === 0) return;
  const scale = length / Math.sqrt(squares);
  for (let at = from; at < to; at += 1) vector[at] = (vector[at] as number) * scale;
}

function embedOne(vectors: WordVectors, text: string): number[] {
  const vector = new Float64Array(size);
  const { dimensions } = vectors;
  const words =
    text
      .slice(0, 10_000)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words) {
    const rank = vectors.rankOf(word);
    const weight = weightOf(rank, vectors.size);
    if (rank !== undefined) vectors.addTo(vector, rank, weight);
    const hashed = hash(stem(word));
    const slot = dimensions + (hashed % (size - dimensions));
    vector[slot] = (vector[slot] as number) + (hashed & 0x8000_0000 ? -weight : weight);
  }
  normalise(vector, 0, dimensions, Math.sqrt(meaningShare));
  normalise(vector, dimensions, size, Math.sqrt(1 - meaningShare));
  return Array.from(vector, (value) => Math.round(value * 1e6) / 1e6);
}

/**
 * Vectors without any server: averaged word vectors, where meaning is near, beside hashed words, where wording is. A text
 * without any letter or digit becomes all zeros, which is near to nothing.
 */
export async function createOfflineEmbedder(): Promise<TextEmbedder> {
  const vectors = await readWordVectors();
  return {
    model: 'matinee-glove-hash-1',
    async embed(texts, signal) {
      const embedded: number[][] = [];
      for (const [index, text] of texts.entries()) {
        if (index % batch === batch - 1) await setImmediate();
        signal?.throwIfAborted();
        embedded.push(embedOne(vectors, text));
      }
      return embedded;
    },
  };
}
