import { toDecimal } from '../../domain/money.js';
import type { Json } from '../ports/stores/conversations.js';
import { plainJson } from './draft.js';
import type { Intent } from './understanding/intents.js';

/** What a message told, as it is stored with it; null where it told nothing. */
export function extractionOf(
  told: readonly Intent[],
): { readonly preferences: Json; readonly financialInfo: Json } | null {
  if (told.length === 0) return null;
  const preferences: Record<string, unknown>[] = [];
  const financial: Record<string, unknown>[] = [];
  for (const intent of told) {
    if (intent.kind === 'taste') preferences.push({ kind: 'taste', ...intent.changes });
    if (intent.kind === 'setting') preferences.push({ kind: intent.setting, value: intent.value });
    if (intent.kind === 'subscription-change') {
      preferences.push({ kind: 'subscription', change: intent.change, name: intent.name });
    }
    if (intent.kind === 'log') {
      const { amount, description, on } = intent;
      financial.push({
        kind: 'spend',
        amount: toDecimal(amount),
        currency: amount.currency,
        description,
        on,
      });
    }
    if (intent.kind === 'figure') {
      const { figure, amount, percent, per } = intent;
      const money = amount ? { amount: toDecimal(amount), currency: amount.currency } : {};
      financial.push({ kind: 'figure', figure, ...money, percent, per });
    }
    if (intent.kind === 'correct')
      financial.push({ kind: 'correction', merchant: intent.merchant, ...intent.change });
  }
  return {
    preferences: preferences.length > 0 ? plainJson(preferences) : null,
    financialInfo: financial.length > 0 ? plainJson(financial) : null,
  };
}
