/** A hash of a text's contents, to tell whether a text is the one that was seen before. Not for secrets. */

const encoder = new TextEncoder();

/** 64 bits as 16 hexadecimal digits, of the text in UTF-8. Linear; the same in every environment. */
export function contentHash(text: string): string {
  return hashOfBytes(encoder.encode(text));
}

/**
 * The same of a text that has not been decoded: that of its bytes in UTF-8, without a byte order mark. Two runs of
 * MurmurHash3's mixing with different constants, four bytes a step; the last step takes what is left, and the length.
 */
export function hashOfBytes(bytes: Uint8Array): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  const whole = bytes.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const four = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    a = mixed(a, four, 0xcc9e2d51);
    b = mixed(b, four, 0x239b961b);
  }
  for (let i = whole; i < bytes.length; i++) {
    a = mixed(a, bytes[i]!, 0xcc9e2d51);
    b = mixed(b, bytes[i]!, 0x239b961b);
  }
  a = mixed(a, bytes.length, 0xcc9e2d51);
  b = mixed(b, bytes.length, 0x239b961b);
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return hex(a) + hex(b);
}

function mixed(hash: number, bits: number, factor: number): number {
  const spread = Math.imul(bits, factor);
  const turned = hash ^ Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
