import type { CoreContext } from '../ports/context.js';
import type { ExportedTables } from '../ports/stores/accounts.js';

/** Everything that is stored about a user, as plain data, and links to the stored files. */
export interface UserExport {
  readonly exportedAt: Date;
  readonly tables: ExportedTables;
  readonly files: readonly {
    readonly documentId: string;
    readonly fileName: string;
    readonly url: string;
    readonly expiresAt: Date;
  }[];
}

const pageSize = 100;

export async function exportUser(
  context: Pick<CoreContext, 'database' | 'objects' | 'clock'>,
  input: { readonly userId: string },
): Promise<UserExport> {
  const { accounts, documents } = context.database.store;
  const tables = await accounts.exportTables(input.userId);
  const files: UserExport['files'][number][] = [];
  let page = await documents.list(input.userId, { limit: pageSize });
  while (page.length > 0) {
    for (const document of page) {
      const link = await context.objects.presign(document.objectKey, {
        fileName: document.fileName,
        contentType: 'application/pdf',
      });
      files.push({
        documentId: document.id,
        fileName: document.fileName,
        url: link.url,
        expiresAt: link.expiresAt,
      });
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    page = await documents.list(input.userId, {
      limit: pageSize,
      after: { uploadedAt: last.uploadedAt, id: last.id },
    });
  }
  return { exportedAt: context.clock.now(), tables, files };
}
