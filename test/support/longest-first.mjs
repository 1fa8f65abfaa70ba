/** Runs what takes minutes first, so that nobody waits for one last suite while the other worker has nothing to do. */
const LONGEST = ['fresh-clone', 'printed-documents', 'production-files', 'page', 'chaos', 'roles'];

// biome-ignore lint/style/noDefaultExport: Jest takes the default export.
export default class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/test/full/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return [...tests].sort((left, right) => rank(left) - rank(right) || left.path.localeCompare(right.path));
  }

  /** Jest asks for these; nothing is remembered from run to run. */
  allFailedTests(tests) {
    return [...tests];
  }

  async cacheResults() {}

  shard(tests) {
    return [...tests];
  }
}
