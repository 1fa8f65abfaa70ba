import { expect, test } from '@jest/globals';
import { SYSTEM_PROMPT } from '../../../../src/core/conversation/prompts/system-prompt.js';
import { warmModel } from '../../../../src/core/conversation/warm-model.js';
import { quietLog } from '../../../support/conversation/quiet.js';
import { createScriptedModel } from '../../../support/conversation/scripted-model.js';

test('the model reads what stands first in every prompt', async () => {
  const model = createScriptedModel();
  await warmModel({ model, log: quietLog }, AbortSignal.timeout(1_000));
  expect(model.prompts).toHaveLength(1);
  expect(model.prompts[0]?.[0]).toEqual({ role: 'system', content: SYSTEM_PROMPT });
});

test('a model that is not there stops nothing', async () => {
  const model = createScriptedModel();
  model.script(() => ({ fails: 'MODEL_UNREACHABLE' }));
  await expect(warmModel({ model, log: quietLog }, AbortSignal.timeout(1_000))).resolves.toBeUndefined();
});
