const ROW =
  /^\s*(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}\s?[A-Za-z]{3,9}(?:\s?\d{2,4})?|[A-Za-z]{3,9}\s\d{1,2})\b.*\d[.,]\d{2}\b/;
/** Fewer rows could be a few spends that somebody jotted down. */
const LEAST_ROWS = 4;

/** True for text that somebody copied out of a statement: several lines with a date and an amount each. */
export function looksLikeStatement(text: string): boolean {
  let rows = 0;
  for (const line of text.split('\n', 400)) if (ROW.test(line.slice(0, 300))) rows += 1;
  return rows >= LEAST_ROWS;
}
