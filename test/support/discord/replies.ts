import { MessageFlags } from 'discord.js';
import type { Channel, World, Written } from './world.js';

/** What the bot answered in one conversation. */
export interface Reply {
  readonly text: string;
  readonly messages: readonly string[];
  /** When its first words and its last change could be read, in milliseconds of `performance.now()`. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Which reply is waited for. */
export interface AwaitedReply {
  /** The message that is answered. */
  readonly after: string;
  /** How long nothing may change before the reply counts as whole. */
  readonly quietMilliseconds?: number;
  readonly timeoutMilliseconds?: number;
  readonly until?: (text: string) => boolean;
}

function replyAfter(world: World, channel: Channel, after: string): Reply | null {
  const messages = [...channel.messages.values()].filter(
    ({ payload }) =>
      payload.author.id === world.bot.id &&
      BigInt(payload.id) > BigInt(after) &&
      ((payload.flags ?? 0) & MessageFlags.Loading) === 0,
  );
  const written: Written[] = messages.flatMap(({ history }) => history);
  if (written.length === 0) return null;
  const texts = messages.map(({ payload }) => payload.content);
  const times = written.map(({ at }) => at);
  return {
    text: texts.join('\n\n'),
    messages: texts,
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
  };
}

/** @throws Error that says what could be seen instead */
export async function awaitReply(world: World, channel: Channel, wanted: AwaitedReply): Promise<Reply> {
  const { after, quietMilliseconds = 1_500, timeoutMilliseconds = 30_000, until = () => true } = wanted;
  return new Promise((resolve, reject) => {
    let quiet: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(quiet);
      clearTimeout(limit);
      world.events.off('changed', look);
      settle();
    };
    const limit = setTimeout(() => {
      const seen = replyAfter(world, channel, after)?.text ?? 'nothing';
      end(() => reject(new Error(`No whole reply within ${timeoutMilliseconds} ms: ${seen.slice(0, 200)}`)));
    }, timeoutMilliseconds);
    const look = (changed: Channel) => {
      if (changed !== channel) return;
      clearTimeout(quiet);
      const reply = replyAfter(world, channel, after);
      if (reply && until(reply.text)) quiet = setTimeout(() => end(() => resolve(reply)), quietMilliseconds);
    };
    world.events.on('changed', look);
    look(channel);
  });
}
