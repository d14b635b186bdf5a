/**
 * A copy of a string that stands for itself. Engines make a slice point into the text it was cut from, so that a
 * remembered paragraph would keep a whole version of its article in memory; a joined string is written out anew.
 */
export function ownCopy(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
