import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { modelTools } from '../../../../src/core/conversation/model-actions.js';
import { tools } from '../../../../src/core/tools/registry.js';

describe('every tool', () => {
  test.each(tools.map((tool) => [tool.name, tool] as const))('%s', (_name, tool) => {
    expect(tool.name).toMatch(/^[a-z][a-z_]*$/);
    expect(tool.description.length).toBeGreaterThan(30);
    expect(tool.examples.length).toBeGreaterThan(0);
    for (const example of tool.examples)
      expect(tool.schema.safeParse(example)).toMatchObject({ success: true });
    expect(z.toJSONSchema(tool.schema, { io: 'input' })).toMatchObject({ type: 'object' });
  });

  test('has a name of its own', () => {
    expect(new Set(tools.map((tool) => tool.name)).size).toBe(tools.length);
  });

  test('that a model may call by itself only reads', () => {
    for (const tool of modelTools) expect(tool.effect).toBe('reads');
  });

  test('the two calls of the specification are understood', () => {
    const search = tools.find((tool) => tool.name === 'search');
    expect(search?.schema.safeParse({ query: 'space', type: 'movie', max_price: 20 }).success).toBe(true);
    expect(tools.some((tool) => tool.name === 'get_budget_status')).toBe(true);
  });
});
