import { applyRetention } from '../core/accounts/apply-retention.js';
import { deleteLogin } from '../core/accounts/delete-login.js';
import { embedCatalogue } from '../core/catalogue/embed-catalogue.js';
import { refreshWishedPrices } from '../core/catalogue/refresh-wished-prices.js';
import { processDocument } from '../core/documents/process-document.js';
import { removeObjects } from '../core/documents/remove-objects.js';
import { analyseFinances } from '../core/finance/analyse-finances.js';
import { runAlerts } from '../core/finance/run-alerts.js';
import type { CoreContext } from '../core/ports/context.js';
import type { JobRunner } from '../core/ports/job-queue.js';

/** Every half hour: alerts are for the day, and quiet hours end on half hours at the latest. */
const alertsCron = '*/30 * * * *';
const retentionCron = '17 3 * * *';
/** Ahead of the alerts that tell of a drop. */
const wishedPricesCron = '10 */6 * * *';

/** Gives every kind of job its work, and those of the clock their times (UTC). */
export async function startJobs(
  runner: JobRunner,
  context: CoreContext,
  options: { readonly documentWorkers: number; readonly retentionDays: number },
): Promise<void> {
  await runner.work(
    'process-document',
    (job, signal) => processDocument(context, { documentId: job.documentId, signal }),
    { concurrency: options.documentWorkers, timeoutSeconds: 600 },
  );
  await runner.work('analyse-finances', async (job) => {
    await analyseFinances(context, job);
  });
  await runner.work(
    'embed-catalogue',
    async (_job, signal) => {
      await embedCatalogue(context, { signal });
    },
    { timeoutSeconds: 3600 },
  );
  await runner.work('run-alerts', async (_job, signal) => {
    await runAlerts(context, { signal });
  });
  await runner.work(
    'refresh-wished-prices',
    async (_job, signal) => {
      await refreshWishedPrices(context, { signal });
    },
    { timeoutSeconds: 900 },
  );
  await runner.work('apply-retention', async () => {
    await applyRetention(context, { retentionDays: options.retentionDays });
  });
  await runner.work('delete-objects', (job) => removeObjects(context, job));
  await runner.work('delete-login', (job) => deleteLogin(context, job));
  await runner.schedule('run-alerts', alertsCron);
  await runner.schedule('apply-retention', retentionCron);
  await runner.schedule('refresh-wished-prices', wishedPricesCron);
}
