import { runFaults } from '../support/conversation/fault-harness.js';

/** SIGKILLs and failing writes together; `FAULTS=1000` runs the whole of it (about half an hour). */
const wanted = Number(process.env.FAULTS ?? 60);

/** Kills a real process again and again, fails its platform's writes, and counts lost and doubled answers. */
export async function run(): Promise<void> {
  const databases = [undefined, ...(process.env.TEST_DATABASE_URL ? [process.env.TEST_DATABASE_URL] : [])];
  for (const databaseUrl of databases) {
    // One in five is a kill; the writes that fail beside them are many more than the other four.
    const kills = Math.max(1, Math.round(wanted / 5));
    const report = await runFaults({
      messages: wanted * 3,
      conversations: 12,
      kills,
      failingShare: 0.25,
      ...(databaseUrl && { databaseUrl }),
    });
    console.log(
      `${databaseUrl ? 'PostgreSQL' : 'embedded'}: ${report.kills} SIGKILLs, ${report.writeFailures} failed writes (${report.kills + report.writeFailures} failures), ${report.acknowledged} messages acknowledged; lost ${report.lost.length}, answered twice ${report.answeredTwice.length}`,
    );
    for (const [place, times] of Object.entries(report.killsAt)) console.log(`  killed ${times}: ${place}`);
    if (report.lost.length + report.answeredTwice.length > 0) process.exitCode = 1;
  }
}
