import { useCallback, useEffect, useState } from 'preact/hooks';

/** Something that is fetched: at first nothing, then a value or a sentence that says why not. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly error: string | null;
  readonly reload: () => void;
}

/** Fetches at first sight, whenever `version` changes, and on `reload`; a late answer of an older fetch is dropped. */
export function useLoaded<T>(fetcher: () => Promise<T>, version: number): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  // The fetcher is new at each render; version and round say when to ask again.
  useEffect(() => {
    let current = true;
    fetcher().then(
      (next) => {
        if (!current) return;
        setValue(next);
        setError(null);
      },
      (problem: unknown) => {
        if (current) setError(problem instanceof Error ? problem.message : 'That could not be loaded.');
      },
    );
    return () => {
      current = false;
    };
  }, [version, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { value, error, reload };
}
