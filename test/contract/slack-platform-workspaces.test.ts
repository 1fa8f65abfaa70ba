import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import { createSlackAdapter, type SlackAdapter } from '../../adapters/slack/index.js';
import type { PlatformInstallations } from '../../src/core/ports/platform-installations.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { copyDatabaseTemplate, openTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess } from '../support/server-process.js';
import { createBrowser, installWith } from '../support/slack/browser.js';
import { createHttpDoor, type HttpDoor } from '../support/slack/http-events.js';
import { appUninstalled, directMessage, eventBody, tokensRevoked } from '../support/slack/payloads.js';
import { createSlackServer, type SlackServer } from '../support/slack/server.js';
import { directChannelOf, nextTs, PERSON, seenText, type Workspace } from '../support/slack/workspace.js';
import { createRecordingDoors, createRecordingLog, type RecordingDoors, until } from './adapter-recorder.js';
import { listenOn, oauthOn } from './slack-platform-subject.js';

/** A process of the product, as far as Slack sees it. */
interface Process {
  readonly adapter: SlackAdapter;
  readonly door: HttpDoor;
  readonly start: string;
  readonly origin: string;
  readonly doors: RecordingDoors;
  readonly logged: () => string;
  close(): Promise<void>;
}

const key = (fill: number) => new Uint8Array(32).fill(fill);
const signal = () => AbortSignal.timeout(30_000);

let db: TestDatabase;
let slack: SlackServer;
let other: Workspace;
let running: Process[];
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.reset();
  slack = await createSlackServer();
  other = slack.addWorkspace('T0OTHER');
  running = [];
});
afterEach(async () => {
  for (const { close } of running) await close();
  await slack.close();
});

const kept = (): PlatformInstallations => db.installations([key(1)], systemClock);

async function startProcess(installations = kept()): Promise<Process> {
  const listener = createServer();
  const origin = await listenOn(listener);
  const doors = createRecordingDoors();
  const log = createRecordingLog();
  const { signingSecret, apiUrl } = slack;
  const adapter = createSlackAdapter(
    { oauth: oauthOn(slack, origin, { installations }), signingSecret, apiUrl },
    { doors, log },
  );
  if (adapter.router === null) throw new Error('There is no router.');
  listener.on('request', express().use(adapter.router));
  await adapter.start();
  const made: Process = {
    adapter,
    doors,
    origin,
    door: createHttpDoor(`${origin}/slack/events`, signingSecret),
    start: `${origin}/slack/install`,
    logged: () => JSON.stringify(log.entries),
    close: async () => {
      await adapter.stop();
      listener.closeAllConnections();
      listener.close();
    },
  };
  running.push(made);
  return made;
}

async function install({ start }: Process, workspace: Workspace, browser = createBrowser()) {
  slack.oauth.decide({ allow: workspace });
  return installWith(browser, start);
}

function targetIn(workspace: Workspace) {
  const channel = directChannelOf(PERSON);
  return { platform: 'slack', tenant: workspace.teamId, address: channel, reference: { channel } };
}

const say = (door: HttpDoor, workspace: Workspace, text: string, ts = nextTs()) =>
  door.deliver(eventBody(workspace, directMessage(workspace, { ts, text, files: [] })));

describe('installing in workspaces', () => {
  test('one process hears and answers each with its own token', async () => {
    const matinee = await startProcess();
    const first = await install(matinee, slack.workspace);
    expect(first).toMatchObject({ status: 200, text: expect.stringContaining('Matinee is installed') });
    expect(first.text).toContain(slack.workspace.teamName);
    await install(matinee, other);
    const ts = nextTs();
    await say(matinee.door, slack.workspace, 'from the one', ts);
    await say(matinee.door, other, 'from the other', ts);
    await say(matinee.door, other, 'from the other', ts);
    const { messages, repeats } = matinee.doors;
    expect(messages.map(({ text, conversation }) => [conversation.tenant, text])).toEqual([
      [slack.workspace.teamId, 'from the one'],
      [other.teamId, 'from the other'],
    ]);
    expect(repeats).toHaveLength(1);
    for (const workspace of [slack.workspace, other])
      await matinee.adapter.platform.post(targetIn(workspace), `to ${workspace.teamId}`, {}, signal());
    expect(slack.workspace.messages.map(seenText)).toEqual(['to T0MATINEE']);
    expect(other.messages.map(seenText)).toEqual(['to T0OTHER']);
  });

  test('is known to every process and after a restart; another key opens nothing', async () => {
    await install(await startProcess(), other);
    const restarted = await startProcess();
    await restarted.adapter.platform.post(targetIn(other), 'still here', {}, signal());
    expect(other.messages.map(seenText)).toEqual(['still here']);
    const stranger = db.installations([key(2)], systemClock);
    await expect(stranger.find('slack', other.teamId)).rejects.toMatchObject({ code: 'INSTALLATION_SEALED' });
    const rotated = db.installations([key(2), key(1)], systemClock);
    expect(await rotated.find('slack', other.teamId)).toMatchObject({ tenant: other.teamId });
  });

  test('leaves no token in the database, the log or the pages', async () => {
    const matinee = await startProcess();
    const { text } = await install(matinee, other);
    const { rows } = await db.pool.query('SELECT * FROM platform_installations, used_tokens');
    expect(rows).toHaveLength(1);
    for (const place of [JSON.stringify(rows), matinee.logged(), text]) {
      expect(place).not.toContain(other.botToken);
      expect(place).not.toContain(slack.oauth.clientSecret);
    }
  });

  test('asks for exactly the scopes that the manifest has, and sends back to its own address', async () => {
    const matinee = await startProcess();
    const { next } = await createBrowser().open(matinee.start);
    const { searchParams } = new URL(next ?? '');
    expect(searchParams.get('scope')?.split(',').sort()).toEqual([...slack.workspace.scopes].sort());
    expect(searchParams.get('redirect_uri')).toBe(`${matinee.origin}/slack/oauth_redirect`);
  });
});

