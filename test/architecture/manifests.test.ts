import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GatewayIntentBits } from 'discord.js';
import { DISCORD_COMMANDS } from '../../adapters/discord/commands.js';
import { DISCORD_INTENTS, DISCORD_PERMISSIONS } from '../../adapters/discord/config.js';
import { SLACK_BOT_EVENTS, SLACK_BOT_SCOPES, SLACK_COMMAND } from '../../adapters/slack/config.js';
import { repositoryRoot } from '../support/repository.js';

const read = (path: string) => readFileSync(join(repositoryRoot, 'manifest', path));
const json = (path: string) => JSON.parse(read(path).toString());

/** Width and height from a PNG's header. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('manifest/slack', () => {
  const manifest = json('slack/manifest.json');

  it('asks for exactly the scopes that the code uses', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([...SLACK_BOT_SCOPES]);
  });

  it('subscribes to exactly the events that the code listens to', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...SLACK_BOT_EVENTS]);
    const code = readFileSync(join(repositoryRoot, 'adapters/slack/listeners.ts'), 'utf8');
    const listened = [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, name]) => name).sort();
    expect([...new Set(SLACK_BOT_EVENTS.map((event) => event.split('.')[0]))].sort()).toEqual(listened);
  });

  it('registers the slash command that the code serves, and buttons', () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
      SLACK_COMMAND,
    ]);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
    expect(manifest.features.app_home.home_tab_enabled).toBe(true);
  });
});

describe('manifest/discord', () => {
  const application = json('discord/application.json');

  it('lists exactly the commands that the code registers', () => {
    expect(application.commands).toEqual(DISCORD_COMMANDS.map(({ name }) => name));
  });

  it('names exactly the intents that the code asks for', () => {
    expect(application.intents).toEqual(DISCORD_INTENTS.map((intent) => GatewayIntentBits[intent]));
  });

  it('invites with exactly the permissions that the code needs', () => {
    const invitation = new URL(application.invite.url);
    expect(invitation.searchParams.get('permissions')).toBe(String(DISCORD_PERMISSIONS));
    expect(application.invite.permissions).toBe(String(DISCORD_PERMISSIONS));
    expect(invitation.searchParams.get('scope')?.split(' ')).toEqual(application.invite.scopes);
  });
});

describe('manifest/teams', () => {
  const manifest = json('teams/manifest.json');

  it('lets people hand over files in personal chats', () => {
    const [bot] = manifest.bots;
    expect(bot.supportsFiles).toBe(true);
    expect(bot.scopes).toContain('personal');
  });

  it('keeps to the lengths that the store allows', () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.name.full.length).toBeLessThanOrEqual(100);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4_000);
  });

  it('has a colour icon of 192 and an outline of 32 pixels', () => {
    expect(sizeOf(read(`teams/${manifest.icons.color}`))).toEqual([192, 192]);
    expect(sizeOf(read(`teams/${manifest.icons.outline}`))).toEqual([32, 32]);
  });
});
