import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawPayStub, drawPdf } from './pdf-files.js';

const command = join(import.meta.dirname, '../../../dist/src/commands/parse.js');
let folder = '';

/** Runs the command as npm does: its own folder is elsewhere, the user stands in `folder`. */
function parse(
  ...args: string[]
): Promise<{ code: number; lines: Record<string, unknown>[]; errors: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder };
    const child = execFile(process.execPath, [command, ...args], { env }, (_error, output, errors) => {
      const lines = output.split('\n').filter((line) => line !== '');
      resolve({ code: child.exitCode ?? -1, lines: lines.map((line) => JSON.parse(line)), errors });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matinee-parse-'));
  const receipt = (doc: PDFKit.PDFDocument) => {
    const rows = ['Corner Books', 'Receipt 2026-05-23', 'Atlas  £24.00', 'Total  £24.00'];
    for (const row of rows) doc.text(row);
  };
  await writeFile(join(folder, 'stub.pdf'), await drawPdf(drawPayStub));
  await writeFile(join(folder, 'receipt.pdf'), await drawPdf(receipt));
  await writeFile(join(folder, 'locked.pdf'), await drawPdf(drawPayStub, { userPassword: 'harbour' }));
  await writeFile(join(folder, 'note.txt'), 'Milk, eggs, a ticket for Saturday.');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run -s parse', () => {
  it('prints one object a line, in the order of the files', async () => {
    const { code, lines } = await parse('stub.pdf', 'receipt.pdf', 'stub.pdf');
    expect(code).toBe(0);
    expect(lines.map((line) => line.file)).toEqual(['stub.pdf', 'receipt.pdf', 'stub.pdf']);
    expect(lines[0]).toMatchObject({
      kind: 'pay_stub',
      verdict: 'verified',
      currency: 'GBP',
      employer: 'Harbour Lights Ltd',
      gross_pay: 2400,
      net_pay: 1931.3,
      pay_date: '2026-06-30',
      pay_period_start: '2026-06-01',
      pay_period_end: '2026-06-30',
      frequency: 'monthly',
      deductions: [
        { name: 'Income tax', amount: 310.5 },
        { name: 'National insurance', amount: 158.2 },
      ],
      problems: [],
    });
    expect(lines[1]).toMatchObject({
      kind: 'receipt',
      merchant: 'Corner Books',
      date: '2026-05-23',
      total: 24,
    });
  });

  it('says of each file what is wrong with it, and ends with 1', async () => {
    const { code, lines, errors } = await parse('note.txt', 'missing.pdf', '.', 'locked.pdf', 'stub.pdf');
    expect(code).toBe(1);
    expect(errors).toBe('');
    expect(lines.map((line) => line.verdict)).toEqual(['failed', 'failed', 'failed', 'failed', 'verified']);
    expect(lines[0]).toMatchObject({ file: 'note.txt', problems: [{ code: 'NOT_A_PDF' }] });
    expect(lines[1]).toMatchObject({
      problems: [{ message: 'There is no such file. Please check the path.' }],
    });
    expect(lines[3]).toMatchObject({ problems: [{ code: 'PASSWORD_REQUIRED' }] });
  });

  it('takes one password for every file of the call', async () => {
    const { code, lines } = await parse('locked.pdf', 'stub.pdf', '--password', 'harbour');
    expect(code).toBe(0);
    expect(lines.map((line) => line.verdict)).toEqual(['verified', 'verified']);
  });

  it('explains itself when it gets nothing to read', async () => {
    const { code, lines, errors } = await parse();
    expect(code).toBe(2);
    expect(lines).toEqual([]);
    expect(errors).toMatch(/^Usage: npm run -s parse/);
  });
});
