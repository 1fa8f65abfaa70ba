/**
 * Transpiles the sources to dist/, file by file, so that child processes, worker threads and the commands
 * run plain JavaScript. Skips the work when nothing changed; writes by rename, so that two builds at once do no harm.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const roots = ['src', 'adapters', 'prisma', 'test/support', 'test/bench'];
const out = join(root, 'dist');

/** Every file below the source roots, tests left out. */
async function sourceFiles() {
  const found = [];
  for (const folder of roots) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
    }
  }
  return found.sort();
}

async function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files, import.meta.filename]) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${relative(root, file)} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

async function emit(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

const files = await sourceFiles();
const stamp = await fingerprint(files);
const stampFile = join(out, '.stamp');
if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) process.exit(0);

const scripts = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const server = scripts.filter((file) => !file.startsWith(join(root, 'src/web/')));
const result = await build({
  entryPoints: server,
  outdir: out,
  outbase: root,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  write: false,
  logLevel: 'error',
});
for (const file of result.outputFiles) await emit(file.path, file.contents);

const page = join(root, 'src/web/main.tsx');
if (existsSync(page)) {
  const bundle = await build({
    entryPoints: { app: page },
    outdir: join(out, 'src/web/assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'error',
  });
  for (const file of bundle.outputFiles) await emit(file.path, file.contents);
}

for (const file of files) {
  if (/\.tsx?$/.test(file)) continue;
  const target = join(out, relative(root, file));
  await mkdir(dirname(target), { recursive: true });
  await cp(file, target);
}

const expected = new Set(server.map((file) => join(out, relative(root, file)).replace(/\.tsx?$/, '.js')));
for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  const stale =
    entry.isFile() && /\.(js|sql)$/.test(path) && !path.includes('/web/assets/') && !expected.has(path);
  if (stale && !files.includes(join(root, relative(out, path)))) await rm(path, { force: true });
}
await emit(stampFile, stamp);
