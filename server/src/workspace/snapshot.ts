/**
 * The scanned words of many articles as bytes, so that the next session need not read them again.
 *
 * Layout, little-endian 32-bit numbers: magic, format version, number of articles; then for each article two words of
 * its content hash, the number of its words, their hashes, and their starts; at the end a checksum of
 * everything before. An article is known by its contents, not by its name: renamed and copied files are found too, and
 * a text that has changed is not.
 *
 * Nothing in a snapshot is trusted: one that is damaged, cut short, of another version or another program is no
 * snapshot.
 */
import type { ScannedWords } from '../text/comparison.ts';

/** Scanned words by the content hash of their text (see text/contentHash.ts). */
export type ScanCache = ReadonlyMap<string, ScannedWords>;

const MAGIC = 0x53545441;
/** To be raised whenever comparison.ts reads words differently. */
const FORMAT_VERSION = 1;
const HEADER = 3;

export function encodeSnapshot(scans: ScanCache): Uint8Array {
  let size = HEADER + 1;
  for (const { hashes } of scans.values()) size += 3 + hashes.length * 2;
  const data = new Uint32Array(size);
  data.set([MAGIC, FORMAT_VERSION, scans.size]);
  let at = HEADER;
  for (const [hash, { hashes, starts }] of scans) {
    data[at++] = parseInt(hash.slice(0, 8), 16);
    data[at++] = parseInt(hash.slice(8), 16);
    data[at++] = hashes.length;
    data.set(hashes, at);
    at += hashes.length;
    data.set(starts, at);
    at += hashes.length;
  }
  data[at] = checksum(data.subarray(0, at));
  return new Uint8Array(data.buffer);
}

/** The scans of a snapshot; undefined for bytes that are not wholly one of this version. Never throws. */
export function decodeSnapshot(bytes: Uint8Array): ScanCache | undefined {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength < (HEADER + 1) * 4) return undefined;
  const data = new Uint32Array(bytes.slice().buffer);
  const end = data.length - 1;
  if (data[0] !== MAGIC || data[1] !== FORMAT_VERSION || data[end] !== checksum(data.subarray(0, end)))
    return undefined;
  const scans = new Map<string, ScannedWords>();
  let at = HEADER;
  for (let i = 0; i < data[2]!; i++) {
    if (at + 3 > end) return undefined;
    const hash = hex(data[at]!) + hex(data[at + 1]!);
    const count = data[at + 2]!;
    at += 3;
    if (count * 2 > end - at) return undefined;
    const hashes = data.slice(at, at + count);
    const starts = data.slice(at + count, at + count * 2);
    if (!isAscending(starts)) return undefined;
    scans.set(hash, { hashes, starts });
    at += count * 2;
  }
  return at === end ? scans : undefined;
}

/** Whether a scan can be of a text of this length. */
export function fits({ starts }: ScannedWords, text: string): boolean {
  return starts.length === 0 || starts.at(-1)! < text.length;
}

function isAscending(numbers: Uint32Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! <= numbers[i - 1]!) return false;
  return true;
}

function checksum(data: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (const number of data) sum = Math.imul(sum ^ number, 0x01000193) ^ (sum >>> 15);
  return sum >>> 0;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
