/** What the server needs from the world it runs in. Node's is in `node/`; tests use memory. */

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** The files of the workspace, by URI. Every promise rejects with an `Error` whose message a person can read. */
export interface FilePort {
  list(folder: string): Promise<readonly Entry[]>;
  /** The bytes of a regular file of at most `limit` bytes; rejects with `FileTooLarge` beyond it. */
  read(uri: string, limit: number): Promise<Uint8Array>;
  /** Writes a file whole: whoever reads it sees the old text or the new one, never a part. */
  write(uri: string, text: string): Promise<void>;
}

/** `read` of a file that does not exist. */
export class FileMissing extends Error {}

export class FileTooLarge extends Error {
  constructor(readonly size: number) {
    super(`${size} bytes`);
  }
}

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

export interface World {
  readonly files: FilePort;
  readonly clock: Clock;
}
