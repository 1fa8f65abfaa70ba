/**
 * One message is read by several rules, and its parts are the same each time: a reading that keeps what it read last.
 * @param most how many readings are kept; the oldest go first
 */
export function remembering<World, Result>(
  most: number,
  keyOf: (world: World) => string,
  read: (text: string, world: World) => Result,
): (text: string, world: World) => Result {
  const kept = new Map<string, { readonly result: Result }>();
  return (text, world) => {
    const key = `${keyOf(world)} ${text}`;
    const known = kept.get(key);
    if (known) return known.result;
    const result = read(text, world);
    for (const oldest of kept.keys()) {
      if (kept.size < most) break;
      kept.delete(oldest);
    }
    kept.set(key, { result });
    return result;
  };
}