describe('an installation that is not one', () => {
  const nothingKept = async () => expect(await kept().count('slack')).toBe(0);

  test('cancelled on Slack’s page, it leaves nothing', async () => {
    const matinee = await startProcess();
    slack.oauth.decide('cancel');
    const { status, text } = await installWith(createBrowser(), matinee.start);
    expect(status).toBe(200);
    expect(text).toContain('You cancelled');
    await nothingKept();
  });

  test('a state of somebody else’s making is refused before Slack is asked', async () => {
    const matinee = await startProcess();
    const asked = slack.calls.length;
    const state = 'eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiIxIn0.AAAA';
    const answer = await fetch(`${matinee.origin}/slack/oauth_redirect?code=c&state=${state}`, {
      headers: { cookie: `slack-app-oauth-state=${state}` },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('does not belong to an installation');
    expect(slack.calls.slice(asked)).toEqual([]);
    await nothingKept();
  });

  test('a state begun in another browser is refused, so that nobody is led into a stranger’s workspace', async () => {
    const matinee = await startProcess();
    slack.oauth.decide({ allow: other });
    const attacker = createBrowser();
    const { next: page } = await attacker.open(matinee.start);
    const { next: back } = await attacker.open(page ?? '');
    const victim = createBrowser();
    await victim.open(matinee.start);
    expect((await victim.open(back ?? '')).status).toBe(400);
    await nothingKept();
  });

  test('a state is good once, even with its cookie set again', async () => {
    const matinee = await startProcess();
    const done = await install(matinee, other);
    const state = new URL(done.address).searchParams.get('state');
    await kept().remove('slack', other.teamId);
    const replayed = await fetch(done.address, { headers: { cookie: `slack-app-oauth-state=${state}` } });
    expect(replayed.status).toBe(400);
    await nothingKept();
  });

  test('says so when Slack does not complete it', async () => {
    const matinee = await startProcess();
    slack.oauth.decide({ allow: other });
    const browser = createBrowser();
    const { next: page } = await browser.open(matinee.start);
    const { next: back } = await browser.open(page ?? '');
    const address = new URL(back ?? '');
    address.searchParams.set('code', 'made-up');
    const { status, text } = await browser.open(address.toString());
    expect(status).toBe(502);
    expect(text).toContain('Please try once more');
    await nothingKept();
  });
});

describe('a workspace that goes', () => {
  test.each([
    ['uninstalls the app', appUninstalled],
    ['revokes the bot’s token', tokensRevoked],
  ])('%s: nothing of it is kept, and the others go on', async (_what, event) => {
    const matinee = await startProcess();
    await install(matinee, slack.workspace);
    await install(matinee, other);
    await matinee.door.deliver(eventBody(other, event(other)));
    expect(await kept().find('slack', other.teamId)).toBeNull();
    await say(matinee.door, other, 'anybody?');
    await say(matinee.door, slack.workspace, 'hello');
    expect(matinee.doors.messages.map(({ text }) => text)).toEqual(['hello']);
    const posted = matinee.adapter.platform.post(targetIn(other), 'x', {}, signal());
    await expect(posted).rejects.toMatchObject({ code: 'REFUSED' });
  });

  test('people’s own tokens are none of Matinee’s business', async () => {
    const matinee = await startProcess();
    await install(matinee, other);
    const event = { ...tokensRevoked(other), tokens: { oauth: [PERSON], bot: [] } };
    await matinee.door.deliver(eventBody(other, event));
    expect(await kept().find('slack', other.teamId)).not.toBeNull();
  });

  test('comes back: what Slack repeats of the farewell does not end the new installation', async () => {
    const matinee = await startProcess();
    await install(matinee, other);
    const farewell = eventBody(other, appUninstalled(other));
    if (farewell.kind !== 'events_api') throw new Error('It is no event.');
    const early = { ...farewell.body, event_time: Math.floor(Date.now() / 1000) - 600 };
    await matinee.door.deliver({ kind: 'events_api', body: early });
    await matinee.adapter.platform.post(targetIn(other), 'still here', {}, signal());
    expect(other.messages.map(seenText)).toEqual(['still here']);
  });

  test('unheard: the first refused call tells, and the installation is not kept', async () => {
    const matinee = await startProcess();
    await install(matinee, other);
    await matinee.adapter.platform.post(targetIn(other), 'before', {}, signal());
    slack.oauth.uninstall(other);
    const posted = matinee.adapter.platform.post(targetIn(other), 'after', {}, signal());
    await expect(posted).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await kept().find('slack', other.teamId)).toBeNull();
    expect(matinee.logged()).toContain('token_revoked');
  });

  test('installed again meanwhile: the refusal of the old token does not end it', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    await install(one, other);
    await one.adapter.platform.post(targetIn(other), 'before', {}, signal());
    slack.oauth.uninstall(other);
    await install(two, other);
    const refused = one.adapter.platform.post(targetIn(other), 'old token', {}, signal());
    await expect(refused).rejects.toMatchObject({ code: 'REFUSED' });
    await one.adapter.platform.post(targetIn(other), 'new token', {}, signal());
    expect(other.messages.map(seenText)).toEqual(['before', 'new token']);
  });
});

