/**
 * What passages are recognised by: the grams of a stretch of words.
 *
 * A gram is one telling word, or two neighbouring words, or three where the first two are both function words. Runs of
 * words survive trimming, bracketed insertions and typography; single telling words survive retelling; and by taking
 * three words where two would be `of the` or `it is`, no gram is shared by most articles, so every list of articles
 * that have a gram stays short. (Search engines call the last trick common-grams.)
 */
import { FUNCTION_WORDS } from '../../language/en/functionWords.ts';
import { hashWord } from '../../text/comparison.ts';

const functionWordHashes: ReadonlySet<number> = new Set([...FUNCTION_WORDS].map(hashWord));

export function isFunctionWord(hash: number): boolean {
  return functionWordHashes.has(hash);
}

/** The distinct grams of a stretch of words, given as word hashes. */
export function gramsOf(words: Uint32Array): Uint32Array {
  const grams = new Uint32Array(words.length * 2);
  let count = 0;
  let isFunction = words.length > 0 && isFunctionWord(words[0]!);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (!isFunction) grams[count++] = word;
    if (i + 1 >= words.length) break;
    const next = words[i + 1]!;
    const nextIsFunction = isFunctionWord(next);
    if (!isFunction || !nextIsFunction) grams[count++] = joined(word, next);
    else if (i + 2 < words.length) grams[count++] = joined(joined(word, next), words[i + 2]!);
    isFunction = nextIsFunction;
  }
  return distinct(grams.subarray(0, count));
}

/** One number, never 0, for two in order; `joined(a, b)` differs from `joined(b, a)`. */
function joined(first: number, second: number): number {
  let hash = Math.imul(first ^ (second >>> 15) ^ (second << 17), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0x297a2d39);
  return (hash ^ (hash >>> 16)) >>> 0 || 1;
}

/** Without repetitions, in the order of first appearance; reorders `grams` itself. */
function distinct(grams: Uint32Array): Uint32Array {
  const mask = (1 << (33 - Math.clz32(grams.length + 1))) - 1;
  const seen = new Uint32Array(mask + 1);
  let count = 0;
  for (const gram of grams) {
    let at = (gram ^ (gram >>> 15)) & mask;
    while (seen[at] !== 0 && seen[at] !== gram) at = (at + 1) & mask;
    if (seen[at] === gram) continue;
    seen[at] = gram;
    grams[count++] = gram;
  }
  return grams.slice(0, count);
}
