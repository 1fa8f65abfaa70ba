import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabaseTemplate } from '../database.js';
import { Random } from '../histories/random.js';
import { type KillPlace, killPlaces, type Life, prepareLife } from './fault-life.js';
import { type FaultyPlatform, startFaultyPlatform } from './fault-platform.js';

export interface FaultPlan {
  /** SIGKILLs of answering processes, in turn at each of the places. */
  readonly kills: number;
  /** Failures in all: kills and failed writes. */
  readonly failures: number;
  /** No kill comes later than this after the beginning. */
  readonly milliseconds: number;
  readonly seed: number;
  /** New messages for each process. */
  readonly messages: number;
  readonly conversations: number;
  /** Processes at once: with databases of their own where it is the embedded one, else on the one PostgreSQL. */
  readonly lanes: number;
  /** Share of platform writes that fail, and of answers that throw at their first attempt. */
  readonly failingShare: number;
  readonly databaseUrl?: string;
}

export interface FaultReport {
  readonly acknowledged: number;
  readonly kills: number;
  readonly killsAt: Readonly<Record<string, number>>;
  /** Other failures: refused, broken, cut off and unanswered writes. */
  readonly writeFailures: number;
  readonly lost: readonly string[];
  readonly answeredTwice: readonly string[];
}

/** Sends messages to processes that are killed again and again, and counts the answers that arrive. */
export async function runFaults(plan: FaultPlan): Promise<FaultReport> {
  const run = new FaultRun(plan);
  const lanes = Array.from({ length: plan.lanes }, (_, index) => run.lane(index));
  await Promise.all(lanes);
  return run.report();
}

/** A process that does not come to its place in this time is killed from outside. */
const SELF_KILL_MILLISECONDS = 6_000;
/** Without any answer for this long, what is unanswered is lost: a lease lives a third of it. */
const SETTLE_MILLISECONDS = 60_000;
/** Messages sent and not yet acknowledged at a time: a process that is flooded does nothing but store. */
const OUTSTANDING = 24;
const RESEND_MILLISECONDS = 2_000;
/** A second answer would come soon, if it came at all. */
const SECOND_ANSWER_MILLISECONDS = 500;

class FaultRun {
  readonly #plan: FaultPlan;
  readonly #random: Random;
  readonly #until: number;
  readonly #name = `${Date.now()}`;
  readonly #platforms: Promise<FaultyPlatform>[] = [];
  readonly #acknowledged = new Set<string>();
  readonly #killsAt: Record<string, number> = {};
  #kills = 0;
  #begun = 0;
  #keys = 0;

  constructor(plan: FaultPlan) {
    this.#plan = plan;
    this.#random = new Random(plan.seed);
    this.#until = Date.now() + plan.milliseconds;
  }

