import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReplyTarget } from '../../../../src/core/ports/chat-platform.js';
import { createRecordingDoors, until } from '../../../contract/adapter-recorder.js';
import { executeActivity, submitActivity } from '../../../support/teams/activities.js';
import { buttonsOf, cardsOf, sourceOf } from '../../../support/teams/conversations.js';
import { startTeamsServer, type TeamsServer } from '../../../support/teams/server.js';
import { type ServedAdapter, serveTeamsAdapter, targetOf } from '../../../support/teams/stage.js';

const signal = () => AbortSignal.timeout(5_000);
const buttons = [
  { id: 'like:1', label: 'Like' },
  { id: 'dislike:1', label: 'Not for me' },
  { id: 'save:1', label: 'Save it' },
  { id: 'bought:1', label: 'Bought it' },
  { id: 'ask:why', label: 'Why?' },
];

let server: TeamsServer;
let opened: ServedAdapter;
let doors: ReturnType<typeof createRecordingDoors>;
let target: ReplyTarget;
beforeEach(async () => {
  server = await startTeamsServer();
  doors = createRecordingDoors();
  opened = await serveTeamsAdapter(server, doors);
  target = targetOf(server.personal);
});
afterEach(async () => {
  await opened.close();
  await server.close();
});

const post = (text: string, extras = {}) => opened.adapter.platform.post(target, text, extras, signal());
const shown = (id: string) => {
  const message = server.connector.conversation(target.address).messages.get(id);
  if (!message) throw new Error(`There is no message ${id}.`);
  return message;
};
const titles = (id: string) => buttonsOf(shown(id)).map(({ title }) => title);

/** Presses the button with this title, as a current client or an older one does. */
function press(messageId: string, title: string, id: string, kind: 'execute' | 'submit' = 'execute') {
  const button = buttonsOf(shown(messageId)).find((one) => one.title.endsWith(title));
  if (!button) throw new Error(`There is no button ${title}.`);
  const common = { id, from: server.person, messageId, data: button.data };
  const activity =
    kind === 'execute'
      ? executeActivity(server.personal, { ...common, verb: 'matinee' })
      : submitActivity(server.personal, common);
  return server.deliver(activity, opened.endpoint);
}

describe('a reply with buttons', () => {
  it('is one card that holds the words as well: Teams would split anything else', async () => {
    const id = await post('**Catan** is about $29.', { buttons });
    expect(server.connector.conversation(target.address).messages.size).toBe(1);
    expect(shown(id).text ?? '').toBe('');
    expect(sourceOf(shown(id))).toBe('Catan is about $29.');
    expect(titles(id)).toEqual(buttons.map(({ label }) => label));
  });

  it('shows its first words in notifications', async () => {
    const id = await post(`**Two ideas** for tonight:\n\n- Catan`, { buttons });
    expect(shown(id).summary).toBe('Two ideas for tonight:');
    const long = await post('word '.repeat(100), { buttons });
    expect(String(shown(long).summary)).toMatch(/^(word ){20,30}word…$/);
  });

  it('begins as words and ends as a card, and back', async () => {
    const { platform } = opened.adapter;
    const id = await post('Let me see');
    await platform.edit(target, id, 'Catan.', { buttons }, signal());
    expect([shown(id).text ?? '', titles(id).length]).toEqual(['', 5]);
    await platform.edit(target, id, 'Catan!', {}, signal());
    expect([shown(id).text, titles(id).length]).toEqual(['Catan!', 0]);
  });

  it('shows a chart, with words for who can’t see it', async () => {
    const image = { png: new Uint8Array(60_000), description: 'Spending by month' };
    const id = await post('Your months:', { image });
    const [card] = cardsOf(shown(id));
    expect(card?.body.at(-1)).toMatchObject({ type: 'Image', altText: 'Spending by month' });
  });

  it('comes without its chart where that is too large', async () => {
    server.connector.next({ kind: 'status', status: 413, times: 1 });
    const image = { png: new Uint8Array(10), description: 'Spending by month' };
    const id = await post('Your months:', { image, buttons });
    expect(sourceOf(shown(id))).toBe('Your months:\nSpending by month');
    expect(titles(id)).toHaveLength(5);
  });

  it('stays within Teams’ size, however much markup is in it', async () => {
    const text = '**a** _b_ `c` '.repeat(700);
    const id = await post(text, { buttons });
    expect(sourceOf(shown(id)).replace(/\s+/g, '')).toBe('abc'.repeat(700));
  });
});

