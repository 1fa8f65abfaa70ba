import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deleteDocument } from '../../../src/core/documents/delete-document.js';
import { getDocument } from '../../../src/core/documents/get-document.js';
import { getDocumentAnalysis } from '../../../src/core/documents/get-document-analysis.js';
import { listDocuments } from '../../../src/core/documents/list-documents.js';
import { presignDocument } from '../../../src/core/documents/presign-document.js';
import { processDocument } from '../../../src/core/documents/process-document.js';
import { removeObjects } from '../../../src/core/documents/remove-objects.js';
import { submitDocument } from '../../../src/core/documents/submit-document.js';
import { unlockDocument } from '../../../src/core/documents/unlock-document.js';
import { watchDocument } from '../../../src/core/documents/watch-document.js';
import type { CoreContext } from '../../../src/core/ports/context.js';
import { openTestContext, type TestContext } from '../../support/context.js';
import { buildFailure, buildStatement, createScriptedReader } from '../../support/readings.js';

const reader = createScriptedReader();
let opened: TestContext;
let context: CoreContext;
let userId: string;

beforeAll(async () => {
  opened = await openTestContext({ documentReader: reader });
  context = opened.context;
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.database.reset();
  userId = await createUser('sub-1');
});

async function createUser(subject: string): Promise<string> {
  const { accounts } = context.database.store;
  const input = { id: context.ids.uuid(), subject, email: null, displayName: null };
  return (await accounts.ensureUser(input)).id;
}

function pdf(content: string): Readable {
  return Readable.from([Buffer.from(`%PDF-1.7\n${content}`)]);
}

function submit(content: string, more: { userId?: string; fileName?: string } = {}) {
  return submitDocument(context, {
    userId: more.userId ?? userId,
    fileName: more.fileName ?? 'march.pdf',
    body: pdf(content),
  });
}

async function process(documentId: string): Promise<void> {
  await processDocument(context, { documentId, signal: AbortSignal.timeout(30_000) });
}

async function jobs(name: string): Promise<unknown[]> {
  const { rows } = await opened.database.pool.query('SELECT data FROM pgboss.job WHERE name = $1', [name]);
  return rows.map((row) => row.data);
}

async function count(table: string): Promise<number> {
  const { rows } = await opened.database.pool.query(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0].n;
}

const statement = buildStatement([
  { date: '2026-03-02', description: 'PAYROLL ACME', amount: 250_000 },
  { date: '2026-03-05', description: 'COFFEE CORNER', amount: -450 },
  { date: '2026-03-05', description: 'COFFEE CORNER', amount: -450 },
]);

