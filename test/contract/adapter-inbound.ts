import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { InboundAttachment, InboundMessage } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import { type Stage, until } from './adapter-recorder.js';
import type { SaidFile } from './adapter-subject.js';

const MEGABYTE = 1_048_576;

function pdf(name: string, more: Partial<SaidFile> = {}): SaidFile {
  return {
    name,
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode(`%PDF-1.7 ${name} %%EOF`),
    ...more,
  };
}

/** What comes in reaches the core's doors: the right things, as they are, once. */
export function describeInbound(stage: () => Stage): void {
  const signal = () => AbortSignal.timeout(20_000);

  /** The messages that arrived, once an ordinary one that was said last has arrived. */
  async function heard(): Promise<readonly InboundMessage[]> {
    const { doors, subject } = stage();
    await subject.say({ text: 'that was all', key: 'last' });
    await until('the last message arrives', () => doors.messages.some(({ text }) => text === 'that was all'));
    await sleep(50);
    return doors.messages.filter(({ text }) => text !== 'that was all');
  }

  async function received(text: string): Promise<InboundMessage> {
    const { doors } = stage();
    await until(`"${text}" arrives`, () => doors.messages.some((message) => message.text === text));
    const found = doors.messages.find((message) => message.text === text);
    if (!found) throw new Error('It went away again.');
    return found;
  }

  describe('what people say', () => {
    test('arrives with who said it and where, and can be answered from what is stored', async () => {
      const { subject } = stage();
      await subject.say({ text: 'what can I spend?', key: 'a' });
      const message = await received('what can I spend?');
      expect(message.direct).toBe(true);
      expect(message.sender.userId).not.toBe('');
      expect(message.messageKey).not.toBe('');
      const { platform, tenant, address } = subject.target;
      expect(message.conversation).toEqual({ platform, tenant, address });
      const stored: InboundMessage = JSON.parse(JSON.stringify(message));
      const target = { ...stored.conversation, reference: stored.reference };
      await subject.adapter.platform.post(target, 'Forty dollars.', {}, signal());
      expect(subject.visible()).toContain('Forty dollars.');
    });

    test('counts once, however often the platform delivers it', async () => {
      const { subject, doors } = stage();
      for (let time = 0; time < 4; time += 1) await subject.say({ text: 'hello', key: 'same' });
      expect((await heard()).map(({ text }) => text)).toEqual(['hello']);
      expect(doors.repeats.length).toBeLessThanOrEqual(3);
    });

    test('counts twice when it was said twice', async () => {
      const { subject } = stage();
      await subject.say({ text: 'more', key: 'one' });
      await subject.say({ text: 'more', key: 'two' });
      expect((await heard()).map(({ text }) => text)).toEqual(['more', 'more']);
    });

    test('does not include Matinee’s own words, nor those of other bots', async () => {
      const { subject } = stage();
      await subject.say({ text: 'I said this', from: 'self', key: 'mine' });
      await subject.say({ text: 'beep', from: 'another-bot', key: 'robot' });
      await subject.say({ text: 'beep boop', from: 'another-bot', key: 'robot-2', place: 'channel-mention' });
      expect(await heard()).toEqual([]);
    });

    test('in a channel is heard when Matinee is mentioned, without the mention', async () => {
      const { subject } = stage();
      await subject.say({ text: 'any ideas?', key: 'm', place: 'channel-mention' });
      await subject.say({ text: 'lunch?', key: 'n', place: 'channel' });
      const messages = await heard();
      expect(messages.map(({ text }) => text)).toEqual(['any ideas?']);
      expect(messages[0]?.direct).toBe(false);
    });

    test('in a channel can be continued in private', async () => {
      const { subject } = stage();
      await subject.say({ text: 'how broke am I?', key: 'm', place: 'channel-mention' });
      const message = await received('how broke am I?');
      const { platform } = subject.adapter;
      if (!platform.openDirect) throw new Error('The platform has no private conversations.');
      const direct = await platform.openDirect(message.sender, signal());
      if (!direct) throw new Error('There is no private conversation.');
      await platform.post(direct, 'Between us.', {}, signal());
      expect(subject.visible()).toContain('Between us.');
    });

    test.each(['🎬', '😀👍🏽', 'naïve 映画 фильм', 'a < b & c > d', 'two\nlines'])(
      'comes as it was typed: %j',
      async (text) => {
        const { subject } = stage();
        await subject.say({ text, key: 'x' });
        expect((await received(text)).attachments).toEqual([]);
      },
    );

    test('may be nothing at all', async () => {
      const { subject, log } = stage();
      await subject.say({ text: '', key: 'empty' });
      for (const { text } of await heard()) expect(text).toBe('');
      expect(log.entries.filter(({ level }) => level === 'error')).toEqual([]);
    });

    test('and then edits or deletes, is edited and withdrawn here as well', async () => {
      const { subject, doors } = stage();
      await subject.say({ text: 'under 20', key: 'e' });
      const { messageKey } = await received('under 20');
      await subject.change('e', 'under 30');
      await until('the edit arrives', () => doors.edits.length > 0);
      expect(doors.edits).toContainEqual({ messageKey, text: 'under 30' });
      await subject.withdraw('e');
      await until('the deletion arrives', () => doors.withdrawn.length > 0);
      expect(new Set(doors.withdrawn)).toEqual(new Set([messageKey]));
    });

    test('is taken once it could be stored, where the platform delivers again', async () => {
      const { subject, doors } = stage();
      if (!subject.redelivers) return;
      doors.failNext(1);
      await subject.say({ text: 'not lost', key: 'kept' });
      await received('not lost');
      expect(doors.messages.length).toBe(1);
    });

    test('is heard again after the connection was lost', async () => {
      const { subject } = stage();
      await subject.say({ text: 'before', key: 'b' });
      await received('before');
      subject.cut();
      await subject.say({ text: 'after', key: 'c' });
      await received('after');
      await subject.adapter.platform.post(subject.target, 'Here again.', {}, signal());
      expect(subject.visible()).toContain('Here again.');
    });
  });

  describe('events that nobody should act on', () => {
    test('of an unknown kind are ignored, and named in the log once', async () => {
      const { subject, log } = stage();
      const kind = await subject.sayUnknown();
      await subject.sayUnknown();
      expect(await heard()).toEqual([]);
      const named = log.entries.filter(({ fields, message }) =>
        `${message} ${JSON.stringify(fields)}`.includes(kind),
      );
      expect(named.map(({ level }) => level)).toEqual([expect.stringMatching(/^(info|warn)$/)]);
      expect(log.entries.filter(({ level }) => level === 'error')).toEqual([]);
    });

    test.each(['unsigned', 'forged', 'stale'] as const)('%s over HTTP: 401', async (kind) => {
      const { subject } = stage();
      if (!subject.forge) return;
      expect(await subject.forge(kind)).toBe(401);
      expect(await heard()).toEqual([]);
    });
  });

  describe('buttons', () => {
    test('come back with what they are and say, each press once', async () => {
      const { subject, doors } = stage();
      const { adapter, target } = subject;
      const buttons = [
        { id: 'like:1', label: 'Like' },
        { id: 'why:1', label: 'Why?' },
      ];
      await adapter.platform.post(target, 'Catan', { buttons }, signal());
      await subject.press('why:1', 3);
      await until('the press arrives', () => doors.presses.length > 0);
      await sleep(100);
      expect(doors.presses.map(({ actionId, label }) => [actionId, label])).toEqual([['why:1', 'Why?']]);
      expect(doors.presses[0]?.direct).toBe(true);
      expect(doors.presses[0]?.conversation.address).toBe(target.address);
      await subject.press('why:1');
      await until('the second press arrives', () => doors.presses.length > 1);
    });

    test('go when the message is edited without them', async () => {
      const { adapter, target, press, visible } = stage().subject;
      const buttons = [{ id: 'like:1', label: 'Like' }];
      const reference = await adapter.platform.post(target, 'Catan', { buttons }, signal());
      await adapter.platform.edit(target, reference, 'Noted.', {}, signal());
      expect(visible()).toEqual(['Noted.']);
      await expect(press('like:1')).rejects.toBeDefined();
    });
  });

  describeFiles(stage, received);
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function describeFiles(stage: () => Stage, received: (text: string) => Promise<InboundMessage>): void {
  const download = (attachment: InboundAttachment | undefined) => {
    if (!attachment) throw new Error('There is no attachment.');
    return stage().subject.adapter.platform.download(attachment, AbortSignal.timeout(20_000));
  };

  describe('files', () => {
    test('one: described at once, fetched later from what is stored', async () => {
      const file = pdf('march.pdf');
      await stage().subject.say({ text: 'my statement', files: [file], key: 'f' });
      const [attachment] = (await received('my statement')).attachments;
      expect(attachment).toMatchObject({ fileName: 'march.pdf' });
      expect([null, file.contentType]).toContain(attachment?.contentType);
      expect([null, file.bytes.length]).toContain(attachment?.size);
      const stored: InboundAttachment = JSON.parse(JSON.stringify(attachment));
      expect(await bytesOf(await download(stored))).toBe(Buffer.from(file.bytes).toString());
    });

    test('twenty in one message', async () => {
      const files = Array.from({ length: 20 }, (_, index) => pdf(`file-${index}.pdf`));
      await stage().subject.say({ text: 'all of them', files, key: 'f' });
      const { attachments } = await received('all of them');
      expect(attachments.map(({ fileName }) => fileName)).toEqual(files.map(({ name }) => name));
      expect(new Set(attachments.map(({ id }) => id)).size).toBe(20);
      const bodies = await Promise.all(
        attachments.map(async (attachment) => bytesOf(await download(attachment))),
      );
      expect(bodies[19]).toContain('file-19.pdf');
    });

    test('a file without words is a message', async () => {
      const { subject, doors } = stage();
      await subject.say({ text: '', files: [pdf('bare.pdf')], key: 'f' });
      await until('the file arrives', () => doors.messages.length > 0);
      expect(doors.messages[0]?.attachments).toHaveLength(1);
    });

    test('a file of 100 MB is told by its size, where the platform states sizes', async () => {
      const file = pdf('huge.pdf', { declaredSize: 100 * MEGABYTE });
      await stage().subject.say({ text: 'a big one', files: [file], key: 'f' });
      const [attachment] = (await received('a big one')).attachments;
      expect([null, 100 * MEGABYTE]).toContain(attachment?.size);
    });

    test.each(['sign-in-page', 'missing'] as const)(
      'a download that meets a %s fails with a sentence',
      async (trouble) => {
        await stage().subject.say({ text: 'look', files: [pdf('lost.pdf', { trouble })], key: 'f' });
        const [attachment] = (await received('look')).attachments;
        const failure = await download(attachment).then(bytesOf, (error: unknown) => error);
        expect(failure).toBeInstanceOf(MatineeError);
        expect(failure).toHaveProperty('message', expect.stringMatching(/^[A-Z][^\n]{20,}\.$/));
      },
    );

    test('what is not on the platform’s own hosts is not fetched', async () => {
      const { adapter } = stage().subject;
      const attachment: InboundAttachment = {
        id: 'x',
        fileName: 'x.pdf',
        contentType: 'application/pdf',
        size: 1,
        source: { url: 'https://files.example.org/x.pdf' },
      };
      await expect(adapter.platform.download(attachment, AbortSignal.timeout(2_000))).rejects.toBeInstanceOf(
        MatineeError,
      );
    });
  });
}
