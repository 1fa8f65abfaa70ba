import { afterAll, describe, expect, it } from '@jest/globals';
import type { ReadingProgress } from '../../../src/documents/ports.js';
import type { Reading } from '../../../src/documents/reading.js';
import {
  createDocumentReader,
  type PdfDocumentReader,
} from '../../../src/infrastructure/pdf/document-reader.js';
import { drawPayStub, drawPdf, endlessPage, hostileFiles, pageWithContent } from './pdf-files.js';

const limits = {
  workers: 1,
  timeLimitMs: 20_000,
  memoryLimitMb: 512,
  maxPages: 20,
  maxBytes: 5 * 1024 * 1024,
};
const open: PdfDocumentReader[] = [];

function reader(changes: Partial<typeof limits> = {}): PdfDocumentReader {
  const created = createDocumentReader({ ...limits, ...changes });
  open.push(created);
  return created;
}

const problem = (reading: Reading) => [reading.verdict, reading.problems[0]?.code];

/** The longest time in which nothing else could run in this process meanwhile. */
async function longestStall<T>(work: Promise<T>): Promise<{ result: T; stallMs: number }> {
  let last = performance.now();
  let stallMs = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    stallMs = Math.max(stallMs, now - last - 10);
    last = now;
  }, 10);
  const result = await work.finally(() => clearInterval(timer));
  return { result, stallMs };
}

afterAll(async () => {
  await Promise.all(open.map((each) => each.close()));
});

describe('a document that is in order', () => {
  const shared = reader();

  it('is read, with progress page by page', async () => {
    const bytes = await drawPdf((doc) => {
      drawPayStub(doc);
      doc.addPage().text('This page is left blank on purpose.');
    });
    const seen: ReadingProgress[] = [];
    const reading = await shared.read(bytes, { onProgress: (progress) => seen.push(progress) });
    expect(reading).toMatchObject({
      kind: 'pay_stub',
      verdict: 'verified',
      currency: 'GBP',
      employer: 'Harbour Lights Ltd',
      grossPay: 240_000,
      netPay: 193_130,
      payDate: '2026-06-30',
      periodStart: '2026-06-01',
      frequency: 'monthly',
    });
    expect(seen).toEqual([
      { stage: 'text', page: 1, pages: 2 },
      { stage: 'text', page: 2, pages: 2 },
      { stage: 'figures', page: 2, pages: 2 },
    ]);
  });

  it('keeps its process for the next one', async () => {
    const bytes = await drawPdf(drawPayStub);
    await shared.read(bytes);
    const before = shared.pids();
    await shared.read(bytes);
    expect(shared.pids()).toEqual(before);
    expect(before).toHaveLength(1);
  });

  it('may be turned on its side', async () => {
    const bytes = await drawPdf((doc) => {
      doc.rotate(90, { origin: [297, 297] });
      drawPayStub(doc);
    });
    expect(await shared.read(bytes)).toMatchObject({ verdict: 'verified', netPay: 193_130 });
  });

  it('may hold its figures in form fields', async () => {
    const bytes = await drawPdf((doc) => {
      doc.font('Helvetica').fontSize(11);
      doc.initForm();
      doc.text('Pay slip', 40, 40).text('Employer: Harbour Lights Ltd', 40, 60);
      const rows = [
        ['Gross pay', '2,400.00'],
        ['Income tax', '310.50'],
        ['Pension', '158.20'],
        ['Net pay', '1,931.30'],
      ] as const;
      rows.forEach(([label, value], index) => {
        doc.text(label, 40, 104 + index * 24, { lineBreak: false });
        doc.formText(`field ${index}`, 300, 100 + index * 24, 120, 18, { value });
      });
    });
    expect(await shared.read(bytes)).toMatchObject({ grossPay: 240_000, netPay: 193_130 });
  });
});

describe('a file that cannot be read', () => {
  const shared = reader({ maxBytes: 1024 * 1024 });

  it.each([
    ['nothing at all', new Uint8Array(), 'EMPTY_FILE'],
    ['a text file', new TextEncoder().encode('Dear bank, here is my statement.'), 'NOT_A_PDF'],
    ['a file above the limit', new Uint8Array(1024 * 1024 + 1), 'TOO_LARGE'],
    ['a PDF without a text', pageWithContent(Buffer.from('0 0 m 9 9 l S')), 'NO_TEXT'],
  ])('%s is named as such', async (_, bytes, code) => {
    const reading = await shared.read(bytes);
    expect(problem(reading)).toEqual(['failed', code]);
    expect(reading.problems[0]?.message).toMatch(/^[A-Z].+\.$/);
  });

  it('has too many pages', async () => {
    const bytes = await drawPdf((doc) => {
      for (let page = 0; page < limits.maxPages; page += 1) doc.addPage();
    });
    expect(problem(await shared.read(bytes))).toEqual(['failed', 'TOO_MANY_PAGES']);
  });
});

