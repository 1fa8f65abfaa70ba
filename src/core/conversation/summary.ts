import type { Draft } from './draft.js';
import type { TurnMemory } from './memory.js';
import { quoted } from './prompts/turn-prompt.js';

const SAID_CHARACTERS = 60;
const SUMMARY_CHARACTERS = 900;
/** The stored summary is renewed this often: it is for turns that are further back than the latest messages. */
const EVERY_TURNS = 4;

/** What a turn was about, in a line: the wish, and the titles that were offered. */
export function gistOf(said: string, draft: Draft): string {
  const titles = draft.memory.flatMap((change) => change.offered ?? []).map((item) => item.title);
  const offered = titles.length > 0 ? `; offered ${titles.slice(0, 4).join(', ')}` : '';
  const wish = quoted(said, SAID_CHARACTERS);
  return wish === '' ? '' : `asked “${wish}”${offered}`;
}

/** The running summary after a turn, from the record of the turns and not from anybody's wording; null: as it was. */
export function summaryOf({ turns, gists }: TurnMemory): string | null {
  if (turns === 0 || turns % EVERY_TURNS !== 0) return null;
  return gists.join('. ').slice(-SUMMARY_CHARACTERS);
}
