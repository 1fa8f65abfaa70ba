import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';
import { type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

interface Account {
  readonly email: string | null;
  readonly displayName: string | null;
  readonly identities: readonly {
    readonly id: string;
    readonly platform: string;
    readonly displayName: string | null;
  }[];
}

interface LinkCode {
  readonly code: string;
  readonly expiresAt: string;
}

/** What is passed to a part that changes something on the server and may fail. */
type Act = (work: Promise<unknown>) => void;

function LinkByCode({ api, act, changed }: { api: ApiClient; act: Act; changed: () => void }): JSX.Element {
  const [made, setMade] = useState<LinkCode | null>(null);
  const [code, setCode] = useState('');
  return (
    <section class="card" aria-labelledby="link-title">
      <h2 id="link-title">Join a chat account</h2>
      <p class="muted">
        Make a code here and write “link CODE” to Matinee in your chat, or write “link” there and enter its
        code here. Both histories are kept.
      </p>
      <button
        type="button"
        onClick={() => act(api.send<LinkCode>('POST', '/api/account/link-codes').then(setMade))}
      >
        Make a code
      </button>
      {made !== null && (
        <p role="status">
          <strong>{made.code}</strong>{' '}
          <span class="muted">works once, until {new Date(made.expiresAt).toLocaleTimeString()}</span>
        </p>
      )}
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          act(api.send('POST', '/api/account/link-codes/redeem', { code }).then(changed));
          setCode('');
        }}
      >
        <label>
          Code from your chat
          <input
            required
            minLength={4}
            maxLength={40}
            autocomplete="off"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Join</button>
      </form>
    </section>
  );
}

/** Hands the browser a file that was made here. */
function saveAs(name: string, contents: string): void {
  const url = URL.createObjectURL(new Blob([contents], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function YourData({ api, act }: { api: ApiClient; act: Act }): JSX.Element {
  const [asking, setAsking] = useState(false);
  return (
    <section class="card" aria-labelledby="data-title">
      <h2 id="data-title">Your data</h2>
      <div class="actions">
        <button
          type="button"
          onClick={() =>
            act(
              api.text('/api/account/export').then((everything) => saveAs('matinee-export.json', everything)),
            )
          }
        >
          Export everything
        </button>
        {asking ? (
          <>
            <button
              type="button"
              class="primary"
              onClick={() => act(api.send('DELETE', '/api/account').then(() => api.signOut()))}
            >
              Yes, delete all of it
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setAsking(true)}>
            Forget me
          </button>
        )}
      </div>
      {asking && (
        <p role="alert">
          This deletes your account, your documents and everything that was learned. It cannot be undone.
        </p>
      )}
    </section>
  );
}

/** Who is signed in, linked chat accounts, and the ways to take the data along or to be forgotten. */
export function AccountPanel({ api, version, changed }: PanelProps): JSX.Element {
  const loaded = useLoaded(() => api.get<Account>('/api/auth/me'), version);
  const [error, setError] = useState<string | null>(null);
  const act: Act = (work) => {
    setError(null);
    work.catch((problem: Error) => setError(problem.message));
  };
  return (
    <>
      <Shown loaded={loaded}>
        {(account) => (
          <section class="card" aria-labelledby="account-title">
            <h2 id="account-title">Account</h2>
            <p>{account.email ?? account.displayName ?? 'Guest of this machine'}</p>
            <ul class="plain">
              {account.identities.map(({ id, platform, displayName }) => (
                <li key={id} class="row">
                  <span>
                    {platform} {displayName !== null && `· ${displayName}`}
                  </span>
                  <button
                    type="button"
                    onClick={() => act(api.send('DELETE', `/api/account/identities/${id}`).then(changed))}
                  >
                    Separate
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Shown>
      <LinkByCode api={api} act={act} changed={changed} />
      <YourData api={api} act={act} />
      <p role="alert" class="error">
        {error}
      </p>
    </>
  );
}
