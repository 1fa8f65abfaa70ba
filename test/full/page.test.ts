import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { recipes } from '../support/documents/catalogue.js';
import { drawPdf } from '../support/documents/draw.js';
import { repositoryRoot } from '../support/repository.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const FIRST_LOAD_BYTES = 150_000;
const REPLY_MILLISECONDS = 60_000;

/** A month of a salaried person at a fictional bank, as a PDF. */
async function statement(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [recipe] = recipes;
  if (!recipe) throw new Error('There are no recipes.');
  return {
    name: 'statement.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await drawPdf(recipe.build(7).sheet)),
  };
}

async function say(page: Page, text: string): Promise<string> {
  const whole = page.locator('.bubble:not(.mine)[aria-busy="false"]');
  const before = await whole.count();
  await page.getByLabel('Message to Matinee').fill(text);
  await page.keyboard.press('Enter');
  await whole.nth(before).waitFor({ timeout: REPLY_MILLISECONDS });
  return whole.nth(before).innerText();
}

/** Serious findings of axe on the page as it stands. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const run = Reflect.get(window, 'axe').run;
    const result = await run(document);
    return result.violations.map((violation: { impact: string; id: string; nodes: { html: string }[] }) => ({
      impact: violation.impact,
      text: `${violation.id}: ${violation.nodes[0]?.html}`,
    }));
  });
  return violations
    .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
    .map(({ text }: { text: string }) => text);
}

describe('the built-in page in a browser', () => {
  let server: ServerProcess;
  let folder: string;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-page-'));
    server = await startServerProcess({ DATA_DIR: folder });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 500) broken.push(`${response.status()} ${response.url()}`);
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGINT');
    await rm(folder, { recursive: true, force: true });
  });

  it('is there, small, and accessible', async () => {
    await page.goto(server.url);
    await page.getByRole('button', { name: /guest/ }).waitFor();
    const files = ['index.html', 'assets/app.js', 'assets/styles.css', 'assets/icon.svg'];
    const bytes = files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(repositoryRoot, 'dist/src/web', file))).length,
      0,
    );
    expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
    expect(await findings(page)).toEqual([]);
  });

  it('lets a guest in, reads a dropped statement, and shows its verdict and budget', async () => {
    await page.getByRole('button', { name: /guest/ }).click();
    await page.locator('input[type=file]').setInputFiles(await statement());
    const reply = page.locator('.bubble:not(.mine)[aria-busy="false"]', {
      hasText: /verified|adds up|balance/i,
    });
    await reply.first().waitFor({ timeout: REPLY_MILLISECONDS });
    await page
      .getByText(/left of/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Documents' }).click();
    await page.getByText('Verified', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show the figures' }).click();
    await page.locator('.card button.row.wide').first().click();
    await page.getByText(/Page 1, line \d+:/).waitFor();
  });

  it('answers with what fits, and respects what it is told', async () => {
    expect(await say(page, 'What can I do this weekend for under $30?')).toMatch(/\$|free|included/i);
    expect(await say(page, 'I have Netflix and hate horror')).toMatch(/netflix/i);
    expect(await say(page, 'Can I afford a $60 game?')).toMatch(/\$60/);
  });

  it('shows picks as cards, and keeps what is saved', async () => {
    await page.getByRole('tab', { name: 'For you' }).click();
    const card = page.locator('.panel li.card').first();
    await card.waitFor();
    const title = await card.locator('h3').innerText();
    await card.getByRole('button', { name: /^Save/ }).click();
    await page.getByRole('tab', { name: 'Wishlist' }).click();
    await page.locator('.panel').getByRole('heading', { name: title }).waitFor();
  });

  it.each(['Budget', 'For you', 'Wishlist', 'Subscriptions', 'Documents', 'Account'])(
    'is accessible with %s open, in light and dark',
    async (tab) => {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tab', { name: tab, selected: true }).waitFor();
      await page.locator('.panel', { hasNotText: 'One moment' }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findings(page)).toEqual([]);
      }
    },
  );

  it('works on a phone and by keyboard', async () => {
    await page.setViewportSize({ width: 375, height: 720 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(375);
    await page.getByRole('button', { name: 'Money & picks' }).click();
    await page.getByRole('tab', { name: 'Account' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Budget', selected: true }).waitFor();
  });

  it('asked nobody but its own server, and nothing broke on the way', () => {
    expect(elsewhere).toEqual([]);
    expect(broken).toEqual([]);
  });
});
