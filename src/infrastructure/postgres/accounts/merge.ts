import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';

/**
 * Moves everything of one user to another and deletes the first. What both have once only (a profile, a rating of the
 * same film) is settled first: lists are united, the newer of two statements of the user wins, the same file and the
 * same statement line are kept once. Every other row of every table with a `user_id` then changes hands, tables of
 * the future included.
 * @returns the keys of files that are superfluous now
 */
export async function mergeUsers(client: PrismaTransaction, from: string, into: string) {
  const objectKeys = await dropDuplicateDocuments(client, from, into);
  await uniteBankAccounts(client, from, into);
  await uniteTransactions(client, from, into);
  await unitePreferences(client, from, into);
  await uniteSettings(client, from, into);
  await keepNewest(client, from, into);
  await uniteConversations(client, from, into);
  await dropRepeatedSubscriptions(client, from, into);
  await client.linkCode.deleteMany({ where: { userId: from } });
  await client.expenseCategory.deleteMany({ where: { userId: from } });
  await keepSubject(client, from, into);
  await moveRest(client, from, into);
  await client.user.delete({ where: { id: from } });
  return { objectKeys };
}

async function dropDuplicateDocuments(client: PrismaTransaction, from: string, into: string) {
  const rows = await client.$queryRaw<{ id: string; key: string }[]>`
    SELECT d.id, d.s3_key AS key FROM financial_documents d
    JOIN document_readings mine ON mine.document_id = d.id AND mine.user_id = ${from}::uuid
    JOIN document_readings other ON other.sha256 = mine.sha256 AND other.user_id = ${into}::uuid`;
  if (rows.length === 0) return [];
  const ids = Prisma.join(rows.map((row) => Prisma.sql`${row.id}::uuid`));
  await client.$executeRaw`
    DELETE FROM transactions t WHERE t.user_id = ${from}::uuid
      AND EXISTS (SELECT 1 FROM transaction_sources s WHERE s.transaction_id = t.id AND s.document_id IN (${ids}))
      AND NOT EXISTS (SELECT 1 FROM transaction_sources s WHERE s.transaction_id = t.id AND s.document_id NOT IN (${ids}))`;
  await client.$executeRaw`DELETE FROM financial_documents WHERE id IN (${ids})`;
  return rows.map((row) => row.key);
}

async function uniteBankAccounts(client: PrismaTransaction, from: string, into: string): Promise<void> {
  await client.$executeRaw`
    UPDATE transactions t SET account_id = kept.id
    FROM bank_accounts gone JOIN bank_accounts kept
      ON kept.account_key = gone.account_key AND kept.user_id = ${into}::uuid AND gone.user_id = ${from}::uuid
    WHERE t.account_id = gone.id`;
}

/** Statements that overlap show the same line twice; lines are paired one to one, so two equal coffees stay two. */
async function uniteTransactions(client: PrismaTransaction, from: string, into: string): Promise<void> {
  const pairs = await client.$queryRaw<{ gone: string; kept: string }[]>`
    WITH lines AS (
      SELECT id, user_id, account_id, posted_on, amount_minor, currency, lower(description) AS text,
             row_number() OVER (
               PARTITION BY user_id, account_id, posted_on, amount_minor, currency, lower(description)
               ORDER BY created_at, id) AS number
      FROM transactions
      WHERE user_id IN (${from}::uuid, ${into}::uuid) AND origin = 'statement' AND account_id IS NOT NULL
    )
    SELECT gone.id AS gone, kept.id AS kept FROM lines gone JOIN lines kept
      USING (account_id, posted_on, amount_minor, currency, text, number)
    WHERE gone.user_id = ${from}::uuid AND kept.user_id = ${into}::uuid`;
  if (pairs.length === 0) return;
  const table = Prisma.join(pairs.map((pair) => Prisma.sql`(${pair.gone}::uuid, ${pair.kept}::uuid)`));
  await client.$executeRaw`
    UPDATE transaction_sources s SET transaction_id = p.kept
    FROM (VALUES ${table}) AS p(gone, kept) WHERE s.transaction_id = p.gone`;
  await client.$executeRaw`
    UPDATE transactions t SET matched_transaction_id = p.kept
    FROM (VALUES ${table}) AS p(gone, kept) WHERE t.matched_transaction_id = p.gone`;
  await client.$executeRaw`
    DELETE FROM transactions t USING (VALUES ${table}) AS p(gone, kept) WHERE t.id = p.gone`;
}

async function unitePreferences(client: PrismaTransaction, from: string, into: string): Promise<void> {
  const union = (column: string) => {
    const name = Prisma.raw(column);
    return Prisma.sql`${name} = ARRAY(SELECT DISTINCT unnest(kept.${name} || gone.${name}))`;
  };
  await client.$executeRaw`
    UPDATE entertainment_preferences kept SET
      ${union('preferred_genres')}, ${union('disliked_genres')},
      ${union('streaming_subscriptions')}, ${union('preferred_activities')},
      price_sensitivity = coalesce(kept.price_sensitivity, gone.price_sensitivity)
    FROM entertainment_preferences gone
    WHERE kept.user_id = ${into}::uuid AND gone.user_id = ${from}::uuid`;
}