  /** Life after life on one database, until there were failures enough, then one that is left to finish. */
  async lane(index: number): Promise<void> {
    const shared = this.#plan.databaseUrl !== undefined;
    const platform = await this.#platform(shared ? 0 : index);
    const dataDir = await mkdtemp(join(tmpdir(), 'matinee-faults-'));
    // The database's first start is no part of what is tested.
    if (!shared) await copyDatabaseTemplate(dataDir);
    const waiting = new Set<string>();
    const mine = new Set<string>();
    const prepare = () =>
      prepareLife((key) => {
        waiting.delete(key);
        mine.add(key);
        this.#acknowledged.add(key);
      });
    let next = prepare();
    try {
      while (await this.#wantsMore()) {
        const life = next;
        next = prepare();
        await this.#liveAndDie(life, platform, dataDir, waiting);
      }
      await next.begin(this.#start(platform, dataDir, null));
      await this.#finish(next, platform, waiting, mine);
    } finally {
      await next.kill();
      await rm(dataDir, { recursive: true, force: true });
    }
  }

  async report(): Promise<FaultReport> {
    const platforms = await Promise.all(this.#platforms);
    const counts = new Map<string, number>();
    for (const platform of platforms) {
      for (const [key, count] of platform.answers()) counts.set(key, (counts.get(key) ?? 0) + count);
      await platform.close();
    }
    const keys = [...this.#acknowledged];
    return {
      acknowledged: keys.length,
      kills: this.#kills,
      killsAt: this.#killsAt,
      writeFailures: platforms.reduce((total, platform) => total + platform.failures(), 0),
      lost: keys.filter((key) => !counts.has(key)),
      answeredTwice: keys.filter((key) => (counts.get(key) ?? 0) > 1),
    };
  }

  async #platform(index: number): Promise<FaultyPlatform> {
    this.#platforms[index] ??= startFaultyPlatform(
      this.#plan.failingShare,
      new Random(this.#plan.seed + 1_000 * (index + 1)),
    );
    return this.#platforms[index];
  }

  async #wantsMore(): Promise<boolean> {
    if (Date.now() > this.#until) return false;
    const platforms = await Promise.all(this.#platforms.filter((platform) => platform !== undefined));
    const failed = platforms.reduce((total, platform) => total + platform.failures(), 0);
    return this.#begun < this.#plan.kills || this.#kills + failed < this.#plan.failures;
  }

  #start(platform: FaultyPlatform, dataDir: string, dieAt: KillPlace | null) {
    const { failingShare, databaseUrl } = this.#plan;
    const seed = this.#random.whole(1, 1_000_000);
    const at = databaseUrl === undefined ? {} : { databaseUrl };
    return { platformUrl: platform.url, dataDir, failingShare, seed, dieAt, ...at };
  }

  async #liveAndDie(
    life: Life,
    platform: FaultyPlatform,
    dataDir: string,
    waiting: Set<string>,
  ): Promise<void> {
    const place = killPlaces[this.#begun % killPlaces.length] ?? 'at random';
    this.#begun += 1;
    const ready = life.begin(this.#start(platform, dataDir, place));
    for (let count = 0; count < this.#plan.messages; count += 1) {
      this.#keys += 1;
      waiting.add(`${this.#name}-${this.#keys}`);
    }
    if (place === 'while it starts') await Promise.race([ready, pause(this.#random.between(100, 1_200))]);
    else await ready;
    this.#sendSome(life, waiting);
    const outside = place === 'at random' || place === 'while it starts';
    const longest = outside ? this.#random.between(20, 400) : SELF_KILL_MILLISECONDS;
    await Promise.race([life.gone, pause(longest)]);
    const by = life.diedByItself() ? place : outside ? place : 'at random';
    await life.kill();
    this.#kills += 1;
    this.#killsAt[by] = (this.#killsAt[by] ?? 0) + 1;
  }

  #sendSome(life: Life, waiting: ReadonlySet<string>): void {
    for (const key of [...waiting].slice(0, OUTSTANDING))
      life.send(key, `${this.#name}-c${Number(key.split('-')[1]) % this.#plan.conversations}`);
  }

  /** The last process of a lane: it gets what nobody acknowledged, and time for everything that was left. */
  async #finish(
    life: Life,
    platform: FaultyPlatform,
    waiting: ReadonlySet<string>,
    mine: ReadonlySet<string>,
  ): Promise<void> {
    let progressed = Date.now();
    let sent = 0;
    let last = '';
    while (Date.now() < progressed + SETTLE_MILLISECONDS) {
      if (Date.now() > sent + RESEND_MILLISECONDS) {
        this.#sendSome(life, waiting);
        sent = Date.now();
      }
      await pause(200);
      const answers = platform.answers();
      const left = [...mine].filter((key) => !answers.has(key)).length;
      if (waiting.size === 0 && left === 0) break;
      const now = `${waiting.size} ${left}`;
      if (now !== last) progressed = Date.now();
      last = now;
    }
    await pause(SECOND_ANSWER_MILLISECONDS);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
