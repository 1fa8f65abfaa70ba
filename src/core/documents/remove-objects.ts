import type { CoreContext } from '../ports/context.js';

/** The worker's part of a deletion: removes stored files whose rows are gone. Files already gone are fine. */
export async function removeObjects(
  context: Pick<CoreContext, 'objects'>,
  input: { readonly keys: readonly string[] },
): Promise<void> {
  for (const key of input.keys) await context.objects.delete(key);
}
