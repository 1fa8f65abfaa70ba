import type { Fact } from './claims/facts.js';

/** What CommonMark and its tables, strike-through and HTML give a meaning to. */
const markup = /[\\`*_[\]<>~|]/g;
/** Shorter names are part of other words too often. */
const SHORTEST = 3;

/** The text as markdown that shows it as it is. */
export function literalMarkdown(text: string): string {
  return text.replaceAll(markup, '\\$&');
}

/**
 * A reply's text in which the names among its facts (titles, merchants, files, services) stand literally: they come
 * from catalogues, statements and users, and a link or a heading in one is part of its name, no instruction.
 * @param text markdown of ours with those names in it as they are
 */
export function withLiteralNames(text: string, facts: readonly Fact[]): string {
  const names = facts.flatMap((fact) => {
    if (fact.kind === 'included') return [fact.subject, fact.service];
    return fact.kind === 'title' || fact.kind === 'name' ? [fact.subject] : [];
  });
  const dangerous = [...new Set(names)].filter(
    (name) => name.trim().length >= SHORTEST && literalMarkdown(name) !== name,
  );
  // The longest first: a name within another is literal with it.
  return dangerous
    .sort((a, b) => b.length - a.length)
    .reduce((written, name) => written.replaceAll(name, () => literalMarkdown(name)), text);
}
