import { readFile, writeFile } from 'node:fs/promises';
import { embedCatalogue } from '../../../../src/core/catalogue/embed-catalogue.js';
import { searchCatalogue } from '../../../../src/core/catalogue/search-catalogue.js';
import { seedCatalogue } from '../../../../src/core/catalogue/seed-catalogue.js';
import { planEvening } from '../../../../src/core/recommendations/plan-evening.js';
import { rateItem } from '../../../../src/core/recommendations/rate-item.js';
import { recommend } from '../../../../src/core/recommendations/recommend.js';
import type { RecommendedItem, RecommendInput } from '../../../../src/core/recommendations/types.js';
import { updatePreferences } from '../../../../src/core/recommendations/update-preferences.js';
import { formatMoney, type Money } from '../../../../src/domain/money.js';
import { createOfflineEmbedder } from '../../../../src/infrastructure/embeddings/offline-embedder.js';
import { createSettableClock, openTestContext, type TestContext } from '../../context.js';
import { repositoryPath } from '../../repository-path.js';
import { seedRecords } from '../../seed-records.js';

/**
 * Ten people and the lists that they get from the seeded catalogue; equals are mixed anew at every run:
 *   node scripts/build.mjs && node dist/test/support/ratings/examples/main.js            prints them
 *   … --write                                                                  puts them into docs/ranking.md
 */
const usd = (major: number): Money => ({ minor: major * 100, currency: 'USD' });
const left = (remaining: number, total: number) => ({
  budget: { remaining: usd(remaining), total: usd(total) },
});

interface Example {
  readonly who: string;
  readonly subscriptions?: readonly string[];
  readonly likes?: readonly string[];
  readonly prefers?: readonly string[];
  readonly dislikes?: readonly string[];
  readonly wish: Omit<RecommendInput, 'userId'>;
}

const examples: readonly Example[] = [
  { who: 'New, nothing known', wish: {} },
  { who: '$30 left this weekend', wish: left(30, 120) },
  { who: '$6 left, has Disney+', subscriptions: ['Disney+'], wish: left(6, 90) },
  {
    who: 'Has Netflix, hates horror, wants a funny film',
    subscriptions: ['Netflix'],
    dislikes: ['horror'],
    wish: { mood: 'funny', types: ['movie'], ...left(25, 100) },
  },
  {
    who: 'Loves Spirited Away and My Neighbor Totoro',
    likes: ['Spirited Away', 'My Neighbor Totoro'],
    wish: { types: ['movie'], ...left(40, 100) },
  },
  {
    who: 'Plays Brass: Birmingham, Terraforming Mars and Scythe',
    likes: ['Brass: Birmingham', 'Terraforming Mars', 'Scythe'],
    prefers: ['strategy'],
    wish: { types: ['board_game'], ...left(80, 100) },
  },
  {
    who: 'Six friends around a table, $25 at most',
    wish: { types: ['board_game', 'card_game'], partySize: 6, maxPrice: usd(25) },
  },
  {
    who: 'A romantic day in Sydney that costs nothing',
    wish: { types: ['event'], place: 'Sydney', mood: 'romantic', freeOnly: true },
  },
  { who: 'Something like Stardew Valley', wish: { query: 'Stardew Valley', ...left(20, 60) } },
  {
    who: 'Wants a free new release in cinemas',
    wish: { query: 'new release in cinemas', types: ['movie'], yearFrom: 2026, freeOnly: true },
  },
];

async function userFor(opened: TestContext, example: Example, at: number): Promise<string> {
  const { id } = await opened.context.database.store.accounts.ensureUser({
    id: `00000000-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
    subject: `example:${at}`,
    email: null,
    displayName: null,
  });
  await updatePreferences(opened.context, {
    userId: id,
    changes: {
      preferredGenres: { add: example.prefers ?? [] },
      dislikedGenres: { add: example.dislikes ?? [] },
      streamingSubscriptions: { add: example.subscriptions ?? [] },
    },
  });
  for (const title of example.likes ?? []) {
    const { items } = await searchCatalogue(opened.context, { query: title, limit: 1 });
    if (items[0]) await rateItem(opened.context, { userId: id, itemId: items[0].item.id, value: 5 });
  }
  return id;
}

function costOf({ cost }: RecommendedItem): string {
  if (!cost.known) return 'price unknown';
  if (cost.basis === 'included') return `included in your ${cost.service}`;
  return cost.total.minor === 0 ? 'free' : `about ${formatMoney(cost.total)}`;
}

function lineOf(one: RecommendedItem): string {
  const others = one.alternatives.map(({ title, cost, includedIn }) => {
    const price =
      includedIn === null ? (cost.minor === 0 ? 'free' : formatMoney(cost)) : `in your ${includedIn}`;
    return `${title} (${price})`;
  });
  const also = others.length === 0 ? '' : ` *Or ${others.join(', ')}.*`;
  return `**${one.item.title}** (${one.item.type.replace('_', ' ')}), ${costOf(one)}. ${one.reason}${also}`;
}

async function write(opened: TestContext): Promise<string> {
  const parts: string[] = [];
  for (const [at, example] of examples.entries()) {
    const userId = await userFor(opened, example, at + 1);
    const list = await recommend(opened.context, { userId, limit: 4, record: false, ...example.wish });
    const lines = list.items.map((one, place) => `${place + 1}. ${lineOf(one)}`);
    if (list.freeAlternative) lines.push(`\nFor nothing: ${lineOf(list.freeAlternative)}`);
    const unmet = list.unmet.map((sentence) => `> ${sentence}\n`);
    parts.push([`### ${at + 1}. ${example.who}\n`, ...unmet, ...lines].join('\n'));
  }
  const evening = await planEvening(opened.context, {
    userId: await userFor(opened, { who: 'two', wish: {} }, examples.length + 1),
    limit: usd(40),
    partySize: 2,
  });
  if (evening) parts.push(`### An evening for two under $40\n\n${evening.summary}`);
  return parts.join('\n\n');
}

const clock = createSettableClock('2026-11-20T18:00:00Z');
const opened = await openTestContext({ embedder: await createOfflineEmbedder(), clock: clock.clock });
try {
  await seedCatalogue(opened.context, { records: seedRecords() });
  await embedCatalogue(opened.context, {});
  const text = await write(opened);
  if (process.argv.includes('--write')) {
    const path = repositoryPath('docs/ranking.md');
    const before = (await readFile(path, 'utf8')).split('\n## Examples\n')[0] ?? '';
    const opening =
      'Ten people and what they get from the seeded catalogue, written by `test/support/ratings/examples` on a day in November 2026.';
    await writeFile(path, `${before.trimEnd()}\n\n## Examples\n\n${opening}\n\n${text}\n`);
  } else {
    process.stdout.write(`${text}\n`);
  }
} finally {
  await opened.close();
}
