/** The workspace's files on Node's disk. */
import { open, readdir, rename, rm } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry, EntryKind, FilePort } from '../ports.ts';
import { FileMissing, FileTooLarge } from '../ports.ts';

export const nodeFiles: FilePort = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries.map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }));
  },

  async read(uri, limit) {
    const file = await open(fileURLToPath(uri), 'r').catch((error: unknown) => {
      throw isMissing(error) ? new FileMissing('there is no such file') : error;
    });
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw new Error('not a regular file');
      if (stat.size > limit) throw new FileTooLarge(stat.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  },

  async write(uri, text) {
    const path = fileURLToPath(uri);
    const unfinished = `${path}.${process.pid}.tmp`;
    try {
      const file = await open(unfinished, 'w');
      try {
        await file.writeFile(text);
        // The new text must be on the disk before the name points to it.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  },
};

function isMissing(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
