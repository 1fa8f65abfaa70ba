import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Subscription, SubscriptionList } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

function SubscriptionCard({
  subscription,
  onKeep,
  onRemove,
}: {
  subscription: Subscription;
  onKeep: () => void;
  onRemove: () => void;
}): JSX.Element {
  const { name, status, price, cadence, annualCost, nextDueOn } = subscription;
  return (
    <li class="card">
      <div class="row">
        <h3>{name}</h3>
        {price !== null && <span class="amount">{formatAmount(price.amount, price.currency)}</span>}
      </div>
      <p class="facts">
        {[
          cadence,
          annualCost !== null && `${formatAmount(annualCost.amount, annualCost.currency)} a year`,
          nextDueOn !== null && `next on ${formatDate(nextDueOn)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div class="actions">
        {status === 'proposed' && (
          <button type="button" class="primary" onClick={onKeep}>
            Yes, I have {name}
          </button>
        )}
        <button type="button" onClick={onRemove}>
          {status === 'proposed' ? 'No, not mine' : `I ended ${name}`}
        </button>
      </div>
    </li>
  );
}

/** What the user pays for regularly: found in statements, waiting for a yes, or told. */
export function SubscriptionsPanel({ api, version, changed }: PanelProps): JSX.Element {
  const loaded = useLoaded(() => api.get<SubscriptionList>('/api/preferences/subscriptions'), version);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);

  const act = (work: Promise<unknown>) => {
    setError(null);
    work.then(changed, (problem: Error) => setError(problem.message));
  };
  const add = (subscription: string) =>
    act(api.send('POST', '/api/preferences/subscriptions', { name: subscription }));

  return (
    <>
      <Shown loaded={loaded}>
        {(list) => {
          const current = list.subscriptions.filter(
            ({ status }) => status === 'proposed' || status === 'active',
          );
          return (
            <>
              {list.monthlyTotal !== null && list.annualTotal !== null && (
                <section class="card">
                  <h2>Subscriptions</h2>
                  <p class="amount big">
                    {formatAmount(list.monthlyTotal.amount, list.monthlyTotal.currency)} a month
                  </p>
                  <p class="muted">
                    {formatAmount(list.annualTotal.amount, list.annualTotal.currency)} a year
                  </p>
                  {[...list.overlaps.map(({ text }) => text), ...list.notes].map((note) => (
                    <p key={note} class="muted">
                      {note}
                    </p>
                  ))}
                </section>
              )}
              {current.length === 0 && (
                <p class="muted">None yet. They are found in your statements, or you name them here.</p>
              )}
              <ul class="plain">
                {current.map((subscription) => (
                  <SubscriptionCard
                    key={subscription.id}
                    subscription={subscription}
                    onKeep={() => add(subscription.name)}
                    onRemove={() =>
                      act(api.send('DELETE', `/api/preferences/subscriptions/${subscription.id}`))
                    }
                  />
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          add(name);
          setName('');
        }}
      >
        <label>
          I also have
          <input
            required
            maxLength={100}
            placeholder="Netflix"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit">Add</button>
      </form>
      <p role="alert" class="error">
        {error}
      </p>
    </>
  );
}
