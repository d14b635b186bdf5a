/** Protocol positions into offsets: with `toProtocol.ts` the only place where the two meet. */
import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../text/span.ts';
import type { PositionEncoding } from './encoding.ts';
import { unitsOf } from './encoding.ts';
import type { Lines } from './lines.ts';
import { lineEnd } from './lines.ts';

/**
 * The UTF-16 offset of a position. Never throws: a position outside the text is moved to the nearest one inside, a
 * character beyond the line to the line's end, and what is no number counts as 0.
 */
export function offsetAt(lines: Lines, position: unknown, encoding: PositionEncoding): number {
  const { line, character } = readPosition(position);
  if (line >= lines.starts.length) return lines.text.length;
  const start = lines.starts[line]!;
  const end = lineEnd(lines, line);
  if (encoding === 'utf-16') return Math.min(start + character, end);
  let offset = start;
  for (let units = 0; offset < end;) {
    const codePoint = lines.text.codePointAt(offset)!;
    units += unitsOf(codePoint, encoding);
    if (units > character) break;
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The span of a range; one whose end lies before its start is read the other way round. */
export function spanOf(lines: Lines, range: unknown, encoding: PositionEncoding): Span {
  const { start, end } = (isObject(range) ? range : {}) as Partial<Range>;
  const a = offsetAt(lines, start, encoding);
  const b = offsetAt(lines, end, encoding);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

function readPosition(position: unknown): Position {
  const { line, character } = (isObject(position) ? position : {}) as Partial<Position>;
  return { line: readCount(line), character: readCount(character) };
}

function readCount(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(value) : 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
