import type { Fact } from './facts.js';

/** Words by which a sentence says which figure of an unnamed subject it means. */
const CUES: Readonly<Record<string, RegExp>> = {
  'budget left': /\b(?:left|remain(?:s|ing|der)?|still have|to spend|available|to play with|spare)\b/g,
  'budget total': /\b(?:budget|out of|allowance)\b/g,
  'budget monthly': /\b(?:budget|allowance)\b/g,
  'budget suggested': /\b(?:suggest(?:ed|ion)?|recommended budget)\b/g,
  'budget spent': /\b(?:spent|used|gone|so far)\b/g,
  'budget per day': /\b(?:a day|per day|daily|each day|every day)\b/g,
  'budget over': /\b(?:over|overspent|exceed(?:ed|ing|s)?|too much)\b/g,
  'budget projection': /\b(?:pace|by the end|end up|projected|projection)\b/g,
  'budget subscriptions due': /\b(?:still due|due|set aside)\b/g,
  'budget committed': /\b(?:planned|committed|already booked)\b/g,
  'budget after': /\b(?:afterwards?|leaves?|leaving|would have left)\b/g,
  'budget carried over': /\b(?:carried over|carry|rolled over)\b/g,
  'income monthly': /\b(?:income|earn|make|paid|salary|pay)\b/g,
  'needs monthly': /\b(?:needs|bills|essentials|fixed)\b/g,
  'savings monthly': /\b(?:savings?|save|put aside)\b/g,
  'discretionary monthly': /\b(?:discretionary|after (?:needs|bills))\b/g,
  'spending total': /\b(?:in all|in total|altogether|overall|total|spent|spending)\b/g,
  'entertainment spent': /\b(?:fun|entertainment|leisure)\b/g,
  'needs spent': /\b(?:needs|bills|essentials)\b/g,
  'other spent': /\b(?:the rest|other|else)\b/g,
  'limit limit': /\b(?:limit|or less|at most|max(?:imum)?|cap|said|asked|wanted)\b/g,
  'limit wished': /\b(?:limit|or less|at most|max(?:imum)?|cap|said|asked|wanted)\b/g,
  'bills total': /\b(?:bills|due)\b/g,
  'room room': /\b(?:room|everything)\b/g,
  'evening total': /\b(?:together|total|in all|altogether|evening)\b/g,
  'evening left': /\b(?:left|leaves?|leaving|remaining)\b/g,
  'purchase price': /\b(?:price|costs?|it)\b/g,
  'saving plan per period': /\b(?:aside|each month|a month|saving)\b/g,
  'subscriptions monthly': /\b(?:subscriptions?|a month|monthly|per month)\b/g,
  'subscriptions annual': /\b(?:a year|annual(?:ly)?|per year|yearly)\b/g,
  'fun budget stated': /\bbudget\b/g,
  'income stated': /\b(?:income|earn|make|pay)\b/g,
  'fixed needs stated': /\b(?:needs|bills|rent|costs)\b/g,
};

/** Where a text has the words for a fact. */
export function cuesIn(fact: Fact, text: string): { readonly from: number; readonly to: number }[] {
  const pattern = CUES[`${fact.subject} ${fact.measure}`];
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Distance in characters from a place in a clause to the fact's nearest cue; infinite where the clause has none. */
export function cueDistance(fact: Fact, clause: string, start: number, end: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const { from, to } of cuesIn(fact, clause))
    nearest = Math.min(nearest, to <= start ? start - to : Math.max(0, from - end));
  return nearest;
}
