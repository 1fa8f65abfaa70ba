import { createOllamaModel } from '../../src/infrastructure/ollama/language-model.js';
import { judgeReply } from '../support/conversation/judge.js';
import { openPeople, type Setup } from '../support/conversation/people.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import { type BenchLine, none } from './summary.js';

/** Each inner list is one conversation. */
const SCRIPT: readonly (readonly [Setup, readonly string[]])[] = [
  ['budget', ['a board game for four under $40', 'cheaper', 'why the first one?', 'save the second one']],
  ['statement', ['how much is left?', 'what can I do this weekend for under $30?', 'something else']],
  ['budget', ['something funny to watch tonight', 'more like the first one', 'is it free?']],
  ['statement', ['recommend me a fantasy book', 'under $10 please', 'what about audiobooks?']],
  ['budget', ['plan a date night under $80', 'cheaper', 'can I afford a $60 game?']],
  ['none', ['recommend a good movie', 'I make 3,200 a month and my bills are 1,400', 'how much is left?']],
  ['budget', ['I have Netflix and hate horror', 'what can I watch on Netflix?', 'anything scary?']],
  [
    'statement',
    ['how did I spend my money last month?', 'how much on eating out?', 'why is my budget $160?'],
  ],
  ['budget', ['spent 18 on cinema', 'how much is left now?', 'a card game for six']],
  ['statement', ['a video game for two on PC', 'for my 7 year old', 'free ones']],
  ['budget', ['an outing this weekend for four people', 'dinner for two under $50', 'surprise me']],
  ['budget', ['co-op board games', 'which is the cheapest?', 'how long does it take?']],
  ['statement', ['is half of my budget gone?', 'what would you do with $25?', 'tell me about Catan']],
  ['none', ['hello!', 'what is the weather?', 'sing me a song about money']],
];

/** Asks a real model the script's questions and judges what is finally shown, by code apart from the product's check. */
export async function run(): Promise<readonly BenchLine[]> {
  const name = process.env.OLLAMA_MODEL ?? 'qwen2.5-coder:1.5b';
  const model = createOllamaModel({
    baseUrl: process.env.OLLAMA_BASE_URL ?? 'http://127.0.0.1:11434',
    model: name,
    embeddingModel: 'all-minilm',
    timeoutMilliseconds: 120_000,
    contextWindow: 4_096,
    concurrency: 1,
    log: quietLog,
    metrics: quietMetrics,
  });
  try {
    await model.check(AbortSignal.timeout(5_000));
  } catch (cause) {
    console.log(`Skipped: no language model (${cause instanceof Error ? cause.message : 'no answer'}).`);
    return [];
  }
  const range = /^(\d+)-(\d+)$/.exec(process.env.CONVERSATIONS ?? '');
  const from = Number(range?.[1] ?? 0);
  const to = Number(range?.[2] ?? SCRIPT.length);
  return ask(model, name, SCRIPT.slice(from, to));
}

async function ask(
  model: ReturnType<typeof createOllamaModel>,
  name: string,
  script: typeof SCRIPT,
): Promise<readonly BenchLine[]> {
  const verbose = process.env.SHOW !== undefined;
  let heard = '';
  const people = await openPeople({ model: overheard(model, (text) => (heard += text)) });
  const firsts: number[] = [];
  const models: number[] = [];
  const sums = { questions: 0, worded: 0, sentences: 0, kept: 0, corrected: 0 };
  const faults: string[] = [];
  const reasons = new Map<string, number>();
  try {
    for (const [setup, messages] of script) {
      const person = await people.newPerson(setup);
      for (const message of messages) {
        heard = '';
        const reply = await person.says(message);
        const verdict = judgeReply(reply.text, reply.facts, message);
        sums.questions += 1;
        faults.push(...verdict.faults.map((fault) => `“${message}”: ${fault}`));
        if (verdict.check) {
          sums.worded += 1;
          sums.sentences += verdict.check.sentences;
          sums.kept += verdict.check.kept;
          sums.corrected += verdict.check.corrected;
          firsts.push(reply.firstWordsMilliseconds);
          models.push(reply.modelWordsMilliseconds);
          for (const reason of verdict.check.reasons) {
            const kind = reason.replace(/[:\d].*$/, '').trim();
            reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
          }
        }
        if (verbose) {
          const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
          console.log(`\n> ${message}\n\n${reply.text}\n`);
          if (process.env.SHOW === 'raw') console.log(`[as it came: ${heard}]`);
          console.log(
            `[${reply.model ?? 'templates'}; first words ${seconds(reply.firstWordsMilliseconds)} s, the model’s ${seconds(reply.modelWordsMilliseconds)} s, whole ${seconds(reply.totalMilliseconds)} s; ${JSON.stringify(verdict.check ?? {})}]`,
          );
        }
      }
    }
  } finally {
    await people.close();
  }
  const { questions, worded, sentences, kept, corrected } = sums;
  const at = (share: number, times = firsts) => {
    const sorted = [...times].sort((left, right) => left - right);
    return ((sorted[Math.floor(sorted.length * share)] ?? 0) / 1_000).toFixed(1);
  };
  console.log(
    `${name}: ${questions} questions, ${worded} worded by the model; ${kept} of ${sentences} sentences stood (${Math.round((100 * kept) / Math.max(1, sentences))} %), ${corrected} of them corrected; first words after ${at(0.5)} s (median), ${at(0.9)} s (nine in ten), the model’s own after ${at(0.5, models)} and ${at(0.9, models)} s`,
  );
  console.log(
    `sentences that fell: ${[...reasons].map(([reason, times]) => `${times} ${reason}`).join(', ') || 'none'}`,
  );
  console.log(`budget violations, invented items, invented figures: ${faults.length}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  return [
    { what: `${name}: first words, median`, ours: `${at(0.5)} s` },
    { what: `${name}: the model’s own first words, median`, ours: `${at(0.5, models)} s` },
    {
      what: `${name}: sentences that stood`,
      ours: `${Math.round((100 * kept) / Math.max(1, sentences))} %`,
    },
    {
      what: `${name}: invented items and figures, budget violations`,
      ours: String(faults.length),
      goal: none(faults.length),
    },
  ];
}

/** The same model, whose words somebody else hears as well: `SHOW=raw` prints what the check was given. */
function overheard(
  model: ReturnType<typeof createOllamaModel>,
  hear: (text: string) => void,
): ReturnType<typeof createOllamaModel> {
  return {
    ...model,
    available: () => model.available(),
    async *stream(messages, options) {
      for await (const chunk of model.stream(messages, options)) {
        if (chunk.type === 'text') hear(chunk.text);
        yield chunk;
      }
    },
  };
}
