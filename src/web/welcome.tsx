import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiClient, ApiError } from './api/client.js';

interface TokenAnswer {
  readonly accessToken: string;
  readonly refreshToken: string;
}

type Mode = 'login' | 'register' | 'confirm';

const LABELS: Record<Mode, { title: string; submit: string }> = {
  login: { title: 'Sign in', submit: 'Sign in' },
  register: { title: 'Create an account', submit: 'Create account' },
  confirm: { title: 'Confirm your e-mail', submit: 'Confirm' },
};

/** The sentence to show for whatever went wrong. */
function sentenceOf(problem: unknown): string {
  if (problem instanceof ApiError)
    return [problem.message, ...problem.fields.map((field) => field.message)].join(' ');
  return 'Matinee could not be reached. Is the server running?';
}

/** Sign in, sign up, or go on as a guest of this machine. */
export function Welcome({ api, onSignedIn }: { api: ApiClient; onSignedIn: () => void }): JSX.Element {
  const [mode, setMode] = useState<Mode>('login');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const attempt = (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    work()
      .catch((problem: unknown) => setError(sentenceOf(problem)))
      .finally(() => setBusy(false));
  };

  const signIn = async (path: string, body: unknown) => {
    const { accessToken, refreshToken } = await api.send<TokenAnswer>('POST', path, body);
    api.signIn({ accessToken, refreshToken });
    onSignedIn();
  };

  const submit = async () => {
    if (mode === 'register') {
      const answer = await api.send<{ confirmationRequired: boolean }>('POST', '/api/auth/register', {
        email,
        password,
      });
      if (answer.confirmationRequired) return setMode('confirm');
    }
    if (mode === 'confirm') await api.send('POST', '/api/auth/confirm', { email, code });
    await signIn('/api/auth/login', { email, password });
  };

  return (
    <main class="welcome">
      <section class="card" aria-labelledby="welcome-title">
        <div class="brand">
          <img src="/assets/icon.svg" alt="" /> Matinee
        </div>
        <h1 id="welcome-title">Fun that fits your month</h1>
        <p class="muted">
          Drop a bank statement into the chat. Matinee works out what you can spend on fun, and what to do
          with it.
        </p>
        <button
          type="button"
          class="primary"
          disabled={busy}
          onClick={() => attempt(() => signIn('/api/auth/guest', {}))}
        >
          Continue as a guest of this machine
        </button>
        <h2>{LABELS[mode].title}</h2>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            attempt(submit);
          }}
        >
          <label>
            E-mail
            <input
              type="email"
              autocomplete="email"
              required
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          </label>
          {mode === 'confirm' ? (
            <label>
              Code from the e-mail
              <input
                inputMode="numeric"
                autocomplete="one-time-code"
                required
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            </label>
          ) : (
            <label>
              Password
              <input
                type="password"
                autocomplete={mode === 'login' ? 'current-password' : 'new-password'}
                required
                minLength={mode === 'login' ? 1 : 8}
                value={password}
                onInput={(event) => setPassword(event.currentTarget.value)}
              />
            </label>
          )}
          <button type="submit" disabled={busy}>
            {LABELS[mode].submit}
          </button>
        </form>
        <p role="alert" class="error">
          {error}
        </p>
        <button type="button" class="quiet" onClick={() => setMode(mode === 'login' ? 'register' : 'login')}>
          {mode === 'login' ? 'New here? Create an account' : 'I have an account already'}
        </button>
      </section>
    </main>
  );
}
