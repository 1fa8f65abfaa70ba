import type { PlatformInstallations } from '../../../src/core/ports/platform-installations.js';

/** Installations in memory, for tests that open an adapter each; those of the database have tests of their own. */
export function createMemoryInstallations(): PlatformInstallations {
  const kept = new Map<string, string>();
  const used = new Set<string>();
  const key = (platform: string, tenant: string) => `${platform}:${tenant}`;
  return {
    find: async (platform, tenant) => {
      const record = kept.get(key(platform, tenant));
      return record === undefined ? null : { platform, tenant, record };
    },
    save: async ({ platform, tenant, record }) => {
      kept.set(key(platform, tenant), record);
    },
    remove: async (platform, tenant) => kept.delete(key(platform, tenant)),
    count: async (platform) => [...kept.keys()].filter((name) => name.startsWith(`${platform}:`)).length,
    useOnce: async (tokenId) => {
      const isNew = !used.has(tokenId);
      used.add(tokenId);
      return isNew;
    },
  };
}
