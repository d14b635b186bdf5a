/** The workspace's files on Node's disk. */
import { open, readdir } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Entry, EntryKind, FilePort } from '../ports.ts';
import { FileTooLarge } from '../ports.ts';

export const nodeFiles: FilePort = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries.map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }));
  },

  async read(uri, limit) {
    const file = await open(fileURLToPath(uri), 'r');
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw new Error('not a regular file');
      if (stat.size > limit) throw new FileTooLarge(stat.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
};

function kindOf(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
