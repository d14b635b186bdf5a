/** Times in transcripts: `[00:12:04]`, `(12:04)` or `12:04` at the start of a line. */

const LINE_START_TIME = /^[ \t]*[[(]?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?[\])]?(?=[\s:–-]|$)/;
/** How far back a time is looked for: a turn of some minutes. */
const REACH = 20_000;

/** The last time given at the start of a line at or before the offset, as written; null when there is none near. */
export function timestampBefore(text: string, offset: number): string | null {
  const least = Math.max(0, offset - REACH);
  let end = offset;
  while (end >= least) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const time = LINE_START_TIME.exec(text.slice(start, start + 40))?.[1];
    if (time !== undefined) return time;
    if (start === 0) return null;
    end = start - 1;
  }
  return null;
}
