import { setTimeout as sleep } from 'node:timers/promises';

/** A reply as a model writes it: so many characters, so many a second. */
export interface Script {
  readonly characters: number;
  readonly perSecond: number;
}

/** Words are numbered, so that what is missing or doubled can be counted. */
export function wordsOf(text: string): string[] {
  return text.match(/w\d+x/g) ?? [];
}

export function writeText(characters: number): string {
  let text = '';
  for (let count = 1; text.length < characters; count += 1) {
    text += `w${count}x`;
    text += count % 60 === 0 ? '.\n\n' : count % 12 === 0 ? '. ' : ' ';
  }
  return text.trim();
}

/** The text so far whenever a word more is there, in real time. */
export async function* flow(text: string, perSecond: number): AsyncGenerator<string> {
  const began = performance.now();
  const ends = [...text.matchAll(/\S+\s*/g)].map((match) => match.index + match[0].length);
  for (const end of ends) {
    const due = began + (end / perSecond) * 1000;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    yield text.slice(0, end);
  }
}
