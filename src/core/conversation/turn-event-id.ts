/** Where a listener stands in a turn: the attempt, and how many characters of its text it has. */
export interface TurnPosition {
  readonly turnId: string;
  readonly attempt: number;
  /** Characters of text up to and including the event; `end` for the last event. */
  readonly position: number | 'end';
}

export function formatEventId({ turnId, attempt, position }: TurnPosition): string {
  return `${turnId}:${attempt}:${position}`;
}

/** @returns null for a text that is no event's id. */
export function parseEventId(id: string): TurnPosition | null {
  const match = /^([0-9a-f-]{36}):(\d{1,6}):(\d{1,9}|end)$/.exec(id);
  if (!match) return null;
  const [, turnId = '', attempt, position] = match;
  return { turnId, attempt: Number(attempt), position: position === 'end' ? 'end' : Number(position) };
}