async function uniteSettings(client: PrismaTransaction, from: string, into: string): Promise<void> {
  await client.$executeRaw`
    UPDATE user_settings kept SET
      locale = coalesce(kept.locale, gone.locale), time_zone = coalesce(kept.time_zone, gone.time_zone),
      region = coalesce(kept.region, gone.region),
      alerts_enabled = kept.alerts_enabled OR gone.alerts_enabled,
      digest_enabled = kept.digest_enabled OR gone.digest_enabled,
      quiet_from = coalesce(kept.quiet_from, gone.quiet_from), quiet_to = coalesce(kept.quiet_to, gone.quiet_to),
      home_conversation_id = coalesce(kept.home_conversation_id, gone.home_conversation_id)
    FROM user_settings gone WHERE kept.user_id = ${into}::uuid AND gone.user_id = ${from}::uuid`;
}

/** Where the user said the same kind of thing twice, the later word counts. */
async function keepNewest(client: PrismaTransaction, from: string, into: string): Promise<void> {
  await client.$executeRaw`
    DELETE FROM ratings kept USING ratings other
    WHERE kept.user_id = ${into}::uuid AND other.user_id = ${from}::uuid
      AND kept.item_id = other.item_id AND kept.created_at < other.created_at`;
  await client.$executeRaw`
    DELETE FROM stated_figures kept USING stated_figures other
    WHERE kept.user_id = ${into}::uuid AND other.user_id = ${from}::uuid
      AND kept.figure = other.figure AND kept.stated_at < other.stated_at`;
  await client.$executeRaw`
    DELETE FROM category_rules kept USING category_rules other
    WHERE kept.user_id = ${into}::uuid AND other.user_id = ${from}::uuid
      AND kept.merchant_key = other.merchant_key AND kept.created_at < other.created_at`;
}

/** In one channel both may have a conversation of their own: its messages and turns go to the one that stays. */
async function uniteConversations(client: PrismaTransaction, from: string, into: string): Promise<void> {
  for (const table of ['inbound_messages', 'turns']) {
    await client.$executeRaw`
      UPDATE ${Prisma.raw(table)} t SET conversation_id = kept.id
      FROM conversations gone JOIN conversations kept USING (platform, tenant, address)
      WHERE gone.user_id = ${from}::uuid AND kept.user_id = ${into}::uuid AND t.conversation_id = gone.id`;
  }
}

async function dropRepeatedSubscriptions(client: PrismaTransaction, from: string, into: string) {
  await client.$executeRaw`
    DELETE FROM subscriptions gone USING subscriptions kept
    WHERE gone.user_id = ${from}::uuid AND kept.user_id = ${into}::uuid
      AND (lower(gone.name) = lower(kept.name) OR gone.merchant_key = kept.merchant_key)
      AND (gone.status = kept.status OR gone.status = 'proposed')`;
}

/** The subject of the user who goes (a guest, a chat user) leads to the one who stays. */
async function keepSubject(client: PrismaTransaction, from: string, into: string): Promise<void> {
  await client.$executeRaw`
    INSERT INTO identities (user_id, platform, tenant, platform_user_id, display_name)
    SELECT ${into}::uuid, parts[1], parts[2], parts[3], display_name
    FROM (SELECT regexp_match(cognito_sub, '^([^:]*):([^:]*):(.*)$') AS parts, display_name
          FROM users WHERE id = ${from}::uuid) AS subject
    WHERE parts IS NOT NULL
    ON CONFLICT (platform, tenant, platform_user_id) DO UPDATE SET user_id = excluded.user_id`;
}

async function moveRest(client: PrismaTransaction, from: string, into: string): Promise<void> {
  const uniques = await client.$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT c.relname AS "table",
           array_agg(a.attname::text) FILTER (WHERE a.attname <> 'user_id') AS columns
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
    WHERE i.indisunique
    GROUP BY c.relname, i.indexrelid HAVING bool_or(a.attname = 'user_id')`;
  for (const { table, columns } of uniques) {
    const same = (columns ?? []).map((column) => `AND gone."${column}" = kept."${column}"`).join(' ');
    await client.$executeRawUnsafe(
      `DELETE FROM "${table}" gone USING "${table}" kept
       WHERE gone.user_id = $1::uuid AND kept.user_id = $2::uuid ${same}`,
      from,
      into,
    );
  }
  const tables = await client.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'user_id'`;
  for (const { name } of tables) {
    await client.$executeRawUnsafe(
      `UPDATE "${name}" SET user_id = $1::uuid WHERE user_id = $2::uuid`,
      into,
      from,
    );
  }
}
