import { describe, expect, it } from '@jest/globals';
import { createStatementNames } from '../../../../src/infrastructure/postgres/statement-names.js';

describe('statement names', () => {
  it('name what comes again, always the same', () => {
    const name = createStatementNames();
    expect(name('SELECT 1')).toBe('');
    const again = name('SELECT 1');
    expect(again).not.toBe('');
    expect(name('SELECT 1')).toBe(again);
    name('SELECT 2');
    expect(name('SELECT 2')).not.toBe(again);
  });

  it('are given to a bounded number of statements', () => {
    const name = createStatementNames(2);
    const texts = Array.from({ length: 5 }, (_, index) => `SELECT ${index}`);
    for (const text of texts) name(text);
    expect(texts.map((text) => name(text)).filter((given) => given !== '')).toHaveLength(2);
    expect(name('SELECT 0')).toBe('matinee_0');
    expect(name('SELECT 4')).toBe('');
  });

  it('forget texts that came once, when there are many of them', () => {
    const name = createStatementNames();
    name('SELECT once');
    for (let index = 0; index < 1_000; index += 1) name(`SELECT ${index}`);
    expect(name('SELECT once')).toBe('');
    expect(name('SELECT once')).not.toBe('');
  });
});
