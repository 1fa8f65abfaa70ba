import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TextEmbedder } from '../../../../src/core/ports/text-embedder.js';
import { createOfflineEmbedder } from '../../../../src/infrastructure/embeddings/offline-embedder.js';

let embedder: TextEmbedder;

beforeAll(async () => {
  embedder = await createOfflineEmbedder();
});

async function likeness(a: string, b: string): Promise<number> {
  const [left, right] = await embedder.embed([a, b]);
  return (left ?? []).reduce((total, value, at) => total + value * (right?.[at] ?? 0), 0);
}

describe('vectors without a server', () => {
  it('have 768 dimensions and length one', async () => {
    const [vector] = await embedder.embed(['a cooperative board game']);
    expect(vector).toHaveLength(768);
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4);
  });

  it('are near where the meaning is, also in other words', async () => {
    const query = 'a scary ghost story';
    expect(await likeness(query, 'horror film about a haunted house')).toBeGreaterThan(
      await likeness(query, 'cheerful pasta restaurant with candles'),
    );
    expect(await likeness('spaceships and planets', 'science fiction in space')).toBeGreaterThan(
      await likeness('spaceships and planets', 'romantic comedy in Paris'),
    );
  });

  it('are the same for the same text', async () => {
    expect(await embedder.embed(['Catan'])).toEqual(await embedder.embed(['Catan']));
  });

  it('of a text without words are all zeros, near to nothing', async () => {
    const [vector] = await embedder.embed(['!!! …']);
    expect(vector?.every((value) => value === 0)).toBe(true);
  });

  it('stop when they are told to', async () => {
    await expect(embedder.embed(['a'], AbortSignal.abort())).rejects.toThrow();
  });
});
