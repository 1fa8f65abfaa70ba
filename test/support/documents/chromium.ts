import { chromium } from 'playwright-core';
import type { Sheet } from './blocks.js';
import { renderHtml } from './html.js';

/** A browser that prints sheets as PDF. */
export interface Press {
  print(sheet: Sheet): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the browser at a path. @throws when there is none or it doesn't start within half a minute. */
export async function openPress(path: string): Promise<Press> {
  const browser = await chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu'],
    timeout: 30_000,
  });
  return {
    print: async (sheet) => {
      const page = await browser.newPage();
      try {
        await page.setContent(renderHtml(sheet), { waitUntil: 'load', timeout: 15_000 });
        return new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
