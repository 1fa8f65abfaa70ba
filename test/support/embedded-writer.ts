import { connectDatabase } from '../../src/infrastructure/postgres/connect.js';
import { silentLog } from './database.js';

/** Opens the embedded database of a folder and counts in it until it is killed, telling each number after its commit. */
const connected = await connectDatabase({ dataDir: process.argv[2] ?? '', log: silentLog });
await connected.pool.query('CREATE TABLE IF NOT EXISTS numbers (n int PRIMARY KEY)');
for (let number = 1; ; number += 1) {
  await connected.pool.query('INSERT INTO numbers VALUES ($1)', [number]);
  process.send?.(number);
}
