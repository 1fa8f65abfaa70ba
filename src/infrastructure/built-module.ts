/**
 * The path of a module's built JavaScript, to be started as a child process or worker thread. Processes run from
 * dist/; code that itself runs from the sources (in Jest) finds its built twin there.
 * @param specifier relative to the caller, ending in `.js`
 * @param base the caller's `import.meta.url`
 */
export function builtModule(specifier: string, base: string): URL {
  const url = new URL(specifier, base);
  const root = new URL('../../', import.meta.url);
  const fromDist = root.pathname.endsWith('/dist/');
  return fromDist ? url : new URL(url.href.replace(root.href, `${root.href}dist/`));
}
