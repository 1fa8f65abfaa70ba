import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLinkCode } from '../../../src/core/accounts/create-link-code.js';
import { exportUser } from '../../../src/core/accounts/export-user.js';
import { findOrCreateUserForIdentity } from '../../../src/core/accounts/find-or-create-user-for-identity.js';
import { forgetUser } from '../../../src/core/accounts/forget-user.js';
import { getAccount } from '../../../src/core/accounts/get-account.js';
import { redeemLinkCode } from '../../../src/core/accounts/redeem-link-code.js';
import { unlinkIdentity } from '../../../src/core/accounts/unlink-identity.js';
import { createSettableClock, openTestContext, type TestContext } from '../../support/context.js';
import { fillUser, tablesOfUsers } from '../../support/fill-user.js';

const clock = createSettableClock('2026-03-14T12:00:00Z');
let opened: TestContext;

beforeAll(async () => {
  opened = await openTestContext({ clock: clock.clock });
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.reset();
  clock.set('2026-03-14T12:00:00Z');
});

function slackUser(userId: string) {
  return { platform: 'slack', tenant: 'T1', userId, displayName: `Person ${userId}` };
}

async function createLogin(subject: string): Promise<string> {
  const user = await opened.context.database.store.accounts.ensureUser({
    id: opened.context.ids.uuid(),
    subject,
    email: `${subject}@example.com`,
    displayName: null,
  });
  return user.id;
}

async function rowsOf(userId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tablesOfUsers(opened.database.pool)) {
    const { rows } = await opened.database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE user_id = $1`,
      [userId],
    );
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}

async function join(maker: string, teller: string) {
  const { code } = await createLinkCode(opened.context, { userId: maker });
  return redeemLinkCode(opened.context, { userId: teller, code });
}

describe('somebody who writes on a platform', () => {
  test('has one account, however often and at once they write, and no e-mail', async () => {
    const found = await Promise.all(
      [1, 2, 3].map(() => findOrCreateUserForIdentity(opened.context, slackUser('U1'))),
    );
    expect(new Set(found.map((user) => user.id)).size).toBe(1);
    expect(found[0]).toMatchObject({ email: null, displayName: 'Person U1' });
    const { rows } = await opened.database.pool.query('SELECT cognito_sub, email FROM users');
    expect(rows).toHaveLength(1);
    expect(rows[0].cognito_sub).toBe('slack:T1:U1');
    expect(rows[0].email).toMatch(/@users\.invalid$/);
  });
});

describe('two people with one e-mail address', () => {
  test('are never joined by it', async () => {
    const { accounts } = opened.context.database.store;
    const add = (subject: string) =>
      accounts.ensureUser({
        id: opened.context.ids.uuid(),
        subject,
        email: 'same@example.com',
        displayName: null,
      });
    const first = await add('sub-1');
    const second = await add('sub-2');
    expect(second.id).not.toBe(first.id);
    expect(first.email).toBe('same@example.com');
    expect(second.email).toMatch(/@users\.invalid$/);
  });
});

describe('a code', () => {
  test('joins a chat account with a login, which stays', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    expect(await join(login, chat.id)).toEqual({ userId: login, merged: true });
    expect((await findOrCreateUserForIdentity(opened.context, slackUser('U1'))).id).toBe(login);
    expect((await getAccount(opened.context, { userId: login })).identities).toMatchObject([
      { platform: 'slack', tenant: 'T1' },
    ]);
  });

  test('works the other way round as well: made in chat, told on the page', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    expect(await join(chat.id, login)).toEqual({ userId: login, merged: true });
  });

  test('is forgiven small letters, blanks, and letters that look like digits', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const { code } = await createLinkCode(opened.context, { userId: login });
    const typed = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ')} `;
    expect(await redeemLinkCode(opened.context, { userId: chat.id, code: typed })).toMatchObject({
      merged: true,
    });
  });

  test('works once, for ten minutes, and only the latest one', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const refused = { kind: 'invalid', code: 'CODE_INVALID' };

    const earlier = await createLinkCode(opened.context, { userId: login });
    const later = await createLinkCode(opened.context, { userId: login });
    await expect(
      redeemLinkCode(opened.context, { userId: chat.id, code: earlier.code }),
    ).rejects.toMatchObject(refused);

    clock.set('2026-03-14T12:10:01Z');
    await expect(redeemLinkCode(opened.context, { userId: chat.id, code: later.code })).rejects.toMatchObject(
      refused,
    );

    const good = await createLinkCode(opened.context, { userId: login });
    await redeemLinkCode(opened.context, { userId: chat.id, code: good.code });
    const other = await findOrCreateUserForIdentity(opened.context, slackUser('U2'));
    await expect(redeemLinkCode(opened.context, { userId: other.id, code: good.code })).rejects.toMatchObject(
      refused,
    );
  });

  test('is kept as a hash only', async () => {
    const login = await createLogin('sub-1');
    const { code } = await createLinkCode(opened.context, { userId: login });
    const { rows } = await opened.database.pool.query('SELECT * FROM link_codes');
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
  });

  test('cannot be guessed: the sixth wrong one within a quarter of an hour is not even looked at', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const { code } = await createLinkCode(opened.context, { userId: login });
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(
        redeemLinkCode(opened.context, { userId: chat.id, code: `WRONG-00${guess}` }),
      ).rejects.toMatchObject({ kind: 'invalid' });
    }
    await expect(redeemLinkCode(opened.context, { userId: chat.id, code })).rejects.toMatchObject({
      kind: 'limited',
      code: 'TOO_MANY_CODES',
    });
    clock.set('2026-03-14T12:16:00Z');
    const fresh = await createLinkCode(opened.context, { userId: login });
    expect(await redeemLinkCode(opened.context, { userId: chat.id, code: fresh.code })).toMatchObject({
      merged: true,
    });
  });

  test('told by its own maker changes nothing', async () => {
    const login = await createLogin('sub-1');
    expect(await join(login, login)).toEqual({ userId: login, merged: false });
  });

  test('leaves two accounts with logins apart', async () => {
    await expect(join(await createLogin('sub-1'), await createLogin('sub-2'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'TWO_LOGINS',
    });
  });
});

