import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createRecordingDoors, createRecordingLog } from '../../../contract/adapter-recorder.js';
import {
  changeActivity,
  channelFileActivity,
  installationActivity,
  membersAddedActivity,
  messageActivity,
  otherActivity,
  type WireActivity,
} from '../../../support/teams/activities.js';
import { startTeamsServer, type TeamsServer } from '../../../support/teams/server.js';
import { type ServedAdapter, serveTeamsAdapter } from '../../../support/teams/stage.js';

let server: TeamsServer;
let opened: ServedAdapter;
let doors: ReturnType<typeof createRecordingDoors>;
let log: ReturnType<typeof createRecordingLog>;
beforeEach(async () => {
  // botbuilder prints each token that it refuses.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  server = await startTeamsServer();
  doors = createRecordingDoors();
  log = createRecordingLog();
  opened = await serveTeamsAdapter(server, doors, log);
});
afterEach(async () => {
  await opened.close();
  await server.close();
  jest.restoreAllMocks();
});

const deliver = (activity: WireActivity) => server.deliver(activity, opened.endpoint);
const said = (text: string, id = '1') => ({ id, from: server.person, text });

describe('somebody who writes', () => {
  it('is known by the directory, with language and time zone', async () => {
    await deliver(messageActivity(server.personal, said('hello')));
    expect(doors.messages[0]?.sender).toEqual({
      platform: 'teams',
      tenant: server.personal.tenantId,
      userId: server.person.aadObjectId,
      displayName: 'Megan Bowen',
      locale: 'en-US',
      timeZone: 'America/Los_Angeles',
    });
  });

  it('gets their answer in the thread of the channel where they mentioned Matinee', async () => {
    await deliver(messageActivity(server.channel, { ...said('ideas?'), mention: true }));
    const [message] = doors.messages;
    expect(message).toMatchObject({ text: 'ideas?', direct: false });
    expect(message?.conversation.address).toBe(server.channel.conversationId);
  });

  it('is heard in a group chat as well', async () => {
    const group = { ...server.channel, conversationType: 'groupChat' } as const;
    await deliver(messageActivity(group, { ...said('ideas?'), mention: true }));
    expect(doors.messages[0]).toMatchObject({ text: 'ideas?', direct: false });
  });

  it('keeps the names of others whom they mention', async () => {
    const activity = messageActivity(server.channel, { ...said('ask <at>Kim</at> too'), mention: true });
    await deliver(activity);
    expect(doors.messages[0]?.text).toBe('ask <at>Kim</at> too');
  });

  it('and takes a deletion back, has said it anew', async () => {
    await deliver(messageActivity(server.personal, said('hello')));
    const change = { id: '1', from: server.person };
    await deliver(changeActivity(server.personal, { ...change, kind: 'softDeleteMessage' }));
    await deliver(changeActivity(server.personal, { ...change, kind: 'undeleteMessage', text: 'hello' }));
    expect(doors.withdrawn).toHaveLength(1);
    expect(doors.messages.map(({ text }) => text)).toEqual(['hello', 'hello']);
    expect(new Set(doors.messages.map(({ messageKey }) => messageKey)).size).toBe(2);
    expect(doors.edits).toEqual([]);
  });

  it('and edits a message in a channel, is edited without the mention', async () => {
    const activity = messageActivity(server.channel, { ...said('ideas for four?'), mention: true });
    await deliver({ ...activity, type: 'messageUpdate', channelData: { eventType: 'editMessage' } });
    expect(doors.edits.map(({ text }) => text)).toEqual(['ideas for four?']);
  });
});

