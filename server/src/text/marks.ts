/**
 * The marks that writers put into an article and that are not article text: `[CQ]`, `[TK]`, `[source: TARGET]`,
 * Markdown footnotes, and dismissal comments. Every stage of analysis reads the text with its marks blanked out, so
 * they count for no claim and no offset moves.
 */
import { lineEnd } from './lines.ts';
import type { Span } from './span.ts';

export type MarkFormat = 'plain' | 'markdown';

/**
 * `checked`: `[CQ]`, correct as it stands. `to-come`: `[TK]` or `[TK: what is missing]`.
 * `source`: `[source: TARGET]`. `footnote`: `[^id]`; its target stands in the `definition` of the same id.
 * `comment`: an HTML comment of Markdown, among them the dismissals.
 */
export type MarkKind = 'checked' | 'to-come' | 'source' | 'footnote' | 'definition' | 'comment';

export interface Mark {
  readonly kind: MarkKind;
  /** With its brackets: `[source: interview.txt]`. */
  readonly span: Span;
  /** What it says inside: the target of a source or definition, the words after `TK:`, a comment's text. */
  readonly content: Span;
  /** A footnote's id; empty for other kinds. */
  readonly id: string;
}

/** Longer ones are no marks: a bracket that never closes must not swallow the article. */
const MAX_MARK_LENGTH = 2000;

const BRACKETED =
  /\[(?:(cq)|(tk|tktk)(?::[ \t]*([^[\]\r\n]*))?|source:[ \t]*([^[\]\r\n]*)|\^([^\s[\]^]{1,100}))\]/giy;
const DEFINITION = /[ \t]{0,3}\[\^([^\s[\]^]{1,100})\]:[ \t]*/y;
/** The break before an indented line, which is no definition of its own. */
const CONTINUATION = /(?:\r\n|\r|\n)[ \t]+(?=[^\s])(?!\[\^[^\s[\]^]{1,100}\]:)/y;

/** The marks of a text in order; they never overlap. Never throws; linear in the length of the text. */
export function findMarks(text: string, format: MarkFormat): Mark[] {
  const marks: Mark[] = [];
  const code = format === 'markdown' ? codeSpans(text) : [];
  let nextCode = 0;
  const candidate = format === 'markdown' ? /\[|<!--/g : /\[/g;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const at = match.index;
    while (nextCode < code.length && code[nextCode]!.end <= at) nextCode++;
    const inside = code[nextCode];
    if (inside && inside.start <= at) {
      candidate.lastIndex = inside.end;
      continue;
    }
    const mark = markAt(text, at, format);
    if (!mark) continue;
    marks.push(mark);
    candidate.lastIndex = mark.span.end;
  }
  return marks;
}

/**
 * The text with its marks replaced by spaces of the same length, line breaks kept: all offsets stay. Footnote
 * definitions and comments that have their lines to themselves stay as they are; they are blocks of their own.
 */
export function maskMarks(text: string, format: MarkFormat, marks = findMarks(text, format)): string {
  let result = '';
  let at = 0;
  for (const { span, kind } of marks) {
    if (kind === 'definition' || (kind === 'comment' && ownsItsLines(text, span))) continue;
    result += text.slice(at, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ');
    at = span.end;
  }
  return at === 0 ? text : result + text.slice(at);
}

/** Whether nothing but blanks stands beside the span on its lines. */
export function ownsItsLines(text: string, { start, end }: Span): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(text, before)) before--;
  let after = end;
  while (after < text.length && isBlank(text, after)) after++;
  return (before < 0 || isBreak(text, before)) && (after >= text.length || isBreak(text, after));
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function markAt(text: string, at: number, format: MarkFormat): Mark | null {
  if (text[at] === '<') return commentAt(text, at);
  if (format === 'markdown') {
    const definition = definitionAt(text, at);
    if (definition) return definition;
  }
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(text);
  if (!match || match[0].length > MAX_MARK_LENGTH) return null;
  const span = { start: at, end: at + match[0].length };
  const [, checked, toCome, missing, target, id] = match;
  if (checked !== undefined)
    return { kind: 'checked', span, content: { start: span.end - 1, end: span.end - 1 }, id: '' };
  if (toCome !== undefined) {
    return { kind: 'to-come', span, content: tailContent(span, missing ?? ''), id: '' };
  }
  if (target !== undefined)
    return { kind: 'source', span, content: trimmed(text, tailContent(span, target)), id: '' };
  if (format === 'plain') return null;
  return { kind: 'footnote', span, content: { start: at + 2, end: span.end - 1 }, id: id! };
}

function tailContent({ end }: Span, content: string): Span {
  return { start: end - 1 - content.length, end: end - 1 };
}

function commentAt(text: string, at: number): Mark | null {
  const close = text.slice(at + 4, at + MAX_MARK_LENGTH).indexOf('-->');
  if (close < 0) return null;
  const end = at + 4 + close + 3;
  return {
    kind: 'comment',
    span: { start: at, end },
    content: trimmed(text, { start: at + 4, end: end - 3 }),
    id: '',
  };
}

/** `[^1]: TARGET` at the start of a line; the mark runs to the end of the line, and over indented lines that go on with it. */
function definitionAt(text: string, at: number): Mark | null {
  let lineStart = at;
  while (lineStart > 0 && isBlank(text, lineStart - 1) && at - lineStart < 4) lineStart--;
  if (lineStart > 0 && !isBreak(text, lineStart - 1)) return null;
  DEFINITION.lastIndex = lineStart;
  const match = DEFINITION.exec(text);
  if (!match) return null;
  const start = lineStart + match[0].length;
  let end = lineEnd(text, start);
  CONTINUATION.lastIndex = end;
  for (let next = CONTINUATION.exec(text); next; next = CONTINUATION.exec(text)) {
    end = lineEnd(text, CONTINUATION.lastIndex);
    CONTINUATION.lastIndex = end;
  }
  const content = trimmed(text, { start, end });
  return {
    kind: 'definition',
    span: { start: at, end: Math.max(content.end, start) },
    content,
    id: match[1]!,
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  let s = start;
  let e = end;
  while (s < e && /\s/.test(text[s]!)) s++;
  while (e > s && /\s/.test(text[e - 1]!)) e--;
  return { start: s, end: e };
}

/** Fenced code blocks and inline code of Markdown, where a mark is only an example of one. */
function codeSpans(text: string): Span[] {
  const spans: Span[] = [];
  const fences = /^[ \t]{0,3}(`{3,}|~{3,})[^\r\n]*$/gm;
  let open: { start: number; fence: string } | null = null;
  for (const match of text.matchAll(fences)) {
    const fence = match[1]!;
    if (!open) open = { start: match.index, fence };
    else if (fence.startsWith(open.fence)) {
      spans.push({ start: open.start, end: match.index + match[0].length });
      open = null;
    }
  }
  if (open) spans.push({ start: open.start, end: text.length });
  let next = 0;
  const fenced = spans.slice();
  for (const match of text.matchAll(/(?<!`)(`{1,2})(?!`)[^`\r\n]+\1(?!`)/g)) {
    while (next < fenced.length && fenced[next]!.end <= match.index) next++;
    const block = fenced[next];
    if (!block || block.start > match.index)
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
}
