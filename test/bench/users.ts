import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeOllama } from '../support/conversation/fake-ollama.js';
import { type DiscordServer, startDiscordServer } from '../support/discord/discord-server.js';
import { startServerProcess } from '../support/server-process.js';
import { type BenchLine, none, under } from './summary.js';

const USERS = Number(process.env.BENCH_USERS ?? 1_000);
const MESSAGES_PER_SECOND = Number(process.env.BENCH_RATE ?? 20);
/** What they say in each round; the first words of a stranger come first. */
const rounds = ['hello', 'how much is left?', 'a board game for four under $40'];

/**
 * A thousand people in Discord's direct messages, against the whole product in a process of its own: the real
 * discord.js, a model server that answers at once, the database of BENCH_DATABASE_URL or the embedded one. What is
 * measured is from the message on the wire to the reply's last change.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-users-'));
  const model = await startFakeOllama();
  model.script({ pieces: ['Here is what ', 'I would look at. ', 'Have a good evening!'] });
  const discord = await startDiscordServer({ limits: false });
  const databaseUrl = process.env.BENCH_DATABASE_URL;
  const server = await startServerProcess({
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    OLLAMA_BASE_URL: model.url,
    OLLAMA_MODEL: 'test-model:latest',
    LOG_LEVEL: 'error',
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  });
  try {
    await discord.connected(30_000);
    console.log(
      `${USERS} people, ${MESSAGES_PER_SECOND} messages/s, ${databaseUrl === undefined ? 'embedded database' : 'PostgreSQL'}`,
    );
    await warmUp(discord);
    const lines: BenchLine[] = [];
    for (const text of rounds) lines.push(...(await measure(discord, text)));
    const problems = server.output().match(/"level":"error"/g)?.length ?? 0;
    console.log(`errors in the log: ${problems}`);
    return lines;
  } finally {
    await server.end('SIGTERM');
    await discord.close();
    await model.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first start gives the catalogue its vectors; one more person than is measured speaks to a warm product. */
async function warmUp(discord: DiscordServer): Promise<void> {
  for (const text of rounds) {
    const { messageId } = discord.say(USERS, text);
    await discord.awaitReply(USERS, { after: messageId, timeoutMilliseconds: 60_000 });
  }
  await sleep(5_000);
}

async function measure(discord: DiscordServer, text: string): Promise<BenchLine[]> {
  const times: number[] = [];
  let lost = 0;
  const asked: Promise<void>[] = [];
  const began = performance.now();
  for (let person = 0; person < USERS; person += 1) {
    const due = began + (person * 1_000) / MESSAGES_PER_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    const at = performance.now();
    const { messageId } = discord.say(person, text);
    const reply = discord.awaitReply(person, { after: messageId, timeoutMilliseconds: 60_000 });
    asked.push(
      reply.then(
        ({ lastAt }) => {
          times.push(lastAt - at);
        },
        () => {
          lost += 1;
        },
      ),
    );
  }
  await Promise.all(asked);
  times.sort((left, right) => left - right);
  const quantile = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  console.log(
    `"${text}": ${times.length} answered, ${lost} lost; p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms, p99 ${quantile(0.99)} ms`,
  );
  return [
    {
      what: `“${text}” from ${USERS} people, p99`,
      ours: `${quantile(0.99)} ms`,
      goal: under(Number(quantile(0.99)), 300, 'ms'),
    },
    { what: `“${text}”: lost`, ours: String(lost), goal: none(lost) },
  ];
}