describe('an upload', () => {
  test('is stored whole and queued for reading', async () => {
    const { document, duplicate } = await submit('one');
    expect(duplicate).toBe(false);
    expect(document).toMatchObject({ status: 'pending', fileName: 'march.pdf', size: 12, verdict: null });
    expect(await jobs('process-document')).toEqual([{ documentId: document.id }]);
    const { objectKey } = (await context.database.store.documents.findById(document.id)) ?? { objectKey: '' };
    expect(objectKey).toBe(`users/${userId}/documents/${document.id}`);
    const stored = await (await context.objects.get(objectKey)).toArray();
    expect(String(Buffer.concat(stored))).toBe('%PDF-1.7\none');
  });

  test('of the same content is recognised, whatever its name, and leaves one file', async () => {
    const first = await submit('one');
    const second = await submit('one', { fileName: 'again.pdf' });
    expect(second).toMatchObject({
      duplicate: true,
      document: { id: first.document.id, fileName: 'march.pdf' },
    });
    expect(await count('financial_documents')).toBe(1);
    const [superfluous] = await jobs('delete-objects');
    expect(superfluous).toEqual({ keys: [expect.not.stringContaining(first.document.id)] });
  });

  test('of the same content by somebody else is theirs alone', async () => {
    const other = await createUser('sub-2');
    const mine = await submit('one');
    const theirs = await submit('one', { userId: other });
    expect(theirs).toMatchObject({ duplicate: false });
    expect(theirs.document.id).not.toBe(mine.document.id);
  });

  test('twice at the same moment ends as one document', async () => {
    const results = await Promise.all([submit('one'), submit('one'), submit('one')]);
    expect(new Set(results.map(({ document }) => document.id)).size).toBe(1);
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  });

  test.each([
    ['nothing at all', [], { kind: 'invalid', code: 'EMPTY_FILE' }],
    [
      'something else than a PDF',
      [Buffer.from('PK\x03\x04 not a pdf')],
      { kind: 'invalid', code: 'NOT_A_PDF' },
    ],
    [
      'more than is allowed',
      [Buffer.from('%PDF-1.7'), Buffer.alloc(6 * 1024 * 1024), Buffer.alloc(5 * 1024 * 1024)],
      { kind: 'too-large', code: 'TOO_LARGE' },
    ],
  ])('of %s is refused and leaves nothing', async (_what, chunks, refusal) => {
    const body = Readable.from(chunks);
    await expect(submitDocument(context, { userId, fileName: 'x.pdf', body })).rejects.toMatchObject(refusal);
    expect(await count('financial_documents')).toBe(0);
    expect(await jobs('process-document')).toEqual([]);
    expect(await context.objects.deletePrefix(`users/${userId}/`)).toBe(0);
  });

  test('that breaks off is told as such and leaves nothing', async () => {
    const body = Readable.from(
      (async function* () {
        yield Buffer.from('%PDF-1.7 and then');
        throw new Error('the line is gone');
      })(),
    );
    await expect(submitDocument(context, { userId, fileName: 'x.pdf', body })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'UPLOAD_FAILED',
    });
    expect(await count('financial_documents')).toBe(0);
  });

  test('is refused while reading documents is switched off', async () => {
    const off = { ...context, settings: { ...context.settings, documentParsing: false } };
    await expect(submitDocument(off, { userId, fileName: 'x.pdf', body: pdf('one') })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'DOCUMENT_PARSING_OFF',
    });
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\march.pdf', 'march.pdf'],
    ['\u202Egnp.fdp', 'gnp.fdp'],
    ['a"b<c>.pdf', 'a_b_c_.pdf'],
    ['   ', 'document.pdf'],
    [`${'ü'.repeat(300)}.pdf`, `${'ü'.repeat(196)}.pdf`],
  ])('named %j is kept as %j', async (given, kept) => {
    const { document } = await submit(given, { fileName: given });
    expect(document.fileName).toBe(kept);
  });
});

