import type { CoreContext } from '../ports/context.js';

/** An upload takes minutes at most; a reservation that is older belongs to a process that died. */
const abandonedMilliseconds = 3_600_000;

/**
 * The work of the `apply-retention` job: removes what is expired and what a crash left behind, and, where the operator
 * set a number of days, conversations and documents untouched for longer.
 * @param input.retentionDays 0 keeps everything
 */
export async function applyRetention(
  context: Pick<CoreContext, 'database' | 'objects' | 'clock' | 'log'>,
  input: { readonly retentionDays: number },
): Promise<void> {
  const { accounts, documents } = context.database.store;
  const now = context.clock.now();
  const expired = await accounts.deleteExpired(now);
  const uploads = await documents.abandonedUploads(new Date(now.getTime() - abandonedMilliseconds));
  for (const upload of uploads) {
    await context.objects.delete(upload.objectKey);
    await documents.cancelUpload(upload.id);
  }
  const old =
    input.retentionDays === 0
      ? { sessions: 0, documents: 0 }
      : await deleteOld(context, new Date(now.getTime() - input.retentionDays * 86_400_000));
  context.log.info({ expired, uploads: uploads.length, ...old }, 'Retention was applied');
}

async function deleteOld(context: Pick<CoreContext, 'database'>, before: Date) {
  return context.database.transaction(async (store) => {
    const { sessions, documents, objectKeys } = await store.accounts.deleteUntouched(before);
    if (objectKeys.length > 0) await store.jobs.send('delete-objects', { keys: objectKeys });
    return { sessions, documents };
  });
}
