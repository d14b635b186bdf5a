/** The workspace's files on Node's disk. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { open, readFile, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry, EntryKind, FilePort } from '../ports.ts';
import { FileChanged, FileMissing, FileRefused, FileTooLarge } from '../ports.ts';

/** Without waiting for somebody to write into a named pipe; Windows has no such flag. */
const READING = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

export const nodeFiles: FilePort = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries.map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }));
  },

  async read(uri, limit, folder) {
    const path = await realpath(fileURLToPath(uri)).catch(missing);
    if (!(await isInside(path, folder))) {
      throw new FileRefused('it is a link that leads out of its folder');
    }
    const file = await open(path, READING).catch(missing);
    try {
      const status = await file.stat();
      if (!status.isFile()) throw new FileRefused('it is no regular file');
      if (status.size > limit) throw new FileTooLarge(status.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  },

  async write(uri, text, expected) {
    const path = fileURLToPath(uri);
    const mode = await stat(path).then(
      (status) => status.mode & 0o777,
      () => 0o666,
    );
    // Renaming would replace it all the same, and whoever made it read-only did so on purpose.
    if ((mode & 0o222) === 0) throw new FileRefused('it is read-only');
    // A name nobody can foresee: no link can be waiting there.
    const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      const file = await open(unfinished, 'wx', mode);
      try {
        await file.writeFile(text);
        // The new text must be on the disk before the name points to it.
        await file.sync();
      } finally {
        await file.close();
      }
      if ((await textNow(path)) !== expected) throw new FileChanged('it was changed meanwhile');
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  },
};

async function textNow(path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function missing(error: unknown): never {
  throw isMissing(error) ? new FileMissing('there is no such file') : error;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Where folders really are, as far as it was asked: thousands of files may be read from one. */
const realFolders = new Map<string, string>();

/** Whether a real path lies below the folder, wherever that really is; looked up anew before it is said not to. */
async function isInside(path: string, folder: string): Promise<boolean> {
  const known = realFolders.get(folder);
  if (known !== undefined && isBelow(known, path)) return true;
  const found = await realpath(fileURLToPath(folder));
  realFolders.set(folder, found);
  return isBelow(found, path);
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