describe('reading', () => {
  test('turns a statement into transactions with their lines, and settles the document', async () => {
    reader.script(statement);
    const { document } = await submit('one');
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'completed',
      verdict: 'verified',
      kind: 'bank_statement',
      documentType: 'bank_statement',
      failureCode: null,
    });
    expect(await count('transactions')).toBe(3);
    expect(await count('transaction_sources')).toBe(3);
    expect(await jobs('analyse-finances')).toEqual([{ userId }]);
    const analysis = await getDocumentAnalysis(context, { userId, documentId: document.id });
    expect(analysis.reading).toEqual(statement);
    expect(analysis.imported).toMatchObject({ rowsAdded: 3, rowsSkipped: 0 });
  });

  test('done twice does its work once', async () => {
    reader.script(statement);
    const { document } = await submit('one');
    await process(document.id);
    await process(document.id);
    expect(reader.asked).toHaveLength(1);
    expect(await count('transactions')).toBe(3);
  });

  test('that dies half way is done again with the same outcome', async () => {
    const { document } = await submit('one');
    reader.script(() => Promise.reject(new Error('the reading process was killed')), statement);
    await expect(process(document.id)).rejects.toThrow('killed');
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'processing',
    });
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'completed',
    });
    expect(await count('transactions')).toBe(3);
  });

  test('finds the kind in the content, whatever the sender said', async () => {
    reader.script(statement);
    const { document } = await submitDocument(context, {
      userId,
      fileName: 'x.pdf',
      body: pdf('x'),
      hint: 'receipt',
    });
    expect(document.documentType).toBe('receipt');
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      documentType: 'bank_statement',
    });
  });

  test('that finds nothing fails with the reason, and the same file may be tried again', async () => {
    reader.script(buildFailure('NO_TEXT', 'There is no text in it.'), statement);
    const { document } = await submit('one');
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'failed',
      verdict: 'failed',
      failureCode: 'NO_TEXT',
      passwordRequired: false,
    });
    const again = await submit('one');
    expect(again).toMatchObject({ duplicate: true, document: { id: document.id, status: 'pending' } });
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'completed',
    });
  });

  test('of a document that was deleted meanwhile stores nothing', async () => {
    const { document } = await submit('one');
    reader.script(async () => {
      await deleteDocument(context, { userId, documentId: document.id });
      return statement;
    });
    await process(document.id);
    expect(await count('transactions')).toBe(0);
    expect(await count('financial_documents')).toBe(0);
  });

  test('of a file that is gone ends as a failure, not in endless tries', async () => {
    const { document } = await submit('one');
    await context.objects.deletePrefix(`users/${userId}/`);
    await process(document.id);
    expect(await getDocument(context, { userId, documentId: document.id })).toMatchObject({
      status: 'failed',
    });
  });

  test('can be watched page by page', async () => {
    const { document } = await submit('one');
    reader.script(async ({ onProgress }) => {
      for (const page of [1, 2, 3]) {
        onProgress?.({ stage: 'text', page, pages: 3 });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return statement;
    });
    const seen: string[] = [];
    const watching = (async () => {
      const signal = AbortSignal.timeout(30_000);
      for await (const view of watchDocument(context, { userId, documentId: document.id, signal })) {
        seen.push(
          view.progress ? `${view.status} ${view.progress.page}/${view.progress.pages}` : view.status,
        );
      }
    })();
    await process(document.id);
    await watching;
    expect(seen[0]).toBe('pending');
    expect(seen.filter((state) => /^processing [123]\/3$/.test(state)).length).toBeGreaterThanOrEqual(2);
    expect(seen.at(-1)).toBe('completed');
  });
});

describe('a protected document', () => {
  const locked = buildFailure('PASSWORD_REQUIRED', 'It is protected by a password.');
  const wrong = buildFailure('PASSWORD_WRONG', 'That password does not open it.');

  async function submitLocked(): Promise<string> {
    const { document } = await submit('secret');
    await process(document.id);
    return document.id;
  }

  test('waits for its password, which is used once and stored nowhere', async () => {
    reader.script(locked, wrong, statement);
    const documentId = await submitLocked();
    expect(await getDocument(context, { userId, documentId })).toMatchObject({
      status: 'failed',
      passwordRequired: true,
      failureCode: 'PASSWORD_REQUIRED',
    });
    const signal = AbortSignal.timeout(30_000);
    const first = await unlockDocument(context, { userId, documentId, password: 'open barley', signal });
    expect(first).toMatchObject({ passwordRequired: true, failureCode: 'PASSWORD_WRONG' });
    const second = await unlockDocument(context, { userId, documentId, password: 'open sesame', signal });
    expect(second).toMatchObject({ status: 'completed', passwordRequired: false });
    expect(reader.asked.map(({ password }) => password)).toEqual([undefined, 'open barley', 'open sesame']);
    expect(await count('transactions')).toBe(3);
    await expectNowhere('sesame', 'barley');
  });

  test('cannot be opened by trying password after password', async () => {
    reader.script(locked, wrong);
    const documentId = await submitLocked();
    const signal = AbortSignal.timeout(20_000);
    for (let guess = 0; guess < 10; guess += 1) {
      await unlockDocument(context, { userId, documentId, password: `guess ${guess}`, signal });
    }
    await expect(
      unlockDocument(context, { userId, documentId, password: 'x', signal }),
    ).rejects.toMatchObject({
      kind: 'limited',
    });
  });

  test('that is not locked takes no password', async () => {
    reader.script(statement);
    const documentId = await submitLocked();
    const signal = AbortSignal.timeout(30_000);
    await expect(
      unlockDocument(context, { userId, documentId, password: 'x', signal }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      code: 'NOT_LOCKED',
    });
  });

  async function expectNowhere(...words: string[]): Promise<void> {
    const { rows } = await opened.database.pool.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of rows) {
      const content = await opened.database.pool.query(`SELECT t::text AS row FROM ${name} t`);
      for (const word of words) expect(JSON.stringify(content.rows)).not.toContain(word);
    }
  }
});

