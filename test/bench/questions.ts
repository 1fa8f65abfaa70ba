import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { judgeReply } from '../support/conversation/judge.js';
import { openPeople } from '../support/conversation/people.js';
import { repositoryPath } from '../support/repository-path.js';

const question = z.object({
  id: z.string(),
  setup: z.enum(['none', 'budget', 'statement']),
  messages: z.array(z.string()),
  expects: z.string(),
  /** Words that the last reply must have, and words that it must not. */
  says: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
});

/**
 * Plays questions that people worded who had not seen the grammar, without a model, and prints what is answered, for a
 * person to judge; what a machine can tell (figures that must stand, things that must not, prices that are nobody's) is
 * counted. `QUESTIONS=q001,s2-020` plays some of them.
 */
export async function run(): Promise<void> {
  const text = readFileSync(repositoryPath('test/support/conversation/blind-questions.jsonl'), 'utf8');
  const wanted = process.env.QUESTIONS?.split(',');
  const questions = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)))
    .filter(({ id }) => !wanted || wanted.includes(id));
  const people = await openPeople();
  const faults: string[] = [];
  try {
    for (const { id, setup, messages, expects, says, never } of questions) {
      console.log(`\n### ${id} (${setup})\n   wanted: ${expects}`);
      const person = await people.newPerson(setup);
      let last = '';
      for (const message of messages) {
        console.log(`\n> ${message.replaceAll('\n', '\n> ')}\n`);
        const reply = await person.says(message);
        last = reply.text;
        console.log(last);
        for (const fault of judgeReply(last, reply.facts, messages.join('\n')).faults)
          faults.push(`${id}: ${fault}`);
      }
      for (const words of says) if (!last.includes(words)) faults.push(`${id}: lacks “${words}”`);
      for (const words of never) if (last.includes(words)) faults.push(`${id}: has “${words}”`);
    }
  } finally {
    await people.close();
  }
  console.log(`\n${questions.length} questions, ${faults.length} faults that a machine can tell`);
  for (const fault of faults) console.log(`- ${fault}`);
}
