import type { AccountStore } from '../../../core/ports/stores/accounts.js';
import type { PrismaTransaction } from '../client.js';

type Linking =
  | 'attachIdentity'
  | 'listIdentities'
  | 'detachIdentity'
  | 'saveLinkCode'
  | 'takeLinkCode'
  | 'countGuess'
  | 'clearGuesses'
  | 'revokeToken'
  | 'isRevoked'
  | 'deleteExpired'
  | 'deleteUntouched';

export function createLinking(client: PrismaTransaction): Pick<AccountStore, Linking> {
  return { ...createIdentities(client), ...createCodes(client), ...createRevocations(client) };
}

function createIdentities(
  client: PrismaTransaction,
): Pick<AccountStore, 'attachIdentity' | 'listIdentities' | 'detachIdentity'> {
  return {
    attachIdentity: async ({ userId, platform, tenant, platformUserId, displayName }) => {
      const name = displayName === null ? null : [...displayName].slice(0, 100).join('');
      await client.identity.upsert({
        where: { platform_tenant_platformUserId: { platform, tenant, platformUserId } },
        create: { userId, platform, tenant, platformUserId, displayName: name },
        update: { userId, displayName: name },
      });
    },
    listIdentities: (userId) =>
      client.identity.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    detachIdentity: async (userId, id) => {
      const { count } = await client.identity.deleteMany({ where: { id, userId } });
      return count === 1;
    },
  };
}

function createCodes(
  client: PrismaTransaction,
): Pick<AccountStore, 'saveLinkCode' | 'takeLinkCode' | 'countGuess' | 'clearGuesses'> {
  return {
    saveLinkCode: async ({ userId, codeHash, expiresAt }) => {
      await client.linkCode.deleteMany({ where: { userId, usedAt: null } });
      await client.linkCode.create({ data: { userId, codeHash, expiresAt } });
    },
    takeLinkCode: async (codeHash, now) => {
      // One statement takes it, so that of two at the same moment only one succeeds.
      const taken = await client.linkCode.updateManyAndReturn({
        where: { codeHash, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      });
      const code = taken[0];
      return code ? { userId: code.userId } : null;
    },
    countGuess: async (subject, now, windowSeconds) => {
      const resetsAt = new Date(now.getTime() + windowSeconds * 1000);
      const rows = await client.$queryRaw<{ guesses: number }[]>`
        INSERT INTO guess_counts (subject, guesses, resets_at) VALUES (${subject}, 1, ${resetsAt})
        ON CONFLICT (subject) DO UPDATE SET
          guesses = CASE WHEN guess_counts.resets_at <= ${now} THEN 1 ELSE guess_counts.guesses + 1 END,
          resets_at = CASE WHEN guess_counts.resets_at <= ${now} THEN ${resetsAt} ELSE guess_counts.resets_at END
        RETURNING guesses`;
      return rows[0]?.guesses ?? 1;
    },
    clearGuesses: async (subject) => {
      await client.guessCount.deleteMany({ where: { subject } });
    },
  };
}

function createRevocations(
  client: PrismaTransaction,
): Pick<AccountStore, 'revokeToken' | 'isRevoked' | 'deleteExpired' | 'deleteUntouched'> {
  return {
    revokeToken: async (tokenId, expiresAt) => {
      await client.revokedToken.upsert({
        where: { tokenId },
        create: { tokenId, expiresAt },
        update: { expiresAt },
      });
    },
    isRevoked: async (tokenIds) =>
      (await client.revokedToken.findFirst({ where: { tokenId: { in: [...tokenIds] } } })) !== null,
    deleteExpired: async (now) => {
      const tokens = await client.revokedToken.deleteMany({ where: { expiresAt: { lt: now } } });
      const codes = await client.linkCode.deleteMany({ where: { expiresAt: { lt: now } } });
      const guesses = await client.guessCount.deleteMany({ where: { resetsAt: { lt: now } } });
      const logins = await client.localRefreshToken.deleteMany({ where: { expiresAt: { lt: now } } });
      return tokens.count + codes.count + guesses.count + logins.count;
    },
    deleteUntouched: (before) => deleteUntouched(client, before),
  };
}

const atOnce = 1_000;

async function deleteUntouched(client: PrismaTransaction, before: Date) {
  const sessions = await client.chatSession.findMany({
    where: { updatedAt: { lt: before } },
    select: { id: true },
    take: atOnce,
  });
  await client.chatSession.deleteMany({ where: { id: { in: sessions.map(({ id }) => id) } } });
  const documents = await client.financialDocument.findMany({
    where: { uploadedAt: { lt: before }, processingStatus: { in: ['completed', 'failed'] } },
    select: { id: true, s3Key: true },
    take: atOnce,
  });
  await client.financialDocument.deleteMany({ where: { id: { in: documents.map(({ id }) => id) } } });
  return {
    sessions: sessions.length,
    documents: documents.length,
    objectKeys: documents.map(({ s3Key }) => s3Key),
  };
}