describe('deleting a document', () => {
  test('takes the transactions that it alone shows, keeps those of another, and its file goes', async () => {
    reader.script(statement);
    const first = await submit('one');
    await process(first.document.id);
    reader.script(
      buildStatement([
        { date: '2026-03-05', description: 'COFFEE CORNER', amount: -450 },
        { date: '2026-03-05', description: 'COFFEE CORNER', amount: -450 },
        { date: '2026-03-20', description: 'BOOKSHOP', amount: -2_000 },
      ]),
    );
    const second = await submit('two');
    await process(second.document.id);
    expect(await count('transactions')).toBe(4);

    const deleted = await deleteDocument(context, { userId, documentId: first.document.id });

    expect(deleted.transactions).toBe(1);
    const { rows } = await opened.database.pool.query(
      'SELECT description FROM transactions ORDER BY posted_on, id',
    );
    expect(rows.map((row) => row.description).sort()).toEqual(['BOOKSHOP', 'COFFEE CORNER', 'COFFEE CORNER']);
    const [job] = await jobs('delete-objects');
    expect(job).toEqual({ keys: [`users/${userId}/documents/${first.document.id}`] });
    await removeObjects(context, { keys: [`users/${userId}/documents/${first.document.id}`] });
    await expect(getDocument(context, { userId, documentId: first.document.id })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('leaves an audit entry that names nobody', async () => {
    const { document } = await submit('one');
    await deleteDocument(context, { userId, documentId: document.id });
    const { rows } = await opened.database.pool.query('SELECT * FROM audit_entries');
    expect(rows).toMatchObject([{ action: 'document-deleted' }]);
    expect(JSON.stringify(rows)).not.toContain(userId);
    expect(JSON.stringify(rows)).not.toContain('march.pdf');
  });
});

describe('a document of somebody else', () => {
  test('does not exist, whatever is asked of it', async () => {
    const other = await createUser('sub-2');
    const { document } = await submit('one');
    const asked = { userId: other, documentId: document.id };
    const missing = { kind: 'not-found', code: 'DOCUMENT_NOT_FOUND' };
    await expect(getDocument(context, asked)).rejects.toMatchObject(missing);
    await expect(getDocumentAnalysis(context, asked)).rejects.toMatchObject(missing);
    await expect(deleteDocument(context, asked)).rejects.toMatchObject(missing);
    await expect(presignDocument(context, asked)).rejects.toMatchObject(missing);
    const signal = AbortSignal.timeout(1000);
    await expect(unlockDocument(context, { ...asked, password: 'x', signal })).rejects.toMatchObject(missing);
    expect((await listDocuments(context, { userId: other, limit: 10 })).documents).toEqual([]);
  });
});

describe('the list', () => {
  test('goes from the newest on, page by page, each document once', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) await submit(name, { fileName: `${name}.pdf` });
    const names: string[] = [];
    let after: Awaited<ReturnType<typeof listDocuments>>['next'] = null;
    do {
      const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(context, {
        userId,
        limit: 2,
        ...(after && { after }),
      });
      expect(page.total).toBe(5);
      names.push(...page.documents.map(({ fileName }) => fileName));
      after = page.next;
    } while (after);
    expect(names).toEqual(['e.pdf', 'd.pdf', 'c.pdf', 'b.pdf', 'a.pdf']);
  });
});
