import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../support/repository.js';

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');

const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  JSON.parse(read('package.json'));

/** The table's rows under a heading: package, purpose, licence, size, what was passed over. */
function rowsUnder(heading: string): string[][] {
  const section =
    read('docs/dependencies.md')
      .split(/^## /m)
      .find((part) => part.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| package'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('docs/dependencies.md', () => {
  it('lists exactly the production dependencies', () => {
    expect(rowsUnder('In production').map(([name]) => name)).toEqual(
      Object.keys(manifest.dependencies).sort(),
    );
  });

  it('lists exactly the development dependencies', () => {
    expect(rowsUnder('In development').map(([name]) => name)).toEqual(
      Object.keys(manifest.devDependencies).sort(),
    );
  });

  it('says what each is for, its licence, its size and what was passed over', () => {
    const incomplete = [...rowsUnder('In production'), ...rowsUnder('In development')].filter(
      (row) => row.length !== 5 || row.some((cell) => cell === '' || cell === '?'),
    );
    expect(incomplete).toEqual([]);
  });
});

describe('package.json', () => {
  it('pins every version, so that a fresh clone is the same everywhere', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('keeps the three parts of Prisma on one version', () => {
    const versions = [
      manifest.devDependencies.prisma,
      manifest.dependencies['@prisma/client'],
      manifest.dependencies['@prisma/adapter-pg'],
      manifest.devDependencies['@prisma/schema-engine-wasm']?.split('-')[0],
    ];
    expect(new Set(versions).size).toBe(1);
  });
});
