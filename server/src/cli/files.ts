/** The disk, as the command line reads and writes it. Errors are sentences for people, without the file's name. */
import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { constants } from 'node:fs';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FILE_TROUBLES } from '../lsp/ports.ts';
import { decodeText, isSourceFile, isSearchedFolder } from '../lsp/sourceFiles.ts';

/** What went wrong with one file. */
export class FileProblem extends Error {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/** Without waiting for somebody to write into a named pipe; Windows has no such flag. */
const OPEN_FLAGS = constants.O_RDONLY | ((constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

export interface FileText {
  readonly text: string;
  /** Whether some bytes were no UTF-8 and were replaced. */
  readonly damaged: boolean;
}

/**
 * The text of a file.
 * @param limit bytes; larger files are refused
 * @throws FileProblem with the reason
 */
export async function readText(path: string, limit: number): Promise<FileText> {
  let bytes: Uint8Array;
  try {
    const file = await open(path, OPEN_FLAGS);
    try {
      const status = await file.stat();
      if (status.isDirectory()) throw new FileProblem(path, 'this is a folder, not a file.');
      if (!status.isFile()) throw new FileProblem(path, 'this is no regular file.');
      if (status.size > limit) throw new FileProblem(path, tooLarge(status.size, limit));
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asProblem(path, error);
  }
  const decoded = decodeText(bytes);
  if (decoded.text === null) throw new FileProblem(path, `this is not text: ${decoded.reason}.`);
  return decoded;
}

function tooLarge(size: number, limit: number): string {
  return `it is too large (${kilobytes(size)} kB; the limit “maxFileSize” is ${kilobytes(limit)} kB).`;
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / 1024).toLocaleString('en');
}

/** The error as one about this file, in words. */
export function asProblem(path: string, error: unknown): FileProblem {
  if (error instanceof FileProblem) return error;
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  const words = FILE_TROUBLES[code ?? ''];
  return new FileProblem(path, words ? `${words}.` : `it cannot be read (${code ?? String(error)}).`);
}

/** Whether the path is a folder. @throws FileProblem when there is nothing */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw asProblem(path, error);
  }
}

/**
 * The files below a folder that are read, as articles or as sources, sorted by path. Hidden folders and those of tools are not searched, symbolic links
 * not followed. A folder that cannot be read is given to `onProblem` and left out.
 */
export async function listSources(
  folder: string,
  onProblem: (problem: FileProblem) => void,
): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    onProblem(asProblem(folder, error));
    return [];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && isSearchedFolder(entry.name))
      // One by one: a call takes only so many arguments, and a folder may hold more files.
      for (const article of await listSources(path, onProblem)) found.push(article);
    else if (entry.isFile() && isSourceFile(entry.name)) found.push(path);
  }
  return found;
}

/**
 * Writes a file whole or not at all: into a new file beside it, flushed to the disk, then renamed over the old one. A
 * symbolic link stays one and its target is replaced; the old file's permissions are kept.
 * @throws FileProblem; the old file is then as it was
 */
export async function atomicWrite(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const mode = await stat(target).then(
      ({ mode: bits }) => bits & 0o777,
      () => 0o666,
    );
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    await syncFolder(dirname(target));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asProblem(path, error);
  }
}

/** Makes the renaming itself last through a power cut, where the system lets folders be flushed. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows has no such thing; the file itself is safe.
  }
}
