/** What a check found. `off` is a choice, not a fault; a `warning` makes the product plainer, a `problem` stops it. */
export interface Finding {
  readonly part: string;
  readonly state: 'ok' | 'off' | 'warning' | 'problem';
  readonly text: string;
  /** What to do about it. */
  readonly advice?: string;
}

const signs: Readonly<Record<Finding['state'], string>> = { ok: '✓', off: '–', warning: '!', problem: '✗' };

/** A finding as one or two lines for a terminal. */
export function renderFinding({ part, state, text, advice }: Finding): string {
  const line = `${signs[state]} ${part.padEnd(12)} ${text}`;
  return advice ? `${line}\n${' '.repeat(15)}→ ${advice}` : line;
}

/** Runs a look at something outside; whatever goes wrong becomes a finding. */
export async function examine(
  part: string,
  look: () => Promise<Omit<Finding, 'part'>>,
  onFailure: Omit<Finding, 'part' | 'text'>,
): Promise<Finding> {
  try {
    return { part, ...(await look()) };
  } catch (error) {
    return { part, text: reasonOf(error), ...onFailure };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It failed for an unknown reason.';
  const cause = error.cause instanceof Error ? ` (${firstLine(error.cause.message)})` : '';
  return `${firstLine(error.message)}${cause}`;
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').slice(0, 200);
}
