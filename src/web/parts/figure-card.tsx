import type { ComponentChildren, JSX } from 'preact';
import type { ApiClient } from '../api/client.js';
import type { Explanation } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { useLoaded } from './use-loaded.js';

/** What a panel gets: the client, and a number that grows whenever something may have changed. */
export interface PanelProps {
  readonly api: ApiClient;
  readonly version: number;
  /** Says that something was changed here, so that the other parts ask again. */
  readonly changed: () => void;
}

/** Shows what was fetched, or that it is on its way, or the sentence that says why not. */
export function Shown<T>({
  loaded,
  children,
}: {
  loaded: { value: T | null; error: string | null };
  children: (value: T) => ComponentChildren;
}): JSX.Element {
  if (loaded.value !== null) return <>{children(loaded.value)}</>;
  return (
    <p class={loaded.error === null ? 'muted' : 'error'} role={loaded.error === null ? 'status' : 'alert'}>
      {loaded.error ?? 'One moment …'}
    </p>
  );
}

/** The sum behind a figure and the lines of the documents that show it. */
export function Evidence({ api, path }: { api: ApiClient; path: string }): JSX.Element {
  const loaded = useLoaded(() => api.get<Explanation>(path), 0);
  return (
    <Shown loaded={loaded}>
      {(explanation) => (
        <>
          {explanation.arithmetic.map((step) => (
            <p key={step} class="muted">
              {step}
            </p>
          ))}
          <ul class="plain">
            {explanation.lines.map((line) => (
              <li key={line.transactionId} class="evidence">
                <div class="row">
                  <span>
                    {formatDate(line.date)} · {line.description}
                  </span>
                  <span class="amount">{formatAmount(line.amount, line.currency)}</span>
                </div>
                {line.text !== null && (
                  <div>
                    {line.fileName}, page {line.page}, line {line.line}: “{line.text}”
                  </div>
                )}
              </li>
            ))}
          </ul>
          {explanation.totalLines > explanation.lines.length && (
            <p class="muted">
              The newest {explanation.lines.length} of {explanation.totalLines} lines.
            </p>
          )}
        </>
      )}
    </Shown>
  );
}
