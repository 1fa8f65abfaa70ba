import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageSchema = z.object({
  name: z.literal('matinee'),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** package.json lies two folders up from the sources, and three from what is built of them. */
function readPackage(): z.infer<typeof packageSchema> | null {
  for (const up of ['../../package.json', '../../../package.json']) {
    const parsed = packageSchema.safeParse(readJson(new URL(up, import.meta.url)));
    if (parsed.success) return parsed.data;
  }
  return null;
}

function readJson(url: URL): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch {
    return null;
  }
}

const ownPackage = readPackage();

export const productVersion = ownPackage?.version ?? 'unknown';

/** The embedded database's release; its data files may differ from one to the next. */
export const embeddedDatabaseVersion = ownPackage?.dependencies['@electric-sql/pglite'] ?? 'unknown';
