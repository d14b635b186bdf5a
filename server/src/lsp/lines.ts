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
    return { text, starts };
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) {
      starts.push(i + 1);
    }
  }
  return { text, starts };
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
