/**
 * The layout of plain text: blank lines separate, hard-wrapped lines belong together, and where a page was saved with
 * one line per paragraph every line stands alone.
 */
import type { Line } from '../../text/lines.ts';
import { linesOf, trimSpan } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { span, textOf } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { BlockKind } from '../facts.ts';
import { reason } from '../reasons.ts';
import { frontMatterLines } from './frontMatter.ts';
import type { Passage } from './passage.ts';
import { turnLabel } from './turns.ts';

const LIST_MARKER = /^(?:[•‣◦▪●·∙]|[-*](?=[ \t]\S)|\(?\d{1,2}[.)](?=[ \t]\S)|\(?[a-z]\)(?=[ \t]\S))[ \t]*/;
const QUOTE_MARKER = /^>[ \t]?/;
const ENDS_SENTENCE = /[.!?…:;]["”’'»)\]*_]*$/;

/** Lines as wide as this were not wrapped by hand; narrower ones are verses or lists. */
const WRAP_WIDTHS = { min: 40, max: 132 };
/** How many columns a wrapped line may fall short of the width. */
const RAGGED = 4;

/** A line without blank space at its ends. */
interface TrimmedLine extends Span {
  /** Columns of blank space before it. */
  readonly indent: number;
  readonly raw: Line;
}

/** So many groups of lines are joined in one step. */
const GROUPS_PER_STEP = 128;

/** The passages of a plain text in order, in steps. Linear in the length of the text; never throws. */
export function* plainLayout(text: string): Steps<Passage[]> {
  const lines = linesOf(text);
  const passages: Passage[] = [];
  const metadata = frontMatterLines(text, lines);
  if (metadata > 0) {
    const whole = trimSpan(text, span(lines[0]!.start, lines[metadata - 1]!.end));
    passages.push({
      span: whole,
      layout: { kind: 'front-matter', reason: reason('front-matter') },
      apart: true,
    });
  }
  yield;
  const groups = groupsOf(text, lines.slice(metadata));
  yield;
  const width = wrapWidth(text, groups);
  for (const [i, group] of groups.entries()) {
    if (i % GROUPS_PER_STEP === 0) yield;
    const joined = joinLines(text, group, width);
    joined.forEach((stretch, k) => passages.push(describe(text, stretch, k === joined.length - 1)));
  }
  return passages;
}

/** Runs of lines between blank lines. */
function groupsOf(text: string, lines: readonly Line[]): TrimmedLine[][] {
  const groups: TrimmedLine[][] = [];
  let group: TrimmedLine[] = [];
  for (const raw of lines) {
    const { start, end } = trimSpan(text, raw);
    if (start < end) group.push({ start, end, indent: start - raw.start, raw });
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/**
 * The column at which the article's lines were wrapped by hand; undefined for an article that has one line per
 * paragraph. Wrapped lines are full: the next line's first word would not have fitted.
 */
function wrapWidth(text: string, groups: readonly (readonly TrimmedLine[])[]): number | undefined {
  const pairs = groups.flatMap((group) =>
    group
      .slice(1)
      .map((next, i) => ({ length: group[i]!.end - group[i]!.start, word: firstWord(text, next) })),
  );
  if (pairs.length < 2) return undefined;
  const lengths = pairs.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)]!;
  if (width < WRAP_WIDTHS.min || width > WRAP_WIDTHS.max) return undefined;
  const full = pairs.filter(({ length, word }) => length + 1 + word > width - RAGGED).length;
  if (full < pairs.length * 0.6) return undefined;
  // Where lines were wrapped, all were: a few short lines above long ones are a page's furniture.
  const lengthsOfAll = groups.flat().map(({ start, end }) => end - start);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const long = lengthsOfAll.filter((length) => length > width * 1.15);
  return sum(long) <= sum(lengthsOfAll) * 0.2 ? width : undefined;
}

/** The length of a line's first word, counted up to what a wrapped line could hold. */
function firstWord(text: string, { start, end }: Span): number {
  const limit = Math.min(end, start + WRAP_WIDTHS.max);
  let i = start;
  while (i < limit && !/\s/.test(text[i]!)) i++;
  return i - start;
}

function joinLines(text: string, group: readonly TrimmedLine[], width: number | undefined): Span[] {
  const stretches: { start: number; end: number }[] = [];
  group.forEach((line, i) => {
    const before = group[i - 1];
    if (before && belongTogether(text, before, line, width)) stretches.at(-1)!.end = line.end;
    else stretches.push({ start: line.start, end: line.end });
  });
  return stretches;
}

function belongTogether(
  text: string,
  before: TrimmedLine,
  line: TrimmedLine,
  width: number | undefined,
): boolean {
  const opening = text.slice(line.start, Math.min(line.end, line.start + 80));
  const quoted = QUOTE_MARKER.test(opening);
  if (quoted || QUOTE_MARKER.test(text.slice(before.start, before.start + 2))) {
    return quoted && opening.trim() !== '>' && text.slice(before.start, before.end).trim() !== '>';
  }
  if (LIST_MARKER.test(opening) || turnLabel(opening)) return false;
  const ending = text.slice(Math.max(before.start, before.end - 12), before.end);
  const ended = ENDS_SENTENCE.test(ending);
  const length = before.end - before.start;
  if (width === undefined) return !ended && length >= 30 && /^\p{Ll}/u.test(opening);
  if (ended && line.indent > before.indent + 1) return false;
  return length + 1 + firstWord(text, line) > width - RAGGED || (!ended && length > width / 2);
}

function describe(text: string, stretch: Span, apart: boolean): Passage {
  const opening = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 20));
  const marked = (kind: BlockKind, code: string, marker: string): Passage => {
    const mark = trimSpan(text, span(stretch.start, stretch.start + marker.length));
    const rest = trimSpan(text, span(stretch.start + marker.length, stretch.end));
    return { span: rest, layout: { kind, reason: reason(code, mark) }, apart };
  };
  const list = LIST_MARKER.exec(opening)?.[0];
  if (list !== undefined && hasWord(text, stretch, list.length))
    return marked('list-item', 'list-marker', list);
  const quote = QUOTE_MARKER.exec(opening)?.[0];
  if (quote !== undefined && hasWord(text, stretch, quote.length)) {
    return marked('block-quote', 'block-quote', quote);
  }
  return { span: stretch, layout: undefined, apart };
}

function hasWord(text: string, { start, end }: Span, skip: number): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(text, span(start + skip, Math.min(end, start + skip + 200))));
}
