import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { LinkedFileStore } from '../../../core/ports/object-store.js';
import { defineOpenRoute, type Route } from '../../define-route.js';

/** Serves the signed links of the folder store; the signature is all the permission there is. */
export function createFileRoutes(files: LinkedFileStore): Route[] {
  return [
    defineOpenRoute({
      method: 'get',
      path: '/api/files/{token}',
      operationId: 'downloadFile',
      tag: 'Financial profile',
      summary: 'Download a file by its link',
      description:
        'Where files live on this machine. Links come from `GET /api/financial/documents/{id}/link`.',
      auth: 'none',
      params: z.strictObject({ token: z.string().max(4_000) }),
      deadline: 120_000,
      responses: { 200: { description: 'The file.', contentType: 'application/pdf' } },
      handler: async ({ params, scope }) => {
        const file = await files.openLink(params.token, scope.signal);
        return {
          raw: async (response) => {
            response.status(200).set({
              'Content-Type': file.contentType,
              'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(file.fileName)}`,
              'Content-Security-Policy': "sandbox; default-src 'none'",
            });
            await pipeline(file.body, response, { signal: scope.signal });
          },
        };
      },
    }),
  ];
}

/** A file name for a header, as RFC 8187 has it. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
