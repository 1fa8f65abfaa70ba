import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Budget, SpendingSummary } from '../api/types.js';
import { formatAmount, formatDate } from '../format.js';
import { Chart } from '../parts/chart.js';
import { Evidence, type PanelProps, Shown } from '../parts/figure-card.js';
import { useLoaded } from '../parts/use-loaded.js';

function headline(budget: Budget): string {
  if (budget.state === 'no-income')
    return 'Drop a bank statement or a pay stub into the chat, and your budget appears here.';
  if (budget.remaining === null || budget.total === null) return 'There is no budget yet.';
  const left = formatAmount(budget.remaining, budget.currency);
  return `${left} left of ${formatAmount(budget.total, budget.currency)} until ${formatDate(budget.period.end)}`;
}

/** The words as a sentence of their own. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** What the figures rest on, unless a note above has said it. */
function BasedOn({ budget: { data, notes } }: { budget: Budget }): JSX.Element | null {
  const { basedOn } = data;
  if (basedOn === null || data.stale || notes.some((note) => note.includes(basedOn))) return null;
  return <p class="muted">{sentence(basedOn)}</p>;
}

function BudgetCard({
  budget,
  api,
  version,
}: { budget: Budget } & Pick<PanelProps, 'api' | 'version'>): JSX.Element {
  const [shown, setShown] = useState(false);
  return (
    <section class="card gauge" aria-labelledby="budget-title">
      <h2 id="budget-title">Money for fun</h2>
      <p class="amount big">
        {budget.remaining === null ? '–' : formatAmount(budget.remaining, budget.currency)}
      </p>
      <p>{headline(budget)}</p>
      <Chart api={api} chart="budget" version={version} description={headline(budget)} />
      {budget.perDay !== null && budget.period.daysLeft > 0 && (
        <p class="muted">
          That is {formatAmount(budget.perDay, budget.currency)} a day for {budget.period.daysLeft} more days.
        </p>
      )}
      {budget.notes.map((note) => (
        <p key={note} class="muted">
          {note}
        </p>
      ))}
      <BasedOn budget={budget} />
      {budget.arithmetic.length > 0 && (
        <details>
          <summary>How this was worked out</summary>
          <p class="muted">{budget.formula}</p>
          <ul class="plain">
            {budget.anchors.map((anchor) => (
              <li key={anchor.id} class="row">
                <span>
                  {anchor.label} {anchor.decides && <span class="badge good">decides</span>}
                </span>
                <span class="amount">{formatAmount(anchor.figure.amount, anchor.figure.currency)}</span>
              </li>
            ))}
          </ul>
          {budget.arithmetic.map((step) => (
            <p key={step} class="muted">
              {step}
            </p>
          ))}
        </details>
      )}
      {budget.spent > 0 && (
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {formatAmount(budget.spent, budget.currency)} spent: see the lines
        </button>
      )}
      {shown && <Evidence api={api} path="/api/financial/figures/spent" />}
    </section>
  );
}

function SpendingCard({
  summary,
  api,
  version,
}: { summary: SpendingSummary } & Pick<PanelProps, 'api' | 'version'>): JSX.Element {
  const [open, setOpen] = useState<string | null>(null);
  const described = summary.categories
    .slice(0, 6)
    .map((entry) => `${entry.label} ${formatAmount(entry.spent.amount, entry.spent.currency)}`)
    .join(', ');
  return (
    <section class="card spending" aria-labelledby="spending-title">
      <h2 id="spending-title">Where the money went</h2>
      <p class="muted">
        {formatDate(summary.from)} to {formatDate(summary.to)} ·{' '}
        {formatAmount(summary.total.amount, summary.currency)} in all
      </p>
      <Chart
        api={api}
        chart="spending"
        version={version}
        description={`Spending by category: ${described}`}
      />
      <ul class="plain">
        {summary.categories.map((entry) => (
          <li key={entry.category}>
            <button
              type="button"
              class="row wide"
              aria-expanded={open === entry.category}
              onClick={() => setOpen(open === entry.category ? null : entry.category)}
            >
              <span>
                {entry.label} <span class="muted">· {entry.transactions}×</span>
              </span>
              <span class="amount">{formatAmount(entry.spent.amount, entry.spent.currency)}</span>
            </button>
            {open === entry.category && (
              <Evidence
                api={api}
                path={`/api/financial/figures/category?category=${encodeURIComponent(entry.category)}`}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The budget gauge with its sum, and spending by category with the lines behind each figure. */
export function BudgetPanel({ api, version }: PanelProps): JSX.Element {
  const budget = useLoaded(() => api.get<Budget>('/api/financial/budget/entertainment'), version);
  const summary = useLoaded(() => api.get<SpendingSummary>('/api/financial/spending/summary'), version);
  return (
    <>
      <Shown loaded={budget}>{(value) => <BudgetCard budget={value} api={api} version={version} />}</Shown>
      <Shown loaded={summary}>
        {(value) =>
          value.categories.length > 0 ? <SpendingCard summary={value} api={api} version={version} /> : null
        }
      </Shown>
    </>
  );
}
