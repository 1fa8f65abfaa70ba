import { fileURLToPath } from 'node:url';

/** A path of the repository, whether the caller runs from the sources or from dist/. */
export function repositoryPath(relative: string): string {
  const up = new URL('../../', import.meta.url);
  const root = up.pathname.endsWith('/dist/') ? new URL('../', up) : up;
  return fileURLToPath(new URL(relative, root));
}
