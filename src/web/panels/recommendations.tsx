import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';
import type { Cost, Recommendation, RecommendationList } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

const TYPES = [
  { value: '', label: 'Anything' },
  { value: 'movie', label: 'Movies' },
  { value: 'book', label: 'Books' },
  { value: 'board_game', label: 'Board games' },
  { value: 'card_game', label: 'Card games' },
  { value: 'game', label: 'Video games' },
  { value: 'event', label: 'Events' },
  { value: 'restaurant', label: 'Restaurants' },
];

const RESPONSES = [
  { response: 'liked', label: 'Like' },
  { response: 'disliked', label: 'Not for me' },
  { response: 'saved', label: 'Save' },
  { response: 'purchased', label: 'Bought it' },
] as const;

/** What it costs this user, in words: catalogue prices are "about". */
function costInWords(cost: Cost, asOf: string | null): string {
  if (cost.basis === 'free') return 'Free';
  if (cost.basis === 'included') return `Included in your ${cost.service ?? 'subscription'}`;
  if (!cost.known || cost.total === null || cost.currency === null) return 'Price unknown';
  const date = asOf === null ? '' : ` (${formatDate(asOf)})`;
  return `about ${formatAmount(cost.total, cost.currency)}${cost.recurring ? `, charged again with ${cost.service ?? 'a subscription'}` : ''}${date}`;
}

function Why({ api, itemId }: { api: ApiClient; itemId: string }): JSX.Element {
  const loaded = useLoaded(
    () => api.get<{ reason: string; whyNot: string[] }>(`/api/entertainment/${itemId}/explanation`),
    0,
  );
  return (
    <Shown loaded={loaded}>
      {(explanation) => (
        <div class="evidence words">
          {[explanation.reason, ...explanation.whyNot].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </Shown>
  );
}

function Card({
  entry,
  api,
  changed,
}: { entry: Recommendation } & Pick<PanelProps, 'api' | 'changed'>): JSX.Element {
  const [given, setGiven] = useState<string | null>(null);
  const [why, setWhy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const { item, cost, recommendationId } = entry;
  const respond = (response: string) => {
    setError(null);
    api.send('POST', `/api/recommendations/${recommendationId}/response`, { response }).then(
      () => {
        setGiven(response);
        if (response === 'purchased') changed();
      },
      (problem: Error) => setError(problem.message),
    );
  };
  return (
    <li class="card">
      <div class="row">
        <h3>{item.title}</h3>
        {item.rating !== null && <span class="muted">★ {item.rating.toFixed(1)}</span>}
      </div>
      <p class="facts">
        {[
          item.type.replace('_', ' '),
          item.genres.slice(0, 2).join(', '),
          item.year,
          item.minutes !== null && `${item.minutes} min`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        <strong>{costInWords(cost, item.priceAsOf)}</strong>
      </p>
      <p>{entry.reason}</p>
      <div class="actions">
        {recommendationId !== null &&
          RESPONSES.map(({ response, label }) => (
            <button
              key={response}
              type="button"
              aria-pressed={given === response}
              onClick={() => respond(response)}
            >
              {label}
              <span class="visually-hidden">: {item.title}</span>
            </button>
          ))}
        <button type="button" aria-expanded={why} onClick={() => setWhy(!why)}>
          Why?<span class="visually-hidden"> {item.title}</span>
        </button>
      </div>
      {why && <Why api={api} itemId={item.id} />}
      {error !== null && (
        <p role="alert" class="error">
          {error}
        </p>
      )}
    </li>
  );
}

/** Picks that fit the taste and what is left of the budget, as cards. */
export function RecommendationsPanel({ api, changed }: PanelProps): JSX.Element {
  const [type, setType] = useState('');
  const [round, setRound] = useState(0);
  const query = type === '' ? '' : `&type=${type}`;
  const loaded = useLoaded(
    () => api.get<RecommendationList>(`/api/entertainment/recommendations?limit=8${query}`),
    round + TYPES.findIndex(({ value }) => value === type) * 1_000,
  );
  return (
    <>
      <div class="row">
        <label>
          Show me
          <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
            {TYPES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setRound(round + 1)}>
          Something else
        </button>
      </div>
      <Shown loaded={loaded}>
        {(list) => (
          <>
            {list.limit !== null && (
              <p class="muted">
                Everything here costs at most {formatAmount(list.limit.amount, list.limit.currency)}.
              </p>
            )}
            {list.unmet.map((sentence) => (
              <p key={sentence} class="muted">
                {sentence}
              </p>
            ))}
            <ul class="plain">
              {[...list.items, ...(list.freeAlternative === null ? [] : [list.freeAlternative])].map(
                (entry) => (
                  <Card key={entry.item.id} entry={entry} api={api} changed={changed} />
                ),
              )}
            </ul>
          </>
        )}
      </Shown>
    </>
  );
}
