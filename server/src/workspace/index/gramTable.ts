/**
 * Which articles have a gram: a hash table of linked lists in typed arrays, twelve bytes for every gram of every article.
 *
 * Articles are small numbers (slots). The list of a bucket holds, newest first, one entry for each pair of article and
 * gram that falls into it. Removing an article walks the lists of its own grams and nothing else, and its entries are
 * used again, so a table after any edits holds exactly what a table built from scratch holds. The number of buckets
 * doubles with the number of entries, so a list stays as short as its grams are rare.
 */
import type { Steps } from '../../text/steps.ts';

export class GramTable {
  /** A table as it was packed; its arrays are taken over, not copied. */
  static unpack({ buckets, grams, slots, next }: PackedTable): GramTable {
    const table = new GramTable();
    table.#buckets = buckets;
    table.#grams = grams;
    table.#slots = slots;
    table.#next = next;
    table.#used = grams.length;
    table.#size = grams.length;
    return table;
  }

  #buckets: Int32Array<ArrayBuffer> = new Int32Array(FIRST_SIZE).fill(NONE);
  #grams: Uint32Array<ArrayBuffer> = new Uint32Array(FIRST_SIZE);
  #slots: Uint32Array<ArrayBuffer> = new Uint32Array(FIRST_SIZE);
  /** The next entry of the same bucket; for unused entries, the next unused one. */
  #next: Int32Array<ArrayBuffer> = new Int32Array(FIRST_SIZE);
  #used = 0;
  #firstFree = NONE;
  #size = 0;

  /** How many pairs of gram and article the table holds. */
  get size(): number {
    return this.#size;
  }

  get bucketCount(): number {
    return this.#buckets.length;
  }

