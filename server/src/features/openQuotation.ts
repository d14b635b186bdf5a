/** The quotation that is being typed at a caret, read from its line alone. */
import type { Span } from '../text/span.ts';

export interface OpenQuotation {
  /** The opening mark. */
  readonly mark: string;
  readonly closing: string;
  /** After the opening mark. */
  readonly start: number;
  readonly typed: string;
  /** From the opening mark's end to the caret, and over a closing mark that the editor has put behind it. */
  readonly replaced: Span;
  /** What the writer has put before it in its sentence: `Ana Ruiz said: `. */
  readonly before: string;
  /** Whether more of the sentence stands behind it already. */
  readonly goesOn: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’' };
/** A line may be a whole paragraph; a quotation that began longer ago is no longer being begun. */
const REACH = 700;

/** Null where no quotation is open at the offset. Linear in the line; never throws. */
export function openQuotationAt(text: string, offset: number): OpenQuotation | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - REACH);
  const line = text.slice(lineStart, offset);
  const open = openMark(line);
  if (open === null) return null;
  const mark = line[open]!;
  const closing = CLOSING[mark]!;
  const start = lineStart + open + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH))![0];
  const isClosed = rest.startsWith(closing);
  const after = isClosed ? rest.slice(closing.length) : rest;
  // In the middle of a quotation that goes on the writer is correcting, not quoting. What the editor has closed is no text.
  if (!isClosed && !/^[)\]*_\s]*$/.test(rest)) return null;
  return {
    mark,
    closing,
    start,
    typed: line.slice(open + 1),
    replaced: { start, end: offset + (isClosed ? closing.length : 0) },
    before: /(?:[.!?]["”’»)]*\s+|^)([^.!?]*)$/.exec(line.slice(0, open))?.[1] ?? line.slice(0, open),
    goesOn: after.trim() !== '',
  };
}

/** The last mark of the line that opens a quotation nothing has closed. */
function openMark(line: string): number | null {
  let open: number | null = null;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (open !== null) {
      const isApostrophe = character === '’' && /[\p{L}\p{N}]/u.test(line[i + 1] ?? '');
      if (character === CLOSING[line[open]!] && !isApostrophe) open = null;
    } else if (character in CLOSING && /^[\s([—–*_-]?$/u.test(line[i - 1] ?? '')) open = i;
  }
  return open;
}
