import { expect, test } from '@jest/globals';
import { remember } from '../../../../adapters/shared/markdown/remember.js';

test('a text that comes again is rendered once; what was long ago makes room', () => {
  const rendered: string[] = [];
  const render = remember((text) => {
    rendered.push(text);
    return text.toUpperCase();
  });
  expect([render('a'), render('a'), render('')]).toEqual(['A', 'A', '']);
  expect(rendered).toEqual(['a', '']);
  for (let count = 0; count < 64; count += 1) render(String(count));
  expect(render('a')).toBe('A');
  expect(rendered.filter((text) => text === 'a')).toHaveLength(2);
});
