import type { JSX } from 'preact';
import type { Wishlist } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

/** What the user saved for later, with the price to wait for. */
export function WishlistPanel({ api, version, changed }: PanelProps): JSX.Element {
  const loaded = useLoaded(() => api.get<Wishlist>('/api/entertainment/wishlist'), version);
  return (
    <>
      <h2>Wishlist</h2>
      <Shown loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">Nothing saved yet. Press “Save” on a pick, and it waits here.</p>
          ) : (
            <ul class="plain">
              {items.map(({ item, currentPrice, targetPrice, priceAsOf, reached }) => (
                <li key={item.id} class="card">
                  <div class="row">
                    <h3>{item.title}</h3>
                    {currentPrice !== null && (
                      <span class="amount">
                        about {formatAmount(currentPrice.amount, currentPrice.currency)}
                      </span>
                    )}
                  </div>
                  <p class="facts">
                    {priceAsOf !== null && `Price of ${formatDate(priceAsOf)}. `}
                    {targetPrice !== null &&
                      `You wait for ${formatAmount(targetPrice.amount, targetPrice.currency)}. `}
                    {reached && <span class="badge good">Reached</span>}
                  </p>
                  <div class="actions">
                    <button
                      type="button"
                      onClick={() => {
                        api.send('DELETE', `/api/entertainment/${item.id}/save`).then(changed, loaded.reload);
                      }}
                    >
                      Remove<span class="visually-hidden"> {item.title}</span>
                    </button>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}
