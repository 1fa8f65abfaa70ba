import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import type { OpenApiDocument } from '../openapi/document.js';
import { renderDocs } from './render.js';

const style = readFileSync(new URL('./docs.css', import.meta.url), 'utf8');

/** Serves the documentation at /docs: one page rendered at start, without scripts and without other servers. */
export function mountDocs(app: Express, document: OpenApiDocument): void {
  const page = renderDocs(document);
  app.get('/docs', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  app.get('/docs/docs.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(style);
  });
}
