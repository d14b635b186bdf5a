/** Offsets as people and other tools count them: lines and columns from 1, columns in UTF-16 code units. */
import { lastStartingBefore } from '../text/cover.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export interface Spot {
  readonly line: number;
  readonly column: number;
}

export interface Region {
  readonly start: Spot;
  /** Behind the last character. */
  readonly end: Spot;
}

/** A function from spans of the text to regions. */
export function regionFinder(text: string): (span: Span) => Region {
  const lines = linesOf(text);
  const spotAt = (offset: number): Spot => {
    const index = Math.max(0, lastStartingBefore(lines, offset + 1));
    return { line: index + 1, column: offset - (lines[index]?.start ?? 0) + 1 };
  };
  return ({ start, end }) => ({ start: spotAt(start), end: spotAt(end) });
}
