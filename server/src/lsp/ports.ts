/** What the server needs from the world it runs in. Node's is in `node/`; tests use memory. */
import type { Say } from '../text/say.ts';
import { phrases, sayInEnglish } from '../text/say.ts';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** The files of the workspace, by URI. Every promise rejects with an `Error` whose message a person can read. */
export interface FilePort {
  /**
   * What a folder holds. Rejects with `FileMissing` where there is none, and with `FileRefused` where links lead out of
   * `within`.
   */
  list(folder: string, within?: string): Promise<readonly Entry[]>;
  /**
   * The bytes of a regular file of at most `limit` bytes that lies in `folder`, wherever links lead. Rejects with
   * `FileMissing`, `FileTooLarge` or `FileRefused`.
   */
  read(uri: string, limit: number, folder: string): Promise<Uint8Array>;
  /**
   * Writes a file whole: whoever reads it sees the old text or the new one, never a part.
   * @param expected the text the file held when it was read; null for none. Rejects with `FileChanged` when somebody
   * else has written since, and with `FileRefused` when the file is not to be written
   */
  write(uri: string, text: string, expected: string | null): Promise<void>;
  /** Removes a file; one that is not there is removed already. Rejects like `write`. */
  remove(uri: string, expected: string): Promise<void>;
  /** Missing where a file can only be known by reading it. */
  readonly stamped?: StampedFiles;
}

/** Files that can be known without reading them, and be read when somebody needs their contents. */
export interface StampedFiles {
  /**
   * By name: what tells whether the files of a folder have been written since. Undefined for what is no regular file or
   * cannot be reached, and for a file written so recently that writing it again could leave the same stamp. Never rejects.
   */
  stampsIn(folder: string, names: readonly string[]): Promise<readonly (FileStamp | undefined)[]>;
  /** As `FilePort.read`, with the stamp that the file had before it was read. */
  read(uri: string, limit: number, folder: string): Promise<StampedBytes>;
  /** As `FilePort.read`, while everything else waits. Throws what that rejects with. */
  readNow(uri: string, limit: number, folder: string): Uint8Array;
}

export interface StampedBytes {
  readonly bytes: Uint8Array;
  /** Undefined as for `stampsIn`. */
  readonly stamp: FileStamp | undefined;
}

/** As the disk has it. Two stamps of a file are the same when all of it is. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** When its contents, and when anything about it, last changed: milliseconds with fractions, by the disk's own clock. */
  readonly modified: number;
  readonly changed: number;
  /** The file that the name stands for. */
  readonly inode: number;
}

/** `read` of a file, or `list` of a folder, that does not exist. */
export class FileMissing extends Error {}

/** A file that is there, and is left alone for the reason in the message. */
export class FileRefused extends Error {}

/** `write` of a file that is not as it was read. */
export class FileChanged extends Error {}

export class FileTooLarge extends Error {
  constructor(readonly size: number) {
    super(`${size} bytes`);
  }
}

/** Why a file could not be had, for people. Never with text of the file. */
export function reasonOf(error: unknown, say: Say = sayInEnglish): string {
  if (error instanceof FileTooLarge) return say('it is too large ({0} bytes)', error.size);
  if (error instanceof FileRefused || error instanceof FileChanged) return say(error.message);
  if (error instanceof FileMissing) return say(FILE_TROUBLES.ENOENT!);
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  if (typeof code !== 'string') return say('for no known reason');
  const words = FILE_TROUBLES[code];
  return words === undefined ? code : say('{0} ({1})', say(words), code);
}

/** What systems say of files, in words. */
export const FILE_TROUBLES: Readonly<Record<string, string>> = phrases({
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is not a folder',
  EACCES: 'you may not read or write it',
  EPERM: 'you may not read or write it',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk is read-only',
});

export interface Clock {
  /** Milliseconds; only differences mean something. */
  now(): number;
  /** Calls back once, later; the result cancels. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back as soon as pending input has been read. */
  defer(callback: () => void): void;
}

/** Never given article text: drafts are confidential, and logs are sent around. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** Where the indexes of workspaces are kept between sessions. Promises reject with an `Error`. */
export interface IndexStore {
  /** @param place a folder on the disk, undefined for the usual one; `name` has letters and digits only */
  load(place: string | undefined, name: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all; the pieces are taken one after the other, and an error of theirs rejects. */
  save(place: string | undefined, name: string, pieces: Iterable<Uint8Array>): Promise<void>;
}

export interface World {
  readonly files: FilePort;
  readonly clock: Clock;
  /** Missing where nothing can be kept. */
  readonly indexes?: IndexStore;
}
