import { createHash } from 'node:crypto';

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem}
h1{font-size:1.5rem}a{display:inline-block;padding:.6rem 1.1rem;border-radius:.6rem;background:#7a3e9d;color:#fff;text-decoration:none}`;

/** Nothing is loaded, nothing runs, and the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** What a browser shows at the end of an installation. Texts are shown as they are, whatever they hold. */
export function renderInstallPage(page: {
  readonly title: string;
  readonly text: string;
  readonly link: { readonly href: string; readonly text: string };
}): { readonly html: string; readonly policy: string } {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escaped(page.title)}</h1><p>${escaped(page.text)}</p>
<p><a href="${escaped(page.link.href)}">${escaped(page.link.text)}</a></p></main></body></html>`;
  return { html, policy: POLICY };
}
