/** Who has to do with what, and how much: rows of one person each, items as dense indices, weights above 0. */
export interface Interactions {
  readonly people: number;
  readonly items: number;
  /** Row p is at [starts[p], starts[p + 1]) of the two columns. */
  readonly starts: Int32Array;
  readonly itemAt: Int32Array;
  readonly weightAt: Float32Array;
}

/** The same table by item: who has to do with item i is at [starts[i], starts[i + 1]). */
export interface ByItem {
  readonly starts: Int32Array;
  readonly personAt: Int32Array;
  readonly weightAt: Float32Array;
}

/** One person's row: items and how strongly, in the same order. */
export interface Row {
  readonly items: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** Packs rows; an item that stands twice in a row must be merged by the caller. */
export function packRows(rows: readonly Row[], items: number): Interactions {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + row.items.length;
  });
  const total = starts[rows.length] as number;
  const itemAt = new Int32Array(total);
  const weightAt = new Float32Array(total);
  rows.forEach((row, index) => {
    itemAt.set(row.items, starts[index]);
    weightAt.set(row.weights, starts[index]);
  });
  return { people: rows.length, items, starts, itemAt, weightAt };
}

/** Turns the table over. */
export function byItem(table: Interactions): ByItem {
  const starts = new Int32Array(table.items + 1);
  for (const item of table.itemAt) starts[item + 1] = (starts[item + 1] as number) + 1;
  for (let item = 0; item < table.items; item += 1) {
    starts[item + 1] = (starts[item + 1] as number) + (starts[item] as number);
  }
  const next = starts.slice();
  const personAt = new Int32Array(table.itemAt.length);
  const weightAt = new Float32Array(table.itemAt.length);
  for (let person = 0; person < table.people; person += 1) {
    for (let at = table.starts[person] as number; at < (table.starts[person + 1] as number); at += 1) {
      const item = table.itemAt[at] as number;
      const slot = next[item] as number;
      next[item] = slot + 1;
      personAt[slot] = person;
      weightAt[slot] = table.weightAt[at] as number;
    }
  }
  return { starts, personAt, weightAt };
}

/** How many people each item has. */
export function countByItem(table: Interactions): Float64Array {
  const counts = new Float64Array(table.items);
  for (const item of table.itemAt) counts[item] = (counts[item] as number) + 1;
  return counts;
}
