import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { drawPayStub, drawPdf } from '../integration/pdf/pdf-files.js';
import { copyDatabaseTemplate } from '../support/database.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { eventBody, homeOpened } from '../support/slack/payloads.js';
import { createSlackServer, type SlackServer } from '../support/slack/server.js';
import { buttonsOf, CHANNEL, PERSON, type StoredMessage, seenText } from '../support/slack/workspace.js';
import { until } from './adapter-recorder.js';
import type { Said } from './adapter-subject.js';
import { ownMessages, pressOn, sayOn } from './slack-platform-subject.js';

/** The product as people run it, with Slack's stand-in behind it: what is said goes in and comes out over the wire. */
describe('Matinee on Slack', () => {
  let folder: string;
  let slack: SlackServer;
  let product: ServerProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matinee-slack-'));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    await copyDatabaseTemplate(dataDir);
    slack = await createSlackServer({ ackMilliseconds: 3_000 });
    product = await startServerProcess({
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: slack.workspace.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: 'wrong',
      DISCORD_API_URL: `${slack.origin}/nothing`,
    });
  }, 90_000);
  afterAll(async () => {
    await product.end('SIGINT');
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });

  const texts = () => ownMessages(slack).map(seenText);

  /** Says something in private and waits for an answer that matches. */
  async function ask(said: Said, expected: RegExp): Promise<StoredMessage> {
    const before = ownMessages(slack).length;
    await sayOn(slack, slack.socketMode, said);
    const answers = () =>
      ownMessages(slack)
        .slice(before)
        .filter((message) => expected.test(seenText(message)));
    await until(
      `an answer like ${expected}; there is ${JSON.stringify(texts().slice(before))}`,
      () => answers().length > 0,
      25_000,
    ).catch((error: unknown) => {
      throw new Error(
        `${String(error)} Said: ${JSON.stringify(texts().slice(before))} ${product.output().slice(-2_000)}`,
      );
    });
    const [answer] = answers();
    if (!answer) throw new Error('It went away again.');
    return answer;
  }

  test('starts although another platform refuses its credentials, which is named in one line', () => {
    const lines = product.output().split('\n');
    expect(lines.filter((line) => /DISCORD_TOKEN|Discord cannot be reached/.test(line))).toHaveLength(1);
    expect(slack.socketMode.connections()).toBe(1);
  });

  test('answers the first message of somebody new', async () => {
    await ask({ text: 'hi' }, /matinee|hello|hi/i);
  });

  test('recommends with buttons; a press is done once, however often it comes', async () => {
    const answer = await ask({ text: 'a board game under $40' }, /\$\d/);
    const liking = () => buttonsOf(answer).find(({ id }) => /^(?:like|save):/.test(id));
    await until('the buttons are there', () => liking() !== undefined);
    const like = liking()?.id ?? '';
    const before = ownMessages(slack).length;
    await pressOn(slack, slack.socketMode, like, 3);
    await until('the press is answered', () => ownMessages(slack).length > before);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(ownMessages(slack).length).toBe(before + 1);
  }, 60_000);

  test('reads a pay stub that is dropped into the chat, and tells of a file that cannot be fetched', async () => {
    const bytes = await drawPdf(drawPayStub);
    const files = [
      { name: 'june.pdf', contentType: 'application/pdf', bytes },
      { name: 'lost.pdf', contentType: 'application/pdf', bytes, trouble: 'missing' as const },
      { name: 'huge.pdf', contentType: 'application/pdf', bytes, declaredSize: 100 * 1_048_576 },
    ];
    const answer = await ask({ text: '', files }, /1,931\.30[\s\S]*larger than/);
    const text = seenText(answer);
    expect(text).toMatch(/lost\.pdf.*could not be fetched from Slack/);
    expect(text).toMatch(/huge\.pdf.*larger than the 10 MB/);
  }, 60_000);

  test('keeps figures out of a channel and goes on in private', async () => {
    const before = ownMessages(slack).length;
    await sayOn(slack, slack.socketMode, { text: 'how much do I have left?', place: 'channel-mention' });
    const inChannel = () => slack.workspace.messages.filter(({ channel }) => channel === CHANNEL);
    await until(
      'an answer in both places',
      () => inChannel().length > 0 && ownMessages(slack).length > before,
      20_000,
    );
    expect(inChannel().map(seenText).join()).not.toMatch(/[$£€]\s?\d/);
    expect(inChannel().every(({ threadTs }) => threadTs !== null)).toBe(true);
  }, 60_000);

  test('shows the App Home', async () => {
    await slack.socketMode.deliver(eventBody(slack.workspace, homeOpened('home')));
    await until('the home is published', () => slack.workspace.homes.has(PERSON));
  });

  test('gives everything as a file, and forgets after a confirmation', async () => {
    await ask({ text: 'export' }, /everything I have about you/);
    await until('the file is shared', () =>
      [...slack.workspace.files.values()].some(
        ({ name, sharedIn }) => name === 'matinee-export.json' && sharedIn !== null,
      ),
    );
    const asked = await ask({ text: 'forget me' }, /can’t be undone/);
    await until('the buttons are there', () => buttonsOf(asked).length > 0);
    expect(buttonsOf(asked).map(({ id }) => id)).toEqual(['answer:yes', 'answer:no']);
    const before = ownMessages(slack).length;
    await pressOn(slack, slack.socketMode, 'answer:yes');
    const told = () =>
      texts()
        .slice(before)
        .some((text) => /deleted|gone|forgotten/i.test(text));
    await until('it is told', told, 20_000).catch((error: unknown) => {
      throw new Error(`${String(error)} ${JSON.stringify(texts())} ${product.output().slice(-3_000)}`);
    });
  }, 60_000);
});
