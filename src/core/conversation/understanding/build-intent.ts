import type { Evidence } from './evidence.js';
import { statedFigure } from './figures-told.js';
import type { Intent, ReadingWorld, StatedFigureName } from './intents.js';
import { readAfford, readDocuments, whyFigure } from './money-intents.js';
import { parseCount } from './numbers.js';
import { readReference } from './references.js';
import { readSpend } from './spend-told.js';
import { readSpending } from './spending-asked.js';
import { readTasteAnyway } from './taste.js';
import { findServices } from './vocabulary.js';
import type { ScoredKind } from './weights.js';
import { readWish } from './wish.js';

/** The intent for a meaning that was weighed, with what the sentence says about it; null where it lacks what it needs. */
export function buildIntent(kind: ScoredKind, evidence: Evidence, world: ReadingWorld): Intent | null {
  const { text } = evidence;
  switch (kind) {
    case 'recommend':
    case 'plan':
      return { kind, wish: readWish(text, world) };
    case 'budget': {
      const times = TIMES.exec(text)?.[1];
      const count = times ? parseCount(times) : null;
      if (count !== null && evidence.has('timesOver')) return { kind, times: count };
      return /\b(?:per|a|each) day\b|\bdaily\b/.test(text)
        ? { kind, per: 'day' }
        : /\b(?:per|a|each) week\b|\bweekly\b/.test(text)
          ? { kind, per: 'week' }
          : { kind };
    }
    case 'afford':
      return readAfford(text, world);
    case 'spending':
      return readSpending(text, world);
    case 'spends':
      return { kind, which: evidence.has('largest') ? 'largest' : 'fun' };
    case 'subscriptions':
    case 'subscription-change':
      return aboutService(kind, evidence, world);
    case 'log':
      return ORDERED.test(text) || OF_MONEY.test(text) ? null : readSpend(text, world);
    case 'figure':
      return STATES.test(text) ? statedFigure(text, world, figureOf(evidence)) : null;
    case 'taste':
      return readTasteAnyway(text, evidence.has('dislikes'));
    case 'why-figure':
      return whyFigure(text, world);
    case 'why-item':
      return { kind: 'why', item: readReference(text, world.offered) ?? { by: 'last' }, figure: null };
    case 'documents':
      return readDocuments(text);
    case 'alerts':
      return {
        kind,
        change: evidence.has('off') ? 'off' : SHOWS_ALERTS.test(text) ? null : 'on',
      };
    case 'link':
      return { kind, code: null };
    case 'compare':
      return null;
    default:
      return { kind };
  }
}

/** What is kept for good has to be said as it is: "get me tickets for 10" is a wish, whatever else it looks like. */
const STATES =
  /^(?!(?:(?:please|hey|ok|so|just|can you|could you)[\s,]+)*(?:get|find|give|show|book|buy|fetch|grab|bring) (?:me|us)\b)/;

/** "My savings are 4000", "my budget for tonight is 40": money by its own name, and nothing that was bought. */
const OF_MONEY =
  /^(?:(?:and|so|ok|well|but)\s)*(?:my|our|the) (?:\w+ )?(?:savings?|budget|income|wage|salary|balance|debts?|loans?|rate|allowance|overdraft|limit|account)\b(?! (?:app|book|game|film|movie))/;
/** "Save me 20 bucks" is no spend, and what somebody got paid is none. */
const ORDERED =
  /\b(?:get|gets|got|getting|being|was|were|am|are) paid\b|\b(?:took|brought|take|bring) home\b|\b(?:pay )?(?:rise|raise|promotion)\b|\b(?:cut|lower|reduce|raise|drop|increase|change|set|put) (?:my |our |the )?(?:savings?|budget|income|salary)\b|^(?:please )?(?:save|pay|lend|give|send|rent|get|find) (?:me|us|a|an|the)\b/;

const SHOWS_ALERTS =
  /^(?:what|which|show|list|see|do i have|are there|any)\b.*\b(?:alerts?|warnings?|notifications?)\b/;
const TIMES = /\b(\d{1,2}|two|three|four|five|six) (?:times|nights|meals|dinners|movies|outings|trips)\b/;

function figureOf(evidence: Evidence): StatedFigureName {
  if (evidence.has('fun') && !evidence.has('income')) return 'entertainment_budget';
  if (evidence.has('budgetWord')) return 'entertainment_budget';
  if (evidence.has('income')) return 'monthly_income';
  if (evidence.has('debts')) return 'debt_minimums';
  if (evidence.has('needs')) return 'fixed_expenses';
  return evidence.has('saving') ? 'savings' : 'entertainment_budget';
}

function aboutService(
  kind: 'subscriptions' | 'subscription-change',
  evidence: Evidence,
  world: ReadingWorld,
): Intent | null {
  const [service] = findServices(evidence.text);
  if (kind === 'subscriptions') return service ? { kind, name: service.name } : { kind };
  if (!service) return null;
  if (evidence.has('ended')) return { kind, change: 'end', name: service.name, price: null, per: null };
  const spend = readSpend(evidence.text, world);
  const price = spend?.kind === 'log' ? spend.amount : null;
  return { kind, change: 'add', name: service.name, price, per: price ? 'monthly' : null };
}
