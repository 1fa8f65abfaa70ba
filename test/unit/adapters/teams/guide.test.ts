import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TEAMS_MESSAGES_PATH } from '../../../../adapters/teams/config.js';
import { TEAMS_CAPABILITIES } from '../../../../adapters/teams/outbound.js';
import { environmentSchema } from '../../../../src/config/variables.js';
import { readCommand } from '../../../../src/core/conversation/understanding/commands.js';
import { repositoryRoot } from '../../../support/repository.js';

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const guide = read('docs/teams.md');
const manifest = JSON.parse(read('manifest/teams/manifest.json'));
const commands: string[] = manifest.bots[0].commandLists[0].commands.map(
  ({ title }: { title: string }) => title,
);

describe('docs/teams.md', () => {
  it('names each variable of Teams’, and no other', () => {
    const named = new Set(guide.match(/\bTEAMS_[A-Z_]+/g));
    const known = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('TEAMS_'));
    const logged = ['TEAMS_TOKEN', 'TEAMS_KEYS'];
    expect([...named].sort()).toEqual([...known, ...logged].sort());
  });

  it('names log lines that the code writes', () => {
    const code = ['index', 'connector', 'errors', 'login']
      .map((name) => read(`adapters/teams/${name}.ts`))
      .join();
    for (const word of [
      'TEAMS_TOKEN',
      'TEAMS_KEYS',
      'The login service answers ',
      'Teams answered with status ',
    ]) {
      expect(guide).toContain(word);
      expect(code).toContain(word);
    }
    expect(read('src/composition/platforms.ts')).toContain('Connected to ');
  });

  it('names the endpoint, the port and the scripts as they are', () => {
    expect(new Set(guide.match(/YOUR-HOST(\/api\/messages)/g))).toEqual(
      new Set([`YOUR-HOST${TEAMS_MESSAGES_PATH}`]),
    );
    expect(guide).toContain('--port-numbers 5000');
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...guide.matchAll(/npm (?:run (?:-s )?)?([a-z][a-z-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('lists the manifest’s commands', () => {
    const sentence = guide.slice(
      guide.indexOf('The commands beside'),
      guide.indexOf('In a channel or a group'),
    );
    expect([...sentence.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(commands);
  });

  it('offers commands that the core understands, each its own', () => {
    const understood = commands.map((command) => JSON.stringify(readCommand(command)));
    expect(understood).not.toContain('null');
    expect(new Set(understood).size).toBe(commands.length);
  });

  it('states the pace that the adapter keeps', () => {
    const { writes, windowMilliseconds } = TEAMS_CAPABILITIES.pace;
    expect([writes, windowMilliseconds]).toEqual([6, 4_000]);
    expect(guide).toContain('keeps to 6 in four seconds');
  });
});
