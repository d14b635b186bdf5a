/** One program at a time: two windows on one folder may want to write the same file at the same moment. */
import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** Nobody needs so long between looking at a file and renaming another to it. */
const STALE_MS = 10_000;
const MOST_WAIT_MS = 20;

/**
 * Does something with a file while no other Attest does, on this machine or another that shares the folder. A lock left
 * behind by a program that has died is taken away.
 * @param path of the file; the lock stands beside it while `act` runs
 * @param act synchronous, so that it takes no longer than it must
 * @returns what `act` returns; rejects with what it throws, and where the folder cannot be written to
 */
export async function locked<T>(path: string, act: () => T): Promise<T> {
  const lock = `${path}.lock`;
  while (!takeLock(lock)) {
    if (isStale(lock)) takeAway(lock);
    else await wait(1 + Math.random() * MOST_WAIT_MS);
  }
  try {
    return act();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    // Fails where the name exists, also as a link.
    writeFileSync(lock, owner(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function owner(): string {
  return `${process.pid} ${hostname()}`;
}

/** Whether its program is dead, or has had it for longer than anybody needs it. Throws for what is no lock. */
function isStale(lock: string): boolean {
  const status = lstatSync(lock, { throwIfNoEntry: false });
  if (status === undefined) return false;
  if (status.isDirectory()) throw new Error('a folder stands in the place of its lock');
  if (Math.abs(Date.now() - status.mtimeMs) > STALE_MS) return true;
  const [, pid, host] = /^(\d+) (.*)$/.exec(textOf(lock)) ?? [];
  return pid !== undefined && host === hostname() && !isAlive(Number(pid));
}

/** Empty for one that is gone meanwhile, or still being written. */
function textOf(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** Of several that see the same stale lock, one alone can rename it. */
function takeAway(lock: string): void {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  rmSync(aside, { force: true });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
