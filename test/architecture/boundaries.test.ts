import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { repositoryRoot } from '../support/repository.js';

/** Names of the rules that a file planted in `folder` with these imports breaks. */
async function rulesBrokenBy(folder: string, imports: string[]): Promise<string[]> {
  const planted = mkdtempSync(join(repositoryRoot, folder, 'planted-'));
  try {
    writeFileSync(join(planted, 'file.ts'), imports.map((path) => `import '${path}';`).join('\n'));
    const options = await extractDepcruiseOptions(join(repositoryRoot, '.dependency-cruiser.mjs'));
    const result = await cruise([planted], options, undefined, {
      tsConfig: extractTsConfig(join(repositoryRoot, 'tsconfig.json')),
    });
    if (typeof result.output === 'string') throw new Error('Expected a cruise result.');
    return [...new Set(result.output.summary.violations.map((violation) => violation.rule.name))];
  } finally {
    rmSync(planted, { recursive: true });
  }
}

describe('the import table', () => {
  it.each([
    ['src/domain', '../../core/ports/context.js', 'domain-is-pure'],
    ['src/domain', 'pg', 'domain-is-pure'],
    ['src/core/finance', '../../../infrastructure/built-module.js', 'core-knows-no-edge'],
    ['src/core/finance', 'node:fs', 'core-knows-no-edge'],
    ['src/api/routes', '../../../infrastructure/built-module.js', 'api-uses-the-core'],
    ['adapters/shared', '../../../src/infrastructure/built-module.js', 'adapters-stay-apart'],
    ['src/infrastructure/storage', '../../../main.js', 'nobody-imports-main'],
    ['src/domain', './nowhere.js', 'not-to-unresolvable'],
  ])('catches %s importing %s', async (folder, path, rule) => {
    expect(await rulesBrokenBy(folder, [path])).toContain(rule);
  });
});
