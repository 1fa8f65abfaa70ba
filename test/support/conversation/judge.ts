import { z } from 'zod';

const record = z.object({
  memory: z.object({
    offered: z.array(
      z.object({ title: z.string(), cost: z.object({ minor: z.number() }).nullable().optional() }),
    ),
  }),
  facts: z.array(
    z.object({
      kind: z.string(),
      subject: z.string(),
      measure: z.string().optional(),
      amount: z.object({ minor: z.number() }).optional(),
    }),
  ),
  check: z
    .object({
      sentences: z.number(),
      kept: z.number(),
      corrected: z.number(),
      reasons: z.array(z.string()),
    })
    .optional(),
});

/** What is wrong with a reply, and how much of a model's text stood. */
export interface Judgement {
  readonly faults: readonly string[];
  readonly check: z.infer<typeof record>['check'];
}

const AMOUNT =
  /[$€£]\s?(\d[\d,]*(?:\.\d{1,2})?)|(\d[\d,]*(?:\.\d{1,2})?)\s?(?:€|£|(?:dollars?|bucks?|usd|quid|pounds?|euros?)\b)/gi;
/** A line of working is the product's own arithmetic, which has its tests elsewhere. */
const WORKING = /[·=−]/;

type JudgedFact = z.infer<typeof record>['facts'][number];

/** Words beside an amount that say which figure it is, and the facts that are called so. */
const NOUNS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:left|leaves|leaving|remain(?:s|ing)?)\b/i, /left|after|room|remaining/],
  [/\b(?:spent|used up|gone)\b/i, /spent|used|total|over|amount/],
  [/\bbudget\b|\bout of (?:your )?\**[$€£\d]/i, /total|monthly|stated|suggested|limit|wished|per/],
  [/\b(?:income|earn|salary)\b/i, /income/],
  [/\b(?:a|per|each|every) day\b/i, /day/],
];

/**
 * Judges a reply by its turn's recorded facts, with plain matching and nothing of the product's check: every amount must
 * be one of the facts', to the cent; one with a noun beside it ("left", "spent", "budget") must be a figure of that name,
 * any other must be the price of the title before it; every name in bold must be a fact's, and nothing offered may cost
 * more than is left.
 */
export function judgeReply(text: string, facts: unknown, said: string): Judgement {
  const parsed = record.safeParse(facts);
  if (!parsed.success) return { faults: [], check: undefined };
  const { data } = parsed;
  const faults: string[] = [];
  const own = amountsIn(said).map(({ minor }) => minor);
  const titles = [...new Set(data.facts.filter((fact) => fact.kind === 'title').map((fact) => fact.subject))];
  // What stands in quotes is an example of what to say, and no claim.
  const claims = text.replace(/“[^”]*”/g, ' ');
  for (const line of claims.split(/\n|(?<=[.!?])\s/)) {
    if (WORKING.test(line)) continue;
    for (const amount of amountsIn(line))
      if (!own.includes(amount.minor)) faults.push(...faultsOf(amount, line, data.facts, titles));
  }
  const names = data.facts.map((fact) => fact.subject.toLowerCase());
  for (const [, bold = ''] of text.matchAll(/\*\*(.+?)\*\*/g)) {
    const name = bold.replace(/[.,:!]+$/, '').toLowerCase();
    // A whole sentence in bold names nothing.
    if (/[.!?]$/.test(bold)) continue;
    if (/^[\d$€£.,\s]+$/.test(name) || /[a-z]+ [a-z]+ [a-z]+ [a-z]+/.test(name) || !/^[A-Z]/.test(bold))
      continue;
    if (!names.some((known) => known.includes(name) || name.includes(known))) faults.push(`invented ${bold}`);
  }
  const left = data.facts.find((fact) => fact.subject === 'budget' && fact.measure === 'left')?.amount?.minor;
  for (const item of data.memory.offered)
    if (left !== undefined && item.cost && item.cost.minor > Math.max(0, left))
      faults.push(`${item.title} costs more than is left`);
  return { faults, check: data.check };
}

interface Amount {
  readonly minor: number;
  readonly start: number;
  readonly end: number;
}

function amountsIn(text: string): Amount[] {
  return [...text.matchAll(AMOUNT)].map((match) => ({
    minor: Math.round(Number((match[1] ?? match[2] ?? '').replaceAll(',', '')) * 100),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function faultsOf(
  { minor, start, end }: Amount,
  line: string,
  facts: readonly JudgedFact[],
  titles: readonly string[],
): string[] {
  const equal = facts.filter((fact) => fact.amount && Math.abs(fact.amount.minor) === minor);
  if (equal.length === 0) return [`invented ${minor / 100}`];
  const beside = besides(line, start, end);
  const called = NOUNS.filter(([words]) => words.test(beside)).map(([, names]) => names);
  if (called.length > 0) {
    const right = equal.some((fact) =>
      called.some((names) => names.test(`${fact.subject} ${fact.measure ?? ''}`)),
    );
    return right ? [] : [`${minor / 100} called “${beside.trim()}”`];
  }
  const before = titles
    .map((title) => ({ title, at: line.lastIndexOf(title, start) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => right.at - left.at || right.title.length - left.title.length)[0];
  const only = titles.filter((title) => line.includes(title));
  const owner = before?.title ?? (only.length === 1 ? only[0] : undefined);
  if (owner === undefined || equal.some((fact) => fact.subject === owner)) return [];
  // A share, a sum or a limit is nobody's price.
  if (/\b(?:within|under|limit|or less|up to|at most|of the|together|in all|total|to spare)\b/i.test(beside))
    return [];
  return [`${owner} for ${minor / 100}`];
}

/** The words around an amount, up to the next mark or amount. */
function besides(line: string, start: number, end: number): string {
  const before = /[^,;:.()$€£\d]{0,24}$/.exec(line.slice(0, start))?.[0] ?? '';
  const after = /^[^,;:.()$€£\d]{0,30}/.exec(line.slice(end))?.[0] ?? '';
  return before + line.slice(start, end) + after;
}
