import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openPeople } from '../support/conversation/people.js';
import { repositoryPath } from '../support/repository-path.js';

const question = z.object({
  id: z.string(),
  setup: z.enum(['none', 'budget', 'statement']),
  messages: z.array(z.string()),
  expects: z.string(),
});

/**
 * Plays questions that somebody worded who had not seen the grammar, without a model, and prints what is answered, for
 * a person to judge. `QUESTIONS=q001,q020` plays some of them.
 */
export async function run(): Promise<void> {
  const file = process.env.QUESTION_FILE ?? repositoryPath('test/support/conversation/blind-questions.jsonl');
  const text = readFileSync(file, 'utf8');
  const wanted = process.env.QUESTIONS?.split(',');
  const questions = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)))
    .filter(({ id }) => !wanted || wanted.includes(id));
  const people = await openPeople();
  try {
    for (const { id, setup, messages, expects } of questions) {
      console.log(`\n### ${id} (${setup})\n   wanted: ${expects}`);
      const person = await people.newPerson(setup);
      for (const message of messages) {
        console.log(`\n> ${message.replaceAll('\n', '\n> ')}\n`);
        console.log((await person.says(message)).text);
      }
    }
  } finally {
    await people.close();
  }
}
