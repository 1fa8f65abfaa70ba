import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryFiles, repositoryRoot } from '../support/repository.js';

const documents = repositoryFiles().filter(
  (path) => path.endsWith('.md') && existsSync(join(repositoryRoot, path)),
);
const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
).scripts;

/** Paths of this repository that a document names in backticks: `src/...`, `docs/...`, without placeholders. */
function namedPaths(text: string): string[] {
  const folders = '(?:src|adapters|prisma|manifest|test|docs|scripts)';
  const paths = text.matchAll(new RegExp(`\`(${folders}/[\\w./@-]+)\``, 'g'));
  return [...paths].map(([, path = '']) => path).filter((path) => !/[A-Z]{2,}|\.\.\./.test(path));
}

/** Relative links of a document. */
function links(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target);
}

describe('the documentation', () => {
  it.each(documents)('%s names only paths that exist', (document) => {
    const text = readFileSync(join(repositoryRoot, document), 'utf8');
    const missing = [
      ...namedPaths(text).filter((path) => !existsSync(join(repositoryRoot, path))),
      ...links(text).filter((target) => !existsSync(join(repositoryRoot, dirname(document), target))),
    ];
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s names only npm scripts that exist', (document) => {
    const text = readFileSync(join(repositoryRoot, document), 'utf8');
    const named = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