describe('an encrypted file', () => {
  const shared = reader();
  const encrypted = (options: { userPassword?: string; ownerPassword?: string }) =>
    drawPdf(drawPayStub, options);

  it('asks for its password, says when it is wrong, and opens with the right one', async () => {
    const bytes = await encrypted({ userPassword: 'harbour', ownerPassword: 'owner' });
    expect(problem(await shared.read(bytes))).toEqual(['failed', 'PASSWORD_REQUIRED']);
    expect(problem(await shared.read(bytes, { password: 'harbor' }))).toEqual(['failed', 'PASSWORD_WRONG']);
    expect(await shared.read(bytes, { password: 'harbour' })).toMatchObject({ verdict: 'verified' });
  });

  it('opens by itself when only its owner has a password', async () => {
    const bytes = await encrypted({ ownerPassword: 'owner' });
    expect(await shared.read(bytes)).toMatchObject({ verdict: 'verified', netPay: 193_130 });
  });
});

describe('a hostile file', () => {
  const shared = reader({ timeLimitMs: 2_500 });

  it.each(hostileFiles())('%s ends in a clear answer, and the next file is read', async (_, bytes) => {
    const { result, stallMs } = await longestStall(shared.read(bytes));
    expect(result.verdict).toBe('failed');
    expect(result.problems[0]?.message).toMatch(/^[A-Z].+\.$/);
    expect(stallMs).toBeLessThan(1_000);
    expect(await shared.read(await drawPdf(drawPayStub))).toMatchObject({ verdict: 'verified' });
  });

  it('is stopped at the time limit, from outside', async () => {
    const hasty = reader({ timeLimitMs: 400 });
    const before = performance.now();
    expect(problem(await hasty.read(endlessPage(200_000)))).toEqual(['failed', 'TIME_LIMIT']);
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(hasty.pids()).toHaveLength(0);
  });

  it('is stopped at the limit of resident memory, from outside', async () => {
    const narrow = reader({ memoryLimitMb: 200, timeLimitMs: 60_000 });
    expect(problem(await narrow.read(endlessPage(400_000)))).toEqual(['failed', 'MEMORY_LIMIT']);
  });
});

describe('the processes', () => {
  it('are replaced when one dies, and its document is read all the same', async () => {
    const shared = reader();
    const bytes = await drawPdf((doc) => {
      drawPayStub(doc);
      for (let page = 0; page < 9; page += 1) doc.addPage().text('Nothing here.');
    });
    let killed: number | undefined;
    const reading = await shared.read(bytes, {
      onProgress() {
        killed ??= shared.pids()[0];
        if (killed !== undefined && shared.pids()[0] === killed) process.kill(killed, 'SIGKILL');
      },
    });
    expect(reading).toMatchObject({ verdict: 'verified' });
    expect(shared.pids()).not.toContain(killed);
  });

  it('take many documents from a bounded queue', async () => {
    const shared = reader({ workers: 2 });
    const bytes = await drawPdf(drawPayStub);
    const readings = Array.from({ length: 103 }, () =>
      shared.read(bytes).then(
        (reading) => reading.verdict,
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      ),
    );
    const outcomes = await Promise.all(readings);
    expect(outcomes.filter((outcome) => outcome === 'verified')).toHaveLength(102);
    expect(outcomes.at(-1)).toBe('BUSY');
    expect(shared.pids().length).toBeLessThanOrEqual(2);
  });

  it('stop working on a document nobody waits for any more', async () => {
    const shared = reader();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = shared.read(endlessPage(200_000), { signal: running.signal });
    const second = shared.read(await drawPdf(drawPayStub), { signal: waiting.signal });
    waiting.abort(new Error('no longer wanted'));
    await expect(second).rejects.toThrow('no longer wanted');
    running.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    expect(await shared.read(await drawPdf(drawPayStub))).toMatchObject({ verdict: 'verified' });
  });

  it('end when the reader is closed', async () => {
    const shared = reader();
    const pending = shared.read(endlessPage(200_000));
    const refused = expect(pending).rejects.toMatchObject({ code: 'CLOSED' });
    await shared.close();
    await refused;
    expect(shared.pids()).toEqual([]);
    await expect(shared.read(await drawPdf(drawPayStub))).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
