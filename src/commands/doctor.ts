import { examineAll } from '../composition/doctor/examination.js';
import { renderFinding } from '../composition/doctor/finding.js';
import { createProcessLog } from '../composition/process-log.js';
import { ConfigError, loadConfig } from '../config/config.js';

/** Checks the configuration and every part that it names; exit code 1 when something would stop the product. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  console.log('✓ configuration is complete');
  const findings = await examineAll(config, createProcessLog({ ...config, LOG_LEVEL: 'silent' }));
  for (const finding of findings) console.log(renderFinding(finding));
  const problems = findings.filter(({ state }) => state === 'problem').length;
  const warnings = findings.filter(({ state }) => state === 'warning').length;
  console.log(
    problems > 0
      ? `\n${problems} of ${findings.length} parts need attention.`
      : `\nMatinee can run${warnings > 0 ? `, with ${warnings} part(s) plainer than they could be` : ''}.`,
  );
  process.exitCode = problems > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
