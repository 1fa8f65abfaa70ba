/**
 * Runs the benches one after the other: `npm run bench`, or `npm run bench -- documents ranking` for some of them.
 * Each compares with a named baseline in the same run; the ratio is what counts, absolute figures are orientation.
 */
const benches: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  documents: () => import('./documents.js'),
  ranking: () => import('./ranking.js'),
  catalogue: () => import('./catalogue.js'),
  api: () => import('./api.js'),
  streams: () => import('./streams.js'),
  finance: () => import('./finance.js'),
  conversation: () => import('./conversation.js'),
  faults: () => import('./faults.js'),
  platforms: () => import('./platforms.js'),
  questions: () => import('./questions.js'),
  model: () => import('./model.js'),
  users: () => import('./users.js'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}

for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name} ==`);
  const { run } = await load();
  await run();
}
