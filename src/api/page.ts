import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';

/** Serves the built page: its files as they are, and `index.html` for the root. */
export function mountPage(app: Express, folder: string): void {
  const index = join(folder, 'index.html');
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      dotfiles: 'ignore',
      maxAge: '1h',
      redirect: false,
    }),
  );
  app.get('/', (_request, response, next) => {
    if (!existsSync(index)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(index);
  });
}
