import type { PrismaClient } from './client.js';

/** An account of the embedded identity provider. */
export interface LocalAccount {
  readonly subject: string;
  readonly email: string;
  readonly displayName: string | null;
  readonly passwordHash: string | null;
  readonly confirmed: boolean;
}

/** What the embedded identity provider keeps, and keys that the server makes for itself. */
export interface LocalAccountStore {
  /** @returns false when the address is taken. */
  create(account: LocalAccount): Promise<boolean>;
  findByEmail(email: string): Promise<LocalAccount | null>;
  find(subject: string): Promise<LocalAccount | null>;
  confirm(subject: string): Promise<void>;
  /** Deletes the account with its refresh tokens. */
  delete(subject: string): Promise<void>;
  saveRefreshToken(token: { tokenHash: string; subject: string; expiresAt: Date }): Promise<void>;
  /** The account of a refresh token that is neither expired nor revoked. */
  findByRefreshToken(tokenHash: string, now: Date): Promise<LocalAccount | null>;
  revokeRefreshToken(tokenHash: string, at: Date): Promise<void>;
}

export function createLocalAccountStore(client: PrismaClient): LocalAccountStore {
  return {
    create: async (account) => {
      const { count } = await client.localAccount.createMany({ data: [account], skipDuplicates: true });
      return count === 1;
    },
    findByEmail: (email) => client.localAccount.findUnique({ where: { email } }),
    find: (subject) => client.localAccount.findUnique({ where: { subject } }),
    confirm: async (subject) => {
      await client.localAccount.updateMany({ where: { subject }, data: { confirmed: true } });
    },
    delete: async (subject) => {
      await client.localAccount.deleteMany({ where: { subject } });
    },
    saveRefreshToken: async (data) => {
      await client.localRefreshToken.create({ data });
    },
    findByRefreshToken: async (tokenHash, now) => {
      const row = await client.localRefreshToken.findUnique({
        where: { tokenHash },
        include: { account: true },
      });
      return row && row.revokedAt === null && row.expiresAt > now ? row.account : null;
    },
    revokeRefreshToken: async (tokenHash, at) => {
      await client.localRefreshToken.updateMany({
        where: { tokenHash, revokedAt: null },
        data: { revokedAt: at },
      });
    },
  };
}

/**
 * A secret of this installation, made once and then the same for every process and every start.
 * @param make a new value, in case there is none yet
 */
export async function serverSecret(
  client: PrismaClient,
  name: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const known = await client.serverSecret.findUnique({ where: { name } });
  if (known) return known.value;
  await client.serverSecret.createMany({ data: [{ name, value: await make() }], skipDuplicates: true });
  return (await client.serverSecret.findUniqueOrThrow({ where: { name } })).value;
}

/** A remark of the server's to itself, such as what it has done already; null where there is none. */
export async function readRemark(client: PrismaClient, name: string): Promise<string | null> {
  return (await client.serverSecret.findUnique({ where: { name } }))?.value ?? null;
}

export async function writeRemark(client: PrismaClient, name: string, value: string): Promise<void> {
  await client.serverSecret.upsert({ where: { name }, create: { name, value }, update: { value } });
}
