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

/**
 * Judges a reply by its turn's recorded facts, with plain matching and nothing of the product's check: every amount must
 * be one of the facts' (a whole one may be rounded), one beside a single title must be that title's, every name in bold
 * must be a fact's, and nothing offered may cost more than is left.
 */
export function judgeReply(text: string, facts: unknown, said: string): Judgement {
  const parsed = record.safeParse(facts);
  if (!parsed.success) return { faults: [], check: undefined };
  const { data } = parsed;
  const faults: string[] = [];
  const amounts = data.facts.flatMap((fact) => (fact.amount ? [Math.abs(fact.amount.minor)] : []));
  const own = amountsIn(said);
  const titles = [...new Set(data.facts.filter((fact) => fact.kind === 'title').map((fact) => fact.subject))];
  // What stands in quotes is an example of what to say, and no claim.
  const claims = text.replace(/“[^”]*”/g, ' ');
  for (const line of claims.split(/\n|(?<=[.!?])\s/)) {
    if (WORKING.test(line)) continue;
    for (const amount of amountsIn(line))
      if (![...amounts, ...own].some((fact) => same(fact, amount))) faults.push(`invented ${amount / 100}`);
    const named = titles.filter((title) => line.includes(title));
    const [only, second] = named;
    const [price, other] = amountsIn(line);
    if (only === undefined || second !== undefined || price === undefined || other !== undefined) continue;
    const theirs = data.facts.flatMap((fact) =>
      fact.subject === only && fact.amount ? [fact.amount.minor] : [],
    );
    const general = /\b(?:left|budget|spent|within|under|limit)\b/i.test(line);
    if (!general && theirs.length > 0 && !theirs.some((fact) => same(fact, price)))
      faults.push(`${only} for ${price / 100}`);
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

function amountsIn(text: string): number[] {
  return [...text.matchAll(AMOUNT)].map((match) =>
    Math.round(Number((match[1] ?? match[2] ?? '').replaceAll(',', '')) * 100),
  );
}

function same(fact: number, amount: number): boolean {
  return fact === amount || (amount % 100 === 0 && Math.round(fact / 100) * 100 === amount);
}
