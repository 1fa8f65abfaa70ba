const ROW =
  /^[\s*•-]*[\p{L}][\p{L}' -]{1,28}[\s:=-]+[$€£]?\d[\d.,]*k?(?: \S+){0,4}\s*$|^\s*[$€£]?\d[\d.,]*k?(?: \S+){1,5}\s*$/u;

/** A list that was written over lines, or parted by semicolons ("rent 900", "phone 30"), as one of clauses; any other text as it is. */
export function rowsAsClauses(text: string): string {
  const lines = text.split(/\r?\n|;(?=\s)/).filter((line) => line.trim() !== '');
  const rows = lines.filter((line) => ROW.test(line)).length;
  if (rows < 2 || lines.length - rows > 1) return text;
  return lines.map((line) => line.replace(/^[\s*•-]+|[\s,;:]+$/g, '')).join(', ');
}
