/**
 * Packs manifest/teams for Teams: the manifest with the bot's app id filled in, and both icons, as a zip that can be
 * uploaded in Teams under "Manage your apps". docs/teams.md tells the rest.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const source = join(import.meta.dirname, '../manifest/teams');
const usage = 'npm run -s teams-package -- --app-id ID [--website https://…] [--out FILE.zip]';
/** The schema's form of an id. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons */
const ICON_PIXELS = { color: 192, outline: 32 };
/** A zip knows no earlier day; the same package comes out whenever it is made. */
const EPOCH = new Date('1980-01-01T12:00:00');

/** @returns {never} */
function fail(sentence) {
  console.error(`${sentence}\n${usage}`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        'app-id': { type: 'string' },
        website: { type: 'string' },
        out: { type: 'string', default: 'dist/teams/matinee-teams.zip' },
      },
    }).values;
  } catch (error) {
    return fail(error.message);
  }
}

/** The manifest with the app id in it, and with the developer's own pages where a website was named. */
function fillIn(text, appId, website) {
  const manifest = JSON.parse(text.replace(/\$\{\{TEAMS_APP_ID\}\}/g, appId));
  if (website === undefined) return manifest;
  const page = (path) => new URL(path, website.endsWith('/') ? website : `${website}/`).href;
  manifest.developer.websiteUrl = page('.');
  manifest.developer.privacyUrl = page('privacy');
  manifest.developer.termsOfUseUrl = page('terms');
  return manifest;
}

/** The icon's bytes, once they are a PNG of the size that Teams asks for. */
function readIcon(name, pixels) {
  const bytes = readFileSync(join(source, name));
  const isPng = bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  if (!isPng || bytes.readUInt32BE(16) !== pixels || bytes.readUInt32BE(20) !== pixels) {
    fail(`manifest/teams/${name} must be a PNG of ${pixels} × ${pixels} pixels.`);
  }
  return bytes;
}

const { 'app-id': appId, website, out } = readArguments();
if (!appId || !GUID.test(appId))
  fail('Name the bot’s app id, as Azure shows it: 8-4-4-4-12 hexadecimal digits.');
if (website !== undefined && (!URL.canParse(website) || new URL(website).protocol !== 'https:')) {
  fail('The website must be an https address.');
}
const manifest = fillIn(readFileSync(join(source, 'manifest.json'), 'utf8'), appId.toLowerCase(), website);
const { color, outline } = manifest.icons;
const zip = zipSync(
  {
    'manifest.json': new TextEncoder().encode(JSON.stringify(manifest, null, 2)),
    [color]: readIcon(color, ICON_PIXELS.color),
    [outline]: readIcon(outline, ICON_PIXELS.outline),
  },
  { mtime: EPOCH },
);
const path = resolve(out);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, zip);
console.log(`${path}: upload it in Teams under Apps › Manage your apps › Upload an app.`);
