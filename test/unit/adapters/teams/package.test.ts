import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { repositoryRoot } from '../../../support/repository.js';

const APP_ID = 'C9E8C047-2A74-40A2-B28A-B162D5F5327C';

/** The script as `npm run teams-package` starts it. */
function packageTeams(...more: string[]) {
  const script = join(repositoryRoot, 'scripts/teams-package.mjs');
  return spawnSync(process.execPath, [script, ...more], { encoding: 'utf8' });
}

const guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const page = z.url({ protocol: /^https$/ }).max(2_048);
const scope = z.enum(['team', 'personal', 'groupChat']);
/** What is known of https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json for a bot. */
const manifest = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.17'),
  version: z.string().regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/),
  id: guid,
  developer: z.strictObject({
    name: z.string().min(1).max(32),
    websiteUrl: page,
    privacyUrl: page,
    termsOfUseUrl: page,
  }),
  name: z.strictObject({ short: z.string().min(1).max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().min(1).max(80), full: z.string().min(1).max(4_000) }),
  icons: z.strictObject({ color: z.string().max(2_048), outline: z.string().max(2_048) }),
  accentColor: z.string().regex(/^#[0-9a-fA-F]{6}$/),
  defaultInstallScope: z.enum(['personal', 'team', 'groupChat', 'meetings']),
  bots: z.tuple([
    z.strictObject({
      botId: guid,
      scopes: z.array(scope).min(1).max(3),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z
        .array(
          z.strictObject({
            scopes: z.array(scope).min(1),
            commands: z
              .array(z.strictObject({ title: z.string().max(32), description: z.string().max(128) }))
              .max(10),
          }),
        )
        .max(3),
    }),
  ]),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(z.string().max(2_048)).max(16),
});

describe('npm run teams-package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-teams-'));
  const out = join(folder, 'some/where/matinee.zip');
  let files: Record<string, Uint8Array> = {};
  beforeAll(() => {
    const website = 'https://films.example/matinee';
    expect(packageTeams('--app-id', APP_ID, '--website', website, '--out', out).stderr).toBe('');
    files = unzipSync(readFileSync(out));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const packed = () => manifest.parse(JSON.parse(new TextDecoder().decode(files['manifest.json'])));

  it('packs the manifest and both icons, all at the top, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect([packed().icons.color, packed().icons.outline].every((name) => name in files)).toBe(true);
  });

  it('keeps to the manifest’s schema, with the app id where it belongs', () => {
    const { id, bots } = packed();
    expect([id, bots[0].botId]).toEqual([APP_ID.toLowerCase(), APP_ID.toLowerCase()]);
    expect(bots[0].supportsFiles).toBe(true);
  });

  it('names no domain twice nor Teams’ own, and the developer’s pages', () => {
    const { validDomains, developer } = packed();
    expect(new Set(validDomains).size).toBe(validDomains.length);
    expect(validDomains.filter((domain) => /\*|microsoft|onmicrosoft/.test(domain))).toEqual([]);
    expect(developer).toMatchObject({
      websiteUrl: 'https://films.example/matinee/',
      privacyUrl: 'https://films.example/matinee/privacy',
      termsOfUseUrl: 'https://films.example/matinee/terms',
    });
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has %s of %i pixels', async (name, pixels) => {
    const image = await loadImage(Buffer.from(files[name] ?? []));
    expect([image.width, image.height]).toEqual([pixels, pixels]);
  });

  it('has an outline of white on nothing, as Teams asks for', async () => {
    const canvas = createCanvas(32, 32);
    const context = canvas.getContext('2d');
    context.drawImage(await loadImage(Buffer.from(files['outline.png'] ?? [])), 0, 0);
    const { data } = context.getImageData(0, 0, 32, 32);
    const pixels = Array.from({ length: 32 * 32 }, (_, index) => [
      ...data.subarray(index * 4, index * 4 + 4),
    ]);
    const drawn = pixels.filter(([, , , alpha = 0]) => alpha > 0);
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.length).toBeLessThan(pixels.length);
    expect(drawn.every(([red = 0, green = 0, blue = 0]) => Math.min(red, green, blue) >= 250)).toBe(true);
  });

  it('makes the same package again', () => {
    const again = join(folder, 'again.zip');
    packageTeams('--app-id', APP_ID, '--website', 'https://films.example/matinee', '--out', again);
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  });

  it.each([
    [['--app-id', 'matinee'], 'app id'],
    [[], 'app id'],
    [['--app-id', APP_ID, '--website', 'http://films.example'], 'https'],
    [['--nonsense'], 'nonsense'],
  ])('says what is wrong with %j', (parameters, word) => {
    const { status, stderr } = packageTeams(...parameters);
    expect(status).toBe(1);
    expect(stderr).toContain(word);
    expect(stderr).toContain('npm run -s teams-package');
  });
});
