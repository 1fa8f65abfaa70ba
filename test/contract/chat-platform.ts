import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type ChatPlatform,
  PlatformWriteError,
  type ReplyTarget,
} from '../../src/core/ports/chat-platform.js';

/** A platform under test, and what its users would see. */
export interface PlatformSubject {
  readonly platform: ChatPlatform;
  readonly target: ReplyTarget;
  /** The texts that are visible, in order, as plain words: markup and buttons left out. */
  visible(): Promise<readonly string[]> | readonly string[];
  close(): Promise<void>;
}

/** What every chat platform of Matinee does, whatever stands behind it. The console is the reference. */
export function describeChatPlatform(name: string, open: () => Promise<PlatformSubject>): void {
  describe(`${name}, as a chat platform`, () => {
    let subject: PlatformSubject;
    let signal: AbortSignal;
    beforeEach(async () => {
      signal = AbortSignal.timeout(20_000);
      subject = await open();
    });
    afterEach(async () => {
      await subject.close();
    });

    test('states its limits as data', () => {
      const { capabilities } = subject.platform;
      expect(capabilities.messageLimit).toBeGreaterThan(100);
      expect(capabilities.pace.writes).toBeGreaterThan(0);
      expect(capabilities.pace.windowMilliseconds).toBeGreaterThan(0);
      expect(capabilities.editIntervalMilliseconds).toBeGreaterThanOrEqual(0);
      expect(subject.platform.name).toMatch(/^[a-z]+$/);
    });

    test('posts a message and gives its reference', async () => {
      const reference = await subject.platform.post(subject.target, 'Hello there.', {}, signal);
      expect(reference).not.toBe('');
      expect(await subject.visible()).toEqual(['Hello there.']);
    });

    test('edits a message in place', async () => {
      const { platform, target } = subject;
      const reference = await platform.post(target, 'Let me see', {}, signal);
      await platform.edit(target, reference, 'Here it is.', {}, signal);
      expect(await subject.visible()).toEqual(['Here it is.']);
    });

    test('renders its markdown: no marks are left in what people see', async () => {
      await subject.platform.post(subject.target, '**Catan** is _about_ $29.', {}, signal);
      expect(await subject.visible()).toEqual(['Catan is about $29.']);
    });

    test('shows what users and documents wrote as text, and pings nobody with it', async () => {
      await subject.platform.post(
        subject.target,
        'From a receipt: @everyone <script>hi</script>',
        {},
        signal,
      );
      const [text = ''] = await subject.visible();
      expect(text).toContain('From a receipt:');
      expect(text).not.toContain('\u0007');
    });

    test('takes a message away again, where it says that it can', async () => {
      const { platform, target } = subject;
      const reference = await platform.post(target, 'Superfluous.', {}, signal);
      if (!platform.remove) return;
      await platform.remove(target, reference, signal);
      expect(await subject.visible()).toEqual([]);
    });

    test('finds a post by its key, where it says that it can, so that a repeat is no second message', async () => {
      const { platform, target } = subject;
      const reference = await platform.post(target, 'Once.', { key: 'turn:0:0' }, signal);
      if (!platform.findPosted) return;
      expect(await platform.findPosted(target, 'turn:0:0', signal)).toBe(reference);
      expect(await platform.findPosted(target, 'another', signal)).toBeNull();
    });

    test('says that a message is gone, where it can tell', async () => {
      const { platform, target } = subject;
      await expect(platform.edit(target, 'no-such-message', 'x', {}, signal)).rejects.toBeInstanceOf(
        PlatformWriteError,
      );
    });

    test('measures a text as it will be sent', () => {
      const { platform } = subject;
      expect(platform.renderedLength('')).toBeLessThanOrEqual(1);
      expect(platform.renderedLength('word '.repeat(40))).toBeGreaterThan(150);
    });
  });
}
