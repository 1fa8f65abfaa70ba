/** A browser that installs the app: it keeps cookies, and follows one step at a time. */
export interface Browser {
  /** Opens an address. */
  open(address: string): Promise<Visit>;
}

export interface Visit {
  readonly status: number;
  readonly text: string;
  /** Where it is sent on to; null when it stays. */
  readonly next: string | null;
}

export function createBrowser(): Browser {
  const cookies = new Map<string, string>();
  return {
    open: async (address) => {
      const { host } = new URL(address);
      const sent = [...cookies].filter(([key]) => key.startsWith(`${host} `)).map(([, pair]) => pair);
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: sent.length > 0 ? { cookie: sent.join('; ') } : {},
        signal: AbortSignal.timeout(30_000),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [name = '', value] = pair.split('=');
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(line) || !value) cookies.delete(`${host} ${name}`);
        else cookies.set(`${host} ${name}`, pair);
      }
      return { status: answer.status, text: await answer.text(), next: answer.headers.get('location') };
    },
  };
}

/** Begins at the app's own address, passes Slack's page and comes back. @returns how it ends, and by which address */
export async function installWith(
  browser: Browser,
  start: string,
): Promise<Visit & { readonly address: string }> {
  const atSlack = await follow(browser, start);
  const address = await follow(browser, atSlack);
  return { ...(await browser.open(address)), address };
}

async function follow(browser: Browser, address: string): Promise<string> {
  const { next, status, text } = await browser.open(address);
  if (next === null) throw new Error(`${address} sends nowhere: ${status} ${text}`);
  return next;
}
