/**
 * The passage index as bytes, so that the next session need neither read nor enter its articles again.
 *
 * Layout, little-endian 32-bit numbers: magic, fingerprint, the numbers of articles, entries and buckets; for each article
 * two words of its content hash and the number of its words; a checksum of everything so far; then the hashes and the
 * starts of all words; then the grams, slots, links and buckets of the gram table; at the end a checksum of everything
 * before. An article is known by its contents, not by its name: renamed and copied files are found too, and a text that
 * has changed is not.
 *
 * Nothing in a snapshot is trusted: one that is damaged, cut short, or written by a program that reads words or makes
 * grams differently is no snapshot. What says which articles it has is checked when it is opened; to look through the rest
 * of it takes longer, is done in steps, and has to be done before the index is searched. It is written piece by piece, so
 * that keeping an index does not take its memory again; read, the arrays of the index are views of the bytes, and nothing
 * is copied.
 */
import { FUNCTION_WORDS } from '../../language/en/functionWords.ts';
import { scanWords } from '../../text/comparison.ts';
import { maskMarks } from '../../text/marks.ts';
import type { Steps } from '../../text/steps.ts';
import { gramsOf } from './grams.ts';
import type { PackedTable } from './gramTable.ts';
import { hasBuckets, isSound } from './gramTable.ts';
import type { IndexToKeep, PackedArticle, PackedIndex } from './passageIndex.ts';

/** Numbers in one piece. */
const PIECE = 1 << 16;
const MAGIC = 0x34545341;
const HEADER = 5;
const PER_ARTICLE = 3;

/** The index as bytes, in pieces; to be read before the index changes. */
export function* encodeSnapshot({ articles, entries, buckets, table }: IndexToKeep): Generator<Uint8Array> {
  const sum = new Checksum();
  let piece = new Uint32Array(PIECE);
  let filled = 0;
  const flush = (): Uint8Array => {
    const full = piece.subarray(0, filled);
    sum.add(full);
    piece = new Uint32Array(PIECE);
    filled = 0;
    return new Uint8Array(full.buffer, 0, full.byteLength);
  };
  for (const numbers of parts()) {
    for (let from = 0; from < numbers.length;) {
      const some = numbers.subarray(from, from + PIECE - filled);
      piece.set(some, filled);
      filled += some.length;
      from += some.length;
      if (filled === PIECE) yield flush();
    }
  }
  yield flush();
  yield new Uint8Array(Uint32Array.of(sum.value).buffer);

  function* parts(): Generator<Uint32Array | Int32Array> {
    const head = headOf({ articles, entries, buckets });
    yield head;
    yield Uint32Array.of(checksum(head));
    for (const { hashes } of articles) yield hashes;
    for (const { starts } of articles) yield starts;
    yield* table;
  }
}

/** What says which articles a snapshot has. */
function headOf({ articles, entries, buckets }: Omit<IndexToKeep, 'table'>): Uint32Array {
  const head = new Uint32Array(HEADER + articles.length * PER_ARTICLE);
  head.set([MAGIC, fingerprint(), articles.length, entries, buckets]);
  articles.forEach(({ contentHash, hashes }, i) => {
    const hash = [contentHash.slice(0, 8), contentHash.slice(8)].map((half) => parseInt(half, 16));
    head.set([...hash, hashes.length], HEADER + i * PER_ARTICLE);
  });
  return head;
}

/** A snapshot whose articles are known, and whose index is still to be looked through. */
export interface OpenedSnapshot {
  /** Not to be searched, and nothing to be taken out of it, before it is known to be sound. */
  readonly index: PackedIndex;
  /** Whether the index is wholly one that this program wrote. To be asked before the index is changed. */
  readonly isSound: () => Steps<boolean>;
}

