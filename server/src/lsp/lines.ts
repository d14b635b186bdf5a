import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/** Where the lines of a text begin. Line breaks are `\n`, `\r\n` and `\r`, as the protocol has them. */
export interface Lines {
  readonly text: string;
  /** Offset of the first code unit of every line; the first is 0, so there is always one. */
  readonly starts: readonly number[];
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

export function linesOf(text: string): Lines {
  const starts = [0];
  // A text without a lone carriage return, nearly every one, is read with the engine's fast search.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  } else findStarts(text, 0, text.length, starts);
  return { text, starts };
}

/**
 * The lines after a stretch has been replaced: the same as of the whole new text, without reading it again.
 * @param removed in the text before
 */
export function linesAfter({ text: before, starts: old }: Lines, removed: Span, inserted: string): Lines {
  const text = before.slice(0, removed.start) + inserted + before.slice(removed.end);
  const grown = text.length - before.length;
  // A carriage return before the stretch may get its line feed, or lose it: one line more is read on each side.
  const first = Math.max(0, lastAtOrBefore(old, removed.start, (start) => start) - 1);
  const next = lastAtOrBefore(old, removed.end, (start) => start) + 2;
  const starts = old.slice(0, first + 1);
  const end = old[next];
  findStarts(text, starts[first]!, end === undefined ? text.length : end + grown - 1, starts);
  for (let line = next; line < old.length; line++) starts.push(old[line]! + grown);
  return { text, starts };
}

/** Adds the starts of all lines whose break ends in a stretch of the text. */
function findStarts(text: string, from: number, to: number, starts: number[]): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) {
      starts.push(i + 1);
    }
  }
}

/** The end of a line before its line break. `line` must exist. */
export function lineEnd({ text, starts }: Lines, line: number): number {
  const next = starts[line + 1];
  if (next === undefined) return text.length;
  const beforeBreak = next - 1;
  return text.charCodeAt(beforeBreak) === LINE_FEED && text.charCodeAt(beforeBreak - 1) === CARRIAGE_RETURN
    ? Math.max(starts[line]!, beforeBreak - 1)
    : beforeBreak;
}
