import type { Span } from './span.ts';

/** A line of a text without its line break. */
export interface Line extends Span {
  /** Where the next line starts: behind the line break, or the end of the text. */
  readonly next: number;
}

/**
 * The lines of a text in order; `\n`, `\r\n` and `\r` end a line, as in the Language Server Protocol. A text that ends
 * with a line break has no empty last line, the empty text has no line. Linear; never throws.
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start);
    const next = behindBreak(text, end);
    lines.push({ start, end, next });
    start = next;
  }
  return lines;
}

/** Where the line that an offset lies in begins. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  return start;
}

/** Where it ends, before its break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text, end)) end++;
  return end;
}

/** Where the next line begins, behind the break; the end of the text where there is none. */
export function nextLine(text: string, at: number): number {
  return behindBreak(text, lineEnd(text, at));
}

function behindBreak(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
}

/** The span without blank space at its ends (which includes no-break space and the byte order mark); may be empty. */
export function trimSpan(text: string, { start, end }: Span): Span {
  while (start < end && isBlankAt(text, start)) start++;
  while (end > start && isBlankAt(text, end - 1)) end--;
  return { start, end };
}

/** Whether the character is blank space, a no-break space, or invisible: zero-width space, joiner, byte order mark. */
export function isBlankAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return unit === 0x85;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x2060 ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
