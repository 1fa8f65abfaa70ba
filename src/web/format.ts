/** An amount in major units with its currency, as people write it where they live. */
export function formatAmount(amount: number, currency: string): string {
  if (currency === 'XXX')
    return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2 }).format(amount);
  return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount);
}

/** A calendar date in words of the reader's own language. */
export function formatDate(date: string): string {
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(parsed);
}
