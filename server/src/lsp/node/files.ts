/** The workspace's files on Node's disk. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import type { Dirent } from 'node:fs';
import { lstat, open, readdir, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { saidLater } from '../../text/say.ts';
import type { Entry, EntryKind, FilePort, FileStamp, StampedBytes } from '../ports.ts';
import { FileChanged, FileMissing, FileRefused, FileTooLarge } from '../ports.ts';
import { locked } from './locked.ts';

/** Without waiting for somebody to write into a named pipe; Windows has no such flag. */
const READING = fs.constants.O_RDONLY | ((fs.constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0);

/** The steps of reading a file: in the background, and while everything else waits. */
const IN_THE_BACKGROUND = {
  realpath: promisify(fs.realpath.native),
  open: promisify(fs.open),
  status: promisify(fs.fstat),
  read: promisify(fs.readFile),
  close: promisify(fs.close),
};
const AT_ONCE = {
  realpath: fs.realpathSync.native,
  open: fs.openSync,
  status: fs.fstatSync,
  read: fs.readFileSync,
  close: fs.closeSync,
};

/** A disk that gives a file sooner is waited for. */
const QUICK_MS = 20;

/** Files that are looked at in one go. */
const SOME_FILES = 128;

/**
 * How much later than its last change a file must be looked at, so that writing it again would show: disks tell the time
 * in steps of some milliseconds, and some, whose times have no fractions, in steps of two seconds.
 */
const STEP_MS = 50;
const COARSE_STEP_MS = 2_100;

export const nodeFiles: FilePort = {
  async list(folder, within = folder) {
    try {
      const path = fileURLToPath(folder);
      if (within !== folder) await mustLieIn(fileURLToPath(within), path);
      const entries = await readdir(path, { withFileTypes: true });
      return entries.map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }));
    } catch (error) {
      throw isMissing(error) ? new FileMissing('there is no such folder') : error;
    }
  },

  read: async (uri, limit, folder) => (await readStamped(uri, limit, folder)).bytes,

  async write(uri, text, expected) {
    const path = fileURLToPath(uri);
    const mode = await writableMode(path);
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
      // Nothing comes between looking and renaming but what another program does in some microseconds.
      await locked(path, () => {
        if (textNow(path) !== expected) throw changedMeanwhile();
        fs.renameSync(unfinished, path);
      });
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      throw error;
    }
  },

  async remove(uri, expected) {
    const path = fileURLToPath(uri);
    await writableMode(path);
    await locked(path, () => {
      const now = textNow(path);
      if (now !== null && now !== expected) throw changedMeanwhile();
      fs.rmSync(path, { force: true });
    });
  },

  stamped: {
    async stampsIn(folder, names) {
      const path = fileURLToPath(folder);
      const stamps: (FileStamp | undefined)[] = [];
      let isQuick = true;
      for (let from = 0; from < names.length; from += SOME_FILES) {
        const paths = names.slice(from, from + SOME_FILES).map((name) => join(path, name));
        const started = performance.now();
        stamps.push(...(isQuick ? paths.map(stampNow) : await Promise.all(paths.map(stampSoon))));
        isQuick &&= performance.now() - started < QUICK_MS;
        await setImmediate();
      }
      return stamps;
    },

    read: readStamped,

    readNow(uri, limit, folder) {
      try {
        const path = fs.realpathSync.native(fileURLToPath(uri));
        if (!isBelow(fs.realpathSync.native(fileURLToPath(folder)), path)) throw outside();
        const file = fs.openSync(path, READING);
        try {
          mustFit(fs.fstatSync(file), limit);
          return fs.readFileSync(file);
        } finally {
          fs.closeSync(file);
        }
      } catch (error) {
        throw asMissing(error);
      }
    },
  },
};

/**
 * To hand each step to the background and back takes five times what reading a small file from a disk of one's own
 * takes, so such a disk is waited for, and a folder of thousands of files is read that much sooner. A folder that
 * proves slow, as over a network, is read in the background.
 */
async function readStamped(uri: string, limit: number, folder: string): Promise<StampedBytes> {
  const place = placeOf(folder);
  const { realpath, open, status, read, close } = place.isQuick ? AT_ONCE : IN_THE_BACKGROUND;
  const started = performance.now();
  try {
    const path = await realpath(fileURLToPath(uri));
    if (place.real === undefined || !isBelow(place.real, path)) {
      place.real = await realpath(fileURLToPath(folder));
      if (!isBelow(place.real, path)) throw outside();
    }
    const file = await open(path, READING);
    try {
      const found = await status(file);
      mustFit(found, limit);
      return { stamp: stampIn(found), bytes: await read(file) };
    } finally {
      await close(file);
    }
  } catch (error) {
    throw asMissing(error);
  } finally {
    place.isQuick = performance.now() - started < QUICK_MS;
  }
}

function stampNow(path: string): FileStamp | undefined {
  const status = fs.lstatSync(path, { throwIfNoEntry: false });
  return status && stampIn(status);
}

async function stampSoon(path: string): Promise<FileStamp | undefined> {
  return lstat(path).then(stampIn, () => undefined);
}

/** Of a file that was looked at just now. */
function stampIn(status: fs.Stats): FileStamp | undefined {
  const { size, mtimeMs: modified, ctimeMs: changed, ino: inode } = status;
  if (!status.isFile()) return undefined;
  const step = Number.isInteger(modified / 1_000) ? COARSE_STEP_MS : STEP_MS;
  return Date.now() - Math.max(modified, changed) > step ? { size, modified, changed, inode } : undefined;
}

function mustFit(status: fs.Stats, limit: number): void {
  if (!status.isFile()) throw new FileRefused(saidLater('it is no regular file'));
  if (status.size > limit) throw new FileTooLarge(status.size);
}

async function mustLieIn(folder: string, path: string): Promise<void> {
  const { realpath } = IN_THE_BACKGROUND;
  const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
  if (real !== root && !isBelow(root, real)) throw outside();
}

function outside(): FileRefused {
  return new FileRefused(saidLater('it is a link that leads out of its folder'));
}

function asMissing(error: unknown): unknown {
  return isMissing(error) ? new FileMissing('there is no such file') : error;
}

/** The rights of a file, or of one that is to be made. Rejects where it is read-only. */
async function writableMode(path: string): Promise<number> {
  const mode = await stat(path).then(
    (status) => status.mode & 0o777,
    () => 0o666,
  );
  // It would be replaced or removed all the same, and whoever made it read-only did so on purpose.
  if ((mode & 0o222) === 0) throw new FileRefused(saidLater('it is read-only'));
  return mode;
}

function changedMeanwhile(): FileChanged {
  return new FileChanged(saidLater('it was changed meanwhile'));
}

function textNow(path: string): string | null {
  try {
    return new TextDecoder().decode(fs.readFileSync(path));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** What is known of a workspace folder. */
interface Place {
  /** Where it really is; looked up anew before a file is said to lie elsewhere. */
  real?: string;
  /** Whether the last file that was read from it came soon. */
  isQuick: boolean;
}

const places = new Map<string, Place>();

function placeOf(folder: string): Place {
  const known = places.get(folder) ?? { isQuick: false };
  places.set(folder, known);
  return known;
}

/** Both as `realpath` gives them. */
function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function kindOf(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