describe('joining', () => {
  test('moves the rows of every table that has a user', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    await opened.database.pool.query('DELETE FROM user_settings');
    await fillUser(opened.database.pool, chat.id, 'from chat');
    const before = await rowsOf(chat.id);
    for (const [table, count] of Object.entries(before)) expect([table, count > 0]).toEqual([table, true]);

    await join(login, chat.id);

    const after = await rowsOf(login);
    const kept = Object.keys(before).filter(
      (table) => table !== 'link_codes' && table !== 'expense_categories',
    );
    for (const table of kept) expect([table, after[table]]).toEqual([table, before[table]]);
    expect(Object.values(await rowsOf(chat.id)).every((count) => count === 0)).toBe(true);
  });

  test('settles what both have, table by table, without a conflict', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    await opened.database.pool.query('DELETE FROM user_settings');
    await fillUser(opened.database.pool, login, 'the same in both');
    // The same item, so that unique rows about it collide.
    const { rows } = await opened.database.pool.query<{ id: string }>('SELECT id FROM entertainment_items');
    await fillUser(opened.database.pool, chat.id, 'the same in both');
    for (const table of ['ratings', 'item_states', 'wishlist_items']) {
      await opened.database.pool.query(`UPDATE ${table} SET item_id = $1`, [rows[0]?.id]);
    }
    await join(login, chat.id);
    const after = await rowsOf(login);
    for (const table of ['ratings', 'item_states', 'wishlist_items', 'user_settings', 'financial_profiles']) {
      expect([table, after[table]]).toEqual([table, 1]);
    }
    expect(after.chat_sessions).toBe(2);
  });

  test('keeps one of two equal files, and the lines of overlapping statements once', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const pool = opened.database.pool;
    const statement = async (userId: string, sha: string, lines: [string, string, number][]) => {
      const { rows } = await pool.query(
        `INSERT INTO financial_documents (user_id, document_type, file_name, s3_key)
         VALUES ($1, 'bank_statement', 'x.pdf', $2) RETURNING id`,
        [userId, `users/${userId}/documents/${sha}`],
      );
      const documentId: string = rows[0].id;
      await pool.query('INSERT INTO document_readings (document_id, user_id, sha256) VALUES ($1, $2, $3)', [
        documentId,
        userId,
        sha.repeat(64),
      ]);
      const account = await pool.query(
        `INSERT INTO bank_accounts (user_id, account_key, kind, currency) VALUES ($1, 'bank 1234', 'checking', 'USD')
         ON CONFLICT (user_id, account_key) DO UPDATE SET kind = excluded.kind RETURNING id`,
        [userId],
      );
      for (const [index, [date, text, amount]] of lines.entries()) {
        const added = await pool.query(
          `INSERT INTO transactions (user_id, account_id, origin, posted_on, description, merchant_key, merchant_name,
             amount_minor, currency, category, category_source, role)
           VALUES ($1, $2, 'statement', $3, $4::text, $4::text, $4::text, $5, 'USD', 'coffee', 'none', 'spending') RETURNING id`,
          [userId, account.rows[0].id, date, text, amount],
        );
        await pool.query(
          'INSERT INTO transaction_sources (transaction_id, document_id, page, line, text) VALUES ($1, $2, 1, $3, $4)',
          [added.rows[0].id, documentId, index + 1, text],
        );
      }
    };
    await statement(login, 'a', [
      ['2026-01-05', 'COFFEE', -450],
      ['2026-01-05', 'COFFEE', -450],
      ['2026-01-06', 'RENT', -90_000],
    ]);
    await statement(chat.id, 'a', [
      ['2026-01-05', 'COFFEE', -450],
      ['2026-01-05', 'COFFEE', -450],
      ['2026-01-06', 'RENT', -90_000],
    ]);
    await statement(chat.id, 'b', [
      ['2026-01-06', 'RENT', -90_000],
      ['2026-01-07', 'BOOKS', -2_000],
    ]);

    await join(login, chat.id);

    const { rows } = await pool.query(
      `SELECT t.description, count(DISTINCT t.id)::int AS n, count(s.id)::int AS sources FROM transactions t
       JOIN transaction_sources s ON s.transaction_id = t.id WHERE t.user_id = $1 GROUP BY 1 ORDER BY 1`,
      [login],
    );
    expect(rows).toEqual([
      { description: 'BOOKS', n: 1, sources: 1 },
      { description: 'COFFEE', n: 2, sources: 2 },
      { description: 'RENT', n: 1, sources: 2 },
    ]);
    const jobs = await pool.query("SELECT data FROM pgboss.job WHERE name = 'delete-objects'");
    expect(jobs.rows).toEqual([{ data: { keys: [`users/${chat.id}/documents/a`] } }]);
  });
});

