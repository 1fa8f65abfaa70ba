import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { createApiClient } from './api/client.js';
import { Chat } from './chat/chat.js';
import { AccountPanel } from './panels/account.js';
import { BudgetPanel } from './panels/budget.js';
import { DocumentsPanel } from './panels/documents.js';
import { RecommendationsPanel } from './panels/recommendations.js';
import { SubscriptionsPanel } from './panels/subscriptions.js';
import { WishlistPanel } from './panels/wishlist.js';
import type { PanelProps } from './parts/figure-card.js';
import { Welcome } from './welcome.js';

const PANELS: readonly { id: string; label: string; panel: (props: PanelProps) => JSX.Element }[] = [
  { id: 'budget', label: 'Budget', panel: BudgetPanel },
  { id: 'for-you', label: 'For you', panel: RecommendationsPanel },
  { id: 'wishlist', label: 'Wishlist', panel: WishlistPanel },
  { id: 'subscriptions', label: 'Subscriptions', panel: SubscriptionsPanel },
  { id: 'documents', label: 'Documents', panel: DocumentsPanel },
  { id: 'account', label: 'Account', panel: AccountPanel },
];

/** Tabs beside the chat. Arrow keys move between them, as the tab pattern of WAI-ARIA has it. */
function Side(props: PanelProps): JSX.Element {
  const [selected, setSelected] = useState(0);
  const Panel = PANELS[selected]?.panel ?? BudgetPanel;
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = (selected + step + PANELS.length) % PANELS.length;
    setSelected(next);
    document.getElementById(`tab-${PANELS[next]?.id}`)?.focus();
  };
  return (
    <aside class="side" aria-label="Your money and picks">
      <div class="tabs" role="tablist" onKeyDown={move}>
        {PANELS.map(({ id, label }, index) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={index === selected}
            aria-controls="panel"
            tabIndex={index === selected ? 0 : -1}
            onClick={() => setSelected(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        id="panel"
        class="panel"
        role="tabpanel"
        aria-labelledby={`tab-${PANELS[selected]?.id}`}
        tabIndex={0}
      >
        <Panel {...props} />
      </div>
    </aside>
  );
}

/** The page: a welcome, then the chat with everything else beside it. */
export function App(): JSX.Element {
  const [signedIn, setSignedIn] = useState(false);
  const [version, setVersion] = useState(0);
  const [view, setView] = useState<'chat' | 'side'>('chat');
  const api = useMemo(() => createApiClient(() => setSignedIn(false)), []);
  const changed = useMemo(() => () => setVersion((before) => before + 1), []);

  if (!signedIn && !api.signedIn()) return <Welcome api={api} onSignedIn={() => setSignedIn(true)} />;
  return (
    <div class="shell">
      <header class="top">
        <h1 class="brand">
          <img src="/assets/icon.svg" alt="" /> Matinee
        </h1>
        <span class="who">Fun that fits your month</span>
        <button type="button" class="switch" onClick={() => setView(view === 'chat' ? 'side' : 'chat')}>
          {view === 'chat' ? 'Money & picks' : 'Back to the chat'}
        </button>
        <button type="button" onClick={() => void api.signOut()}>
          Sign out
        </button>
      </header>
      <main class="columns" data-view={view}>
        <Chat api={api} changed={changed} />
        <Side api={api} version={version} changed={changed} />
      </main>
    </div>
  );
}
