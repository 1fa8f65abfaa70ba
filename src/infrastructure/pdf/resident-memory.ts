import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

const megabyte = 1024 * 1024;

/** Linux says it in /proc without starting anything; null when there is no such file. */
function fromProc(pid: number): number | null {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match ? (Number(match[1]) * 1024) / megabyte : null;
  } catch {
    return null;
  }
}

function fromPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], { timeout: 2000 }, (error, stdout) => {
      const kilobytes = Number.parseInt(stdout, 10);
      resolve(error || Number.isNaN(kilobytes) ? null : (kilobytes * 1024) / megabyte);
    });
  });
}

/**
 * The memory a process really holds, in megabytes, read from outside it: a process that is busy or hostile need not
 * answer. From /proc where there is one, else from `ps`; null when neither knows the process.
 */
export async function residentMemoryMb(pid: number): Promise<number | null> {
  return fromProc(pid) ?? (process.platform === 'win32' ? null : await fromPs(pid));
}
