/** The words of a role that carry its sense. */

const FUNCTION_WORDS = new Set(
  "the a an of for in at on to and or his her its their our my by with from as former current new then ex - , ' ’ 's ’s".split(
    ' ',
  ),
);

/** Of words in lower case: those that are no articles, prepositions and marks. */
export function contentWords(lower: readonly string[]): string[] {
  return lower.filter((word) => !FUNCTION_WORDS.has(word) && /[\p{L}\p{N}]/u.test(word));
}
