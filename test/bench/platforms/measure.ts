import type { WriteRecord } from '../../support/slack/server.js';
import { wordsOf } from './script.js';

/** What a server saw of one reply. */
export interface Run {
  readonly text: string;
  readonly channel: string;
  readonly perSecond: number;
  /** When the first word was there, and when the last. */
  readonly began: number;
  readonly flowed: number;
  /** What ended it early; null when it went through. */
  readonly error: string | null;
}

export interface Limit {
  readonly writes: number;
  readonly windowMilliseconds: number;
}

export interface Figures {
  readonly delivered: number;
  readonly doubled: number;
  readonly writes: number;
  readonly refused: number;
  /** Writes while the text flowed, and those that the limit would have allowed, one at a time, evenly. */
  readonly used: number;
  readonly allowed: number;
  /** Milliseconds from the first word to its being seen; null: never. */
  readonly first: number | null;
  /** Milliseconds from when the last write could have been made at the earliest, to when it was. */
  readonly lag: number;
}

export function measure(
  run: Run,
  records: readonly WriteRecord[],
  visible: readonly string[],
  limit: Limit,
): Figures {
  const mine = records.filter(({ channel }) => channel === run.channel);
  const accepted = mine.filter((record) => record.accepted);
  const wanted = wordsOf(run.text);
  const seen = new Map<string, number>();
  for (const word of visible.flatMap(wordsOf)) seen.set(word, (seen.get(word) ?? 0) + 1);
  const [firstWord = ''] = wanted;
  const first = accepted.find(({ text }) => text.includes(firstWord));
  const last = accepted.at(-1);
  const before = accepted[accepted.length - 1 - limit.writes];
  const free = Math.max(run.flowed, before === undefined ? 0 : before.at + limit.windowMilliseconds);
  return {
    delivered: wanted.filter((word) => seen.has(word)).length / wanted.length,
    doubled: [...seen.values()].filter((times) => times > 1).length,
    writes: mine.length,
    refused: mine.length - accepted.length,
    used: accepted.filter(({ at }) => at <= run.flowed).length,
    allowed: Math.max(1, Math.floor((run.flowed - run.began) / (limit.windowMilliseconds / limit.writes))),
    first: first ? first.at - run.began : null,
    lag: last ? Math.max(0, last.at - free) : 0,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** One line of the table. */
export function summarise(
  name: string,
  runs: readonly Run[],
  figures: readonly Figures[],
): Record<string, string | number> {
  const firsts = figures.map(({ first }) => first ?? Number.POSITIVE_INFINITY);
  // A reply that is over within three seconds has too few places for edits to speak of a share.
  const flowing = figures.filter(({ allowed }) => allowed >= 3);
  const lags = figures.map(({ lag }) => lag);
  return {
    who: name,
    replies: runs.length,
    'text delivered': percent(sum(figures.map(({ delivered }) => delivered)) / figures.length),
    'whole replies': figures.filter(({ delivered, doubled }) => delivered === 1 && doubled === 0).length,
    'doubled words': sum(figures.map(({ doubled }) => doubled)),
    '429s of writes': percent(
      sum(figures.map(({ refused }) => refused)) / Math.max(1, sum(figures.map(({ writes }) => writes))),
    ),
    'edits used': percent(
      sum(flowing.map(({ used }) => used)) / Math.max(1, sum(flowing.map(({ allowed }) => allowed))),
    ),
    'first words p50/max ms': `${quantile(firsts, 0.5).toFixed(0)}/${Math.max(...firsts).toFixed(0)}`,
    'end p50/max ms': `${quantile(lags, 0.5).toFixed(0)}/${Math.max(...lags).toFixed(0)}`,
    'ended in an error': runs.filter(({ error }) => error !== null).length,
  };
}