describe('tokens that are renewed', () => {
  test('in time, once, and kept', async () => {
    slack.oauth.rotate(3_600);
    const matinee = await startProcess();
    await install(matinee, other);
    const first = other.botToken;
    slack.oauth.rotate(12 * 3_600);
    await matinee.adapter.platform.post(targetIn(other), 'one', {}, signal());
    await matinee.adapter.platform.post(targetIn(other), 'two', {}, signal());
    expect(slack.oauth.renewals()).toBe(1);
    expect(other.botToken).not.toBe(first);
    const restarted = await startProcess();
    await restarted.adapter.platform.post(targetIn(other), 'three', {}, signal());
    expect(slack.oauth.renewals()).toBe(1);
    expect(other.messages.map(seenText)).toEqual(['one', 'two', 'three']);
  });

  test('says what to do when Slack does not renew an expired one', async () => {
    slack.oauth.rotate(0);
    const matinee = await startProcess();
    await install(matinee, other);
    slack.oauth.refuseRenewals();
    const posted = matinee.adapter.platform.post(targetIn(other), 'x', {}, signal());
    await expect(posted).rejects.toMatchObject({
      cause: expect.objectContaining({ code: 'SLACK_TOKEN_EXPIRED' }),
    });
    await until('it is logged', () => matinee.logged().includes('invalid_refresh_token'));
    expect(matinee.logged()).not.toContain('xoxe-1-');
  });
});

describe('Matinee as people run it, in two workspaces', () => {
  test('is installed from its own address and answers in each', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'matinee-workspaces-'));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    await copyDatabaseTemplate(dataDir);
    const reserved = createServer();
    const origin = await listenOn(reserved);
    await new Promise((resolve) => reserved.close(resolve));
    const product = await startServerProcess({
      DATA_DIR: dataDir,
      PORT: new URL(origin).port,
      PUBLIC_URL: origin,
      SLACK_API_URL: slack.apiUrl,
      SLACK_CLIENT_ID: slack.oauth.clientId,
      SLACK_CLIENT_SECRET: slack.oauth.clientSecret,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_ENCRYPTION_KEY: Buffer.from(key(3)).toString('base64'),
    });
    try {
      const door = createHttpDoor(`${origin}/slack/events`, slack.signingSecret);
      for (const workspace of [slack.workspace, other]) {
        slack.oauth.decide({ allow: workspace });
        const { status } = await installWith(createBrowser(), `${origin}/slack/install`);
        expect(status).toBe(200);
        await say(door, workspace, 'help');
      }
      const answered = ({ messages }: Workspace) =>
        messages.some((message) => /budget/.test(seenText(message)));
      await until('both are answered', () => answered(slack.workspace) && answered(other), 25_000);
    } finally {
      await product.end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
