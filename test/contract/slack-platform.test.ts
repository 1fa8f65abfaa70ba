import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createReplyStream } from '../../src/core/conversation/reply-stream.js';
import { createWritePace } from '../../src/core/conversation/write-pace.js';
import type { InboundMessage } from '../../src/core/ports/chat-platform.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { quietLog, quietMetrics } from '../support/conversation/quiet.js';
import { directMessage, eventBody, homeOpened, mention, slashCommand } from '../support/slack/payloads.js';
import { CHANNEL, directChannelOf, nextTs, PERSON, seenText } from '../support/slack/workspace.js';
import { describeAdapter } from './adapter.js';
import {
  createRecordingDoors,
  createRecordingLog,
  type RecordingDoors,
  type RecordingLog,
  until,
} from './adapter-recorder.js';
import { openSlack, type SlackSubject } from './slack-platform-subject.js';

describeAdapter('Slack over Socket Mode', openSlack('socket'));
describeAdapter('Slack over HTTP', openSlack('http'));
describeAdapter('Slack in many workspaces', openSlack('many-http'));

const signal = () => AbortSignal.timeout(30_000);

describe.each(['socket', 'http', 'many-socket'] as const)('Slack, in its own way (%s)', (mode) => {
  let slack: SlackSubject;
  let doors: RecordingDoors;
  let log: RecordingLog;
  beforeEach(async () => {
    doors = createRecordingDoors();
    log = createRecordingLog();
    slack = await openSlack(mode)(doors, log);
  });
  afterEach(async () => {
    await slack.close();
  });

  async function received(): Promise<InboundMessage> {
    await until('a message arrives', () => doors.messages.length > 0);
    const [message] = doors.messages;
    if (!message) throw new Error('There is none.');
    return message;
  }

  test('knows people by name, language and time zone', async () => {
    await slack.say({ text: 'hi' });
    expect((await received()).sender).toEqual({
      platform: 'slack',
      tenant: 'T0MATINEE',
      userId: PERSON,
      displayName: 'Robin',
      locale: 'en-GB',
      timeZone: 'Europe/Amsterdam',
    });
    await slack.say({ text: 'again' });
    await until('the second arrives', () => doors.messages.length > 1);
    expect(slack.server.calls.filter((method) => method === 'users.info')).toHaveLength(1);
  });

  test('does without the name when Slack does not give it', async () => {
    slack.server.workspace.scopes.delete('users:read');
    await slack.say({ text: 'hi' });
    expect((await received()).sender).toMatchObject({ userId: PERSON, displayName: null });
  });

  test('takes the slash command into the direct messages, and says so to nobody else', async () => {
    const { server, door } = slack;
    await door.deliver(
      slashCommand(server.workspace, '/matinee', 'budget', CHANNEL, `${server.origin}/response/1`),
    );
    const message = await received();
    expect(message).toMatchObject({ text: 'budget', direct: true });
    expect(message.conversation.address).toBe(directChannelOf(PERSON));
    await until('the command is answered', () => door.lastResponse() !== null);
    expect(JSON.stringify(door.lastResponse())).toContain('I answer you in our direct messages.');
    expect(server.workspace.messages).toEqual([]);
  });

  test('takes an empty command for a call for help', async () => {
    const { server, door } = slack;
    await door.deliver(slashCommand(server.workspace, '/matinee', '', directChannelOf(PERSON), ''));
    expect((await received()).text).toBe('help');
  });

  test('answers a command that could not be stored, since Slack does not repeat it', async () => {
    const { server, door } = slack;
    doors.failNext(1);
    await door.deliver(slashCommand(server.workspace, '/matinee', 'budget', CHANNEL, ''));
    await until('the command is answered', () => door.lastResponse() !== null);
    expect(JSON.stringify(door.lastResponse())).toContain('try again');
  });

  test('shows budget and subscriptions in the App Home', async () => {
    const { server, door } = slack;
    await door.deliver(eventBody(server.workspace, homeOpened('messages')));
    await door.deliver(eventBody(server.workspace, homeOpened('home')));
    await until('the home is published', () => server.workspace.homes.has(PERSON));
    const home = seenText({ text: '', blocks: server.workspace.homes.get(PERSON) ?? [] });
    expect(home).toContain('$42.50 left of $60.00 for fun.');
    expect(home).toContain('Subscriptions: Netflix.');
    expect(server.calls.filter((method) => method === 'views.publish')).toHaveLength(1);
  });

  test('uploads a chart with its description and an export as a file, each once', async () => {
    const { adapter, target, server } = slack;
    const extras = {
      image: { png: new Uint8Array([1, 2, 3]), description: 'Spending by month' },
      file: {
        name: 'matinee-export.json',
        contentType: 'application/json',
        bytes: new TextEncoder().encode('{}'),
      },
    };
    await adapter.platform.post(target, 'Here it is.', extras, signal());
    const files = [...server.workspace.files.values()];
    expect(files.map(({ name, sharedIn }) => [name, sharedIn])).toEqual([
      ['matinee.png', target.address],
      ['matinee-export.json', target.address],
    ]);
    expect(files.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual([
      '\u0001\u0002\u0003',
      '{}',
    ]);
    expect(files[0]?.title).toBe('Spending by month');
    expect(slack.visible()).toEqual(['Here it is.']);
  });

  test('answers in the thread of the question in a channel', async () => {
    const { adapter, server, door } = slack;
    const ts = nextTs();
    await door.deliver(eventBody(server.workspace, mention(server.workspace, { ts, text: 'ideas?' })));
    const { conversation, reference } = await received();
    await adapter.platform.post({ ...conversation, reference }, 'Some.', {}, signal());
    expect(server.workspace.messages).toEqual([expect.objectContaining({ channel: CHANNEL, threadTs: ts })]);
  });

  test('delivers in a channel although it may not look for what it posted there', async () => {
    const { adapter, server } = slack;
    const target = {
      platform: 'slack',
      tenant: 'T0MATINEE',
      address: CHANNEL,
      reference: { channel: CHANNEL, threadTs: nextTs() },
    };
    slack.next({ kind: 'status', status: 503, times: 1 });
    const stream = createReplyStream({
      platform: adapter.platform,
      target,
      pace: createWritePace(adapter.platform.capabilities),
      clock: systemClock,
      log: quietLog,
      metrics: quietMetrics,
      key: 'turn',
      posted: [],
      resumed: false,
      savePosted: async () => undefined,
      signal: signal(),
    });
    await stream.finish('In general: free things first.');
    expect(server.workspace.messages.map(seenText)).toEqual(['In general: free things first.']);
  });

  test('keeps edits within what Slack takes, whatever the letters weigh', async () => {
    const { adapter, target } = slack;
    const { platform } = adapter;
    const { messageLimit } = platform.capabilities;
    for (const letter of ['a', 'é', '映', '🎬', '&']) {
      const weight = platform.renderedLength(letter.repeat(10)) / 10;
      const text = letter.repeat(Math.floor(messageLimit / weight));
      expect(platform.renderedLength(text)).toBeGreaterThan(messageLimit - 10);
      const reference = await platform.post(target, 'short', {}, signal());
      await platform.edit(target, reference, text, { buttons: [{ id: 'why:1', label: 'Why?' }] }, signal());
      expect(slack.visible().at(-1)?.replaceAll('\n', '')).toBe(text);
    }
  });

  test('hears neither Slackbot nor a deleted thread’s tombstone as a person', async () => {
    const { server, door } = slack;
    const { workspace } = server;
    const before = directMessage(workspace, { ts: nextTs(), text: 'first', files: [] });
    await door.deliver(
      eventBody(
        workspace,
        directMessage(workspace, { ts: nextTs(), text: 'ding', files: [], user: 'USLACKBOT' }),
      ),
    );
    await door.deliver(
      eventBody(workspace, {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: before.channel,
        channel_type: 'im',
        ts: nextTs(),
        event_ts: nextTs(),
        message: {
          type: 'message',
          subtype: 'tombstone',
          user: 'USLACKBOT',
          text: 'This message was deleted.',
          ts: before.ts,
        },
        previous_message: before,
      }),
    );
    await until('the deletion arrives', () => doors.withdrawn.length > 0);
    expect(doors.withdrawn).toEqual([`T0MATINEE:${before.channel}:${before.ts}`]);
    expect(doors.messages).toEqual([]);
    expect(doors.edits).toEqual([]);
  });

  test('asks for the address of a file that comes without one', async () => {
    const { adapter } = slack;
    await slack.say({
      text: 'from elsewhere',
      files: [{ name: 'x.pdf', contentType: 'application/pdf', bytes: new TextEncoder().encode('%PDF') }],
    });
    const [attachment] = (await received()).attachments;
    if (!attachment) throw new Error('There is no attachment.');
    const withoutUrl = { ...attachment, source: { ...attachment.source, url: null } };
    const body = await adapter.platform.download(withoutUrl, signal());
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('%PDF');
  });

  test('keeps people’s words and the tokens out of the log', async () => {
    await slack.say({ text: 'my secret wish' });
    await received();
    slack.next({ kind: 'status', status: 500, times: 1 });
    await slack.adapter.platform
      .post(slack.target, 'your secret answer', {}, signal())
      .catch(() => undefined);
    const logged = JSON.stringify(log.entries);
    for (const secret of ['secret wish', 'secret answer', 'xoxb-', 'xapp-'])
      expect(logged).not.toContain(secret);
  });
});