  /**
   * What the table holds, without gaps, with the slot `slotOf[slot]` for every slot, in pieces of few numbers: all grams,
   * all slots, all links to earlier entries, all buckets. Valid as long as the table does not change.
   */
  *packed(slotOf: Int32Array): Generator<Uint32Array | Int32Array> {
    yield* this.#column((entry) => this.#grams[entry]!);
    yield* this.#column((entry) => slotOf[this.#slots[entry]!]!);
    // Entries are numbered anew, and each bucket's chain begins with its last.
    const buckets = new Int32Array(this.#buckets.length).fill(NONE);
    let packed = 0;
    yield* this.#column((entry) => {
      const bucket = this.#bucketOf(this.#grams[entry]!);
      const before = buckets[bucket]!;
      buckets[bucket] = packed++;
      return before;
    });
    yield buckets;
  }

  *#column(valueOf: (entry: number) => number): Generator<Uint32Array> {
    let piece = new Uint32Array(PIECE);
    let filled = 0;
    for (let entry = 0; entry < this.#used; entry++) {
      if (this.#slots[entry] === UNUSED) continue;
      piece[filled++] = valueOf(entry);
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint32Array(PIECE);
      filled = 0;
    }
    yield piece.subarray(0, filled);
  }

  /** Enters an article under its grams, which must be distinct. */
  add(slot: number, grams: Uint32Array): void {
    this.#reserve(grams.length);
    for (const gram of grams) {
      const entry = this.#takeEntry();
      this.#grams[entry] = gram;
      this.#slots[entry] = slot;
      this.#link(entry);
    }
    this.#size += grams.length;
  }

  /** Takes out what `add` put in for the same slot and grams. */
  remove(slot: number, grams: Uint32Array): void {
    for (const gram of grams) this.#unlink(slot, gram);
  }

  /** Writes the articles that have the gram into `holders`, newest first, and returns how many there are. */
  holdersOf(gram: number, holders: number[]): number {
    let count = 0;
    for (let entry = this.#buckets[this.#bucketOf(gram)]!; entry !== NONE; entry = this.#next[entry]!) {
      if (this.#grams[entry] === gram) holders[count++] = this.#slots[entry]!;
    }
    return count;
  }

  /** How many articles have the gram. */
  count(gram: number): number {
    let count = 0;
    for (let entry = this.#buckets[this.#bucketOf(gram)]!; entry !== NONE; entry = this.#next[entry]!) {
      if (this.#grams[entry] === gram) count++;
    }
    return count;
  }

  #bucketOf(gram: number): number {
    return (Math.imul(gram, 0x9e3779b1) >>> 8) & (this.#buckets.length - 1);
  }

  #link(entry: number): void {
    const bucket = this.#bucketOf(this.#grams[entry]!);
    this.#next[entry] = this.#buckets[bucket]!;
    this.#buckets[bucket] = entry;
  }

  #unlink(slot: number, gram: number): void {
    const bucket = this.#bucketOf(gram);
    let before = NONE;
    for (let entry = this.#buckets[bucket]!; entry !== NONE; entry = this.#next[entry]!) {
      if (this.#grams[entry] === gram && this.#slots[entry] === slot) {
        if (before === NONE) this.#buckets[bucket] = this.#next[entry]!;
        else this.#next[before] = this.#next[entry]!;
        this.#grams[entry] = 0;
        this.#next[entry] = this.#firstFree;
        this.#slots[entry] = UNUSED;
        this.#firstFree = entry;
        this.#size--;
        return;
      }
      before = entry;
    }
  }

  #takeEntry(): number {
    if (this.#firstFree === NONE) return this.#used++;
    const entry = this.#firstFree;
    this.#firstFree = this.#next[entry]!;
    return entry;
  }

  /** Makes room for more entries; links all entries anew when the buckets become twice as many. */
  #reserve(more: number): void {
    const needed = this.#size + more;
    if (needed > this.#grams.length) {
      const capacity = Math.max(needed, Math.ceil(this.#grams.length * 1.6));
      this.#grams = enlarged(this.#grams, new Uint32Array(capacity));
      this.#slots = enlarged(this.#slots, new Uint32Array(capacity));
      this.#next = enlarged(this.#next, new Int32Array(capacity));
    }
    if (needed <= this.#buckets.length * 2) return;
    let buckets = this.#buckets.length;
    while (needed > buckets) buckets *= 2;
    this.#buckets = new Int32Array(buckets).fill(NONE);
    for (let entry = 0; entry < this.#used; entry++) {
      if (this.#slots[entry] !== UNUSED) this.#link(entry);
    }
  }
}

/** A table without unused entries, for keeping. */
export interface PackedTable {
  /** The newest entry of each bucket; as many buckets as a power of two. */
  readonly buckets: Int32Array<ArrayBuffer>;
  /** By entry: the gram, the article, and an earlier entry of the same bucket; -1 for none. */
  readonly grams: Uint32Array<ArrayBuffer>;
  readonly slots: Uint32Array<ArrayBuffer>;
  readonly next: Int32Array<ArrayBuffer>;
}

/** Whether the arrays can be a table at all; all else that makes one sound is left to `isSound`. */
export function hasBuckets({ buckets }: PackedTable): boolean {
  return buckets.length >= FIRST_SIZE && (buckets.length & (buckets.length - 1)) === 0;
}

/** Whether the arrays make a table of so many articles: every chain ends, and every entry has an article. */
export function* isSound({ buckets, grams, slots, next }: PackedTable, articles: number): Steps<boolean> {
  const entries = grams.length;
  for (const { from, to } of pieces(buckets.length)) {
    for (let i = from; i < to; i++) if (buckets[i]! < NONE || buckets[i]! >= entries) return false;
    yield;
  }
  for (const { from, to } of pieces(entries)) {
    for (let i = from; i < to; i++) {
      if (slots[i]! >= articles || next[i]! < NONE || next[i]! >= i) return false;
    }
    yield;
  }
  return true;
}

function* pieces(length: number): Generator<{ from: number; to: number }> {
  for (let from = 0; from < length; from += PIECE) yield { from, to: Math.min(length, from + PIECE) };
}

/** Numbers in one piece of a packed table. */
const PIECE = 1 << 14;
const FIRST_SIZE = 1 << 12;
const NONE = -1;
const UNUSED = 0xffffffff;

function enlarged<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
