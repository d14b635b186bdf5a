/**
 * Files by their stamps: what a file held when it was last read is what it holds now, as far as the disk can tell. Kept
 * between sessions, so that the next one need not read every file before it is ready. A stamp is a promise and no more:
 * whoever takes a file for what it was reads it later all the same.
 *
 * Layout of what is kept, little-endian: 16 characters of a hash of everything behind it; four 32-bit numbers, a magic
 * one, the length of it all in bytes, the number of files and the length of their names in bytes; for each file the four
 * numbers of its stamp in 64 bits each; for each file the 16 characters of its content hash; the names, each ended by a
 * line feed; blanks up to a multiple of eight bytes.
 */
import { hashOfBytes } from '../text/contentHash.ts';
import type { FileStamp } from './ports.ts';

const MAGIC = 0x31465341;
const HASH = 16;
const STAMP = 4 * 8;
const NUMBERS = 16;
/** What stands before the stamps. */
const HEADER = HASH + NUMBERS;

interface Known {
  readonly stamp: FileStamp;
  readonly contentHash: string;
}

export class Stamps {
  /** From the session before, until the file is asked for. */
  readonly #kept = new Map<string, Known>();
  readonly #known = new Map<string, Known>();
  #isNew = false;

  /** Whether there is anything that the session before has kept and nobody has asked for. */
  get hasKept(): boolean {
    return this.#kept.size > 0;
  }

  /** Whether there is a stamp that was not kept. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /**
   * The content hash of a file that has not been written since the session before, as its stamp says. Told once: whoever
   * asks again has been told of a change, and is to read the file.
   */
  takeKept(id: string, stamp: FileStamp): string | undefined {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    if (!kept || !isSame(kept.stamp, stamp)) return undefined;
    this.#known.set(id, kept);
    return kept.contentHash;
  }

  /** A file was read. @param stamp from before that; undefined where it has none that tells anything */
  note(id: string, stamp: FileStamp | undefined, contentHash: string): void {
    const known = this.#known.get(id);
    if (!stamp) this.#known.delete(id);
    else if (known?.contentHash !== contentHash || !isSame(known.stamp, stamp)) {
      this.#known.set(id, { stamp, contentHash });
      this.#isNew = true;
    }
  }

  forget(id: string): void {
    this.#known.delete(id);
  }

  /** What was kept counts for nothing. */
  forgetKept(): void {
    this.#kept.clear();
  }

  /** All stamps of this session as bytes, a multiple of eight of them; nothing is new after that. */
  keep(): Uint8Array {
    const names = new TextEncoder().encode([...this.#known.keys()].map((id) => `${id}\n`).join(''));
    const count = this.#known.size;
    const length = Math.ceil((HEADER + count * (STAMP + HASH) + names.length) / 8) * 8;
    const bytes = new Uint8Array(length).fill(BLANK);
    const stamps = new Float64Array(bytes.buffer, HEADER, count * 4);
    let at = 0;
    for (const { stamp, contentHash } of this.#known.values()) {
      stamps.set([stamp.size, stamp.modified, stamp.changed, stamp.inode], at * 4);
      write(contentHash, bytes, HEADER + count * STAMP + at * HASH);
      at++;
    }
    bytes.set(names, HEADER + count * (STAMP + HASH));
    new Uint32Array(bytes.buffer, HASH, 4).set([MAGIC, length, count, names.length]);
    write(hashOfBytes(bytes.subarray(HASH)), bytes, 0);
    this.#isNew = false;
    return bytes;
  }

  /**
   * Takes up what was kept at the beginning of the bytes. Returns the bytes behind it; undefined where there is nothing
   * that `keep` made. Never throws.
   */
  restore(bytes: Uint8Array): Uint8Array | undefined {
    if (bytes.byteOffset % 8 !== 0) return this.restore(new Uint8Array(bytes));
    if (bytes.length < HEADER) return undefined;
    const [magic, length, count, namesLength] = new Uint32Array(bytes.buffer, bytes.byteOffset + HASH, 4);
    const namesFrom = HEADER + count! * (STAMP + HASH);
    if (magic !== MAGIC || length! > bytes.length || namesFrom + namesLength! > length!) return undefined;
    if (read(bytes, 0) !== hashOfBytes(bytes.subarray(HASH, length))) return undefined;
    const names = new TextDecoder().decode(bytes.subarray(namesFrom, namesFrom + namesLength!)).split('\n');
    const stamps = new Float64Array(bytes.buffer, bytes.byteOffset + HEADER, count! * 4);
    for (let i = 0; i < count!; i++) {
      const [size, modified, changed, inode] = stamps.subarray(i * 4, i * 4 + 4);
      const stamp = { size: size!, modified: modified!, changed: changed!, inode: inode! };
      this.#kept.set(names[i]!, { stamp, contentHash: read(bytes, HEADER + count! * STAMP + i * HASH) });
    }
    return bytes.subarray(length);
  }
}

const BLANK = 0x20;

function isSame(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
}

function write(hash: string, bytes: Uint8Array, at: number): void {
  for (let i = 0; i < HASH; i++) bytes[at + i] = hash.charCodeAt(i);
}

function read(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + HASH));
}
