import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../adapters/slack/index.js';
import { runApi } from '../support/api/client.js';
import { openApiContext } from '../support/api/context.js';
import { createHttpDoor } from '../support/slack/http-events.js';
import { directMessage, eventBody } from '../support/slack/payloads.js';
import { createSlackServer } from '../support/slack/server.js';
import { nextTs } from '../support/slack/workspace.js';
import { createRecordingDoors, createRecordingLog, until } from './adapter-recorder.js';
import { openSlack, sayOn } from './slack-platform-subject.js';

describe('Slack over HTTP', () => {
  test('answers the challenge that proves the address', async () => {
    const slack = await openSlack('http')(createRecordingDoors(), createRecordingLog());
    try {
      const answer = await slack.http?.verifyUrl();
      expect(answer?.status).toBe(200);
      expect(answer?.text).toContain('a-challenge');
    } finally {
      await slack.close();
    }
  });
});

describe('Slack over HTTP, on the product’s own API', () => {
  test('is heard beside the API, and unsigned requests are not', async () => {
    const server = await createSlackServer();
    const { apiUrl, signingSecret, workspace } = server;
    const doors = createRecordingDoors();
    const adapter = createSlackAdapter(
      { botToken: workspace.botToken, signingSecret, apiUrl },
      { doors, log: createRecordingLog() },
    );
    const { router } = adapter;
    if (router === null) throw new Error('There is no router.');
    const opened = await openApiContext();
    const api = await runApi(opened, { extraRouters: [{ path: '/', router }] });
    try {
      await adapter.start();
      const http = createHttpDoor(`${api.url}/slack/events`, signingSecret);
      await sayOn(server, http, { text: 'over the API' });
      await until('the message arrives', () => doors.messages.length === 1);
      const press = directMessage(workspace, { ts: nextTs(), text: 'forged', files: [] });
      expect(await http.forge('unsigned', eventBody(workspace, press))).toBe(401);
      expect((await api.call('GET', '/api/health')).status).toBe(200);
    } finally {
      await adapter.stop();
      await api.close();
      await opened.close();
      await server.close();
    }
  });
});

describe('Slack over Socket Mode', () => {
  test('moves to a new connection when Slack asks for it', async () => {
    const doors = createRecordingDoors();
    const slack = await openSlack('socket')(doors, createRecordingLog());
    try {
      const opened = () => slack.server.calls.filter((method) => method === 'apps.connections.open').length;
      slack.server.socketMode.refresh();
      await until('a second connection', () => opened() === 2 && slack.server.socketMode.connections() === 1);
      await slack.say({ text: 'still there?' });
      await until('the message arrives', () => doors.messages.length === 1);
    } finally {
      await slack.close();
    }
  });

  test('comes back when Slack could not be reached for a while, and says so once', async () => {
    const doors = createRecordingDoors();
    const log = createRecordingLog();
    const slack = await openSlack('socket')(doors, log);
    try {
      slack.server.refuse('apps.connections.open', 'internal_error');
      slack.cut();
      await until('it was tried', () => log.entries.some(({ message }) => message.includes('trying again')));
      slack.server.refuse('apps.connections.open', null);
      await slack.say({ text: 'back?' });
      await until('the message arrives', () => doors.messages.length === 1);
      await until('it is told', () => log.entries.some(({ message }) => message.includes('connected again')));
      const warnings = log.entries.filter(
        ({ level, message }) => level === 'warn' && message.includes('trying again'),
      );
      expect(warnings).toHaveLength(1);
    } finally {
      await slack.close();
    }
  });

  test('waits longer each time when connections are lost as soon as they are made', async () => {
    const slack = await openSlack('socket')(createRecordingDoors(), createRecordingLog());
    try {
      const { socketMode, calls } = slack.server;
      const ended = performance.now() + 1_200;
      while (performance.now() < ended) {
        socketMode.cut();
        await sleep(5);
      }
      const opened = calls.filter((method) => method === 'apps.connections.open').length;
      expect(opened).toBeGreaterThanOrEqual(3);
      expect(opened).toBeLessThanOrEqual(5);
    } finally {
      await slack.close();
    }
  });

  test('can be started again when Slack could not be reached at first', async () => {
    const server = await createSlackServer();
    const { apiUrl, appToken, workspace } = server;
    const doors = createRecordingDoors();
    const adapter = createSlackAdapter(
      { botToken: workspace.botToken, appToken, apiUrl },
      { doors, log: createRecordingLog() },
    );
    try {
      server.refuse('apps.connections.open', 'internal_error');
      await expect(adapter.start()).rejects.toMatchObject({ code: 'SLACK_UNREACHABLE' });
      server.refuse('apps.connections.open', null);
      await adapter.start();
      await sayOn(server, server.socketMode, { text: 'there you are' });
      await until('the message arrives', () => doors.messages.length === 1);
      expect(server.socketMode.connections()).toBe(1);
    } finally {
      await adapter.stop();
      await server.close();
    }
  });

  test('tells an unreachable Slack from refused credentials', async () => {
    const server = await createSlackServer();
    const { apiUrl } = server;
    await server.close();
    const adapter = createSlackAdapter(
      { botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl },
      { doors: createRecordingDoors(), log: createRecordingLog() },
    );
    await expect(adapter.start()).rejects.toMatchObject({ code: 'SLACK_UNREACHABLE' });
  });
});
