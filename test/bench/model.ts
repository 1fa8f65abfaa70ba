import { z } from 'zod';
import { SYSTEM_PROMPT } from '../../src/core/conversation/prompts/system-prompt.js';
import { warmModel } from '../../src/core/conversation/warm-model.js';
import { createOllamaModel } from '../../src/infrastructure/ollama/language-model.js';
import { judgeReply } from '../support/conversation/judge.js';
import { openPeople, type Reply, type Setup } from '../support/conversation/people.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import { addCounts, keptTotals } from './kept-totals.js';
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
  const { before, save } = keptTotals(process.env.MODEL_STATE, totals, nothing);
  return told(name, await ask(model, before, save));
}

const totals = z.object({
  /** Conversations of the script that are through. */
  conversations: z.number(),
  questions: z.number(),
  worded: z.number(),
  sentences: z.number(),
  kept: z.number(),
  corrected: z.number(),
  /** Milliseconds until the first words, and until the model's own; tokens that it read and wrote before those. */
  firsts: z.array(z.number()),
  models: z.array(z.number()),
  read: z.array(z.number()),
  written: z.array(z.number()),
  faults: z.array(z.string()),
  reasons: z.record(z.string(), z.number()),
});
type Totals = z.infer<typeof totals>;

const nothing: Totals = {
  conversations: 0,
  questions: 0,
  worded: 0,
  sentences: 0,
  kept: 0,
  corrected: 0,
  firsts: [],
  models: [],
  read: [],
  written: [],
  faults: [],
  reasons: {},
};

/** No conversation begins later than this; with `MODEL_STATE` the next run goes on from there. */
const seconds = Number(process.env.MODEL_SECONDS ?? 3_600);

async function ask(
  model: ReturnType<typeof createOllamaModel>,
  before: Totals,
  save: (totals: Totals) => void,
): Promise<Totals> {
  const until = Date.now() + seconds * 1_000;
  const { listening, heard, forget } = overheard(model);
  const people = await openPeople({ model: listening });
  // As the product does when it starts.
  await warmModel({ model, log: quietLog }, AbortSignal.timeout(120_000));
  let sums = before;
  try {
    for (const [setup, messages] of SCRIPT.slice(before.conversations)) {
      if (Date.now() > until) break;
      const person = await people.newPerson(setup);
      for (const message of messages) {
        forget();
        const asked = performance.now();
        const reply = await person.says(message);
        const own = ownWords(reply, asked, heard());
        show(message, reply, heard(), own);
        sums = add(sums, message, reply, own, heard());
      }
      sums = { ...sums, conversations: sums.conversations + 1 };
      save(sums);
    }
  } finally {
    await people.close();
  }
  return sums;
}

function add(sums: Totals, message: string, reply: Reply, own: OwnWords | null, { text }: Heard): Totals {
  const { faults, check } = judgeReply(reply.text, reply.facts, message);
  const kinds = (check?.reasons ?? []).map((reason) => reason.replace(/[:\d].*$/, '').trim());
  const reasons = kinds.reduce((counts, kind) => addCounts(counts, { [kind]: 1 }), sums.reasons);
  return {
    ...sums,
    questions: sums.questions + 1,
    worded: sums.worded + (check ? 1 : 0),
    // Where nothing stood, nothing is recorded: each answer was a sentence at least.
    sentences: sums.sentences + (check?.sentences ?? text.split(' | ').filter(isSpoken).length),
    kept: sums.kept + (check?.kept ?? 0),
    corrected: sums.corrected + (check?.corrected ?? 0),
    firsts: check ? [...sums.firsts, reply.firstWordsMilliseconds] : sums.firsts,
    models: own ? [...sums.models, own.milliseconds] : sums.models,
    read: own ? [...sums.read, own.read] : sums.read,
    written: own ? [...sums.written, own.written] : sums.written,
    faults: [...sums.faults, ...faults.map((fault) => `“${message}”: ${fault}`)],
    reasons,
  };
}

/** Words, and no tool call. */
function isSpoken(text: string): boolean {
  return /\p{L}/u.test(text) && !text.includes('{');
}

