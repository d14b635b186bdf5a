/** Offsets into protocol positions: with `fromProtocol.ts` the only place where the two meet. */
import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { PositionEncoding } from './encoding.ts';
import { unitsOf } from './encoding.ts';
import type { Lines } from './lines.ts';

/** The position of a UTF-16 offset, which is moved into the text if it lies outside. Never throws. */
export function positionAt(lines: Lines, offset: number, encoding: PositionEncoding): Position {
  const at = Math.max(0, Math.min(offset, lines.text.length));
  const line = lineAt(lines.starts, at);
  return { line, character: unitsBetween(lines.text, lines.starts[line]!, at, encoding) };
}

export function rangeOf(lines: Lines, { start, end }: Span, encoding: PositionEncoding): Range {
  return { start: positionAt(lines, start, encoding), end: positionAt(lines, end, encoding) };
}

/** How many of the client's units a stretch of one line takes. */
export function unitsBetween(text: string, start: number, end: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return end - start;
  let units = 0;
  for (let i = start; i < end;) {
    const codePoint = text.codePointAt(i)!;
    units += unitsOf(codePoint, encoding);
    i += codePoint > 0xffff ? 2 : 1;
  }
  return units;
}

/** The last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
