/**
 * Whether a time of day lies in the quiet hours. All are `HH:MM`; hours that end before they begin run over midnight;
 * equal ends mean none.
 */
export function isQuiet(time: string, from: string | null, to: string | null): boolean {
  if (from === null || to === null || from === to) return false;
  return from < to ? time >= from && time < to : time >= from || time < to;
}

/** The time of day at an instant in an IANA time zone, `HH:MM`. */
export function timeOfDay(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}
