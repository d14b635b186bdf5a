/**
 * Expectations written into the text: `The <q>“old”</q> bridge` is the text `The “old” bridge` with the span `q`.
 * Tags are removed before analysis, so offsets are those of the clean text.
 *
 * - `<name>…</name>` marks a span; tags may nest, and the same name may occur often.
 * - `<name:label>…</name>` gives the span a label: `<q:partial>“old”</q>`.
 * - `<|>` marks a position, such as a caret.
 *
 * Anything else in angle brackets stays text. Where an article needs angle brackets that look like a tag, name the
 * tags that count: `readMarked(text, ['q'])`.
 */
import type { Span } from '../../server/src/text/span.ts';

export interface MarkedSpan extends Span {
  readonly tag: string;
  /** What stands after the colon of the opening tag; empty for none. */
  readonly label: string;
}

export interface Marked {
  /** The text without tags. */
  readonly text: string;
  /** By start, and the outer before the inner. */
  readonly spans: readonly MarkedSpan[];
  /** Where `<|>` stood. */
  readonly carets: readonly number[];
  /** The spans of one tag, without tag and label: what a function under test returns. */
  of(tag: string): Span[];
  /** The only span of a tag; throws when there is none or several. */
  only(tag: string): Span;
  /** The only `<|>`; throws when there is none or several. */
  readonly caret: number;
}

const TAG = /<(?:\||(\/?)([a-z][a-z0-9-]*)(?::([^<>]*))?)>/g;

/** Reads a text with tags. Throws on unbalanced tags: a test must not pass on a typing error. */
export function readMarked(marked: string, tags?: readonly string[]): Marked {
  const open: { tag: string; label: string; start: number; order: number }[] = [];
  const found: (MarkedSpan & { order: number })[] = [];
  const carets: number[] = [];
  let text = '';
  let copied = 0;
  let order = 0;
  for (const match of marked.matchAll(TAG)) {
    const [whole, slash, tag, label = ''] = match;
    if (tag !== undefined && tags && !tags.includes(tag)) continue;
    text += marked.slice(copied, match.index);
    copied = match.index + whole.length;
    if (tag === undefined) carets.push(text.length);
    else if (slash === '') open.push({ tag, label, start: text.length, order: order++ });
    else {
      const last = open.findLastIndex((opened) => opened.tag === tag);
      if (last === -1) throw new Error(`</${tag}> closes nothing in: ${marked}`);
      const [opened] = open.splice(last, 1);
      found.push({ ...opened!, end: text.length });
    }
  }
  text += marked.slice(copied);
  if (open[0]) throw new Error(`<${open[0].tag}> is never closed in: ${marked}`);
  const spans = found
    .sort((a, b) => a.order - b.order)
    .map(({ tag, label, start, end }) => ({ tag, label, start, end }));
  const of = (tag: string): Span[] =>
    spans.filter((marking) => marking.tag === tag).map(({ start, end }) => ({ start, end }));
  return {
    text,
    spans,
    carets,
    of,
    only: (tag) => single(of(tag), `<${tag}>`, marked),
    get caret() {
      return single(carets, '<|>', marked);
    },
  };
}

/**
 * Writes spans into a text as `readMarked` reads them, so that a comparison shows both sides as text:
 * `expect(writeMarked(text, found)).toBe(marked)`. Of spans with the same start the longer is written outside.
 */
export function writeMarked(
  text: string,
  spans: readonly (Span & { tag: string; label?: string })[],
): string {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: (Span & { tag: string })[] = [];
  let result = '';
  let copied = 0;
  const copyTo = (offset: number): void => {
    result += text.slice(copied, offset);
    copied = Math.max(copied, offset);
  };
  const closeUpTo = (offset: number): void => {
    for (let i = open.length - 1; i >= 0; i--) {
      const closing = open[i]!;
      if (closing.end > offset) continue;
      copyTo(closing.end);
      result += `</${closing.tag}>`;
      open.splice(i, 1);
    }
  };
  for (const span of ordered) {
    closeUpTo(span.start);
    copyTo(span.start);
    result += `<${span.tag}${span.label ? `:${span.label}` : ''}>`;
    open.push(span);
  }
  closeUpTo(text.length);
  copyTo(text.length);
  return result;
}

function single<T>(values: readonly T[], what: string, marked: string): T {
  if (values.length !== 1) throw new Error(`expected one ${what}, found ${values.length} in: ${marked}`);
  return values[0]!;
}
