import { describe, expect, it } from '@jest/globals';
import { LanguageModelError } from '../../../../src/core/ports/language-model.js';
import type { Logger } from '../../../../src/core/ports/runtime.js';
import { createPreferredEmbedder } from '../../../../src/infrastructure/embeddings/preferred-embedder.js';

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => quiet,
};

const offline = {
  model: 'offline',
  embed: async (texts: readonly string[]) => texts.map(() => Array(768).fill(0.5)),
};

function serverWith(embed: () => Promise<number[][]>, reachable = true) {
  return { embeddingName: 'nomic-embed-text', available: () => reachable, embed };
}

describe('the embedder that is preferred', () => {
  it('is the offline one until every item has a vector of the server’s', async () => {
    const embedder = createPreferredEmbedder(
      serverWith(async () => [Array(768).fill(1)]),
      offline,
      quiet,
    );
    expect(embedder.model).toBe('offline');
    expect(embedder.kept?.map(({ model }) => model)).toEqual(['offline', 'nomic-embed-text']);
    embedder.ready?.('offline');
    expect(embedder.model).toBe('offline');
    embedder.ready?.('nomic-embed-text');
    expect(embedder.model).toBe('nomic-embed-text');
    expect((await embedder.embed(['x']))[0]?.[0]).toBe(1);
  });

  it('is the offline one again when the server stops answering', async () => {
    const failing = serverWith(() => Promise.reject(new LanguageModelError('MODEL_UNREACHABLE', 'gone')));
    const embedder = createPreferredEmbedder(failing, offline, quiet);
    embedder.ready?.('nomic-embed-text');
    expect((await embedder.embed(['x']))[0]?.[0]).toBe(0.5);
    expect(embedder.model).toBe('offline');
  });

  it('refuses vectors of another size', async () => {
    const small = createPreferredEmbedder(
      serverWith(async () => [[1, 2, 3]]),
      offline,
      quiet,
    );
    await expect(small.kept?.[1]?.embed(['x'])).rejects.toMatchObject({ code: 'MODEL_INVALID_OUTPUT' });
  });

  it('keeps only offline vectors while the server is out of reach', () => {
    const embedder = createPreferredEmbedder(
      serverWith(async () => [], false),
      offline,
      quiet,
    );
    expect(embedder.kept?.map(({ model }) => model)).toEqual(['offline']);
  });
});
