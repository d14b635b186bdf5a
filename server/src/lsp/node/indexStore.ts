/** Kept indexes as files: in the folder the client gives, else in the user's cache. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { IndexStore } from '../ports.ts';

const ENDING = '.attest-index';
/** Of more workspaces the oldest indexes go. */
const MOST_KEPT = 20;

export const nodeIndexStore: IndexStore = {
  async load(place, name) {
    let file;
    try {
      file = await open(join(folderFor(place), name + ENDING));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      // In one go: piece by piece, as `readFile` does it, takes several times as long.
      const bytes = Buffer.allocUnsafeSlow((await file.stat()).size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },

  async save(place, name, pieces) {
    const folder = folderFor(place);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const unfinished = join(folder, `${name}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      // Nobody else's business: it tells which words the articles have.
      const file = await open(unfinished, 'wx', 0o600);
      try {
        for (const piece of pieces) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      await rename(unfinished, join(folder, name + ENDING));
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
    await removeOldest(folder);
  },
};

function folderFor(place: string | undefined): string {
  if (place !== undefined && isAbsolute(place)) return place;
  const { XDG_CACHE_HOME: cache, LOCALAPPDATA: windows } = process.env;
  if (cache && isAbsolute(cache)) return join(cache, 'attest');
  if (process.platform === 'win32' && windows) return join(windows, 'attest');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'attest');
  return join(homedir(), '.cache', 'attest');
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  if (names.length <= MOST_KEPT) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.time - a.time);
  for (const { name } of dated.slice(MOST_KEPT)) await rm(join(folder, name), { force: true });
}
