import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { repositoryPath } from '../support/repository-path.js';
import { startServerProcess } from '../support/server-process.js';

let folder: string;
let app: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-image-'));
  app = join(folder, 'app');
  execFileSync(process.execPath, [repositoryPath('scripts/trim-production.mjs'), app]);
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function bytesIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((total, size) => total + size, 0);
}

describe('the files that go into the image', () => {
  test('are fewer than 300 MB', async () => {
    expect((await bytesIn(app)) / 1_000_000).toBeLessThan(300);
  });

  test('are all that the product needs: it starts, takes a PDF and reads it', async () => {
    const server = await startServerProcess({ DATA_DIR: join(folder, 'data') }, app);
    try {
      const guest = await fetch(`${server.url}/api/auth/guest`, { method: 'POST' });
      const { accessToken }: { accessToken: string } = await guest.json();
      const headers = { authorization: `Bearer ${accessToken}` };
      const body = new FormData();
      body.set('file', new Blob([emptyPage]), 'empty.pdf');
      const upload = await fetch(`${server.url}/api/financial/documents`, { method: 'POST', headers, body });
      expect(upload.status).toBeLessThan(300);
      const state = await settled(async () => {
        const answer = await fetch(`${server.url}/api/financial/documents`, { headers });
        const { documents }: { documents: { processingStatus: string; failureCode: string | null }[] } =
          await answer.json();
        return documents[0];
      });
      // An empty page takes the whole way: text, then OCR, then an honest answer.
      expect(state?.processingStatus).toBe('failed');
      expect(['NO_TEXT', 'UNKNOWN_KIND', 'BLANK_FORM']).toContain(state?.failureCode);
    } finally {
      await server.end('SIGTERM');
    }
  }, 180_000);
});

async function settled<T extends { processingStatus: string }>(look: () => Promise<T | undefined>) {
  for (let tries = 0; tries < 240; tries += 1) {
    const state = await look();
    if (state && ['completed', 'failed'].includes(state.processingStatus)) return state;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The document was not read in time.');
}

const emptyPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
