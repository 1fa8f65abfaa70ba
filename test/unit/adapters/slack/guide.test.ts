import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  SLACK_BOT_EVENTS,
  SLACK_BOT_SCOPES,
  SLACK_COMMAND,
  SLACK_EVENTS_PATH,
} from '../../../../adapters/slack/config.js';
import { SLACK_CAPABILITIES } from '../../../../adapters/slack/outbound.js';
import { environmentSchema } from '../../../../src/config/variables.js';
import { readCommand } from '../../../../src/core/conversation/understanding/commands.js';
import { repositoryPath } from '../../../support/repository-path.js';

const guide = readFileSync(repositoryPath('docs/slack.md'), 'utf8');
const manifest = JSON.parse(readFileSync(repositoryPath('manifest/slack/manifest.json'), 'utf8'));

/** The first column of the table under a heading or line. */
function firstColumn(after: string): string[] {
  const [, rest = ''] = guide.split(after);
  const [table = ''] = rest.trimStart().split('\n\n');
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell = '']) => cell);
}

describe('the guide to Matinee on Slack', () => {
  test('explains exactly the scopes that the manifest asks for', () => {
    expect(firstColumn('## Scopes and events')).toEqual([...SLACK_BOT_SCOPES]);
    expect(manifest.oauth_config.scopes.bot).toEqual([...SLACK_BOT_SCOPES]);
  });

  test('names exactly the events that are subscribed to', () => {
    const [, sentence = ''] = /It listens to ([^,]+(?:, [^,]+)* and `[^`]+`)/.exec(guide) ?? [];
    expect([...sentence.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual([...SLACK_BOT_EVENTS]);
  });

  test('names the variables of Slack, all of them', () => {
    const names = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('SLACK_'));
    for (const name of names) expect(guide).toContain(`\`${name}\``);
    for (const [name] of guide.matchAll(/\bSLACK_[A-Z_]+\b/g)) expect(names).toContain(name);
  });

  test('names the command that is registered', () => {
    const commands = firstColumn('says where the answer is:');
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) expect(command.split(' ')[0]).toBe(SLACK_COMMAND);
    const words = commands.map((command) => command.replace(SLACK_COMMAND, '').trim());
    for (const word of ['link', 'unlink', 'export', 'forget me']) {
      expect(words).toContain(word);
      expect(readCommand(word)).not.toBeNull();
    }
    expect(manifest.features.slash_commands[0].command).toBe(SLACK_COMMAND);
  });

  test('gives the address that the product serves, in every place that HTTP needs it', () => {
    const [, json = '{}'] = /```json\n([\s\S]+?)```/.exec(guide) ?? [];
    const changes = JSON.parse(json);
    const addresses = [
      changes.features.slash_commands[0].url,
      changes.settings.event_subscriptions.request_url,
      changes.settings.interactivity.request_url,
    ];
    expect(addresses.map((address) => new URL(address).pathname)).toEqual(Array(3).fill(SLACK_EVENTS_PATH));
    expect(changes.settings.socket_mode_enabled).toBe(false);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(changes.features.slash_commands[0].command).toBe(SLACK_COMMAND);
  });

  test('states the pace that the adapter keeps', () => {
    const { pace, editIntervalMilliseconds, messageLimit } = SLACK_CAPABILITIES;
    expect(pace).toEqual({ writes: 5, windowMilliseconds: 5_000 });
    expect(editIntervalMilliseconds).toBe(1_000);
    expect(messageLimit).toBeLessThanOrEqual(4_000);
    expect(guide).toContain('five writes in five seconds go to one conversation, edits a second apart');
  });
});
