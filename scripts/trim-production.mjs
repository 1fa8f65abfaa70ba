/**
 * Collects what the product needs at run time into a folder: dist/, and of node_modules the packages that are reached
 * from it, without sources, types and builds for other engines. The image is made of this folder.
 *   node scripts/trim-production.mjs FOLDER
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const out = process.argv[2];
if (!out) {
  console.error('Name the folder to collect into.');
  process.exit(2);
}

/** Started as processes and threads of their own, so no import leads to them. */
const entries = [
  'dist/src/main.js',
  'dist/src/infrastructure/postgres/embedded/thread.js',
  'dist/src/infrastructure/pdf/reading-process.js',
  'node_modules/tesseract.js/src/worker-script/node/index.js',
  ...(await readdir(join(root, 'dist/src/commands')))
    .filter((name) => name.endsWith('.js') && !name.startsWith('measure'))
    .map((name) => `dist/src/commands/${name}`),
];

/** Loaded by name or by path at run time. */
const byName = [
  '@tesseract.js-data/eng',
  'tesseract.js-core',
  '@fontsource/inter',
  'pdfjs-dist',
  '@electric-sql/pglite',
  '@electric-sql/pglite-pgvector',
];

/** Ships beside JavaScript for other uses: sources, types, other module formats and engines, builds for browsers. */
const superfluous = [
  /\.(map|md|markdown|d\.ts|d\.mts|d\.cts|ts|mts|cts|tsx|flow|coffee|tsbuildinfo)$/,
  /(^|\/)(test|tests|__tests__|docs|example|examples|benchmark|coverage)\//,
  /^@prisma\/client\/runtime\/.*(mysql|sqlite|sqlserver|cockroachdb|edge|browser)/,
  /^@prisma\/client\/runtime\/query_compiler_small/,
  /^@electric-sql\/pglite\/dist\/(?!(pg_trgm)\.tar\.gz).*\.tar\.gz$/,
  /^@electric-sql\/.*\.cjs$/,
  /^pdfjs-dist\/(web|types|image_decoders)\//,
  /^pdfjs-dist\/build\//,
  /^pdfjs-dist\/legacy\/build\/pdf\.sandbox/,
  /^pdf-parse\/dist\/(pdf-parse\/web|browser|node)\//,
  /^tesseract\.js-core\/.*\.wasm\.js$/,
  /^@tesseract\.js-data\/eng\/(?!4\.0\.0_best_int|package\.json|index|LICENSE)/,
  /^@fontsource\/inter\/files\/(?!inter-latin(-ext)?-(400|500|600|700)-normal\.woff2)/,
  /^@azure\/msal-browser\//,
  /^zod\/src\//,
];

const packageOf = (path) => {
  const at = path.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [scope, name] = path.slice(at + 'node_modules/'.length).split('/');
  return `${path.slice(0, at)}node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
};

/** The files that imports lead to. */
async function reachedFiles() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    bundle: true,
    metafile: true,
    write: false,
    outdir: join(out, 'never-written'),
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    loader: { '.node': 'empty', '.wasm': 'empty' },
  });
  return new Set(Object.keys(metafile.inputs));
}

async function addByName(packages) {
  for (const name of byName) packages.add(`node_modules/${name}`);
  // The canvas's native part for the machine that the image is built on.
  for (const name of await readdir(join(root, 'node_modules/@napi-rs')).catch(() => [])) {
    packages.add(`node_modules/@napi-rs/${name}`);
  }
}

async function copyPackage(path) {
  const from = join(root, path);
  await cp(from, join(out, path), {
    recursive: true,
    filter: (source) => {
      const inside = relative(from, source).split(sep).join('/');
      if (inside === '') return true;
      if (inside.split('/').includes('node_modules')) return false;
      if (kept.has(`${path}/${inside}`)) return true;
      const named = `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}/${inside}`;
      return !superfluous.some((pattern) => pattern.test(named));
    },
  });
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const reached = await reachedFiles();
/** Reached files, and the folders above them. */
const kept = new Set(
  [...reached].flatMap((file) => file.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))),
);
const packages = new Set([...reached].map(packageOf).filter(Boolean));
await addByName(packages);
for (const path of [...packages].sort()) await copyPackage(path);
await cp(join(root, 'dist'), join(out, 'dist'), {
  recursive: true,
  filter: (source) =>
    !/\/(test|\.stamp)(\/|$)|^\/database|\.map$/.test(source.slice(join(root, 'dist').length)),
});
const { name, version, license, type } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
await writeFile(
  join(out, 'package.json'),
  JSON.stringify({ name, version, license, type, private: true }, null, 2),
);
console.log(`${packages.size} packages and dist/ in ${out}`);
