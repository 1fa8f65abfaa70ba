import { createHash } from 'node:crypto';
import type { AccountStore, UserRecord } from '../../../core/ports/stores/accounts.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';

type Users =
  | 'findUser'
  | 'findUserBySubject'
  | 'findUserByIdentity'
  | 'ensureUser'
  | 'updateUser'
  | 'lockUsers'
  | 'deleteUser'
  | 'objectKeys'
  | 'audit';

interface UserRow {
  readonly id: string;
  readonly cognitoSub: string;
  readonly email: string;
  readonly displayName: string | null;
  readonly createdAt: Date;
}

function toUser(row: UserRow): UserRecord {
  return {
    id: row.id,
    subject: row.cognitoSub,
    email: row.email,
    displayName: row.displayName,
    createdAt: row.createdAt,
  };
}

/** An address that no mail reaches, the same for the same subject, and that does not show the subject. */
function placeholderEmail(subject: string): string {
  return `${createHash('sha256').update(subject).digest('hex').slice(0, 40)}@users.invalid`;
}

const longestName = 100;

function shorten(name: string | null): string | null {
  return name === null ? null : [...name].slice(0, longestName).join('');
}

export function createUsers(client: PrismaTransaction): Pick<AccountStore, Users> {
  return {
    findUser: async (id) => {
      const row = await client.user.findUnique({ where: { id } });
      return row && toUser(row);
    },
    findUserBySubject: async (cognitoSub) => {
      const row = await client.user.findUnique({ where: { cognitoSub } });
      return row && toUser(row);
    },
    findUserByIdentity: async (identity) => {
      const row = await client.identity.findUnique({
        where: { platform_tenant_platformUserId: { ...identity } },
        include: { user: true },
      });
      return row && toUser(row.user);
    },
    ensureUser: (input) => ensureUser(client, input),
    updateUser: async (id, { displayName, email }) => {
      const data = {
        ...(displayName !== undefined && { displayName: shorten(displayName) }),
        ...(email !== undefined && { email }),
      };
      return toUser(await client.user.update({ where: { id }, data }));
    },
    lockUsers: async (ids) => {
      const wanted = Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`));
      await client.$queryRaw`SELECT id FROM users WHERE id IN (${wanted}) ORDER BY id FOR UPDATE`;
    },
    deleteUser: async (id) => {
      const documents = await client.financialDocument.count({ where: { userId: id } });
      await client.user.delete({ where: { id } });
      return { documents };
    },
    objectKeys: async (userId) => {
      const rows = await client.financialDocument.findMany({ where: { userId }, select: { s3Key: true } });
      return rows.map((row) => row.s3Key);
    },
    audit: async ({ subjectHash, action, details }) => {
      await client.$executeRaw`
        INSERT INTO audit_entries (subject_hash, action, details)
        VALUES (${subjectHash}, ${action}, ${JSON.stringify(details)}::jsonb)`;
    },
  };
}

async function ensureUser(
  client: PrismaTransaction,
  input: { id: string; subject: string; email: string | null; displayName: string | null },
): Promise<UserRecord> {
  const placeholder = placeholderEmail(input.subject);
  const name = shorten(input.displayName);
  // Whoever has the address keeps it: the second of two gets the placeholder instead of an error.
  await client.$executeRaw`
    INSERT INTO users (id, cognito_sub, email, display_name)
    SELECT ${input.id}::uuid, ${input.subject},
           CASE WHEN EXISTS (SELECT 1 FROM users WHERE email = ${input.email})
                THEN ${placeholder} ELSE coalesce(${input.email}, ${placeholder}) END,
           ${name}
    ON CONFLICT DO NOTHING`;
  const row = await client.user.findUnique({ where: { cognitoSub: input.subject } });
  if (row) return toUser(row);
  // Two people with one address arrived at the same moment.
  const data = { id: input.id, cognitoSub: input.subject, email: placeholder, displayName: name };
  return toUser(await client.user.create({ data }));
}
