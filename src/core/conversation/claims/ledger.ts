import { titleKey } from '../understanding/references.js';
import type { Fact } from './facts.js';

/** A named thing that facts are about: a title, a service, a merchant, a category. */
export interface NamedSubject {
  readonly key: string;
  readonly isTitle: boolean;
  readonly facts: readonly Fact[];
}

/** Where a named subject stands in a text. */
export interface Mention {
  readonly subject: NamedSubject;
  readonly start: number;
  readonly end: number;
}

/** The facts of a turn, found by what they are about. */
export interface Ledger {
  readonly facts: readonly Fact[];
  readonly titles: readonly NamedSubject[];
  /** Named subjects in the text, left to right; the longer name wins where two overlap. */
  mentions(text: string): Mention[];
  /** True for a text that is the name of a subject, a service or a person known to the turn. */
  knows(name: string): boolean;
  /** Facts about nothing that has a name: the budget, the income, a limit. */
  readonly general: readonly Fact[];
}

/** Subjects that are spoken of in many words; cues find them (see cues.ts). */
const GENERAL = new Set([
  'budget',
  'income',
  'needs',
  'savings',
  'discretionary',
  'spending',
  'entertainment',
  'other',
  'limit',
  'room',
  'bills',
  'evening',
  'purchase',
  'saving plan',
  'party',
  'ideas',
  'wishlist',
  'subscriptions',
  'documents',
  'statements',
  'fixed needs',
  'debt payments',
  'fun budget',
]);

export function createLedger(facts: readonly Fact[]): Ledger {
  const named = new Map<string, { key: string; isTitle: boolean; facts: Fact[]; names: string[] }>();
  const general: Fact[] = [];
  for (const fact of facts) {
    if (GENERAL.has(fact.subject)) {
      general.push(fact);
      continue;
    }
    const key = titleKey(fact.subject);
    if (key === '') continue;
    const entry = named.get(key) ?? { key, isTitle: false, facts: [], names: namesOf(fact.subject) };
    entry.facts.push(fact);
    if (fact.kind === 'title') entry.isTitle = true;
    named.set(key, entry);
    if (fact.kind === 'included') remember(named, fact.service);
  }
  const subjects = [...named.values()];
  const known = new Set(subjects.flatMap((subject) => [subject.key, ...subject.names.map(titleKey)]));
  return {
    facts,
    general,
    titles: subjects.filter((subject) => subject.isTitle),
    mentions: (text) => findMentions(text, subjects),
    knows: (name) => known.has(titleKey(name)),
  };
}

function remember(
  named: Map<string, { key: string; isTitle: boolean; facts: Fact[]; names: string[] }>,
  name: string,
) {
  const key = titleKey(name);
  if (!named.has(key)) named.set(key, { key, isTitle: false, facts: [], names: namesOf(name) });
}

/** A title and the part before its subtitle, where that is telling enough. */
function namesOf(subject: string): string[] {
  const short = subject.split(/[:(–]| - /)[0]?.trim() ?? '';
  const names = [subject, subject.replace(/^(?:The|A|An) /, '')];
  if (short.length >= 5 && short !== subject) names.push(short);
  return [...new Set(names)].filter((name) => name.length >= 2);
}

function findMentions(
  text: string,
  subjects: readonly {
    readonly key: string;
    readonly isTitle: boolean;
    readonly facts: readonly Fact[];
    readonly names: readonly string[];
  }[],
): Mention[] {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'");
  const found: Mention[] = [];
  for (const subject of subjects) {
    for (const name of subject.names) {
      const wanted = name.toLowerCase().replace(/[’‘]/g, "'");
      for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
        const end = at + wanted.length;
        const whole = !/[\p{L}\p{N}]/u.test(plain[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(plain[end] ?? ' ');
        if (whole) found.push({ subject, start: at, end });
      }
    }
  }
  found.sort((left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start);
  const kept: Mention[] = [];
  for (const mention of found) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  }
  return kept.sort((left, right) => left.start - right.start);
}
