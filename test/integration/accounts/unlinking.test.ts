import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLinkCode } from '../../../src/core/accounts/create-link-code.js';
import { receiveMessage } from '../../../src/core/conversation/receive-message.js';
import {
  buildMessage,
  openTestConversation,
  type TestConversation,
  until,
} from '../../support/conversation/conversation-context.js';

let opened: TestConversation;
beforeAll(async () => {
  opened = await openTestConversation();
});
afterAll(() => opened.close());

async function say(text: string): Promise<{ readonly userId: string; readonly answer: string }> {
  const before = opened.platform.messages.length;
  const { userId } = await receiveMessage(opened.context, buildMessage(text));
  await until(() => opened.platform.messages.length > before, `an answer to "${text}"`);
  return { userId, answer: opened.platform.messages.at(-1)?.text ?? '' };
}

describe('unlink, said in a chat', () => {
  test('leaves the account it was linked to, which `link` joins again', async () => {
    const { context } = opened;
    opened.startRunner();
    const alone = await say('hello');
    expect((await say('unlink')).answer).toContain('began with this chat account');

    const login = await context.database.store.accounts.ensureUser({
      id: context.ids.uuid(),
      subject: 'somebody',
      email: 'somebody@example.com',
      displayName: null,
    });
    const join = async () => say(`link ${(await createLinkCode(context, { userId: login.id })).code}`);
    expect((await join()).answer).toContain('one now');
    expect((await say('hello')).userId).toBe(login.id);

    expect((await say('unlink')).answer).toContain('account of its own again');
    const apart = await say('hello again');
    expect(apart.userId).not.toBe(login.id);
    expect(apart.userId).not.toBe(alone.userId);

    expect((await join()).answer).toContain('one now');
    expect((await say('hello once more')).userId).toBe(login.id);
  });
});
