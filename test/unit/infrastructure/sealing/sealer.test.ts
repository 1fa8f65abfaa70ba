import { describe, expect, test } from '@jest/globals';
import { createSealer } from '../../../../src/infrastructure/sealing/sealer.js';
import { fc } from '../../../support/properties.js';

const key = (fill: number) => new Uint8Array(32).fill(fill);

describe('a sealer', () => {
  test('gives back what it sealed, and shows none of it', async () => {
    const sealer = createSealer([key(1)]);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 8, unit: 'grapheme' }), async (text) => {
        const sealed = await sealer.seal(text, 'slack:T1');
        expect(sealed).not.toContain(text);
        expect(await sealer.open(sealed, 'slack:T1')).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test('seals the same text differently each time', async () => {
    const sealer = createSealer([key(1)]);
    expect(await sealer.seal('xoxb-1', 'p')).not.toBe(await sealer.seal('xoxb-1', 'p'));
  });

  test('opens for the same place alone, so that rows cannot be exchanged', async () => {
    const sealer = createSealer([key(1)]);
    expect(await sealer.open(await sealer.seal('xoxb-1', 'slack:T1'), 'slack:T2')).toBeNull();
  });

  test('opens nothing that was changed, whichever character it was', async () => {
    const sealer = createSealer([key(1)]);
    const sealed = await sealer.seal('xoxb-1', 'p');
    for (let at = 0; at < sealed.length - 1; at += 1) {
      if (sealed[at] === '.') continue;
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(await sealer.open(changed, 'p')).not.toBe('xoxb-1');
    }
  });

  test('goes on with a new key while the old one still opens what it sealed', async () => {
    const old = createSealer([key(1)]);
    const both = createSealer([key(2), key(1)]);
    const fresh = createSealer([key(2)]);
    const before = await old.seal('xoxb-1', 'p');
    expect(await both.open(before, 'p')).toBe('xoxb-1');
    expect(await fresh.open(before, 'p')).toBeNull();
    expect(await fresh.open(await both.seal('xoxb-1', 'p'), 'p')).toBe('xoxb-1');
  });
});
