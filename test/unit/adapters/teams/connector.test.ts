import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createTeamsAdapter } from '../../../../adapters/teams/index.js';
import { createTokenSource } from '../../../../adapters/teams/login.js';
import type { ChatPlatform, ReplyTarget } from '../../../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../../../src/core/ports/errors.js';
import { createRecordingDoors } from '../../../contract/adapter-recorder.js';
import { serve } from '../../../support/api/serve.js';
import { quietLog } from '../../../support/conversation/quiet.js';
import { messageActivity } from '../../../support/teams/activities.js';
import { startTeamsServer, type TeamsServer } from '../../../support/teams/server.js';
import { targetOf } from '../../../support/teams/stage.js';

const signal = () => AbortSignal.timeout(5_000);

let server: TeamsServer;
let platform: ChatPlatform;
let target: ReplyTarget;
beforeEach(async () => {
  server = await startTeamsServer();
  const dependencies = { doors: createRecordingDoors(), log: quietLog };
  platform = createTeamsAdapter(server.config, dependencies).platform;
  target = targetOf(server.personal);
});
afterEach(() => server.close());

describe('a call to the Bot Connector', () => {
  it.each([408, 412, 429, 500, 502, 503, 504])('that is answered with %i is made once', async (status) => {
    server.connector.next({ kind: 'status', status, retryAfterSeconds: 1, times: 10 });
    await expect(platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
      code: status === 429 ? 'RATE_LIMITED' : 'TEMPORARY',
      retryAfterMilliseconds: status === 429 ? 1_000 : null,
    });
    expect(server.connector.requests()).toBe(1);
  });

  it('whose connection breaks is made once', async () => {
    server.connector.next({ kind: 'drop', applied: false, times: 10 });
    await expect(platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({ code: 'TEMPORARY' });
    expect(server.connector.requests()).toBe(1);
  });

  it.each([400, 403])('that is answered with %i is given up', async (status) => {
    server.connector.next({ kind: 'status', status, times: 1 });
    await expect(platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('leaves the time to wait to the core when Teams names none', async () => {
    server.connector.next({ kind: 'status', status: 429, times: 1 });
    await expect(platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAfterMilliseconds: null,
    });
  });

  it('ends with its signal, long before the answer', async () => {
    await platform.post(target, 'First.', {}, signal());
    server.connector.next({ kind: 'slow', milliseconds: 60_000, times: 1 });
    await expect(platform.post(target, 'Hello.', {}, AbortSignal.timeout(400))).rejects.toBeDefined();
    await expect(platform.post(target, 'Hello.', {}, AbortSignal.abort())).rejects.toBeDefined();
    expect(server.connector.requests()).toBe(2);
  });

  it('tells a deleted message from a conversation that is gone', async () => {
    await expect(platform.edit(target, '42', 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'MESSAGE_GONE',
    });
    const elsewhere = targetOf({ ...server.personal, conversationId: 'a:nowhere' });
    await expect(platform.edit(elsewhere, '42', 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'REFUSED',
    });
    // A post that were told "gone" would be tried again for ever.
    await expect(platform.post(elsewhere, 'Hello.', {}, signal())).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('shows that Matinee is typing', async () => {
    await platform.startTyping?.(target, signal());
    expect(server.connector.conversation(target.address).typings).toBe(1);
  });
});

describe('a token', () => {
  it('is asked for once by all who need one', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, n) => platform.post(target, `No. ${n}`, {}, signal())));
    expect(server.login.asked()).toBe(1);
  });

  it('that ended early is renewed within the call', async () => {
    await platform.post(target, 'One.', {}, signal());
    server.login.revoke();
    await platform.post(target, 'Two.', {}, signal());
    expect(server.login.asked()).toBe(2);
    expect(server.connector.conversation(target.address).messages.size).toBe(2);
  });

  it('that Microsoft refuses ends a reply, and one it cannot give right now delays it', async () => {
    const doors = createRecordingDoors();
    const wrong = createTeamsAdapter({ ...server.config, appPassword: 'wrong' }, { doors, log: quietLog });
    await expect(wrong.platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'The login service answers 401 (invalid_client).',
    });
    const cloud = { ...server.cloud, loginUrl: 'http://127.0.0.1:9' };
    const away = createTeamsAdapter({ ...server.config, cloud }, { doors, log: quietLog });
    await expect(away.platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'TEMPORARY',
    });
  });

  it('is asked for again after a failure', async () => {
    const options = { appId: server.registration.appId, audience: server.cloud.audience };
    const url = server.url(`/${server.registration.tenantId}/oauth2/v2.0/token`);
    const source = createTokenSource({ ...options, url, password: 'wrong' });
    await expect(source.token()).rejects.toMatchObject({ refused: true });
    await expect(source.token()).rejects.toMatchObject({ refused: true });
    expect(server.login.asked()).toBe(2);
  });
});

describe('an app id', () => {
  const dependencies = { doors: createRecordingDoors(), log: quietLog };

  it('is required in production', () => {
    expect(() => createTeamsAdapter({ production: true }, dependencies)).toThrow(MatineeError);
    expect(() => createTeamsAdapter({ production: true }, dependencies)).toThrow(/TEAMS_APP_ID/);
  });

  it('may be absent for a local emulator, which needs no token and gives none', async () => {
    const emulator = await startTeamsServer({ anonymous: true });
    const doors = createRecordingDoors();
    const { appId: _id, appPassword: _password, tenantId: _tenant, ...config } = emulator.config;
    const adapter = createTeamsAdapter(config, { doors, log: quietLog });
    await adapter.start();
    const served = await serve(express().use(adapter.router));
    const endpoint = { url: `${served.url}/api/messages`, deadlineMilliseconds: 2_000 };
    const activity = messageActivity(emulator.personal, { id: '1', from: emulator.person, text: 'hello' });
    const { status } = await emulator.postUnchecked({ ...activity, channelId: 'emulator' }, endpoint, null);
    expect([status, doors.messages.map(({ text }) => text)]).toEqual([200, ['hello']]);
    await adapter.platform.post(targetOf(emulator.personal), 'Hello yourself.', {}, signal());
    expect(emulator.connector.conversation(target.address).messages.size).toBe(1);
    expect(emulator.login.asked()).toBe(0);
    await served.close();
    await emulator.close();
  });

  it('is missed by Teams itself', async () => {
    const { appId: _id, ...config } = server.config;
    const anonymous = createTeamsAdapter(config, dependencies);
    await expect(anonymous.platform.post(target, 'Hello.', {}, signal())).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'Teams answered with status 401 (BotNotRegistered).',
    });
  });
});