describe('whoever installs Matinee', () => {
  it('is greeted in their personal chat, once', async () => {
    const event = { id: 'i', from: server.person, action: 'add' } as const;
    await deliver(installationActivity(server.personal, event));
    await deliver(installationActivity(server.personal, event));
    expect(doors.messages).toMatchObject([{ text: 'help', direct: true }]);
    expect(doors.repeats).toHaveLength(1);
  });

  it('is not greeted in front of a team, nor on leaving', async () => {
    await deliver(installationActivity(server.channel, { id: 'i', from: server.person, action: 'add' }));
    await deliver(installationActivity(server.personal, { id: 'j', from: server.person, action: 'remove' }));
    await deliver(membersAddedActivity(server.personal, { id: 'k', from: server.person }));
    expect(doors.messages).toEqual([]);
    expect(log.entries).toEqual([]);
  });
});

describe('a file that Teams keeps from bots', () => {
  const fetched = () => {
    const attachment = doors.messages[0]?.attachments[0];
    if (!attachment) throw new Error('There is no attachment.');
    return opened.adapter.platform.download(attachment, AbortSignal.timeout(1_000));
  };

  it('because it is in a channel, is told', async () => {
    await deliver(channelFileActivity(server.channel, said('my statement')));
    await expect(fetched()).rejects.toMatchObject({
      message: expect.stringContaining('Please upload it to our personal chat.'),
    });
  });

  it('because it is a picture in the text, is told', async () => {
    const activity = messageActivity(server.personal, said('look'));
    const attachments = [{ contentType: 'image/*', contentUrl: `${server.personal.serviceUrl}v3/picture` }];
    await deliver({ ...activity, attachments });
    expect(doors.messages[0]?.attachments).toMatchObject([{ fileName: 'picture' }]);
    await expect(fetched()).rejects.toMatchObject({ code: 'TEAMS_FILE_OUT_OF_REACH' });
  });
});

describe('what nobody should act on', () => {
  it.each([
    ['nothing', {}],
    ['no type', { text: 'hello' }],
    ['a list', []],
    ['a wrong field', { type: 'message', conversation: 'a:1' }],
  ])('%s is not an activity', async (_name, body) => {
    const response = await fetch(opened.endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'TEAMS_ACTIVITY' });
  });

  it('a refusal says nothing about what happened inside', async () => {
    doors.failNext(10);
    const { status, body } = await deliver(messageActivity(server.personal, said('hello')));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('could not be stored');
  });

  it('a token for another bot, or from another service, is refused', async () => {
    const activity = messageActivity(server.personal, said('hello'));
    const { serviceUrl } = server.personal;
    const other = await server.login.sign({ serviceUrl, audience: 'another-bot' });
    const elsewhere = await server.login.sign({
      serviceUrl: 'https://elsewhere.example/',
      audience: server.registration.appId,
    });
    for (const token of [other, elsewhere, 'nonsense', 'a.b.c']) {
      const { status } = await server.postUnchecked(activity, opened.endpoint, `Bearer ${token}`);
      expect(status).toBe(401);
    }
    expect(doors.messages).toEqual([]);
  });

  it('other channels of the same bot, where callers choose who they are, are ignored', async () => {
    const activity = { ...messageActivity(server.personal, said('hello')), channelId: 'msteams' };
    await deliver({ ...activity, channelId: 'skype' });
    await deliver({ ...activity, channelId: 'skype' });
    expect(doors.messages).toEqual([]);
    expect(log.entries).toHaveLength(1);
  });

  it('an unknown invoke is answered as Teams expects, and named once', async () => {
    const event = { id: 'x', from: server.person, type: 'invoke', name: 'composeExtension/query' };
    expect((await deliver(otherActivity(server.personal, event))).status).toBe(501);
    expect((await deliver(otherActivity(server.personal, event))).status).toBe(501);
    expect(log.entries.map(({ fields }) => fields)).toEqual([{ kind: 'invoke composeExtension/query' }]);
  });

  it('keys that cannot be had make Teams come back', async () => {
    await opened.close();
    const openIdMetadataUrl = server.url('/no-such-document');
    opened = await serveTeamsAdapter(server, doors, log, { cloud: { ...server.cloud, openIdMetadataUrl } });
    const { status, tries } = await deliver(messageActivity(server.personal, said('hello')));
    expect([status, tries]).toEqual([503, 3]);
  });
});
