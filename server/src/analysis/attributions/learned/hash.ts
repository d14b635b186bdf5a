/**
 * 32-bit hashes, so that features are numbers and never strings: for words MurmurHash3's mixing and finalisation
 * (https://github.com/aappleby/smhasher/wiki/MurmurHash3), on code units; for features, which are many, less.
 */

/** The hash of a word; the same on every machine. */
export function hashWord(word: string): number {
  let h = 0x9747b28c;
  for (let i = 0; i < word.length; i++) h = mix(h, word.charCodeAt(i));
  return finish(h ^ word.length);
}

/**
 * The hash of a feature: the number of its template and up to three values. Words are well mixed already, so a weighted
 * sum holds the values apart; dozens of features are hashed for every token.
 */
export function hashFeature(template: number, a: number, b = 0, c = 0): number {
  let h =
    (Math.imul(template + 1, 0x9e3779b1) +
      Math.imul(a, 0xcc9e2d51) +
      Math.imul(b, 0x1b873593) +
      Math.imul(c, 0x85ebca77)) |
    0;
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 12);
}

function mix(h: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  h ^= Math.imul(k, 0x1b873593);
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function finish(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
