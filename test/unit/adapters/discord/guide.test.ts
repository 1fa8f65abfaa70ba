import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { GatewayIntentBits, PermissionsBitField } from 'discord.js';
import { z } from 'zod';
import { DISCORD_COMMANDS } from '../../../../adapters/discord/commands.js';
import { DISCORD_INTENTS, DISCORD_PERMISSIONS } from '../../../../adapters/discord/config.js';
import { environmentSchema } from '../../../../src/config/variables.js';
import { repositoryRoot } from '../../../support/repository.js';

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const guide = read('docs/discord.md');
const manifest = z
  .object({
    invite: z.object({ url: z.string(), scopes: z.array(z.string()), permissions: z.string() }),
    intents: z.array(z.string()),
    commands: z.array(z.string()),
  })
  .parse(JSON.parse(read('manifest/discord/application.json')));

/** What stands in backticks in the part under a heading, up to the next one. */
function marked(heading: string): string[] {
  const [, part = ''] = guide.split(new RegExp(`^## .*${heading}.*$`, 'm'));
  const [own = ''] = part.split(/^## /m);
  return [...own.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
}

describe('the guide to Discord', () => {
  test('invites with the manifest’s address, its scopes and its permissions, each by name', () => {
    expect(guide).toContain(`\n${manifest.invite.url}\n`);
    const named = marked('Invite it');
    const permissions = new PermissionsBitField(DISCORD_PERMISSIONS).toArray();
    expect(new Set(named)).toEqual(
      new Set([...manifest.invite.scopes, manifest.invite.permissions, ...permissions]),
    );
  });

  test('names the intents that are asked for, and no other', () => {
    expect(marked('Intents')).toEqual(manifest.intents);
    expect(manifest.intents).toEqual(DISCORD_INTENTS.map((intent) => GatewayIntentBits[intent]));
  });

  test('lists the commands that are registered, in their order', () => {
    const listed = marked('Commands').filter((text) => /^\/[a-z-]+$/.test(text));
    expect(listed).toEqual(DISCORD_COMMANDS.map(({ name }) => `/${name}`));
    expect(manifest.commands).toEqual(DISCORD_COMMANDS.map(({ name }) => name));
  });

  test('names the environment variables as the configuration has them', () => {
    const named = new Set(
      [...guide.matchAll(/\b(DISCORD_[A-Z_]+|MAX_[A-Z_]+)\b/g)].map(([, name = '']) => name),
    );
    const known = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('DISCORD_'));
    expect([...named].filter((name) => name.startsWith('DISCORD_')).sort()).toEqual(known.sort());
    for (const name of named) expect(Object.keys(environmentSchema.shape)).toContain(name);
  });
});
