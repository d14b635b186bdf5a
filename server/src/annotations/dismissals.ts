/**
 * Warnings a person has looked at and does not want to see again. In Markdown they stand in the text as comments that
 * change no rendering; in any article they may stand in its annotation file:
 *
 *     <!-- attest-dismiss unattributed-claim: from the census -->      this line; alone on a line, the next one
 *     <!-- attest-dismiss-line RULES "words": reason -->               only findings whose passage has these words
 *     <!-- attest-dismiss-next-line … -->  <!-- attest-dismiss-block … -->  <!-- attest-dismiss-file … -->
 *
 * RULES are ids with commas or blanks between them; none means every rule.
 */
import type { Article } from '../analysis/facts.ts';
import type { Mark } from '../text/marks.ts';
import { ownsItsLines } from '../text/marks.ts';
import { lineEnd, lineStart, nextLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { overlaps, textOf } from '../text/span.ts';
import { findPassages, searchable } from '../text/wordSearch.ts';
import type { AnchoredAnnotation, Dismissal, DismissalScope } from './annotation.ts';

/** A dismissal with the stretch of the article it holds for. */
export interface AppliedDismissal extends Dismissal {
  readonly area: Span;
  /** Holds only for passages with these words; null for any passage. */
  readonly words: string | null;
  /** The comment it stands in; null when it stands in the annotation file. */
  readonly comment: Span | null;
  /** The id of its annotation; null when it stands in the text. */
  readonly annotation: string | null;
}

const COMMENT = /^attest-dismiss(?:-(line|next-line|block|file))?(?![\w-])\s*([\s\S]*)$/;
const PARTS = /^([a-z][a-z\s,-]*?)?\s*(?:["“”]([^"“”]*)["“”]\s*)?(?::\s*([\s\S]*))?$/;

/** Whether the comment's text is meant as a dismissal, well formed or not. */
export function isDismissal(comment: string): boolean {
  return comment.startsWith('attest-dismiss');
}

/** Reads the text of a comment, without its brackets; null when it is no dismissal. */
export function parseDismissal(
  comment: string,
): { scope: DismissalScope | null; rules: string[]; words: string | null; reason: string | null } | null {
  const match = COMMENT.exec(comment);
  const parts = match && PARTS.exec(match[2]!.trim());
  if (!parts) return null;
  const rules = (parts[1] ?? '').split(/[\s,]+/).filter(Boolean);
  const scope = (match[1] as DismissalScope | undefined) ?? null;
  return { scope, rules, words: parts[2]?.trim() || null, reason: parts[3]?.trim() || null };
}

/**
 * The dismissals that hold in an article.
 * @param text the article with its marks; offsets are the same as in `article.text`
 */
export function findDismissals(
  article: Article,
  text: string,
  marks: readonly Mark[],
  annotations: readonly AnchoredAnnotation[],
): AppliedDismissal[] {
  const found: AppliedDismissal[] = [];
  for (const mark of marks) {
    if (mark.kind !== 'comment') continue;
    const parsed = parseDismissal(textOf(text, mark.content));
    if (!parsed) continue;
    const scope = parsed.scope ?? (ownsItsLines(text, mark.span) ? 'next-line' : 'line');
    const area = areaOf(article, text, scope, mark.span);
    if (area) found.push({ ...parsed, scope, area, comment: mark.span, annotation: null });
  }
  for (const { annotation, span, state } of annotations) {
    const { dismissal, id } = annotation;
    // Given for these words: when they were edited, somebody has to look again.
    if (!dismissal || (dismissal.scope === 'passage' && state !== 'exact')) continue;
    const area =
      dismissal.scope === 'file' ? whole(text) : span && areaOf(article, text, dismissal.scope, span);
    if (area) found.push({ ...dismissal, area, words: null, comment: null, annotation: id });
  }
  return found;
}

/** Whether a finding of `rule` at `span` is dismissed. */
export function isDismissed(
  text: string,
  dismissals: readonly AppliedDismissal[],
  rule: string,
  span: Span,
): boolean {
  return dismissals.some(
    ({ rules, area, words }) =>
      (rules.length === 0 || rules.includes(rule)) &&
      (overlaps(area, span) ||
        (span.start === span.end && area.start <= span.start && span.end <= area.end)) &&
      (words === null || findPassages(searchable(textOf(text, span)), words).length > 0),
  );
}

function whole(text: string): Span {
  return { start: 0, end: text.length };
}

function areaOf(article: Article, text: string, scope: DismissalScope, at: Span): Span | null {
  switch (scope) {
    case 'passage':
      return at;
    case 'line':
      return { start: lineStart(text, at.start), end: lineEnd(text, at.end) };
    case 'next-line': {
      const start = nextLine(text, at.end);
      return start === lineEnd(text, at.end) ? null : { start, end: lineEnd(text, start) };
    }
    case 'block':
      return blockAt(article, text, at);
    case 'file':
      return whole(text);
  }
}

/** The block that `at` stands in or ends; for a comment on lines of its own, the block after it. */
function blockAt(article: Article, text: string, at: Span): Span | null {
  const spans = article.blocks.map(({ span }) => span);
  const own = ownsItsLines(text, at) ? null : at;
  const index = spans.findLastIndex((span) => span.start <= at.start);
  const before = spans[index];
  if (own && before && (at.start < before.end || sameLine(text, before.end, at.start))) {
    return { start: before.start, end: Math.max(before.end, at.end) };
  }
  return spans.find((span) => span.start >= at.end) ?? null;
}

function sameLine(text: string, from: number, to: number): boolean {
  return !/[\r\n]/.test(text.slice(from, to));
}
