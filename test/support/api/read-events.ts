/** A server-sent event as a client reads it. */
export interface ReadEvent {
  readonly id: string;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON as it comes; matchers say what it has to be.
  readonly data: any;
}

/** The events of an open response, as they arrive. */
export async function* readEvents(response: Response): AsyncGenerator<ReadEvent> {
  if (!response.body) return;
  const decoder = new TextDecoder();
  let rest = '';
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    rest += decoder.decode(read.value, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) {
        yield { id: field('id') ?? '', name: field('event') ?? 'message', data: JSON.parse(data) };
      }
    }
  }
}

/** Everything until the stream ends. */
export async function allEvents(response: Response): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  for await (const event of readEvents(response)) events.push(event);
  return events;
}

/** The text that token events add up to. */
export function tokenText(events: readonly ReadEvent[]): string {
  return events
    .filter((event) => event.name === 'token')
    .map((event) => event.data.text)
    .join('');
}
