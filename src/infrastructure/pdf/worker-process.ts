import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { JobFailedError, type JobFailureCode } from './job-failure.js';
import { residentMemoryMb } from './resident-memory.js';

export interface WorkerProcessOptions {
  /** The built module that the process runs; it answers with the messages of `workerMessage`. */
  readonly module: URL;
  readonly memoryLimitMb: number;
}

export interface WorkOptions {
  readonly timeLimitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called for each report of the job; returns the milliseconds by which it earns a later deadline. */
  readonly onProgress?: (progress: unknown) => number;
}

/** What a worker process sends: that it is ready, how far a job is, and the job's result. */
const workerMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('progress'), progress: z.unknown() }),
  z.object({ type: z.literal('done'), result: z.unknown() }),
]);

/** A loaded machine may take seconds to start a process; a broken installation never does. */
const startLimitMs = 30_000;
const memoryCheckMs = 25;
const keptErrorOutput = 4096;

/**
 * No variable of the parent's reaches the process. glibc is told to give memory back: pages rendered for OCR would
 * else stay in its arenas, 100 MB and more of them.
 */
const leanEnvironment = {
  TZ: 'UTC',
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '1000000',
  MALLOC_MMAP_THRESHOLD_: '1000000',
};

interface RunningJob {
  readonly options: WorkOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
  deadline: number;
}

/**
 * A child process that takes one job at a time and is watched from outside: past its deadline or its resident memory
 * it is killed, whatever it is doing. It gets no environment variables and no way to make code out of text.
 */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #limitMb: number;
  readonly #exited: Promise<unknown>;
  #job: RunningJob | null = null;
  #ready = false;
  #request: unknown = null;
  #watch: NodeJS.Timeout | null = null;
  #errorOutput = '';
  busy = false;
  alive = true;
  jobs = 0;
  /** Resident memory when last looked at, megabytes, and the most seen in the latest job. */
  residentMb = 0;
  peakMb = 0;

  constructor(options: WorkerProcessOptions, onExit: (worker: WorkerProcess) => void) {
    this.#limitMb = options.memoryLimitMb;
    this.#child = fork(fileURLToPath(options.module), [], {
      // The heap gets less than the whole, so that the collector works before the limit is reached.
      execArgv: [
        `--max-old-space-size=${Math.max(64, Math.round(options.memoryLimitMb * 0.6))}`,
        '--disallow-code-generation-from-strings',
        '--no-warnings',
      ],
      env: leanEnvironment,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#exited = once(this.#child, 'exit');
    this.#child.on('message', (message) => this.#receive(message));
    this.#child.on('error', (error) => this.#crash(error.message));
    this.#child.on('exit', () => {
      this.alive = false;
      onExit(this);
    });
    // After `exit`, what it wrote last may still be on its way; at `close` all has been read.
    this.#child.on('close', (code, signal) => {
      this.#crash(`it ended with ${signal ?? `code ${code}`}`);
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errorOutput = (this.#errorOutput + chunk.toString('utf8')).slice(-keptErrorOutput);
    });
    this.#hold(false);
  }

  get pid(): number | undefined {
    return this.alive ? this.#child.pid : undefined;
  }

  /** @throws JobFailedError, or the signal's reason when aborted. */
  async run(request: unknown, options: WorkOptions): Promise<unknown> {
    this.busy = true;
    this.jobs += 1;
    this.peakMb = 0;
    this.#hold(true);
    const onAbort = () => this.#fail(options.signal?.reason);
    options.signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#job = { options, resolve, reject, deadline: performance.now() + startLimitMs };
        this.#request = request;
        this.#watch = setInterval(() => void this.#check(), memoryCheckMs);
        if (this.#ready) this.#begin();
        if (!this.alive) this.#crash('it had ended');
      });
    } finally {
      options.signal?.removeEventListener('abort', onAbort);
      if (this.#watch) clearInterval(this.#watch);
      this.#job = null;
      this.#request = null;
      this.busy = false;
      this.#hold(false);
    }
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#child.kill('SIGKILL');
  }

  /** Kills the process and waits until it is gone. */
  async end(): Promise<void> {
    const running = this.alive;
    this.#hold(true);
    this.#fail(new JobFailedError('CLOSED', 'The reading processes have been ended.'));
    this.kill();
    if (running) await this.#exited;
  }

  /** An idle process must not keep its parent from ending. */
  #hold(held: boolean): void {
    const stderr = this.#child.stderr;
    const parts = [this.#child, this.#child.channel, stderr && 'unref' in stderr ? stderr : null];
    for (const part of parts) {
      const handle: { ref?: unknown; unref?: unknown } | null | undefined = part;
      const change = held ? handle?.ref : handle?.unref;
      if (typeof change === 'function') change.call(handle);
    }
  }

  #begin(): void {
    if (!this.#job) return;
    this.#job.deadline = performance.now() + this.#job.options.timeLimitMs;
    this.#child.send({ type: 'job', request: this.#request }, (error) => {
      if (error) this.#crash(error.message);
    });
    this.#request = null;
  }

  #receive(raw: unknown): void {
    const parsed = workerMessage.safeParse(raw);
    if (!parsed.success) {
      this.#crash('it sent what nobody understands');
      return;
    }
    const message = parsed.data;
    if (message.type === 'ready') {
      this.#ready = true;
      this.#begin();
    } else if (message.type === 'progress' && this.#job) {
      this.#job.deadline += this.#job.options.onProgress?.(message.progress) ?? 0;
    } else if (message.type === 'done') {
      this.#job?.resolve(message.result);
    }
  }

  async #check(): Promise<void> {
    if (!this.#job) return;
    if (performance.now() > this.#job.deadline) return this.#limit('TIME_LIMIT', 'took too long');
    const pid = this.pid;
    const resident = pid === undefined ? null : await residentMemoryMb(pid);
    if (resident === null) return;
    this.residentMb = resident;
    this.peakMb = Math.max(this.peakMb, resident);
    if (resident > this.#limitMb) this.#limit('MEMORY_LIMIT', 'took too much memory');
  }

  #limit(code: JobFailureCode, what: string): void {
    this.#fail(new JobFailedError(code, `The reading process ${what}.`, this.peakMb));
  }

  #crash(how: string): void {
    const outOfMemory = /heap out of memory|allocation failed|bad_alloc/i.test(this.#errorOutput);
    if (outOfMemory) this.#limit('MEMORY_LIMIT', 'ran out of memory');
    this.#fail(new JobFailedError('CRASHED', `The reading process failed: ${how}.`, this.peakMb));
  }

  /** Ends the job and, because nobody knows what state it is in, the process. */
  #fail(error: unknown): void {
    if (!this.#job) return;
    this.kill();
    this.#job.reject(error);
  }
}
