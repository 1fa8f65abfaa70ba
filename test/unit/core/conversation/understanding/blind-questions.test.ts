import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { repositoryPath } from '../../../../support/repository-path.js';

const question = z.object({
  id: z.string(),
  messages: z.array(z.string()).min(1),
  /** What the first message is read as, in order; absent where it is not read rightly yet. */
  reads: z.array(z.string()).optional(),
  feeling: z.string().optional(),
  language: z.string().optional(),
});

const questions = readFileSync(repositoryPath('test/support/conversation/blind-questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => question.parse(JSON.parse(line)));
const read = questions.flatMap(({ id, messages, reads, feeling, language }) =>
  reads ? [{ id, said: messages[0] ?? '', reads, feeling: feeling ?? null, language: language ?? null }] : [],
);

describe('questions worded by people who had not seen the grammar', () => {
  test('are many, and nearly all of them are read', () => {
    expect(questions.length).toBeGreaterThanOrEqual(283);
    expect(read.length / questions.length).toBeGreaterThan(0.9);
  });

  test.each(read)('$id: $said', ({ said, reads, feeling, language }) => {
    const understood = readMessage(said, { currency: 'USD', today: '2026-07-10', offered: [] });
    expect([...understood.told, ...understood.asked].map(({ kind }) => kind)).toEqual(reads);
    expect(understood).toMatchObject({ feeling, language });
  });
});
