import { execFileSync } from 'node:child_process';
import { repositoryPath } from './repository-path.js';

/** The repository's root folder. */
export const repositoryRoot = repositoryPath('.');

/** Every file that git tracks or would track, relative to the root. */
export function repositoryFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  return [...new Set(output.split('\n').filter(Boolean))];
}
