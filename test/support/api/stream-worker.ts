import { Agent, request } from 'node:http';

/**
 * Opens many event streams in a process of its own, so that what they cost the server can be told from what they cost
 * their readers: `stream-worker.js URL TOKEN COUNT`. Says 'open', then on any message the lateness of each event.
 */
const [, , url = '', token = '', count = '0'] = process.argv;
const late: number[] = [];
const now = () => performance.timeOrigin + performance.now();

function open(agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}.`));
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        for (const [, at] of chunk.matchAll(/@([\d.]+)@/g)) late.push(now() - Number(at));
      });
      response.on('error', () => undefined);
      resolve();
    });
    sent.on('error', reject);
    sent.end();
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: Number(count) });
await Promise.all(Array.from({ length: Number(count) }, () => open(agent)));
process.send?.('open');
process.on('message', () => {
  process.send?.(late, () => {
    agent.destroy();
    process.exit(0);
  });
});
