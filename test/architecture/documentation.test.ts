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

  it('names for every user story the tests that prove it, and they exist', () => {
    const text = readFileSync(join(repositoryRoot, 'docs/user-stories.txt'), 'utf8');
    const stories =
      text
        .split(/^OPEN QUESTIONS/m)[0]
        ?.split(/^(?=[A-Z]\d {2})/m)
        .slice(1) ?? [];
    const tests = (story: string) => [...story.matchAll(/\btest\/[\w./-]*\w/g)].map(([path]) => path);
    expect(stories.length).toBeGreaterThan(30);
    expect(stories.filter((story) => tests(story).length === 0).map((story) => story.slice(0, 2))).toEqual(
      [],
    );
    expect(stories.flatMap(tests).filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });
});
