import { refuseNetwork, watchParent } from './confinement.js';
import { jobMessage } from './protocol.js';
import { readRequest } from './read-request.js';

/** The reading process: takes one document at a time from its parent and answers with what it read. */
refuseNetwork();
watchParent();

function send(message: unknown): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (raw) => {
  const { request } = jobMessage.parse(raw);
  readRequest(request, (progress) => send({ type: 'progress', progress })).then(
    (result) => send({ type: 'done', result }),
    (error: unknown) => {
      // The parent sees a crash and starts another process: this one's state is unknown.
      process.stderr.write(error instanceof Error ? `${error.stack}\n` : 'unknown failure\n');
      process.exit(70);
    },
  );
});
send({ type: 'ready' });
