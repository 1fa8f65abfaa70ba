import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReplyTarget } from '../../../../src/core/ports/chat-platform.js';
import { createRecordingDoors, createRecordingLog, until } from '../../../contract/adapter-recorder.js';
import { consentActivity } from '../../../support/teams/activities.js';
import { sourceOf } from '../../../support/teams/conversations.js';
import { startTeamsServer, type TeamsServer } from '../../../support/teams/server.js';
import { type ServedAdapter, serveTeamsAdapter, targetOf } from '../../../support/teams/stage.js';

const signal = () => AbortSignal.timeout(5_000);
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';
const bytes = new TextEncoder().encode('{"everything":"about you"}');
const file = { name: 'matinee-export.json', contentType: 'application/json', bytes };

let server: TeamsServer;
let opened: ServedAdapter;
let log: ReturnType<typeof createRecordingLog>;
let target: ReplyTarget;
beforeEach(async () => {
  server = await startTeamsServer();
  log = createRecordingLog();
  opened = await serveTeamsAdapter(server, createRecordingDoors(), log);
  target = targetOf(server.personal);
});
afterEach(async () => {
  await opened.close();
  await server.close();
});

const messages = () => [...server.connector.conversation(target.address).messages];
const attachments = (contentType: string) =>
  messages().flatMap(([messageId, message]) =>
    (message.attachments ?? [])
      .filter((one) => one.contentType === contentType)
      .map((attachment) => ({ messageId, attachment })),
  );
const texts = () => messages().map(([, message]) => sourceOf(message));

function theCard() {
  const [card] = attachments(CONSENT);
  if (!card) throw new Error('Nobody was asked.');
  return card;
}

/** Answers the consent card as Teams does. */
function answer(
  card: ReturnType<typeof theCard>,
  action: 'accept' | 'decline',
  changes: { readonly uploadUrl?: string; readonly id?: string; readonly channel?: boolean } = {},
) {
  const { content } = card.attachment;
  const context =
    typeof content === 'object' && content !== null && 'acceptContext' in content
      ? content.acceptContext
      : null;
  const activity = consentActivity(changes.channel ? server.channel : server.personal, {
    id: changes.id ?? 'f:1',
    from: server.person,
    messageId: card.messageId,
    action,
    context,
    ...(action === 'accept' && {
      uploadInfo: {
        contentUrl: 'https://contoso.sharepoint.com/personal/megan/Documents/matinee-export.json',
        name: 'matinee-export.json',
        uploadUrl: changes.uploadUrl ?? server.url(server.files.makeRoom()),
        uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C8C',
        fileType: 'json',
      },
    }),
  });
  return server.deliver(activity, opened.endpoint);
}

describe('a file for somebody', () => {
  it('is offered beside the words, with its name and size', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    expect(texts()).toContain('Here is everything.');
    expect(theCard().attachment).toMatchObject({
      name: 'matinee-export.json',
      content: { sizeInBytes: bytes.length },
    });
  });

  it('is saved once it was accepted, and shown where it lies', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    expect((await answer(theCard(), 'accept')).status).toBe(200);
    await until('the file is shown', () => attachments(INFO).length > 0);
    expect(server.files.uploads.map((one) => one.bytes.toString())).toEqual(['{"everything":"about you"}']);
    expect(attachments(CONSENT)).toEqual([]);
  });

  it('is saved once, however often the answer is delivered', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    const card = theCard();
    const uploadUrl = server.url(server.files.makeRoom());
    for (let time = 0; time < 3; time += 1) await answer(card, 'accept', { uploadUrl });
    await until('the file is shown', () => attachments(INFO).length > 0);
    await opened.adapter.stop();
    expect(server.files.uploads).toHaveLength(1);
    expect(messages()).toHaveLength(2);
  });

  it('is forgotten when it was declined', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    const card = theCard();
    await answer(card, 'decline');
    await until('the words', () => texts().some((text) => text.includes('I keep it to myself')));
    await answer(card, 'accept', { id: 'f:2' });
    await opened.adapter.stop();
    expect(server.files.uploads).toEqual([]);
  });

  it('that comes with an edit is offered once, however often the edit is made', async () => {
    const { platform } = opened.adapter;
    const id = await platform.post(target, 'One moment', {}, signal());
    await platform.edit(target, id, 'Here is everything.', { file }, signal());
    await platform.edit(target, id, 'Here is everything.', { file }, signal());
    expect(attachments(CONSENT)).toHaveLength(1);
  });

  it('is not offered twice when the words after it had to wait', async () => {
    const { platform } = opened.adapter;
    const post = () => platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    // The first write is the card's, the second the words'.
    server.connector.limiter.set([{ writes: 1, windowMilliseconds: 60_000 }]);
    await expect(post()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    server.connector.limiter.set([]);
    await post();
    expect(attachments(CONSENT)).toHaveLength(1);
    expect(texts().filter((text) => text.includes('everything'))).toHaveLength(1);
  });

  it('is offered again when the offer itself was refused', async () => {
    const { platform } = opened.adapter;
    const post = () => platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    server.connector.next({ kind: 'status', status: 502, times: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'TEMPORARY' });
    await post();
    expect(attachments(CONSENT)).toHaveLength(1);
  });

  it('that OneDrive does not take is told, and logged', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    server.files.refuseUpload(503);
    await answer(theCard(), 'accept');
    await until('the words', () => texts().some((text) => text.includes('could not be saved')));
    await opened.adapter.stop();
    expect(log.entries).toMatchObject([{ level: 'warn', message: 'a file is not handed over' }]);
  });

  it('is gone after a restart, which is told', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    const card = theCard();
    await opened.close();
    opened = await serveTeamsAdapter(server, createRecordingDoors(), log);
    await answer(card, 'accept');
    await until('the words', () => texts().some((text) => text.includes('no longer at hand')));
  });

  it('goes to its own conversation alone', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    await answer(theCard(), 'accept', { channel: true });
    await opened.adapter.stop();
    expect(server.files.uploads).toEqual([]);
  });

  it('goes to OneDrive alone', async () => {
    await opened.adapter.platform.post(target, 'Here is everything.', { file, key: 'k' }, signal());
    await answer(theCard(), 'accept', { uploadUrl: 'https://collector.example/upload' });
    await until('the words', () => texts().some((text) => text.includes('no longer at hand')));
  });

  it('is not offered in a channel, where Teams has no way', async () => {
    const channel = targetOf(server.channel);
    await opened.adapter.platform.post(channel, 'Here is everything.', { file, key: 'k' }, signal());
    const [message] = [...server.connector.conversation(channel.address).messages.values()];
    expect(message?.text).toContain('in our personal chat only');
  });
});
