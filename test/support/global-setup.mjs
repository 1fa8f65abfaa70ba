import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Child processes and worker threads started by tests run the built JavaScript, so it has to be current. */
// biome-ignore lint/style/noDefaultExport: Jest looks for the default export.
export default function buildOnce() {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.mjs')], {
    stdio: 'inherit',
  });
  // The first one takes seconds; within a test file they would count against its own time limit.
  execFileSync(process.execPath, [join(import.meta.dirname, '../../dist/test/support/prepare-database.js')], {
    stdio: 'inherit',
  });
}
