import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Built } from './build.js';
import { type Recipe, recipes, type Truth } from './catalogue.js';
import { corrupt } from './corrupt.js';
import { drawPdf } from './draw.js';
import { createRandom } from './random.js';
import { scanned } from './scan.js';

const USAGE = `Makes statements, pay stubs, receipts and invoices with their truth.

  npm run -s documents -- --out DIR [--seed N] [--count M] [--only TEXT] [--family NAME] [--corrupt] [--scan] [--chromium] [--browser PATH]

  --seed N      the first seed (1); the documents take this one and those after it
  --count M     how many documents (one for each layout)
  --only TEXT   layouts whose name holds the text
  --family NAME layouts of one family
  --corrupt     one printed figure of each is misprinted
  --scan        pages as images, without a text layer
  --chromium    printed by a browser instead of drawn directly (--browser PATH, /usr/bin/chromium)
`;

interface Wish {
  readonly out: string;
  readonly seed: number;
  readonly count: number;
  readonly corrupt: boolean;
  readonly scan: boolean;
  readonly browser: string | null;
  readonly recipes: readonly Recipe[];
}

function readWish(): Wish | null {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      count: { type: 'string' },
      only: { type: 'string', default: '' },
      family: { type: 'string' },
      corrupt: { type: 'boolean', default: false },
      scan: { type: 'boolean', default: false },
      chromium: { type: 'boolean', default: false },
      browser: { type: 'string', default: '/usr/bin/chromium' },
      help: { type: 'boolean', default: false },
    },
  });
  const chosen = recipes.filter(
    (recipe) => recipe.name.includes(values.only) && (!values.family || recipe.family === values.family),
  );
  const seed = Number(values.seed);
  const count = Number(values.count ?? chosen.length);
  if (
    values.help ||
    !values.out ||
    chosen.length === 0 ||
    !Number.isSafeInteger(seed) ||
    !Number.isSafeInteger(count)
  )
    return null;
  return {
    out: values.out,
    seed,
    count,
    corrupt: values.corrupt,
    scan: values.scan,
    browser: values.chromium ? values.browser : null,
    recipes: chosen,
  };
}

const CORRUPTIBLE = [
  'row',
  'row-balance',
  'opening',
  'closing',
  'total-in',
  'total-out',
  'section-total',
  'gross',
  'net',
  'deduction',
  'item',
  'subtotal',
  'tax',
  'total',
] as const;

/** The n-th document: layouts in turn, each round with the next seed. */
function nth(wish: Wish, index: number): Built<Truth> | null {
  const recipe = wish.recipes[index % wish.recipes.length];
  if (!recipe) return null;
  const seed = wish.seed + Math.floor(index / wish.recipes.length);
  if (!wish.corrupt) return recipe.build(seed);
  return corrupt(recipe, seed, createRandom(seed, recipe.name, 'misprint'), CORRUPTIBLE)?.built ?? null;
}

type Drawer = { draw: (built: Built<Truth>) => Promise<Uint8Array>; close: () => Promise<void> };

async function drawer(wish: Wish): Promise<Drawer> {
  if (wish.browser === null) return { draw: (built) => drawPdf(built.sheet), close: async () => {} };
  const { openPress } = await import('./chromium.js');
  const press = await openPress(wish.browser);
  return { draw: (built) => press.print(built.sheet), close: () => press.close() };
}

async function run(wish: Wish): Promise<void> {
  const { draw, close } = await drawer(wish);
  const index: string[] = ['file\tkind\tlayout\tfamily\tseed\texpected_verdict\ttraits'];
  await mkdir(join(wish.out, 'truth'), { recursive: true });
  for (let each = 0; each < wish.count; each++) {
    const built = nth(wish, each);
    if (!built) continue;
    const { truth } = built;
    const name = `${built.name}${wish.corrupt ? '_misprint' : ''}${wish.browser ? '_browser' : ''}${wish.scan ? '_scan' : ''}`;
    const bytes = await draw(built);
    await mkdir(join(wish.out, truth.kind), { recursive: true });
    await writeFile(join(wish.out, truth.kind, `${name}.pdf`), wish.scan ? await scanned(bytes) : bytes);
    await writeFile(join(wish.out, 'truth', `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`);
    index.push(
      [
        `${truth.kind}/${name}.pdf`,
        truth.kind,
        truth.making.layout,
        truth.making.family,
        truth.making.seed,
        truth.expected_verdict,
        truth.making.traits.join(' '),
      ].join('\t'),
    );
  }
  await writeFile(join(wish.out, 'index.tsv'), `${index.join('\n')}\n`);
  await close();
  process.stdout.write(`${index.length - 1} documents in ${wish.out}\n`);
}

const wish = readWish();
if (wish) await run(wish);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
