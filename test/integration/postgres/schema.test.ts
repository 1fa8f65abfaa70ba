import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { describeDrift } from '../../support/schema-drift.js';

/** The columns that the specification fixes, in PostgreSQL's own words: type, then what else is fixed. */
const contract: Record<string, Record<string, string>> = {
  users: {
    id: 'uuid not null default gen_random_uuid()',
    cognito_sub: 'varchar(255) not null',
    email: 'varchar(255) not null',
    display_name: 'varchar(100)',
    created_at: 'timestamp not null default now',
    updated_at: 'timestamp not null default now',
  },
  financial_profiles: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    monthly_income: 'numeric(12,2)',
    fixed_expenses: 'numeric(12,2)',
    savings_goal_percent: 'numeric(5,2)',
    entertainment_budget: 'numeric(12,2)',
    currency: "varchar(3) default 'USD'",
    last_analyzed_at: 'timestamp',
    created_at: 'timestamp not null default now',
    updated_at: 'timestamp not null default now',
  },
  expense_categories: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    category: 'varchar(50) not null',
    monthly_amount: 'numeric(12,2)',
    is_fixed: 'bool default false',
    created_at: 'timestamp not null default now',
  },
  financial_documents: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    document_type: 'varchar(50) not null',
    file_name: 'varchar(255) not null',
    s3_key: 'varchar(500) not null',
    file_size_bytes: 'int8',
    mime_type: 'varchar(100)',
    processing_status: "varchar(20) default 'pending'",
    extracted_data: 'jsonb',
    uploaded_at: 'timestamp not null default now',
    processed_at: 'timestamp',
  },
  entertainment_preferences: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    preferred_genres: '_text',
    disliked_genres: '_text',
    streaming_subscriptions: '_text',
    preferred_activities: '_text',
    price_sensitivity: 'varchar(20)',
    created_at: 'timestamp not null default now',
    updated_at: 'timestamp not null default now',
  },
  entertainment_items: {
    id: 'uuid not null default gen_random_uuid()',
    title: 'varchar(255) not null',
    type: 'varchar(50) not null',
    description: 'text',
    genre: 'varchar(100)',
    price: 'numeric(10,2)',
    price_type: 'varchar(20)',
    platform: 'varchar(100)',
    external_url: 'varchar(500)',
    image_url: 'varchar(500)',
    rating: 'numeric(3,2)',
    metadata: 'jsonb',
    created_at: 'timestamp not null default now',
  },
  chat_sessions: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    title: 'varchar(255)',
    context_summary: 'text',
    created_at: 'timestamp not null default now',
    updated_at: 'timestamp not null default now',
  },
  chat_messages: {
    id: 'uuid not null default gen_random_uuid()',
    session_id: 'uuid not null',
    role: 'varchar(20) not null',
    content: 'text not null',
    extracted_preferences: 'jsonb',
    extracted_financial_info: 'jsonb',
    created_at: 'timestamp not null default now',
  },
  recommendations: {
    id: 'uuid not null default gen_random_uuid()',
    user_id: 'uuid not null',
    session_id: 'uuid',
    entertainment_id: 'uuid',
    reason: 'text',
    estimated_cost: 'numeric(10,2)',
    user_response: 'varchar(20)',
    created_at: 'timestamp not null default now',
  },
};

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  length: number | null;
  precision: number | null;
  scale: number | null;
  is_nullable: string;
  column_default: string | null;
}

function describeColumn(column: Column): string {
  const size =
    column.length !== null
      ? `(${column.length})`
      : column.udt_name === 'numeric'
        ? `(${column.precision},${column.scale})`
        : '';
  const standard = column.column_default
    ?.replace(/^(CURRENT_TIMESTAMP|now\(\))$/, 'now')
    .replace(/::character varying$/, '');
  return [
    `${column.udt_name}${size}`,
    column.is_nullable === 'NO' ? 'not null' : '',
    standard === undefined ? '' : `default ${standard}`,
  ]
    .filter(Boolean)
    .join(' ');
}

describe('the database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());

  test('is what prisma/schema.prisma says once the migrations have run', async () => {
    expect(await describeDrift(db.connection)).toBe('');
  });

  test.each(Object.keys(contract))(
    '%s has the specified columns, with their names and types',
    async (table) => {
      const { rows } = await db.pool.query<Column>(
        `SELECT table_name, column_name, udt_name, is_nullable, column_default,
              character_maximum_length AS length, numeric_precision AS precision, numeric_scale AS scale
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
        [table],
      );
      const columns = Object.fromEntries(rows.map((row) => [row.column_name, describeColumn(row)]));
      expect(columns).toEqual(contract[table]);
    },
  );

  test('deletes all that belongs to a user with the user, and keeps recommendations of a deleted session', async () => {
    const { rows } = await db.pool.query<{ child: string; parent: string; rule: string }>(
      `SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent, confdeltype AS rule
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    const toUsers = rows.filter((row) => row.parent === 'users');
    expect(toUsers.length).toBeGreaterThan(15);
    expect(toUsers.filter((row) => row.rule !== 'c')).toEqual([]);
    expect(rows).toContainEqual({ child: 'recommendations', parent: 'chat_sessions', rule: 'n' });
    expect(rows).toContainEqual({ child: 'chat_messages', parent: 'chat_sessions', rule: 'c' });
  });

  test.each([
    ["INSERT INTO entertainment_items (title, type) VALUES ('x', 'opera')", 'entertainment_items_type'],
    [
      "INSERT INTO entertainment_items (title, type, rating) VALUES ('x', 'movie', 5.01)",
      'entertainment_items_rating',
    ],
    [
      "INSERT INTO entertainment_items (title, type, price_type) VALUES ('x', 'movie', 'barter')",
      'entertainment_items_price_type',
    ],
  ])('refuses a value outside the specified ones: %s', async (statement, constraint) => {
    await expect(db.pool.query(statement)).rejects.toMatchObject({ code: '23514', constraint });
  });
});
