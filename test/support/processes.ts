/** What a process uses, where Linux tells it. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Seconds of processor time a process has used, and the megabytes of memory it holds. */
export function usage(pid: number): { readonly seconds: number; readonly megabytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return { seconds: (Number(fields[11]) + Number(fields[12])) / 100, megabytes: Number(fields[21]) / 256 };
}

/** Until a process has nothing left to do: half a second without processor time. */
export async function quiet(pid: number): Promise<void> {
  for (let last = -1, now = usage(pid).seconds; now !== last; now = usage(pid).seconds) {
    last = now;
    await wait(500);
  }
}