describe('separating', () => {
  test('gives the person a fresh account there, and leaves what was learned with the login', async () => {
    const login = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    await join(login, chat.id);
    const [identity] = (await getAccount(opened.context, { userId: login })).identities;
    await unlinkIdentity(opened.context, { userId: login, identityId: identity?.id ?? '' });
    const fresh = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    expect(fresh.id).not.toBe(login);
    expect((await getAccount(opened.context, { userId: login })).identities).toEqual([]);
  });

  test('does not lock anybody out of an account that lives through its chat', async () => {
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const [identity] = (await getAccount(opened.context, { userId: chat.id })).identities;
    await expect(
      unlinkIdentity(opened.context, { userId: chat.id, identityId: identity?.id ?? '' }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'LAST_IDENTITY' });
  });

  test('touches nobody else’s identity', async () => {
    const mine = await createLogin('sub-1');
    const chat = await findOrCreateUserForIdentity(opened.context, slackUser('U1'));
    const [identity] = (await getAccount(opened.context, { userId: chat.id })).identities;
    await expect(
      unlinkIdentity(opened.context, { userId: mine, identityId: identity?.id ?? '' }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('an export', () => {
  test('holds the rows of every table that has a user, and nobody else’s', async () => {
    const mine = await createLogin('sub-1');
    const other = await createLogin('sub-2');
    await fillUser(opened.database.pool, mine, 'mine alone');
    await fillUser(opened.database.pool, other, 'of somebody else');
    const { tables } = await exportUser(opened.context, { userId: mine });
    const expected = (await tablesOfUsers(opened.database.pool)).filter(
      (table) => table !== 'link_codes' && table !== 'idempotency_keys',
    );
    for (const table of expected) expect([table, tables[table]?.length]).toEqual([table, 1]);
    const text = JSON.stringify(tables);
    expect(text).toContain('mine alone');
    expect(text).not.toContain('of somebody else');
    expect(text).not.toContain(other);
  });
});

describe('forgetting somebody', () => {
  test('leaves no row with their id, deletes their files and login, and an audit entry that names nobody', async () => {
    const mine = await createLogin('sub-1');
    const other = await createLogin('sub-2');
    await fillUser(opened.database.pool, mine, 'mine alone');
    await fillUser(opened.database.pool, other, 'of somebody else');

    await forgetUser(opened.context, { userId: mine });

    expect(Object.values(await rowsOf(mine)).every((count) => count === 0)).toBe(true);
    expect(Object.values(await rowsOf(other)).every((count) => count === 1)).toBe(true);
    const jobs = await opened.database.pool.query('SELECT name, data FROM pgboss.job ORDER BY name');
    expect(jobs.rows).toEqual([
      { name: 'delete-login', data: { subject: 'sub-1' } },
      { name: 'delete-objects', data: { keys: [expect.stringMatching(/^users\//)] } },
    ]);
    const audit = await opened.database.pool.query('SELECT * FROM audit_entries');
    expect(audit.rows).toMatchObject([{ action: 'user-forgotten', details: { documents: 1 } }]);
    expect(JSON.stringify(audit.rows)).not.toContain(mine);
    expect(JSON.stringify(audit.rows)).not.toContain('sub-1');
  });

  test('refuses the tokens that are still out', async () => {
    const mine = await createLogin('sub-1');
    await forgetUser(opened.context, { userId: mine });
    expect(await opened.context.database.store.accounts.isRevoked(['subject:sub-1'])).toBe(true);
  });
});
