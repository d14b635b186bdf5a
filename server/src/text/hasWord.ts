/** Whether a word stands in the text in exactly this case, by itself: not inside another word, nor joined to one by a hyphen. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + word.length, at + word.length + 2);
    if (!/\p{L}-?$/u.test(before) && !/^-?\p{L}/u.test(after)) return true;
  }
  return false;
}