/** Undefined for bytes that cannot be a snapshot of this program. Never throws. */
export function openSnapshot(bytes: Uint8Array): OpenedSnapshot | undefined {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength < (HEADER + 2) * 4) return undefined;
  const data = wordsOf(bytes);
  const end = data.length - 1;
  if (data[0] !== MAGIC || data[1] !== fingerprint()) return undefined;
  const [articleCount, entries, buckets] = [data[2]!, data[3]!, data[4]!];
  const headEnd = HEADER + articleCount * PER_ARTICLE;
  if (headEnd >= end || data[headEnd] !== checksum(data.subarray(0, headEnd))) return undefined;
  let words = 0;
  for (let i = 0; i < articleCount; i++) words += data[HEADER + i * PER_ARTICLE + 2]!;
  let at = headEnd + 1;
  if (at + words * 2 + buckets + entries * 3 !== end) return undefined;

  const articles: PackedArticle[] = [];
  for (let i = 0; i < articleCount; i++) {
    const [a, b, count] = data.subarray(HEADER + i * PER_ARTICLE, HEADER + (i + 1) * PER_ARTICLE);
    const starts = data.subarray(at + words, at + words + count!);
    articles.push({ contentHash: hex(a!) + hex(b!), hashes: data.subarray(at, at + count!), starts });
    at += count!;
  }
  at += words;
  const view = (length: number) => data.subarray(at, (at += length));
  const table: PackedTable = {
    grams: view(entries),
    slots: view(entries),
    next: signed(view(entries)),
    buckets: signed(view(buckets)),
  };
  if (!hasBuckets(table)) return undefined;
  return { index: { articles, table }, isSound: () => isWhole(data, { articles, table }) };
}

function* isWhole(data: Uint32Array, { articles, table }: PackedIndex): Steps<boolean> {
  const sum = new Checksum();
  const end = data.length - 1;
  for (let from = 0; from < end; from += PIECE) {
    sum.add(data.subarray(from, Math.min(end, from + PIECE)));
    yield;
  }
  if (sum.value !== data[end]) return false;
  for (const { starts } of articles) {
    if (!isAscending(starts)) return false;
    yield;
  }
  return yield* isSound(table, articles.length);
}

/** The bytes as numbers; copied only where they do not lie at a place for numbers. */
function wordsOf(bytes: Uint8Array): Uint32Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset % 4 === 0)
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  return new Uint32Array(new Uint8Array(bytes).buffer);
}

function signed({ buffer, byteOffset, length }: Uint32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  return new Int32Array(buffer, byteOffset, length);
}

/** Words of every kind that are read in a way of their own. */
const SAMPLE =
  '“Co-operation,” said Mr. O’Neill of the U.S., costs 5,000 % more at 4.2bn, naïvely speak-\ning & £3.';
let known: number | undefined;

/** Marks of every kind; which of them are words depends on the format. */
const MARKED =
  'The [CQ] fee [TK: how much?] rose [source: fees.txt][^2] `[^3]` <!-- attest-disable-line --> here.\n\n[^2]: fees.txt\n';

/** Changes when words are read, marks found, or grams made, in another way. */
function fingerprint(): number {
  known ??= checksum(gramsOf(scanWords(sample()).hashes));
  return known;
}

function sample(): string {
  const marked = [maskMarks(MARKED, 'plain'), maskMarks(MARKED, 'markdown')];
  return [SAMPLE, ...FUNCTION_WORDS, ...marked].join(' ');
}

function isAscending(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! <= numbers[i - 1]!) return false;
  return true;
}

/**
 * A checksum of numbers that are added piece by piece, in pieces of four apart from the last. Four sums are kept side by
 * side (FNV-1a), since a processor need not wait for one to go on with the next; every change of a number changes one.
 */
class Checksum {
  #sums: readonly [number, number, number, number] = [0x811c9dc5, 0x2c9277b5, 0x5f356495, 0x41c6ce57];

  add(data: Uint32Array): void {
    let [a, b, c, d] = this.#sums;
    const whole = data.length & ~3;
    for (let i = 0; i < whole; i += 4) {
      a = mixed(a, data[i]!);
      b = mixed(b, data[i + 1]!);
      c = mixed(c, data[i + 2]!);
      d = mixed(d, data[i + 3]!);
    }
    for (let i = whole; i < data.length; i++) a = mixed(a, data[i]!);
    this.#sums = [a, b, c, d];
  }

  get value(): number {
    return this.#sums.reduce(mixed) >>> 0;
  }
}

function mixed(sum: number, number: number): number {
  return Math.imul(sum ^ number, 0x01000193) ^ (sum >>> 15);
}

function checksum(data: Uint32Array): number {
  const sum = new Checksum();
  sum.add(data);
  return sum.value;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