/** `SHOW=1` prints the conversations, `SHOW=raw` also what the check was given. */
function show(message: string, reply: Reply, heard: Heard, own: OwnWords | null): void {
  if (process.env.SHOW === undefined) return;
  const said = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
  const { check } = judgeReply(reply.text, reply.facts, message);
  console.log(`\n> ${message}\n\n${reply.text}\n`);
  if (process.env.SHOW === 'raw') console.log(`[as it came: ${heard.text}]`);
  console.log(
    `[${reply.model ?? 'templates'}; first words ${said(reply.firstWordsMilliseconds)}, ${own ? `the model’s ${said(own.milliseconds)} (${own.read} tokens read, ${own.written} written)` : 'none of the model’s'}, whole ${said(reply.totalMilliseconds)}; ${JSON.stringify(check ?? {})}]`,
  );
}

function told(name: string, sums: Totals): readonly BenchLine[] {
  const { questions, worded, sentences, kept, corrected, faults, reasons } = sums;
  const at = (share: number, times: readonly number[]) => {
    const sorted = [...times].sort((left, right) => left - right);
    return `${((sorted[Math.floor(sorted.length * share)] ?? 0) / 1_000).toFixed(1)} s`;
  };
  const middle = (counts: readonly number[]) =>
    [...counts].sort((left, right) => left - right)[Math.floor(counts.length / 2)] ?? 0;
  const stood = `${Math.round((100 * kept) / Math.max(1, sentences))} %`;
  console.log(
    `${name}: ${questions} questions, ${worded} worded by the model; ${kept} of ${sentences} sentences stood (${stood}), ${corrected} of them corrected; first words after ${at(0.5, sums.firsts)} (median), ${at(0.9, sums.firsts)} (nine in ten), the model’s own after ${at(0.5, sums.models)} and ${at(0.9, sums.models)}, ${middle(sums.read)} tokens read and ${middle(sums.written)} written before them (medians)`,
  );
  const fell = Object.entries(reasons).map(([reason, times]) => `${times} ${reason}`);
  console.log(`sentences that fell: ${fell.join(', ') || 'none'}`);
  console.log(`budget violations, invented items, invented figures: ${faults.length}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  return [
    { what: `${name}: first words, median`, ours: at(0.5, sums.firsts) },
    { what: `${name}: the model’s own first words, median`, ours: at(0.5, sums.models) },
    { what: `${name}: sentences that stood`, ours: stood },
    {
      what: `${name}: invented items and figures, budget violations`,
      ours: String(faults.length),
      goal: none(faults.length),
    },
  ];
}

/** What a model was given and said in one turn. */
interface Heard {
  readonly text: string;
  /** When each of its tokens came, and how many it had to read before the first. */
  readonly tokens: readonly number[];
  readonly read: number;
}

/** The first words of a model's own: when they were shown, and what it read and wrote before. */
interface OwnWords {
  readonly milliseconds: number;
  readonly read: number;
  readonly written: number;
}

function ownWords(reply: Reply, asked: number, { tokens, read }: Heard): OwnWords | null {
  const [first] = tokens;
  const shown = first === undefined ? undefined : reply.shown.find(({ at }) => at >= first);
  if (reply.model === null || shown === undefined) return null;
  return {
    milliseconds: shown.at - asked,
    read,
    written: tokens.filter((at) => at <= shown.at).length,
  };
}

/** The same model, whose words somebody else hears as well. What it must read is what follows the beginning it shares with the call before. */
function overheard(model: ReturnType<typeof createOllamaModel>) {
  let before = SYSTEM_PROMPT;
  let heard = { text: '', tokens: [] as number[], read: 0 };
  const listening: ReturnType<typeof createOllamaModel> = {
    ...model,
    available: () => model.available(),
    async *stream(messages, options) {
      const prompt = messages.map(({ content }) => content).join('\n');
      const shared = [...prompt].findIndex((character, at) => character !== before[at]);
      const fresh = shared < 0 ? 0 : prompt.length - shared;
      before = prompt;
      let first = true;
      for await (const chunk of model.stream(messages, options)) {
        if (chunk.type === 'text') {
          heard.text += chunk.text;
          heard.tokens.push(performance.now());
        }
        if (chunk.type === 'end') {
          heard.text += ' | ';
          if (first) heard.read = Math.round((chunk.promptTokens * fresh) / prompt.length);
          first = false;
        }
        yield chunk;
      }
    },
  };
  return {
    listening,
    heard: () => heard,
    forget: () => {
      heard = { text: '', tokens: [], read: 0 };
    },
  };
}
