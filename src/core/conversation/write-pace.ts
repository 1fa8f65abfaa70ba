import type { PlatformCapabilities } from '../ports/chat-platform.js';

/**
 * When the next write to a conversation may go out: a sliding window of the platform's documented size, its least
 * distance between edits, and its own word after a refusal. One per conversation and process; shared by its turns.
 */
export interface WritePace {
  /**
   * Milliseconds to wait from `now`. A write of the final text may use the window whole, and at once. Previews may use
   * it whole where edits come no faster than the window allows evenly; else they leave one place in it, so that the
   * final text need not wait for the window to pass.
   */
  delay(now: number, kind: 'post' | 'edit', final: boolean): number;
  /**
   * A write ended at `now`, whatever came of it. The window counts from there, since the platform may have counted it as
   * late as that; the distance between edits counts from where it began.
   */
  record(now: number, began?: number): void;
  /** The platform asked for silence until then. */
  block(until: number): void;
}

export function createWritePace(capabilities: PlatformCapabilities): WritePace {
  const { writes, windowMilliseconds } = capabilities.pace;
  const isEven = capabilities.editIntervalMilliseconds * writes >= windowMilliseconds;
  let recent: number[] = [];
  let lastBegan = Number.NEGATIVE_INFINITY;
  let blockedUntil = 0;
  return {
    delay(now, kind, final) {
      recent = recent.filter((time) => time > now - windowMilliseconds);
      const allowed = Math.max(1, final || isEven ? writes : writes - 1);
      const oldest = recent[recent.length - allowed];
      const window = oldest === undefined ? 0 : oldest + windowMilliseconds - now;
      const interval =
        kind === 'edit' && !final ? lastBegan + capabilities.editIntervalMilliseconds - now : 0;
      return Math.max(0, window, interval, blockedUntil - now);
    },
    record(now, began = now) {
      recent.push(now);
      lastBegan = began;
    },
    block(until) {
      blockedUntil = Math.max(blockedUntil, until);
    },
  };
}

/** Conversations whose pace is remembered; the longest unused are forgotten first. */
const MAX_PACES = 5_000;

/** The paces of a process, by conversation. */
export interface Paces {
  of(
    platform: { readonly name: string; readonly capabilities: PlatformCapabilities },
    address: string,
  ): WritePace;
}

export function createPaces(): Paces {
  const paces = new Map<string, WritePace>();
  return {
    of(platform, address) {
      const key = `${platform.name} ${address}`;
      const pace = paces.get(key) ?? createWritePace(platform.capabilities);
      paces.delete(key);
      paces.set(key, pace);
      if (paces.size > MAX_PACES) paces.delete(paces.keys().next().value ?? '');
      return pace;
    },
  };
}
