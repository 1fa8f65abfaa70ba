/** Runs what belongs to one key one after another, in the order it came. */
export type Sequence = (key: string, work: () => Promise<unknown>) => Promise<void>;

/**
 * Events of one channel keep their order: a message is stored before its edit or its deletion looks for it, also when a
 * resumed connection delivers all of them at once. A piece of work that fails stops no other.
 */
export function createSequence(): Sequence {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const done = before
      .catch(() => undefined)
      .then(async () => {
        await work();
      });
    last.set(key, done);
    const forget = () => {
      if (last.get(key) === done) last.delete(key);
    };
    done.then(forget, forget);
    return done;
  };
}
