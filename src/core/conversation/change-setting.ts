import { updateUserSettings } from '../accounts/update-user-settings.js';
import { updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { numberFact } from './claims/facts.js';
import type { Intent } from './understanding/intents.js';

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^us dollars?$/, 'USD'],
  [/^(?:australian|aussie) dollars?$/, 'AUD'],
  [/^canadian dollars?$/, 'CAD'],
  [/^new zealand dollars?$/, 'NZD'],
  [/^(?:british )?pounds?$/, 'GBP'],
  [/^euros?$/, 'EUR'],
  [/^yen$/, 'JPY'],
  [/^rupees?$/, 'INR'],
];

/** Changes the currency, or the place that outings are looked for in. */
export async function changeSetting(
  context: CoreContext,
  turn: ToolTurn,
  intent: Extract<Intent, { kind: 'setting' }>,
): Promise<ToolResult> {
  if (intent.setting === 'currency') {
    const currency =
      CURRENCY_WORDS.find(([pattern]) => pattern.test(intent.value))?.[1] ?? intent.value.toUpperCase();
    await updateFinancialProfile(context, { userId: turn.userId, currency });
    return {
      text: `From now on I’ll count in ${currency}; what is on record is converted, not relabelled.`,
      facts: [],
    };
  }
  if (intent.setting === 'child') {
    const child = Number(intent.value);
    return {
      text: `Noted, ${child} years old: when you ask for something with the kids, I’ll keep to that age.`,
      memory: { child },
      facts: [numberFact('child', 'age', child, 'years')],
    };
  }
  if (intent.setting === 'console') {
    const consoles = intent.value
      .split(',')
      .filter((name) => name !== 'Steam' && name !== 'Epic Games Store');
    return {
      text: `Noted, you play on ${turn.voice.list(consoles)}. I’ll look there first for games.`,
      memory: { consoles: intent.value.split(',') },
      facts: consoles.map((subject) => ({ kind: 'name', subject, measure: 'name' })),
    };
  }
  if (intent.setting === 'length') {
    const brief = intent.value === 'short';
    return {
      text: brief ? 'Short it is.' : 'Back to the longer answers.',
      memory: { brief },
      facts: [],
    };
  }
  const region = REGIONS.find(([pattern]) => pattern.test(intent.value))?.[1];
  if (region) await updateUserSettings(context, { userId: turn.userId, change: { region } });
  // A country says which prices and services hold, and is no place to go to.
  if (COUNTRY.test(intent.value))
    return { text: 'Noted. I’ll keep that in mind for what your services include.', facts: [] };
  const place = intent.value.replace(/\b\w/g, (letter) => letter.toUpperCase());
  return {
    text: `Noted, ${place}. I’ll keep that in mind for outings and for what your services include.`,
    memory: { home: place },
    facts: [{ kind: 'name', subject: place, measure: 'name' }],
  };
}

const COUNTRY =
  /^(?:the )?(?:uk|usa?|united states|united kingdom|great britain|britain|england|scotland|wales|america|australia|canada|new zealand|ireland|germany|france)$/;

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:usa?|united states|america|new york|california|texas|chicago|seattle|boston|los angeles|san francisco)\b/,
    'US',
  ],
  [/\b(?:australia|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart)\b/, 'AU'],
  [
    /\b(?:uk|england|scotland|wales|britain|united kingdom|london|manchester|edinburgh|glasgow|leeds)\b/,
    'GB',
  ],
  [/\b(?:canada|toronto|vancouver|montreal|ottawa|calgary)\b/, 'CA'],
  [/\b(?:new zealand|auckland|wellington|christchurch)\b/, 'NZ'],
  [/\b(?:ireland|dublin|cork)\b/, 'IE'],
  [/\b(?:germany|berlin|munich|hamburg)\b/, 'DE'],
  [/\b(?:france|paris|lyon)\b/, 'FR'],
];