describe('a pressed button', () => {
  it.each(buttons)(
    '“$label” reaches the core with what it is, and is marked for all',
    async ({ id, label }) => {
      const message = await post('Catan', { buttons });
      const { status, body } = await press(message, label, 'f:1');
      expect(status).toBe(200);
      expect(doors.presses).toMatchObject([{ actionId: id, label, direct: true }]);
      expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
      expect(JSON.stringify(body)).toContain(`✓ ${label}`);
      await until('the message is edited', () => titles(message).includes(`✓ ${label}`));
      expect(titles(message)).toHaveLength(buttons.length);
    },
  );

  it('is marked once, and others beside it', async () => {
    const message = await post('Catan', { buttons });
    await press(message, 'Like', 'f:1');
    await until('the first mark', () => titles(message).includes('✓ Like'));
    const again = await press(message, 'Like', 'f:2');
    expect(again.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    await press(message, 'Save it', 'f:3');
    await until('the second mark', () => titles(message).includes('✓ Save it'));
    expect(titles(message)).toEqual(['✓ Like', 'Not for me', '✓ Save it', 'Bought it', 'Why?']);
    expect(doors.presses.map(({ label }) => label)).toEqual(['Like', 'Like', 'Save it']);
  });

  it('that Teams delivers again does no harm', async () => {
    const message = await post('Catan', { buttons });
    for (let time = 0; time < 3; time += 1) await press(message, 'Why?', 'f:1');
    expect(doors.presses).toHaveLength(1);
  });

  it('of an older client comes as a message, and is marked too', async () => {
    const message = await post('Catan', { buttons });
    expect((await press(message, 'Like', '17', 'submit')).body).toBeNull();
    expect(doors.presses).toMatchObject([{ actionId: 'like:1' }]);
    expect(doors.messages).toEqual([]);
    await until('the mark', () => titles(message).includes('✓ Like'));
  });

  it('on a card from before a restart works, unmarked', async () => {
    const message = await post('Catan', { buttons });
    await opened.close();
    opened = await serveTeamsAdapter(server, doors);
    const { body } = await press(message, 'Like', 'f:1');
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Got it.',
    });
    expect(doors.presses).toMatchObject([{ actionId: 'like:1' }]);
    expect(titles(message)).toContain('Like');
  });

  it('with data of nobody’s making is refused', async () => {
    const common = { id: 'f:1', from: server.person, messageId: '1', verb: 'matinee' };
    for (const data of [null, {}, { matinee: { id: 7 } }, 'like:1']) {
      const activity = executeActivity(server.personal, { ...common, data });
      expect((await server.deliver(activity, opened.endpoint)).status).toBe(400);
    }
    expect(doors.presses).toEqual([]);
  });
});

describe('a stored conversation', () => {
  it('is continued after a restart, from plain JSON', async () => {
    const stored: ReplyTarget = JSON.parse(JSON.stringify(target));
    await opened.close();
    opened = await serveTeamsAdapter(server, doors);
    const id = await opened.adapter.platform.post(stored, 'Your budget is used up.', {}, signal());
    expect(shown(id).text).toBe('Your budget is used up.');
  });

  it('is begun with somebody who wrote in a channel only, by their id in the directory', async () => {
    const user = { platform: 'teams', tenant: server.personal.tenantId, displayName: 'Megan' };
    const { platform } = opened.adapter;
    const direct = await platform.openDirect?.(
      { ...user, userId: server.person.aadObjectId ?? '' },
      signal(),
    );
    expect(direct).toMatchObject({ address: target.address });
    const stranger = platform.openDirect?.({ ...user, userId: 'somebody-else' }, signal());
    await expect(stranger).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
