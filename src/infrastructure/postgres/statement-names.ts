/** Statements kept prepared at most: each takes some of the embedded database's memory. */
const MAX_NAMED = 200;
/** Texts watched for a second time at most. */
const MAX_WATCHED = 1_000;

/**
 * Names for statements that come again, under which the database keeps them parsed and planned. Parsing and planning are most
 * of what a small statement costs on the embedded database. Texts that come once stay without a name, and so does what
 * comes after `most` others.
 * @returns a function from a statement's text to its name, or to '' where it has none
 */
export function createStatementNames(most: number = MAX_NAMED): (sql: string) => string {
  const names = new Map<string, string>();
  const watched = new Set<string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= most) return '';
    if (!watched.delete(sql)) {
      if (watched.size >= MAX_WATCHED) watched.clear();
      watched.add(sql);
      return '';
    }
    const name = `matinee_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
