/**
 * What passages are recognised by: the grams of a stretch of words.
 *
 * A gram is one telling word, or two neighbouring words, or three where the first two are both function words. Runs of
 * words survive trimming, bracketed insertions and typography; single telling words survive retelling; and by taking
 * three words where two would be `of the` or `it is`, no gram is shared by most articles, so every list of articles
 * that have a gram stays short. (Search engines call the last trick common-grams.)
 */
import { FUNCTION_WORDS } from '../language/en/functionWords.ts';
import { hashWord } from '../text/comparison.ts';

const functionWordHashes: ReadonlySet<number> = new Set([...FUNCTION_WORDS].map(hashWord));

export function isFunctionWord(hash: number): boolean {
  return functionWordHashes.has(hash);
}

/** The distinct grams of a stretch of words (given as word hashes), in ascending order. */
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

/** One number for two in order; `joined(a, b)` differs from `joined(b, a)`. */
function joined(first: number, second: number): number {
  let hash = Math.imul(first ^ (second >>> 15) ^ (second << 17), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13) ^ second, 0x297a2d39);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function distinct(grams: Uint32Array): Uint32Array {
  grams.sort();
  let count = 0;
  for (let i = 0; i < grams.length; i++) {
    if (i === 0 || grams[i] !== grams[i - 1]) grams[count++] = grams[i]!;
  }
  return grams.slice(0, count);
}
