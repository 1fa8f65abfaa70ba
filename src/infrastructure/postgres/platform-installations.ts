import { MatineeError } from '../../core/ports/errors.js';
import type { PlatformInstallations } from '../../core/ports/platform-installations.js';
import type { Clock } from '../../core/ports/runtime.js';
import type { Sealer } from '../sealing/sealer.js';
import type { PrismaClient } from './client.js';

const placeOf = (platform: string, tenant: string) => `${platform}:${tenant}`;

/** Installations in the database, their records sealed. */
export function createPlatformInstallations(
  client: PrismaClient,
  sealer: Sealer,
  clock: Clock,
): PlatformInstallations {
  return {
    find: async (platform, tenant) => {
      const where = { platform_tenant: { platform, tenant } };
      const row = await client.platformInstallation.findUnique({ where });
      if (row === null) return null;
      const record = await sealer.open(row.sealedRecord, placeOf(platform, tenant));
      if (record !== null) return { platform, tenant, record };
      throw new MatineeError(
        'unavailable',
        'INSTALLATION_SEALED',
        'What is known of this installation cannot be opened with the configured key.',
      );
    },
    save: async ({ platform, tenant, record }) => {
      const sealedRecord = await sealer.seal(record, placeOf(platform, tenant));
      await client.platformInstallation.upsert({
        where: { platform_tenant: { platform, tenant } },
        create: { platform, tenant, sealedRecord },
        update: { sealedRecord },
      });
    },
    remove: async (platform, tenant) => {
      const { count } = await client.platformInstallation.deleteMany({ where: { platform, tenant } });
      return count > 0;
    },
    count: (platform) => client.platformInstallation.count({ where: { platform } }),
    useOnce: async (tokenId, expiresAt) => {
      await client.usedToken.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
      const { count } = await client.usedToken.createMany({
        data: [{ tokenId, expiresAt }],
        skipDuplicates: true,
      });
      return count === 1;
    },
  };
}
