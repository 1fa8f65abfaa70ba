import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';
import type { DocumentAnalysis, DocumentView, SourceLine } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

const POLL_MS = 1_500;

const VERDICTS = {
  verified: { tone: 'good', label: 'Verified' },
  discrepancy: { tone: 'warn', label: 'Does not add up' },
  unverifiable: { tone: 'warn', label: 'Not proved' },
  failed: { tone: 'bad', label: 'Could not be read' },
} as const;

function statusOf(document: DocumentView): { tone: 'good' | 'warn' | 'bad'; label: string } {
  if (document.passwordRequired) return { tone: 'warn', label: 'Needs its password' };
  if (document.verdict !== null) return VERDICTS[document.verdict];
  if (document.progress !== null)
    return { tone: 'warn', label: `Reading page ${document.progress.page} of ${document.progress.pages}` };
  return document.processingStatus === 'failed'
    ? VERDICTS.failed
    : { tone: 'warn', label: 'Waiting to be read' };
}

/** A figure that shows the line it was read from when it is pressed. */
function Traced({
  label,
  amount,
  source,
}: {
  label: string;
  amount: string;
  source: SourceLine | null;
}): JSX.Element {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button
        type="button"
        class="row wide"
        aria-expanded={shown}
        disabled={source === null}
        onClick={() => setShown(!shown)}
      >
        <span>{label}</span>
        <span class="amount">{amount}</span>
      </button>
      {shown && source !== null && (
        <p class="evidence">
          Page {source.page}, line {source.line}: “{source.text}”
        </p>
      )}
    </>
  );
}

type Reading = NonNullable<DocumentAnalysis['reading']>;

function Rows({ reading }: { reading: Reading }): JSX.Element {
  const { payStub } = reading;
  const pay = payStub === null ? null : (payStub.netPay ?? payStub.derivedNetPay ?? payStub.grossPay);
  return (
    <>
      {reading.statement?.accounts.map((account, index) => (
        <div key={`${account.label}-${index}`} class="plain">
          {account.label !== null && <h4>{account.label}</h4>}
          {account.transactions.map((row) => (
            <Traced
              key={`${row.source.page}-${row.source.line}-${row.amount}`}
              label={`${row.date === null ? 'No date' : formatDate(row.date)} · ${row.description}`}
              amount={formatAmount(row.amount, account.currency)}
              source={row.source}
            />
          ))}
        </div>
      ))}
      {pay !== null && payStub !== null && (
        <p>
          {payStub.employer ?? 'Pay'}: {formatAmount(pay, payStub.currency)}
        </p>
      )}
      {reading.receipt !== null && reading.receipt.total !== null && (
        <p>
          {reading.receipt.merchant ?? 'Receipt'}:{' '}
          {formatAmount(reading.receipt.total, reading.receipt.currency)}
        </p>
      )}
    </>
  );
}

function Analysis({ api, id }: { api: ApiClient; id: string }): JSX.Element {
  const loaded = useLoaded(() => api.get<DocumentAnalysis>(`/api/financial/documents/${id}/analysis`), 0);
  return (
    <Shown loaded={loaded}>
      {({ reading }) =>
        reading === null ? (
          <p class="muted">It has not been read yet.</p>
        ) : (
          <>
            {reading.proofs.map((proof) => (
              <p key={proof} class="muted">
                ✓ {proof}
              </p>
            ))}
            {reading.problems.map((problem) => (
              <p key={problem.message} class="muted">
                ⚠ {problem.message}
                {problem.source !== null && ` (page ${problem.source.page}, line ${problem.source.line})`}
              </p>
            ))}
            <Rows reading={reading} />
          </>
        )
      }
    </Shown>
  );
}

function Unlock({ onPassword }: { onPassword: (password: string) => void }): JSX.Element {
  const [password, setPassword] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPassword(password);
        setPassword('');
      }}
    >
      <label>
        Its password, used once and never kept
        <input
          type="password"
          autocomplete="off"
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Open it</button>
    </form>
  );
}

function DocumentCard({
  document,
  api,
  changed,
}: { document: DocumentView } & Pick<PanelProps, 'api' | 'changed'>): JSX.Element {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const status = statusOf(document);
  const act = (work: Promise<unknown>) => {
    setError(null);
    work.then(changed, (problem: Error) => setError(problem.message));
  };
  return (
    <li class="card">
      <h3>{document.fileName}</h3>
      <p class="facts">
        <span class={`badge ${status.tone}`}>{status.label}</span> {document.kind?.replaceAll('_', ' ')} ·
        added {formatDate(document.uploadedAt)}
      </p>
      {document.passwordRequired && (
        <Unlock
          onPassword={(password) =>
            act(api.send('POST', `/api/financial/documents/${document.id}/unlock`, { password }))
          }
        />
      )}
      <div class="actions">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide the figures' : 'Show the figures'}
        </button>
        <button
          type="button"
          onClick={() => act(api.send('DELETE', `/api/financial/documents/${document.id}`))}
        >
          Delete
        </button>
      </div>
      {open && <Analysis api={api} id={document.id} />}
      {error !== null && (
        <p role="alert" class="error">
          {error}
        </p>
      )}
    </li>
  );
}

/** The documents that were handed in: verdict, proofs, and each figure with the line it stands on. */
export function DocumentsPanel({ api, version, changed }: PanelProps): JSX.Element {
  const loaded = useLoaded(
    () => api.get<{ documents: DocumentView[] }>('/api/financial/documents?limit=50'),
    version,
  );
  const busy = loaded.value?.documents.some(
    ({ processingStatus, passwordRequired }) =>
      !passwordRequired && (processingStatus === 'pending' || processingStatus === 'processing'),
  );
  const { reload } = loaded;

  // Each answer that is still busy asks once more.
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [busy, loaded.value, reload]);

  return (
    <>
      <h2>Documents</h2>
      <Shown loaded={loaded}>
        {({ documents }) =>
          documents.length === 0 ? (
            <p class="muted">Drop a PDF into the chat: a bank statement, a pay stub or a receipt.</p>
          ) : (
            <ul class="plain">
              {documents.map((document) => (
                <DocumentCard key={document.id} document={document} api={api} changed={changed} />
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}
