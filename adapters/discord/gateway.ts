import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, SimpleShardingStrategy, Status, WebSocketShardStatus } from 'discord.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { DISCORD_INTENTS, type DiscordAdapterConfig, type DiscordTimes } from './config.js';
import { closedForGood } from './errors.js';

/** A connection that ends for certain. */
export interface DiscordGateway {
  readonly client: Client;
  /** The last code that the gateway closed with for good. */
  closeCode(): number | null;
  /** Connects, and resolves at READY. @throws the SDK's errors, or an Error when READY does not come in time */
  connect(): Promise<void>;
  end(): Promise<void>;
}

/** How often an ending looks whether a socket has opened. */
const LOOK_MILLISECONDS = 50;

/**
 * The SDK's way to connect, with an end. Left to itself, a shard that is just about to connect again is overlooked by
 * `destroy` and connects for ever; one whose socket is still opening is left without an error listener, so that its
 * failure would end the process; and one that waits for READY begins a second `destroy`, so that the first never ends.
 */
class EndingStrategy extends SimpleShardingStrategy {
  readonly #milliseconds: number;
  readonly #isOpen: (shard: number) => boolean;

  constructor(
    manager: ConstructorParameters<typeof SimpleShardingStrategy>[0],
    options: { readonly milliseconds: number; readonly isOpen: (shard: number) => boolean },
  ) {
    super(manager);
    this.#milliseconds = options.milliseconds;
    this.#isOpen = options.isOpen;
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    // Twice the time that an opening may take: its clock starts later than ours.
    const deadline = performance.now() + 2 * this.#milliseconds;
    while (performance.now() < deadline && (await this.#isOpening())) await sleep(LOOK_MILLISECONDS);
    const late = new AbortController();
    const limit = sleep(this.#milliseconds, undefined, { signal: late.signal }).catch(() => undefined);
    await Promise.race([super.destroy(options), limit]);
    late.abort();
  }

  async #isOpening(): Promise<boolean> {
    const { Connecting } = WebSocketShardStatus;
    return [...(await this.fetchStatus())].some(([id, status]) => status === Connecting && !this.#isOpen(id));
  }
}

/** Creates the SDK's client with bounded waits and no caches of its own; events are read raw. */
export function createDiscordGateway(
  config: DiscordAdapterConfig,
  times: DiscordTimes,
  log: Logger,
): DiscordGateway {
  let ended = false;
  let closeCode: number | null = null;
  const client: Client = new Client({
    intents: [...DISCORD_INTENTS],
    // As many connections as Discord recommends, unless several processes divide them among themselves.
    ...(config.shards
      ? { shards: [...config.shards.ids], shardCount: config.shards.count }
      : { shards: 'auto' }),
    rest: {
      ...(config.apiUrl !== undefined && { api: config.apiUrl }),
      timeout: times.callMilliseconds,
      retries: 0,
      offset: 0,
      // The reply stream does the waiting: a queue of outdated edits would only delay the latest.
      rejectOnRateLimit: () => true,
    },
    ws: {
      buildStrategy: (manager) => {
        const { options } = manager;
        const retrieve = options.retrieveSessionInfo;
        // Asked before each connection: once ended, no shard gets an answer, and so none connects.
        options.retrieveSessionInfo = (shard) => (ended ? new Promise(() => undefined) : retrieve(shard));
        options.handshakeTimeout = times.handshakeMilliseconds;
        const milliseconds = times.handshakeMilliseconds;
        // A shard's status leaves this one at HELLO, and comes back to it when its socket closes.
        const isOpen = (shard: number) => client.ws.shards.get(shard)?.status !== Status.Connecting;
        return new EndingStrategy(manager, { milliseconds, isOpen });
      },
    },
  });
  // A process that only answers writes without ever connecting, and replies go on while a connection ends.
  const authorise = () => client.rest.setToken(config.token);
  authorise();
  client.on(Events.Error, (error) => log.warn({ err: error }, 'the Discord client reports an error'));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the Discord gateway reports an error'));
  client.on(Events.ShardReconnecting, () => {
    if (!ended) log.info({}, 'the Discord gateway was lost and is connected again');
  });
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ replayed }, 'the Discord gateway is back'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    closeCode = code;
    if (client.isReady()) {
      log.error({ code }, closedForGood(code) ?? 'Discord closed the gateway for good: restart Matinee.');
    }
  });

  return {
    client,
    closeCode: () => closeCode,
    async connect() {
      const waiting = new AbortController();
      const late = sleep(times.readyMilliseconds, undefined, { signal: waiting.signal }).then(
        () => Promise.reject(new Error(`No READY within ${times.readyMilliseconds} ms.`)),
        () => undefined,
      );
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      try {
        await Promise.race([Promise.all([client.login(config.token), ready]), late]);
      } finally {
        waiting.abort();
      }
    },
    async end() {
      ended = true;
      await client.destroy();
      authorise();
    },
  };
}
